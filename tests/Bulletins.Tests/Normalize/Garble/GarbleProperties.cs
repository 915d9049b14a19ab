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
