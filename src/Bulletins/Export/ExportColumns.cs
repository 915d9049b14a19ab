using System.Globalization;

namespace Bulletins.Export;

/// <summary>The table of columns: every field of the contract <c>bulletins/1</c>, once. The JSON writer, the flat tables and
/// the schema all read it, so that none can say what another does not.</summary>
public static class ExportColumns
{
    public static RecordShape<Box> Box { get; } = new("box", "A rectangle on a page, in points from the lower left corner.",
    [
        Number<Box>("left", "Left edge.", b => Math.Round((decimal)b.Left, 2)),
        Number<Box>("bottom", "Lower edge.", b => Math.Round((decimal)b.Bottom, 2)),
        Number<Box>("right", "Right edge.", b => Math.Round((decimal)b.Right, 2)),
        Number<Box>("top", "Upper edge.", b => Math.Round((decimal)b.Top, 2)),
    ]);

    public static RecordShape<SourceSpan> Span { get; } = new("span", "A place in the source; it never crosses a line's end.",
    [
        Whole<SourceSpan>("line", "Line in the decoded source text, from 1.", s => s.Line),
        Whole<SourceSpan>("column", "Column in characters (code points), from 1.", s => s.Column),
        Whole<SourceSpan>("length", "Length in characters (code points).", s => s.Length),
        OptionalWhole<SourceSpan>("page", "Page of a paged source, from 1.", s => s.Page),
        new ObjectColumn<SourceSpan, Box>("box", "Where on the page.", Box, s => (s.Box.HasValue, s.Box.GetValueOrDefault()), nullable: true),
    ]);

    public static RecordShape<Figure> Figure { get; } = new("figure", "A quantity that the text states.",
    [
        Text<Figure>("figure_id", "article_id and the figure's ordinal.", f => f.FigureId),
        Text<Figure>("text", "The words that state it, from the normalized text: qualifier, number and unit.", f => f.Text),
        Number<Figure>("value", "In unit, an exact decimal: 658万元 is 6580000, 40% is 40.", f => f.Value),
        OptionalNumber<Figure>("value_max", "Upper end of a range.", f => f.ValueMax),
        OptionalNumber<Figure>("from_value", "Where a change started: 从8.7%降低至0.7% is from 8.7.", f => f.FromValue),
        Text<Figure>("unit", "ISO 4217 for money, UCUM for the rest, 1 for a count.", f => f.Unit),
        OptionalText<Figure>("unit_text", "The unit as printed, its scale word included.", f => f.UnitText),
        Word<Figure, FigureCategory>("category", "What kind of quantity it is.", f => f.Category),
        Word<Figure, FigureQualifier>("qualifier", "How exactly it is stated.", f => f.Qualifier),
        OptionalWord<Figure, FigureDirection>("direction", "Set when the figure is an amount of change or the end of one.", f => f.Direction),
        OptionalWord<Figure, FigureBasis>("basis", "What a change is measured against.", f => f.Basis),
        OptionalText<Figure>("measure", "The indicator the figure is of, as printed.", f => f.Measure),
        OptionalText<Figure>("period", "ISO 8601 date, month, year or interval the figure is of.", f => f.Period),
        Text<Figure>("sentence", "The sentence that states it.", f => f.Sentence),
        Spans<Figure>("Where it stands in the source.", f => f.Spans),
    ]);

    public static RecordShape<Byline> Byline { get; } = new("byline", "Who is credited.",
    [
        Word<Byline, BylineRole>("role", "In what role; author where the text names none.", b => b.Role),
        Text<Byline>("name", "The person, or the unit or publication credited instead of one.", b => b.Name),
        OptionalText<Byline>("organization", "The unit printed with the name.", b => b.Organization),
    ]);

    public static RecordShape<Paragraph> Paragraph { get; } = new("paragraph", "A paragraph, whole where a column or page break cut it.",
    [
        Word<Paragraph, ParagraphKind>("kind", "What it is.", p => p.Kind),
        Text<Paragraph>("text", "Normalized text on one line.", p => p.Text),
    ]);

    public static RecordShape<Article> Article { get; } = new("article", "An article, brief, caption or whatever else an issue is made of.",
    [
        Text<Article>("article_id", "document_id and the article's ordinal.", a => a.ArticleId),
        Whole<Article>("ordinal", "From 1, in reading order.", a => a.Ordinal),
        Word<Article, ArticleKind>("kind", "What it is.", a => a.Kind),
        new TextListColumn<Article>("section", "The headings the article stands under, outermost first.", a => a.Section, " / "),
        OptionalText<Article>("kicker", "引题/肩题: the line over the headline.", a => a.Kicker),
        OptionalText<Article>("headline", "主题; absent where the text has none.", a => a.Headline),
        OptionalText<Article>("subtitle", "副题.", a => a.Subtitle),
        new ListColumn<Article, Byline>("bylines", "Who is credited, in order.", Byline, a => a.Bylines, CompactByline, "; "),
        OptionalText<Article>("organization", "The unit the article is about, as printed.", a => a.Organization),
        new ListColumn<Article, Paragraph>("paragraphs", "The body.", Paragraph, a => a.Paragraphs, p => p.Text, "\n"),
        new ListColumn<Article, Figure>("figures", "The quantities it states, in reading order.", Figure, a => a.Figures, f => f.Text, "; "),
        Spans<Article>("Where the article stands in the source.", a => a.Spans),
    ]);

    public static RecordShape<Masthead> Masthead { get; } = new("masthead", "The title piece of an issue.",
    [
        OptionalText<Masthead>("title", "The bulletin's name.", m => m.Title),
        OptionalText<Masthead>("publisher", "Who publishes it.", m => m.Publisher),
        OptionalWhole<Masthead>("issue", "第9期 is 9.", m => m.Issue),
        OptionalWhole<Masthead>("issue_total", "总第9期 is 9.", m => m.IssueTotal),
        OptionalText<Masthead>("date", "ISO 8601.", m => m.Date),
    ]);

    public static RecordShape<Repair> Repair { get; } = new("repair", "One change made to the text.",
    [
        Text<Repair>("rule", "The rule's id; `bulletins explain RULE` documents it.", r => r.Rule),
        Whole<Repair>("line", "Line in the source, from 1.", r => r.Line),
        Whole<Repair>("column", "Column in characters (code points), from 1.", r => r.Column),
        Text<Repair>("before", "What the source has.", r => r.Before),
        Text<Repair>("after", "What the normalized text has instead.", r => r.After),
        // Rounded: the last bits of a logarithm are the machine's own.
        Number<Repair>("confidence", "Between 0 and 1.", r => Math.Round((decimal)r.Confidence, 3)),
        OptionalText<Repair>("evidence", "Why, in words, where the rule's description does not say it all.", r => r.Evidence),
    ]);

    public static RecordShape<Warning> Warning { get; } = new("warning", "What a person should look at.",
    [
        Text<Warning>("code", "A stable code.", w => w.Code),
        Text<Warning>("message", "What and why.", w => w.Message),
        OptionalWhole<Warning>("line", "Line in the source, from 1.", w => w.Line),
    ]);

    public static RecordShape<Document> Document { get; } = new("document", "What one issue of a bulletin says.",
    [
        new TextColumn<Document>("schema", "The contract that the record keeps.", _ => Bulletins.Document.SchemaId, allowed: [Bulletins.Document.SchemaId]),
        Text<Document>("document_id", "Stable across runs and machines.", d => d.DocumentId),
        Text<Document>("source", "The path as given, or - for standard input.", d => d.Source),
        Text<Document>("sha256", "Of the raw bytes, in lower-case hexadecimal digits.", d => d.Sha256),
        Text<Document>("media_type", "text/plain, text/markdown, …", d => d.MediaType),
        OptionalText<Document>("encoding", "What the text was decoded from.", d => d.Encoding),
        new ObjectColumn<Document, Masthead>("masthead", "The title piece.", Masthead, d => (d.Masthead is not null, d.Masthead), nullable: true),
        new ListColumn<Document, Article>("articles", "In reading order.", Article, d => d.Articles, a => a.Headline ?? "", "; "),
        new ListColumn<Document, Repair>("repairs", "Every change made to the text.", Repair, d => d.Repairs, r => r.Rule, "; "),
        new ListColumn<Document, Warning>("warnings", "What a person should look at.", Warning, d => d.Warnings, CompactWarning, "\n"),
    ]);

    public static RecordShape<DocumentError> ErrorDetail { get; } = new("error_detail", "Why a source could not be read.",
    [
        Text<DocumentError>("code", "A stable code.", e => e.Code),
        Text<DocumentError>("message", "What is wrong, where, and what to do next.", e => e.Message),
    ]);

    public static RecordShape<DocumentError> Error { get; } = new("error", "Stands in a document's place where a source could not be read.",
    [
        new TextColumn<DocumentError>("schema", "The contract that the record keeps.", _ => Bulletins.Document.SchemaId, allowed: [Bulletins.Document.SchemaId]),
        Text<DocumentError>("source", "The path as given, or - for standard input.", e => e.Source),
        new ObjectColumn<DocumentError, DocumentError>("error", "What went wrong.", ErrorDetail, e => (true, e), nullable: false),
    ]);

    /// <summary>Every record, the root first.</summary>
    public static IReadOnlyList<IRecordShape> All { get; } = [Document, Error, ErrorDetail, Masthead, Article, Byline, Paragraph, Figure, Span, Box, Repair, Warning];

    /// <summary><c>line:column+length</c>, with <c>p3 </c> before it on a page.</summary>
    public static string CompactSpan(SourceSpan span) => span.Page is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"p{page} {span.Line}:{span.Column}+{span.Length}")
        : string.Create(CultureInfo.InvariantCulture, $"{span.Line}:{span.Column}+{span.Length}");

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

    private static TextColumn<T> Text<T>(string name, string description, Func<T, string> get) => new(name, description, get);

    private static TextColumn<T> OptionalText<T>(string name, string description, Func<T, string?> get) => new(name, description, get, nullable: true);

    private static TextColumn<T> Word<T, TEnum>(string name, string description, Func<T, TEnum> get)
        where TEnum : struct, Enum => new(name, description, r => EnumWords<TEnum>.Of(get(r)), allowed: EnumWords<TEnum>.All);

    private static TextColumn<T> OptionalWord<T, TEnum>(string name, string description, Func<T, TEnum?> get)
        where TEnum : struct, Enum =>
        new(name, description, r => get(r) is { } word ? EnumWords<TEnum>.Of(word) : null, nullable: true, allowed: EnumWords<TEnum>.All);

    private static NumberColumn<T> Number<T>(string name, string description, Func<T, decimal> get) => new(name, description, r => get(r));

    private static NumberColumn<T> OptionalNumber<T>(string name, string description, Func<T, decimal?> get) => new(name, description, get, nullable: true);

    private static NumberColumn<T> Whole<T>(string name, string description, Func<T, int> get) => new(name, description, r => get(r), type: "integer");

    private static NumberColumn<T> OptionalWhole<T>(string name, string description, Func<T, int?> get) => new(name, description, r => get(r), nullable: true, type: "integer");

    private static ListColumn<T, SourceSpan> Spans<T>(string description, Func<T, IReadOnlyList<SourceSpan>> get) =>
        new("spans", description, Span, get, CompactSpan, "; ");
}
