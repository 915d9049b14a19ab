namespace Bulletins.Checking.Rules;

/// <summary>An article whose headline was not found, or that has none in the text.</summary>
internal sealed class HeadlineMissingRule : TextRule
{
    // A note: many reports have none, and then none is invented.
    public override CheckRule Doc { get; } = new("headline-missing", CheckArea.Articles, Severity.Note,
        new("An article without a headline",
            "An article with a body or a byline of its own for which no headline was found.",
            "Briefs, captions, notes and imprints, which need none.",
            "Look over and under its first and last line: the headline may stand apart. If the text has none, say so in the comment file."),
        new("文章没有标题",
            "有正文或署名、却没有找到标题的文章。",
            "简讯、图片说明、编者按、版权栏等本来不需要标题的内容。",
            "看一看首行之上和末行之下，标题可能排在别处；如果原文确实没有标题，在注释文件里写明。"));

    public override IEnumerable<Finding> Find(CheckedText text) => text.Articles
        .Where(a => a.Article is { Kind: ArticleKind.Article, Headline: null })
        .Select(a => Finding(text, a.Article.Spans, $"no headline was found: {Describe.Name(a.Article)}", a.Article));
}
