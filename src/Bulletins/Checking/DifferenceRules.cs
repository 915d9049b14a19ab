namespace Bulletins.Checking;

/// <summary>How a record may differ from the expected one, and what may be wrong with what was written down beside an input.</summary>
public static class DifferenceRules
{
    private const string Accept = "If the change is right, accept it with `bulletins check --update`; if not, mend what changed it.";
    private const string AcceptChinese = "如果改得对，用 `bulletins check --update` 接受；如果不对，改正引起变化的地方。";

    public static CheckRule InputChanged { get; } = Of("input-changed", CheckArea.Document, Severity.Error, "The input has changed",
        "The input is not the file that the expected record was made from (its SHA-256 differs). Records are compared by content then, not by place.",
        "Check the input, then write the expected record anew with --update.",
        "输入已变", "输入文件已不是生成期望记录时的那个文件（SHA-256 不同）；此时按内容而不按位置比较。", "核对输入文件，然后用 --update 重写期望记录。");

    public static CheckRule DocumentMissed { get; } = Of("document-missed", CheckArea.Document, Severity.Error, "An expected issue is missing",
        "The expected record holds an issue that was not found in the input.", Accept, "缺少一期", "期望记录里的一期在输入中没有找到。", AcceptChinese);

    public static CheckRule DocumentNew { get; } = Of("document-new", CheckArea.Document, Severity.Error, "An issue that was not expected",
        "An issue was found that the expected record does not hold.", Accept, "多出一期", "提取出了期望记录里没有的一期。", AcceptChinese);

    public static CheckRule DocumentChanged { get; } = Of("document-changed", CheckArea.Document, Severity.Error, "The document's own fields changed",
        "Masthead, encoding, media type or warnings are other than expected.", Accept, "文档字段有变", "报头、编码、类型或警告与期望不同。", AcceptChinese);

    public static CheckRule ArticleMissed { get; } = Of("article-missed", CheckArea.Articles, Severity.Error, "An expected article is missing",
        "No extracted article resembles it in headline or text.", Accept, "缺少文章", "没有一篇提取出的文章在标题或正文上与它相似。", AcceptChinese);

    public static CheckRule ArticleNew { get; } = Of("article-new", CheckArea.Articles, Severity.Error, "An article that was not expected",
        "No expected article resembles it in headline or text.", Accept, "多出文章", "没有一篇期望的文章在标题或正文上与它相似。", AcceptChinese);

    public static CheckRule ArticleChanged { get; } = Of("article-changed", CheckArea.Articles, Severity.Error, "An article's fields changed",
        "Headline, bylines, paragraphs or another field are other than expected; the figures are told apart.", Accept, "文章字段有变", "标题、署名、段落或其他字段与期望不同；数据另报。", AcceptChinese);

    public static CheckRule FigureMissed { get; } = Of("figure-missed", CheckArea.Figures, Severity.Error, "An expected figure is missing",
        "The article still stands, but this figure of it was not extracted.", Accept, "缺少数据", "文章还在，但其中这项数据没有提取出来。", AcceptChinese);

    public static CheckRule FigureNew { get; } = Of("figure-new", CheckArea.Figures, Severity.Error, "A figure that was not expected",
        "The article's expected record does not hold this figure.", Accept, "多出数据", "这篇文章的期望记录里没有这项数据。", AcceptChinese);

    public static CheckRule FigureChanged { get; } = Of("figure-changed", CheckArea.Figures, Severity.Error, "A figure's fields changed",
        "Value, unit, category or another field of a figure is other than expected.", Accept, "数据字段有变", "数据的数值、单位、类别或其他字段与期望不同。", AcceptChinese);

    public static CheckRule RepairMissed { get; } = Of("repair-missed", CheckArea.Repairs, Severity.Error, "An expected repair is not made",
        "The rule left alone what it is expected to repair.", Accept, "缺少修复", "规则没有作出期望的修复。", AcceptChinese);

    public static CheckRule RepairNew { get; } = Of("repair-new", CheckArea.Repairs, Severity.Error, "A repair that was not expected",
        "The rule repaired what it is expected to leave alone.", Accept, "多出修复", "规则改动了期望它不动的地方。", AcceptChinese);

    public static CheckRule RepairChanged { get; } = Of("repair-changed", CheckArea.Repairs, Severity.Error, "A repair is made otherwise",
        "The same place is repaired by another rule, into another text or with another confidence than expected.", Accept, "修复有变", "同一处的修复换了规则、结果或可信度。", AcceptChinese);

    public static CheckRule ExpectationMissing { get; } = Of("expectation-missing", CheckArea.Document, Severity.Warning, "An input without an expected record",
        "The folder named with --expected, or in .bulletins.json, holds no record of this input. Beside the inputs a record is optional and nothing is said.",
        "Write one with --update.", "输入没有期望记录", "--expected（或 .bulletins.json）指定的文件夹里没有这个输入的记录。记录放在输入旁边时可有可无，不报。", "用 --update 写一份。");

    public static CheckRule ExpectationUnused { get; } = Of("expectation-unused", CheckArea.Document, Severity.Warning, "An expected record without an input",
        "The input that the record was made from is gone or has another name.", "Put the input back, or delete the record.", "期望记录没有输入", "生成这份记录的输入已不在，或已改名。", "把输入放回去，或删掉这份记录。");

    public static CheckRule CommentUnused { get; } = Of("comment-unused", CheckArea.Document, Severity.Warning, "A comment that silences nothing",
        "The line that it names has no finding of that rule any more: the text moved, or what was wrong is mended.",
        "Correct the line number, or delete the comment.", "注释不再起作用", "所指的行已没有该规则的发现：文字移动了，或问题已改正。", "改正行号，或删去这条注释。");

    public static CheckRule CommentInvalid { get; } = Of("comment-invalid", CheckArea.Document, Severity.Error, "A comment that cannot be read",
        "A line of the comment file is not a line number, a rule and a reason.", "Write it as `12 percentage-over-100 why it is right`; `bulletins explain` lists the rules.",
        "注释无法读取", "注释文件的某行不是“行号 规则 理由”。", "写成“12 percentage-over-100 理由”；`bulletins explain` 列出各规则。");

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        ArticleMissed, ArticleNew, ArticleChanged, FigureMissed, FigureNew, FigureChanged, RepairMissed, RepairNew, RepairChanged,
        DocumentMissed, DocumentNew, DocumentChanged, InputChanged, ExpectationMissing, ExpectationUnused, CommentUnused, CommentInvalid,
    ];

    /// <summary>Those that <c>--update</c> accepts.</summary>
    public static IReadOnlySet<CheckRule> Accepted { get; } = new HashSet<CheckRule>(All.Except([ExpectationUnused, CommentUnused, CommentInvalid]));

    private static CheckRule Of(string id, CheckArea area, Severity severity, string title, string finds, string advice, string titleChinese, string findsChinese, string adviceChinese) =>
        new(id, area, severity, new CheckText(title, finds, "", advice), new CheckText(titleChinese, findsChinese, "", adviceChinese));
}
