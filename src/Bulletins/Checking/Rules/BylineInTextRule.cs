using Bulletins.Segment;

namespace Bulletins.Checking.Rules;

/// <summary>A credit that was left among an article's words.</summary>
internal sealed class BylineInTextRule : TextRule
{
    private const int LongestLine = 40;

    public override CheckRule Doc { get; } = new("byline-in-text", CheckArea.Articles, Severity.Warning,
        new("A byline in the text",
            "A paragraph that is a labelled credit (记者 张三 摄影 李四), or that ends in a labelled signature （通讯员 王五）, but stands in the article's words.",
            "Bare names, signatures of quotations and verses, and sentences about reporters (记者在现场看到).",
            "If it is a byline, look whether the article ends there and another one begins."),
        new("正文里有署名",
            "整段是带标签的署名（记者 张三 摄影 李四），或段末有带标签的署名（通讯员 王五），却留在正文里。",
            "不带标签的人名、引文和诗的署名，以及讲记者的句子（记者在现场看到）。",
            "如果是署名，看看文章是否在此结束、另一篇从此开始。"));

    public override IEnumerable<Finding> Find(CheckedText text)
    {
        foreach (var (_, article, draft) in text.Articles.Where(a => a.Article.Kind is ArticleKind.Article or ArticleKind.Brief or ArticleKind.EditorNote))
        {
            foreach (var paragraph in draft.Paragraphs.Where(p => p.Kind is ParagraphKind.Text or ParagraphKind.Subhead))
            {
                if (Credit(paragraph.Text.Text) is var (start, length))
                {
                    yield return Finding(text, paragraph.Text.Spans(text.Normalized, start, length), $"reads like a byline: {paragraph.Text.Text.Substring(start, length)}", article);
                }
            }
        }
    }

    /// <summary>Where a labelled credit stands in a paragraph.</summary>
    internal static (int Start, int Length)? Credit(string text)
    {
        if (text.Length <= LongestLine && IsCredit(text))
        {
            return (0, text.Length);
        }

        var end = text.AsSpan().TrimEnd().Length;
        var open = end > 3 && text[end - 1] == '）' ? text.AsSpan(Math.Max(0, end - LongestLine), Math.Min(end, LongestLine)).LastIndexOf('（') + Math.Max(0, end - LongestLine) : 0;
        // A bracket inside the sentence is no signature.
        return open > 0 && text[open] == '（' && Shape.EndsSentence(text.AsSpan(0, open)) && IsCredit(text[open..end]) ? (open, end - open) : null;
    }

    private static bool IsCredit(string text) =>
        BylineReader.Read(text) is { Strength: >= 1 } reading && HasLabel(text) && reading.Bylines.All(b => NameReader.IsName(b.Name));

    private static bool HasLabel(string text) => Enumerable.Range(0, text.Length).Any(i => BylineReader.LabelAt(text, i) is { Length: > 1 });
}
