namespace Bulletins.Checking.Rules;

/// <summary>A paragraph that stops in the middle of a sentence: its rest stands elsewhere, or is lost.</summary>
internal sealed class SentenceCutRule : TextRule
{
    private const int ShortestParagraph = 20;

    public override CheckRule Doc { get; } = new("sentence-cut", CheckArea.Articles, Severity.Warning,
        new("A sentence that does not end",
            "A paragraph of an article's text that ends in ，、 or an open bracket or quotation mark: a column or page break cut it, and its rest was not found.",
            "Subheads, list items, verses, tables, and paragraphs that end without any mark.",
            "Look for the rest of the sentence in the source; the joint may be behind a page's end."),
        new("句子没有结束",
            "正文段落以“，”“、”或未闭合的括号、引号结束：被栏或页切断，后半没有找到。",
            "小标题、列表项、诗行、表格，以及末尾没有标点的段落。",
            "在源文件里找句子的后半，可能在页末之后。"));

    public override IEnumerable<Finding> Find(CheckedText text)
    {
        foreach (var (_, article, draft) in text.Articles.Where(a => a.Article.Kind is ArticleKind.Article or ArticleKind.Brief or ArticleKind.EditorNote or ArticleKind.Caption))
        {
            foreach (var paragraph in draft.Paragraphs.Where(p => p.Kind == ParagraphKind.Text))
            {
                var words = paragraph.Text.Text.AsSpan().TrimEnd();
                if (words.Length >= ShortestParagraph && words[^1] is '，' or '、' or '（' or '“' or '《')
                {
                    yield return Finding(text, paragraph.Text.Spans(text.Normalized, words.Length - 1, 1), "the paragraph ends inside a sentence", article);
                }
            }
        }
    }
}
