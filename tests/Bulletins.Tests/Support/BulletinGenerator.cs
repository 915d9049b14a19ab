using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>The five kinds of source.</summary>
internal enum SourceStyle { NewspaperPage, Bulletin, NewspaperPdf, Magazine, Feature }

/// <summary>A generated issue: what a file would hold, and the articles that were put in.</summary>
internal sealed record GeneratedBulletin(SourceStyle Style, string Text, IReadOnlyList<InventedArticle> Articles)
{
    public override string ToString() => $"{Style}\n{Text}";
}

/// <summary>Composes issues: invented articles in the layout of each kind of source, with the dirt that goes with it.</summary>
internal static class BulletinGenerator
{
    public static GeneratedBulletin Create(int seed, bool dirty = true)
    {
        var random = new Random(seed);
        var style = (SourceStyle)random.Next(5);
        var articles = Enumerable.Range(0, style == SourceStyle.Feature ? 1 : random.Next(1, 6)).Select(_ => InventedArticle.Create(random)).ToList();
        var text = style switch
        {
            SourceStyle.NewspaperPage => NewspaperPage(random, articles),
            SourceStyle.Bulletin => Bulletin(random, articles),
            SourceStyle.NewspaperPdf => NewspaperPdf(random, articles),
            SourceStyle.Magazine => Magazine(random, articles),
            _ => Feature(random, articles[0]),
        };
        return new GeneratedBulletin(style, dirty ? Dirt.Spread(random, text) : text, articles);
    }

    /// <summary>Correct running text, as long as asked for: what no rule may touch.</summary>
    public static string CleanText(int seed, int length)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.AppendJoin('\n', InventedArticle.Create(random).Paragraphs).Append('\n');
        }

        return text.ToString();
    }

    private static string NewspaperPage(Random random, List<InventedArticle> articles)
    {
        var text = new StringBuilder($"\n\n# {InventedArticle.Pick(random, Words.HeadlineHeads)} {InventedArticle.Pick(random, Words.HeadlineTails)}\n\n");
        foreach (var article in articles)
        {
            text.Add($"{article.Unit}\n\n## {article.Headline}\n\n记者 {article.Author}\n\n");
            for (var i = 0; i < article.Paragraphs.Count; i++)
            {
                text.Add(i == 1 ? $"### {InventedArticle.Pick(random, Words.Subheads)}\n\n" : "").Append(Cut(random, article.Paragraphs[i], "\n\n")).Append("\n\n");
            }
        }

        return text.ToString();
    }

    private static string Bulletin(Random random, List<InventedArticle> articles)
    {
        var number = random.Next(1, 60);
        var text = new StringBuilder($"\n\n{articles[0].Company}党群工作\n\n20{random.Next(18, 26)}年第{number}期（总第{number + 120}期）\n\n党群工作部\n\n20{random.Next(18, 26)}年{random.Next(1, 13)}月{random.Next(1, 29)}日\n\n");
        var section = 0;
        foreach (var article in articles)
        {
            text.Append(random.Next(2) == 0 && section < Words.Sections.Length ? Words.Sections[section++] + "\n\n" : "");
            text.Add($"📍 {string.Concat(article.Paragraphs)}（{article.Company}）\n\n");
        }

        return text.Append("发放：公司领导，各部门、各单位\n\n抄送：集团党群工作部\n").ToString();
    }

    private static string NewspaperPdf(Random random, List<InventedArticle> articles)
    {
        var text = new StringBuilder();
        foreach (var article in articles)
        {
            var width = random.Next(14, 24);
            text.Append(" 先锋讯 ").Append(string.Join("\n\n", article.Paragraphs.Select(p => Wrap(p, width)))).Add($"（{article.Author}）\n\n");
            text.Add($"{article.Unit}\n{string.Join(' ', article.Headline.Where(c => c != ' '))}\n\n");
            text.Add(random.Next(3) == 0 ? $"{InventedArticle.Pick(random, Words.Captions)} {article.Author} 摄\n\n" : "");
        }

        return text.ToString();
    }

    private static string Magazine(Random random, List<InventedArticle> articles)
    {
        var text = new StringBuilder("\n\n");
        foreach (var article in articles)
        {
            text.Add($"{new string('#', random.Next(1, 3))} {article.Headline}\n\n");
            for (var i = 0; i < article.Paragraphs.Count; i++)
            {
                text.Add(i == 1 ? $"## {InventedArticle.Pick(random, Words.Subheads)}\n\n" : "").Append(article.Paragraphs[i]).Append("\n\n");
            }

            text.Length -= 2;
            text.Add($"  \n（{article.Author}）\n\n");
        }

        return text.ToString();
    }

    private static string Feature(Random random, InventedArticle article) =>
        $"\n\n{article.Unit}：{article.Headline}\n\n{article.Author}\n\n{string.Join("\n\n", article.Paragraphs.Select(p => Cut(random, p, "\n\n\n\n")))}\n";

    private static string Cut(Random random, string paragraph, string gap)
    {
        if (paragraph.Length < 30 || random.Next(3) > 0)
        {
            return paragraph;
        }

        var at = random.Next(10, paragraph.Length - 10);
        // Between two Chinese characters: a cut behind a stop could not be told from a paragraph's end.
        return char.IsLetter(paragraph[at]) && char.IsLetter(paragraph[at - 1]) ? paragraph.Insert(at, gap) : paragraph;
    }

    /// <summary>Set in a column: a digit takes half the width of a Chinese character, no number is cut, no stop begins a line.</summary>
    private static string Wrap(string paragraph, int width)
    {
        var text = new StringBuilder();
        var (start, used) = (0, 0.0);
        for (var i = 0; i < paragraph.Length; i++)
        {
            used += char.IsAscii(paragraph[i]) ? 0.5 : 1;
            var next = i + 1 < paragraph.Length ? paragraph[i + 1] : ' ';
            if (used >= width - 0.5 && next != ' ' && !"，。、；：！？”）".Contains(next) && !"“（".Contains(paragraph[i]) && !(char.IsAscii(paragraph[i]) && char.IsAscii(next)))
            {
                text.Append(paragraph, start, i + 1 - start).Append('\n');
                (start, used) = (i + 1, 0);
            }
        }

        return text.Append(paragraph, start, paragraph.Length - start).ToString();
    }

    // Takes the finished string: numbers here are whole and non-negative, the same in every culture that is used.
    private static StringBuilder Add(this StringBuilder text, string words) => text.Append(words);
}
