using Bulletins.Ingest;
using Bulletins.Tests.Support;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Newspaper pages of boxes: headlines over one to all columns, the body in columns of equal height under them.</summary>
public sealed class NewspaperTests
{
    private const double MayLose = 0.02;

    private static readonly (string Name, PressSettings Settings)[] Styles =
    [
        ("centred over five columns", new PressSettings { Seed = 11 }),
        ("four columns with rules between the boxes", new PressSettings { Columns = 4, Width = 18, Gutter = 1.5, Rules = BoxRules.Between, Seed = 12 }),
        ("six narrow columns, row by row", new PressSettings { Columns = 6, Width = 13, Gutter = 1.8, Order = ContentOrder.Rows, Seed = 13 }),
        ("flush left in frames, bylines in the first column", new PressSettings { IsCentered = false, Byline = BylinePlace.InColumn, Rules = BoxRules.Frames, Seed = 14 }),
        ("shuffled letters", new PressSettings { Width = 16, Gutter = 2, Order = ContentOrder.Shuffled, Seed = 15 }),
    ];

    public static TheoryData<string> Names() => [.. Styles.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryLineOfABoxIsReadAfterTheOneBefore(string style)
    {
        var file = NewspaperPress.Set(Articles(30), Array.Find(Styles, s => s.Name == style).Settings, out var boxes);
        var pairs = boxes.SelectMany(Pairs).ToList();
        Assert.True(pairs.Count > 500);
        EachIsRead(file, pairs);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryBoxIsAnArticleUnderItsHeadline(string style)
    {
        var articles = Articles(30);
        using var file = new MemoryStream(NewspaperPress.Set(articles, Array.Find(Styles, s => s.Name == style).Settings));
        var documents = BulletinPipeline.Extract(SourceReader.Read(file, "paper.pdf", BulletinOptions.Default).Source!).ToList();
        var read = documents.SelectMany(d => d.Articles).Where(a => a.Kind != ArticleKind.Imprint).Select(a => Squeeze(a.Headline) + "|" + Squeeze(string.Concat(a.Paragraphs.Select(p => p.Text)))).ToHashSet(StringComparer.Ordinal);
        var lost = articles.Where(a => !read.Contains(Squeeze(a.Headline) + "|" + Squeeze(string.Concat(a.Paragraphs)))).Select(a => a.Headline).ToList();
        Assert.True(lost.Count <= MayLose * articles.Count, $"{lost.Count} of {articles.Count} not found, {read.Count} read: {string.Join(" | ", lost)}");
        Assert.Equal("海川报", documents[0].Masthead?.Title);
        Assert.Equal("2023-09-12", documents[0].Masthead?.Date);
    }

    private static List<PressArticle> Articles(int count)
    {
        var random = new Random(count);
        var articles = new List<PressArticle>();
        for (var i = 0; i < count; i++)
        {
            var article = InventedArticle.Create(random);
            var more = InventedArticle.Create(random).Paragraphs.Concat(InventedArticle.Create(random).Paragraphs);
            articles.Add(new PressArticle(random.Next(3) == 0 ? article.Unit : null, article.Headline, random.Next(4) == 0 ? "——" + article.Company + "见闻" : null, "本报记者 " + article.Author, [.. article.Paragraphs, .. more]));
        }

        return articles;
    }
}
