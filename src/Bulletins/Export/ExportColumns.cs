using System.Globalization;

namespace Bulletins.Export;

/// <summary>The table of columns: every field of the contract <c>bulletins/1</c>, once. The JSON writer, the flat tables, the
/// database, the data package and the schema all read it, so that none can say what another does not.</summary>
public static class ExportColumns
{
    public static RecordShape<Box> Box { get; } = new("box", "A rectangle on a page, in points from the lower left corner.",
    [
        Number<Box>("left", "左", "Left edge.", "左边。", b => Math.Round((decimal)b.Left, 2)),
        Number<Box>("bottom", "下", "Lower edge.", "下边。", b => Math.Round((decimal)b.Bottom, 2)),
        Number<Box>("right", "右", "Right edge.", "右边。", b => Math.Round((decimal)b.Right, 2)),
        Number<Box>("top", "上", "Upper edge.", "上边。", b => Math.Round((decimal)b.Top, 2)),
    ]);

    public static RecordShape<SourceSpan> Span { get; } = new("span", "A place in the source; it never crosses a line's end.",
    [
        Whole<SourceSpan>("line", "行", "Line in the decoded source text, from 1.", "解码后源文本中的行，从 1 起。", s => s.Line),
        Whole<SourceSpan>("column", "列", "Column in characters (code points), from 1.", "该行第几个字符（码点），从 1 起。", s => s.Column),
        Whole<SourceSpan>("length", "字数", "Length in characters (code points).", "字符（码点）数。", s => s.Length),
        OptionalWhole<SourceSpan>("page", "页", "Page of a paged source, from 1.", "分页来源的页，从 1 起。", s => s.Page),
        new ObjectColumn<SourceSpan, Box>(new("box", "版面框", "Where on the page.", "页面上的位置。"), Box, s => (s.Box.HasValue, s.Box.GetValueOrDefault()), nullable: true),
    ]);

    public static RecordShape<Figure> Figure { get; } = new("figure", "A quantity that the text states.",
    [
        Text<Figure>("figure_id", "数据编号", "article_id and the figure's ordinal.", "文章编号加该数据的序号。", f => f.FigureId),
        Text<Figure>("text", "原文", "The words that state it, from the normalized text: qualifier, number and unit.", "规范文本中陈述它的文字：限定词、数字和单位。", f => f.Text),
        Number<Figure>("value", "数值", "In unit, an exact decimal: 658万元 is 6580000, 40% is 40.", "以计量单位计的精确小数：658万元为 6580000，40% 为 40。", f => f.Value),
        OptionalNumber<Figure>("value_max", "数值上限", "Upper end of a range.", "范围的上端。", f => f.ValueMax),
        OptionalNumber<Figure>("from_value", "起始值", "Where a change started: 从8.7%降低至0.7% is from 8.7.", "变化的起点：从8.7%降低至0.7% 的起点为 8.7。", f => f.FromValue),
        Text<Figure>("unit", "计量单位", "ISO 4217 for money, UCUM for the rest, 1 for a count.", "金额用 ISO 4217，其余用 UCUM，计数为 1。", f => f.Unit),
        OptionalText<Figure>("unit_text", "原文单位", "The unit as printed, its scale word included.", "原文所印的单位，含万、亿等数量词。", f => f.UnitText),
        Word<Figure, FigureCategory>("category", "类别", "What kind of quantity it is.", "数据的种类。", f => f.Category),
        Word<Figure, FigureQualifier>("qualifier", "限定", "How exactly it is stated.", "陈述的精确程度：约、近、余、不足等。", f => f.Qualifier),
        OptionalWord<Figure, FigureDirection>("direction", "增减", "Set when the figure is an amount of change or the end of one.", "数据是变化量或变化终点时，增加或减少。", f => f.Direction),
        OptionalWord<Figure, FigureBasis>("basis", "对比基准", "What a change is measured against.", "与什么相比：同比、环比、计划、此前。", f => f.Basis),
        OptionalText<Figure>("measure", "指标", "The indicator the figure is of, as printed.", "数据所属的指标，照原文。", f => f.Measure),
        OptionalText<Figure>("period", "时期", "ISO 8601 date, month, year or interval the figure is of.", "数据所属的日、月、年或时段（ISO 8601）。", f => f.Period),
        Text<Figure>("sentence", "原句", "The sentence that states it.", "陈述它的句子。", f => f.Sentence),
        Spans<Figure>("Where it stands in the source; in a table as line:column+length.", "在源文件中的位置；在表中写作 行:列+字数。", f => f.Spans),
    ]);

    public static RecordShape<Byline> Byline { get; } = new("byline", "Who is credited.",
    [
        Word<Byline, BylineRole>("role", "身份", "In what role; author where the text names none.", "以何身份署名；未注明者为 author。", b => b.Role),
        Text<Byline>("name", "姓名", "The person, or the unit or publication credited instead of one.", "署名的人，或代替人署名的单位、媒体。", b => b.Name),
        OptionalText<Byline>("organization", "署名单位", "The unit printed with the name.", "与姓名一起印出的单位。", b => b.Organization),
    ]);

    public static RecordShape<Paragraph> Paragraph { get; } = new("paragraph", "A paragraph, whole where a column or page break cut it.",
    [
        Word<Paragraph, ParagraphKind>("kind", "段落类型", "What it is.", "段落的种类。", p => p.Kind),
        Text<Paragraph>("text", "文字", "Normalized text on one line.", "规范文本，在一行内。", p => p.Text),
    ]);

    public static RecordShape<Article> Article { get; } = new("article", "An article, brief, caption or whatever else an issue is made of.",
    [
        Text<Article>("article_id", "文章编号", "document_id and the article's ordinal.", "文档编号加文章的序号。", a => a.ArticleId),
        Whole<Article>("ordinal", "序号", "From 1, in reading order.", "按阅读顺序，从 1 起。", a => a.Ordinal),
        Word<Article, ArticleKind>("kind", "文章类型", "What it is.", "文章的种类。", a => a.Kind),
        new TextListColumn<Article>(new("section", "栏目", "The headings the article stands under, outermost first.", "文章所属的栏目、篇，由外到内。"), a => a.Section, " / "),
        OptionalText<Article>("kicker", "引题", "引题/肩题: the line over the headline.", "引题、肩题：主题之上的一行。", a => a.Kicker),
        OptionalText<Article>("headline", "标题", "主题; absent where the text has none.", "主题；原文没有时为空。", a => a.Headline),
        OptionalText<Article>("subtitle", "副题", "副题.", "副题。", a => a.Subtitle),
        new ListColumn<Article, Byline>(new("bylines", "署名", "Who is credited, in order.", "署名，按原文顺序。"), Byline, a => a.Bylines, CompactByline, "; "),
        OptionalText<Article>("organization", "单位", "The unit the article is about, as printed.", "文章所写的单位，照原文。", a => a.Organization),
        new ListColumn<Article, Paragraph>(new("paragraphs", "正文", "The body.", "正文，一段一行。"), Paragraph, a => a.Paragraphs, p => p.Text, "\n"),
        new ListColumn<Article, Figure>(new("figures", "数据", "The quantities it states, in reading order.", "文中的数据，按阅读顺序。"), Figure, a => a.Figures, f => f.Text, "; "),
        Spans<Article>("Where the article stands in the source; in a table as line:column+length.", "文章在源文件中的位置；在表中写作 行:列+字数。", a => a.Spans),
    ]);

    public static RecordShape<Masthead> Masthead { get; } = new("masthead", "The title piece of an issue.",
    [
        OptionalText<Masthead>("title", "刊名", "The bulletin's name.", "报刊、简报的名称。", m => m.Title),
        OptionalText<Masthead>("publisher", "主办单位", "Who publishes it.", "由谁主办、编印。", m => m.Publisher),
        OptionalWhole<Masthead>("issue", "期号", "第9期 is 9.", "第9期为 9。", m => m.Issue),
        OptionalWhole<Masthead>("issue_total", "总期号", "总第9期 is 9.", "总第9期为 9。", m => m.IssueTotal),
        new TextColumn<Masthead>(new("date", "出刊日期", "ISO 8601.", "ISO 8601 日期。"), m => m.Date, nullable: true, kind: CellKind.Date),
    ]);

    public static RecordShape<Repair> Repair { get; } = new("repair", "One change made to the text.",
    [
        Text<Repair>("rule", "规则", "The rule's id; `bulletins explain RULE` documents it.", "规则的标识；用 `bulletins explain 规则` 查看说明。", r => r.Rule),
        Whole<Repair>("line", "行", "Line in the source, from 1.", "源文件中的行，从 1 起。", r => r.Line),
        Whole<Repair>("column", "列", "Column in characters (code points), from 1.", "该行第几个字符（码点），从 1 起。", r => r.Column),
        new TextColumn<Repair>(new("before", "修复前", "What the source has.", "源文件中的文字。"), r => r.Before, mayBeEmpty: true),
        new TextColumn<Repair>(new("after", "修复后", "What the normalized text has instead.", "规范文本中代替它的文字。"), r => r.After, mayBeEmpty: true),
        // Rounded: the last bits of a logarithm are the machine's own.
        Number<Repair>("confidence", "置信度", "Between 0 and 1.", "在 0 与 1 之间。", r => Math.Round((decimal)r.Confidence, 3)),
        OptionalText<Repair>("evidence", "依据", "Why, in words, where the rule's description does not say it all.", "规则说明之外的理由。", r => r.Evidence),
    ]);

    public static RecordShape<Warning> Warning { get; } = new("warning", "What a person should look at.",
    [
        Text<Warning>("code", "代码", "A stable code.", "固定的代码。", w => w.Code),
        Text<Warning>("message", "说明", "What and why.", "是什么，为什么。", w => w.Message),
        OptionalWhole<Warning>("line", "行", "Line in the source, from 1.", "源文件中的行，从 1 起。", w => w.Line),
        OptionalNumber<Warning>("confidence", "把握", "How likely it is that what was decided is right, between 0 and 1; absent where nothing was decided.", "所作判断正确的可能性，0 到 1；没有作判断时为空。", w => w.Confidence),
    ]);

    public static RecordShape<Document> Document { get; } = new("document", "What one issue of a bulletin says.",
    [
        new TextColumn<Document>(Schema, _ => Bulletins.Document.SchemaId, allowed: [Bulletins.Document.SchemaId]),
        Text<Document>("document_id", "文档编号", "Stable across runs and machines.", "由内容得出，每次运行、每台机器都相同。", d => d.DocumentId),
        Text<Document>("source", "来源", "The path as given, or - for standard input.", "所给的路径；- 为标准输入。", d => d.Source),
        Text<Document>("sha256", "SHA-256", "Of the raw bytes, in lower-case hexadecimal digits.", "原始字节的 SHA-256，小写十六进制。", d => d.Sha256),
        Text<Document>("media_type", "媒体类型", "text/plain, text/markdown, …", "text/plain、text/markdown 等。", d => d.MediaType),
        OptionalText<Document>("encoding", "编码", "What the text was decoded from.", "文本解码前的编码。", d => d.Encoding),
        new ObjectColumn<Document, Masthead>(new("masthead", "报头", "The title piece.", "报头。"), Masthead, d => (d.Masthead is not null, d.Masthead), nullable: true),
        new ListColumn<Document, Article>(new("articles", "文章", "In reading order.", "文章，按阅读顺序。"), Article, d => d.Articles, a => a.Headline ?? "", "; "),
        new ListColumn<Document, Repair>(new("repairs", "修复", "Every change made to the text.", "对文本的每一处改动。"), Repair, d => d.Repairs, r => r.Rule, "; "),
        new ListColumn<Document, Warning>(new("warnings", "警告", "What a person should look at.", "需要人看一看的地方。"), Warning, d => d.Warnings, CompactWarning, "\n"),
    ]);

    public static RecordShape<DocumentError> ErrorDetail { get; } = new("error_detail", "Why a source could not be read.",
    [
        Text<DocumentError>("code", "代码", "A stable code.", "固定的代码。", e => e.Code),
        Text<DocumentError>("message", "说明", "What is wrong, where, and what to do next.", "哪里有什么问题，下一步怎么办。", e => e.Message),
    ]);

    public static RecordShape<DocumentError> Error { get; } = new("error", "Stands in a document's place where a source could not be read.",
    [
        new TextColumn<DocumentError>(Schema, _ => Bulletins.Document.SchemaId, allowed: [Bulletins.Document.SchemaId]),
        Text<DocumentError>("source", "来源", "The path as given, or - for standard input.", "所给的路径；- 为标准输入。", e => e.Source),
        new ObjectColumn<DocumentError, DocumentError>(new("error", "错误", "What went wrong.", "出了什么问题。"), ErrorDetail, e => (true, e), nullable: false),
    ]);

    /// <summary>Every record, the root first.</summary>
    public static IReadOnlyList<IRecordShape> All { get; } = [Document, Error, ErrorDetail, Masthead, Article, Byline, Paragraph, Figure, Span, Box, Repair, Warning];

    private static ColumnLabel Schema => new("schema", "契约", "The contract that the record keeps.", "记录所遵守的契约。");

    /// <summary><c>line:column+length</c>; on a page with <c>p3 </c> before it, or <c>p3[left bottom right top] </c> where the box is known.</summary>
    public static string CompactSpan(SourceSpan span)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{span.Line}:{span.Column}+{span.Length}");
        return (span.Page, span.Box) switch
        {
            ({ } page, { } box) => string.Create(CultureInfo.InvariantCulture, $"p{page}[{string.Join(' ', Box.Columns.Select(c => c.Cell(box)))}] {place}"),
            ({ } page, null) => string.Create(CultureInfo.InvariantCulture, $"p{page} {place}"),
            _ => place,
        };
    }

    /// <summary><c>role:name</c>, with the unit in brackets where one is printed.</summary>
    public static string CompactByline(Byline byline)
    {
        var credit = EnumWords<BylineRole>.Of(byline.Role) + ":" + byline.Name;
        return byline.Organization is null ? credit : $"{credit} ({byline.Organization})";
    }

    /// <summary><c>line 12: code: message</c>.</summary>
    public static string CompactWarning(Warning warning) => warning.Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"line {line}: {warning.Code}: {warning.Message}")
        : $"{warning.Code}: {warning.Message}";

    private static TextColumn<T> Text<T>(string name, string title, string description, string chinese, Func<T, string> get) =>
        new(new(name, title, description, chinese), get);

    private static TextColumn<T> OptionalText<T>(string name, string title, string description, string chinese, Func<T, string?> get) =>
        new(new(name, title, description, chinese), get, nullable: true);

    private static TextColumn<T> Word<T, TEnum>(string name, string title, string description, string chinese, Func<T, TEnum> get)
        where TEnum : struct, Enum =>
        new(new(name, title, description, chinese), r => EnumWords<TEnum>.Of(get(r)), allowed: EnumWords<TEnum>.All);

    private static TextColumn<T> OptionalWord<T, TEnum>(string name, string title, string description, string chinese, Func<T, TEnum?> get)
        where TEnum : struct, Enum =>
        new(new(name, title, description, chinese), r => get(r) is { } word ? EnumWords<TEnum>.Of(word) : null, nullable: true, allowed: EnumWords<TEnum>.All);

    private static NumberColumn<T> Number<T>(string name, string title, string description, string chinese, Func<T, decimal> get) =>
        new(new(name, title, description, chinese), r => get(r));

    private static NumberColumn<T> OptionalNumber<T>(string name, string title, string description, string chinese, Func<T, decimal?> get) =>
        new(new(name, title, description, chinese), get, nullable: true);

    private static NumberColumn<T> Whole<T>(string name, string title, string description, string chinese, Func<T, int> get) =>
        new(new(name, title, description, chinese), r => get(r), type: "integer");

    private static NumberColumn<T> OptionalWhole<T>(string name, string title, string description, string chinese, Func<T, int?> get) =>
        new(new(name, title, description, chinese), r => get(r), nullable: true, type: "integer");

    private static ListColumn<T, SourceSpan> Spans<T>(string description, string chinese, Func<T, IReadOnlyList<SourceSpan>> get) =>
        new(new("spans", "位置", description, chinese), Span, get, CompactSpan, "; ");
}
