using Bulletins.Normalize;
using FsCheck;
using FsCheck.Fluent;

namespace Bulletins.Tests;

public class EditLogTests
{
    private const string Alphabet = "天地人ab12 ";

    [Fact]
    public void ComposedEditsDoWhatTheTwoListsDoOneAfterTheOther()
    {
        var seeds = ArbMap.Default.GeneratorFor<int>().Three().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(seeds, s =>
        {
            var random = new Random(unchecked((((s.Item1 * 31) + s.Item2) * 31) + s.Item3));
            var source = Text(random, random.Next(0, 40));
            var first = Edits(random, source, "one");
            var middle = EditLog.Apply(source, first);
            var second = Edits(random, middle, "two");
            var result = EditLog.Apply(middle, second);
            var composed = EditLog.Compose(source, first, second);
            var back = EditLog.Apply(EditLog.Apply(source, composed), EditLog.Invert(source, composed));
            return EditLog.Apply(source, composed) == result && back == source;
        }));
    }

    private static string Text(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

    private static List<TextEdit> Edits(Random random, string text, string rule)
    {
        var edits = new List<TextEdit>();
        for (var at = random.Next(3); at <= text.Length; at += random.Next(0, 4))
        {
            var length = Math.Min(random.Next(0, 4), text.Length - at);
            var after = Text(random, random.Next(0, 4));
            if (length == 0 && after.Length == 0)
            {
                at++;
                continue;
            }

            edits.Add(new TextEdit(at, length, after, rule));
            at += Math.Max(length, 1);
        }

        return edits;
    }
}
