using System.Diagnostics;
using System.Text;
using Bulletins.Normalize;
using Bulletins.Normalize.Rules;
using Bulletins.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bulletins.Tests.Normalize.Garble;

/// <summary>Invented bulletins, garbled in every mixture, come back; clean ones are left alone.</summary>
public class GarbleProperties
{
    public static IEnumerable<object[]> Styles() => Enumerable.Range(0, GarbledPage.Styles.Count).Select(i => new object[] { i, GarbledPage.Styles[i].Name });

    /// <summary>What is shifted: a class of characters, a part of the page, one half of a pair.</summary>
    [Theory]
    [MemberData(nameof(Styles))]
    public void GarbledTextIsDecodedInAtLeast999OfAThousandCharacters(int style, string name)
    {
        var random = new Random(20261121 + style);
        long characters = 0, wrong = 0, garbled = 0;
        for (var i = 0; i < 60; i++)
        {
            var page = GarbledPage.Create(random, style);
            var decoded = GarbleCase.Repair(page.Garbled);
            Assert.Equal(page.Clean.Length, decoded.Length);
            characters += page.Clean.Length;
            garbled += page.Clean.Where((c, at) => page.Garbled[at] != c).Count();
            wrong += page.Clean.Where((c, at) => decoded[at] != c).Count();
        }

        Assert.True(garbled > 0, name);
        Assert.True(wrong <= characters / 1000, $"{name}: {wrong} of {characters} characters are wrong");
        Assert.True(wrong <= garbled / 10, $"{name}: {wrong} characters are wrong, {garbled} were garbled");
    }

    /// <summary>A program cut the lines: a stop may begin one and a number may be in two.</summary>
    [Fact]
    public void AParagraphCutAtAnyWidthReadsAsTheWholeOne()
    {
        const string clean = "本报讯（通讯员 柏舟 沈千帆）入冬以来，某冶金机修车间党支部把“党员先锋岗”设在窑炉旁。截至11月底，完成技改27项，煤气单耗由每吨3.62吉焦降至3.41吉焦，"
            + "同比降低5.8%，节约成本近210万元。“园区里看得见的变化，是大家一项一项改出来的！”老班长说。";
        var garbled = Garbler.Garble(clean, Shifted.Everything);
        for (var width = 12; width <= 40; width++)
        {
            Assert.Equal(Cut(clean, width), GarbleCase.Repair(Cut(garbled, width)));
        }

        static string Cut(string text, int width) => string.Join('\n', text.Chunk(width).Select(line => new string(line)));
    }

    [Fact]
    public void CleanTextComesBackAsTheSameInstance() => Holds(random =>
    {
        var clean = InventedText.Page(random);
        return ReferenceEquals(clean, GarbleCase.Repair(clean));
    });

    [Fact]
    public void EditsInvertAndASecondRunAddsNone() => Holds(random =>
    {
        var garbled = GarbledPage.Create(random, random.Next(GarbledPage.Styles.Count)).Garbled;
        var edits = new FounderGarbleRule().Propose(new RuleContext(garbled));
        var repaired = EditLog.Apply(garbled, edits);
        return EditLog.Apply(repaired, EditLog.Invert(garbled, edits)) == garbled && new FounderGarbleRule().Propose(new RuleContext(repaired)).Count == 0;
    });

    [Fact]
    public void AnyTextAtAllGivesEditsInOrderThatInvert() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        const string alphabet = "袁遥渊冤曰尧野冶叶曳浴钥噎要要园员圆远郾豫月悦粤在皂院的是员工能源，。（）“”12a. \n";
        var text = string.Concat(Enumerable.Range(0, random.Next(0, 200)).Select(_ => alphabet[random.Next(alphabet.Length)]));
        var edits = new FounderGarbleRule().Propose(new RuleContext(text));
        return EditLog.Apply(EditLog.Apply(text, edits), EditLog.Invert(text, edits)) == text;
    }));

    [Fact]
    public void ALineFourTimesAsLongTakesAboutFourTimesAsLong()
    {
        var unit = new StringBuilder();
        for (var random = new Random(7); unit.Length < 60_000;)
        {
            unit.Append(Garbler.Garble(InventedText.Paragraph(random), Shifted.Everything));
        }

        GarbleCase.Repair(unit.ToString()); // warms up
        var once = Best(unit.ToString());
        var fourfold = Best(string.Concat(Enumerable.Repeat(unit.ToString(), 4)));
        Assert.True(fourfold < once * 12, $"{once.TotalMilliseconds} ms, then {fourfold.TotalMilliseconds} ms"); // quadratic would be sixteen times

        static TimeSpan Best(string text) => Enumerable.Range(0, 3).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            GarbleCase.Repair(text);
            return clock.Elapsed;
        });
    }

    private static void Holds(Func<Random, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(80), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => property(new Random(seed))));
}
