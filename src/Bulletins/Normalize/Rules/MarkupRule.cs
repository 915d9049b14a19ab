using Bulletins.Ingest;

namespace Bulletins.Normalize.Rules;

/// <summary>Takes out the marks of a markup language. What the marks are is known from the source alone, so this rule works
/// once, before the others, and proposes nothing afterwards.</summary>
public sealed class MarkupRule : NormalizeRule
{
    internal const string RuleId = "markup";

    public override RuleDoc Doc { get; } = new(
        RuleId,
        new RuleText(
            "Markdown and HTML marks",
            "Takes out heading marks, emphasis, link addresses, tags and the like; the words stay. Of a web page, what belongs to the site goes too, with a warning.",
            "A parser of the format says which characters are marks.",
            "Text in which nothing looks like Markdown; list numbers and bullets, which a reader sees."),
        new RuleText(
            "Markdown 与 HTML 标记",
            "去掉标题号、强调号、链接地址、标签等标记，文字保留；网页中属于网站而不属于文章的部分也去掉，并给出警告。",
            "哪些字符是标记，由相应格式的解析器判定。",
            "没有 Markdown 痕迹的文本；读者看得见的序号和项目符号。"),
        "# 喜报\n\n今日**投产**。",
        "喜报\n\n今日投产。");

    public static IReadOnlyList<TextEdit> Edits(SourceText source) =>
        source.Markup.Marks.Count == 0 ? [] : [.. source.Markup.Marks.Select(m => new TextEdit(m.Start, m.Length, m.Instead, RuleId))];

    public override IReadOnlyList<TextEdit> Propose(RuleContext context) => [];
}
