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
    private static readonly Shifted[] Mixtures =
    [
        Shifted.Punctuation, Shifted.Numbers, Shifted.Numbers | Shifted.Latin, Shifted.Punctuation | Shifted.Numbers, Shifted.Everything,
    ];

    [Fact]
    public void GarbledTextIsDecodedInAtLeast999OfAThousandCharacters()
    {
        var random = new Random(20261121);
        long characters = 0, wrong = 0;
        for (var i = 0; i < 250; i++)
        {
            var (clean, garbled) = Page(random);
            var decoded = GarbleCase.Repair(garbled);
            Assert.Equal(clean.Length, decoded.Length);
            characters += clean.Length;
            wrong += clean.Where((c, at) => decoded[at] != c).Count();
        }

        Assert.True(wrong <= characters / 1000, $"{wrong} of {characters} characters are wrong");
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
        var (_, garbled) = Page(random);
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

    // Some paragraphs of a page are garbled, in one mixture, wrapped or not.
    private static (string Clean, string Garbled) Page(Random random)
    {
        var mixture = Mixtures[random.Next(Mixtures.Length)];
        var share = random.Next(1, 4);
        var width = random.Next(2) == 0 ? int.MaxValue : random.Next(14, 30);
        var (clean, garbled) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < 6; i++)
        {
            var paragraph = InventedText.Paragraph(random);
            var lines = Garbler.Wrap(paragraph, width);
            clean.Append(lines).Append("\n\n");
            garbled.Append(random.Next(3) < share ? Laid(lines, Garbler.Garble(paragraph, mixture)) : lines).Append("\n\n");
        }

        return (clean.ToString(), garbled.ToString());
    }

    // The garbled characters in the lines of the clean ones.
    private static string Laid(string lines, string garbled)
    {
        var at = 0;
        return string.Concat(lines.Select(c => c == '\n' ? c : garbled[at++]));
    }
}
