using System.Text;
using Bulletins.Ingest;
using Bulletins.Tests.Support;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>The samples set as newspapers of four columns: the same articles come back as from their text.</summary>
public sealed class PaperTests
{
    private const double SameBody = 0.97;
    private const double MayLose = 0.02;

    private static readonly string[] Samples = ["01-newspaper-page.md", "02-bulletin.txt", "03-newspaper-pdf.txt", "04-magazine.md", "05-feature.txt"];

    private static readonly (string Name, PaperSettings Settings)[] Styles =
    [
        ("indented", new PaperSettings()),
        ("gaps, row by row", new PaperSettings { Indents = false, Order = ContentOrder.Rows }),
        ("indented, shuffled", new PaperSettings { Order = ContentOrder.Shuffled }),
    ];

    public static TheoryData<string, string> Papers()
    {
        var data = new TheoryData<string, string>();
        foreach (var sample in Samples)
        {
            foreach (var (style, _) in Styles)
            {
                data.Add(sample, style);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void APaperGivesTheArticlesOfItsText(string sample, string style)
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Samples, sample), Encoding.UTF8);
        var expected = Articles(Encoding.UTF8.GetBytes(text), sample);
        var printed = Articles(PaperSetter.Set(text, Settings(style)), "paper.pdf");
        Assert.NotEmpty(expected);
        var (same, lost) = Compare(expected, printed);
        Assert.True(2.0 * same / (expected.Count + printed.Count) >= 1 - MayLose, $"{same} of {expected.Count} articles, {printed.Count} found; not found: {string.Join(" | ", lost)}");
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void EveryLineIsReadAfterTheOneBefore(string sample, string style)
    {
        var file = PaperSetter.Set(File.ReadAllText(Path.Combine(SourceTree.Samples, sample), Encoding.UTF8), Settings(style), out var lines);
        var pairs = Pairs(lines).ToList();
        Assert.True(pairs.Count > 50);
        EachIsRead(file, pairs);
    }

    private static PaperSettings Settings(string style) => Array.Find(Styles, s => s.Name == style).Settings;

    private static List<Article> Articles(byte[] file, string path)
    {
        using var stream = new MemoryStream(file);
        var source = SourceReader.Read(stream, path, BulletinOptions.Default).Source!;
        return [.. BulletinPipeline.Extract(source).SelectMany(d => d.Articles).Where(a => a.Kind != ArticleKind.Imprint)];
    }

    private static (int Same, List<string> Lost) Compare(List<Article> expected, List<Article> printed)
    {
        var rest = printed.ToList();
        var lost = new List<string>();
        foreach (var article in expected)
        {
            var found = rest.FindIndex(p => Squeeze(p.Headline) == Squeeze(article.Headline) && Likeness(Body(p), Body(article)) >= SameBody);
            if (found < 0)
            {
                lost.Add(article.Headline ?? Body(article)[..Math.Min(16, Body(article).Length)]);
            }
            else
            {
                rest.RemoveAt(found);
            }
        }

        return (expected.Count - lost.Count, lost);
    }

    private static string Body(Article article) => Squeeze(string.Concat(article.Paragraphs.Select(p => p.Text)));

    // 1 less the edit distance over the longer length.
    private static double Likeness(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < SameBody * Math.Max(a.Length, b.Length))
        {
            return 0;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var k = 1; k <= b.Length; k++)
            {
                (corner, row[k]) = (row[k], Math.Min(Math.Min(row[k], row[k - 1]) + 1, corner + (a[i - 1] == b[k - 1] ? 0 : 1)));
            }
        }

        return 1 - ((double)row[b.Length] / Math.Max(1, Math.Max(a.Length, b.Length)));
    }
}
