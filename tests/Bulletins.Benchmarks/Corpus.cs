using System.Text;
using Bulletins.Tests.Support;

namespace Bulletins.Benchmarks;

/// <summary>Generated bulletins to measure on: the same for the same size, on every machine.</summary>
internal static class Corpus
{
    /// <summary>Correct running text in paragraphs.</summary>
    public static string Clean(int chars) => Grow(chars, seed => BulletinGenerator.CleanText(seed, 4000));

    /// <summary>Issues of all five kinds, one after the other, with their dirt.</summary>
    public static string Dirty(int chars) => Grow(chars, seed => BulletinGenerator.Create(seed).Text);

    /// <summary>Dirty text without a line end: what a careless export makes of a year's issues.</summary>
    public static string SingleLine(int chars) => Grow(chars, seed => Dirt.Spread(new Random(seed), BulletinGenerator.CleanText(seed, 4000)).ReplaceLineEndings(""));

    /// <summary>Markdown issues only.</summary>
    public static string Markdown(int chars) => Grow(chars, seed => BulletinGenerator.Create(seed) is { Style: SourceStyle.Magazine or SourceStyle.NewspaperPage } issue ? issue.Text : "");

    /// <summary>The bytes of many small files.</summary>
    public static IReadOnlyList<byte[]> Files(int count) => [.. Enumerable.Range(0, count).Select(seed => Encoding.UTF8.GetBytes(BulletinGenerator.Create(seed).Text))];

    // A thousand different texts are enough; beyond that they come again.
    private static string Grow(int chars, Func<int, string> text)
    {
        var pieces = new List<string>();
        var result = new StringBuilder(chars + 8192);
        for (var seed = 0; result.Length < chars; seed++)
        {
            if (pieces.Count < 1000)
            {
                pieces.Add(text(seed));
            }

            result.Append(pieces[seed % 1000]);
        }

        result.Length = chars;
        return result.ToString();
    }
}
