using System.Text.Json;

namespace Bulletins.Export;

/// <summary>Reads back what <see cref="JsonRecordWriter"/> wrote: one record, or an array of them. Fields that this version does not
/// know are passed over, and a field that may be null may be missing.</summary>
public static class RecordReader
{
    /// <summary>The records of a file.</summary>
    /// <exception cref="FormatException">It is no JSON, or no record of the contract; the message says where.</exception>
    public static IReadOnlyList<ExportRecord> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\ufeff"u8))
        {
            json = json[3..];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select((e, i) => Record(new Node(e, $"[{i}]")))]
                : [Record(new Node(document.RootElement, ""))];
        }
        catch (JsonException e)
        {
            throw new FormatException(FormattableString.Invariant($"it is no JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"), e);
        }
    }

    private static ExportRecord Record(Node node)
    {
        if (node.Text("schema") is var schema && schema != Document.SchemaId)
        {
            throw new FormatException($"its schema is {schema}, not {Document.SchemaId}");
        }

        return node.Find("error") is { } error
            ? ExportRecord.Of(new DocumentError(node.Text("source"), error.Text("code"), error.Text("message")))
            : ExportRecord.Of(new Document
            {
                DocumentId = node.Text("document_id"),
                Source = node.Text("source"),
                Sha256 = node.Text("sha256"),
                MediaType = node.Text("media_type"),
                Encoding = node.OptionalText("encoding"),
                Masthead = node.Find("masthead") is { } m ? new Masthead(m.OptionalText("title"), m.OptionalText("publisher"), m.OptionalInt("issue"), m.OptionalInt("issue_total"), m.OptionalText("date")) : null,
                Articles = [.. node.List("articles").Select(Article)],
                Repairs = [.. node.List("repairs").Select(r => new Repair(r.Text("rule"), r.Int("line"), r.Int("column"), r.Text("before"), r.Text("after"), (double)r.Number("confidence"), r.OptionalText("evidence")))],
                Warnings = [.. node.List("warnings").Select(w => new Warning(w.Text("code"), w.Text("message"), w.OptionalInt("line")) { Confidence = w.OptionalNumber("confidence") })],
            });
    }

    private static Article Article(Node node) => new()
    {
        ArticleId = node.Text("article_id"),
        Ordinal = node.Int("ordinal"),
        Kind = node.Word<ArticleKind>("kind"),
        Section = [.. node.List("section").Select(s => s.Value())],
        Kicker = node.OptionalText("kicker"),
        Headline = node.OptionalText("headline"),
        Subtitle = node.OptionalText("subtitle"),
        Bylines = [.. node.List("bylines").Select(b => new Byline(b.Word<BylineRole>("role"), b.Text("name"), b.OptionalText("organization")))],
        Organization = node.OptionalText("organization"),
        Paragraphs = [.. node.List("paragraphs").Select(p => new Paragraph(p.Word<ParagraphKind>("kind"), p.Text("text")))],
        Figures = [.. node.List("figures").Select(Figure)],
        Spans = Spans(node),
    };

    private static Figure Figure(Node node) => new()
    {
        FigureId = node.Text("figure_id"),
        Text = node.Text("text"),
        Value = node.Number("value"),
        ValueMax = node.OptionalNumber("value_max"),
        FromValue = node.OptionalNumber("from_value"),
        Unit = node.Text("unit"),
        UnitText = node.OptionalText("unit_text"),
        Category = node.Word<FigureCategory>("category"),
        Qualifier = node.Word<FigureQualifier>("qualifier"),
        Direction = node.OptionalWord<FigureDirection>("direction"),
        Basis = node.OptionalWord<FigureBasis>("basis"),
        Measure = node.OptionalText("measure"),
        Period = node.OptionalText("period"),
        Sentence = node.Text("sentence"),
        Spans = Spans(node),
    };

    private static List<SourceSpan> Spans(Node node) =>
    [
        .. node.List("spans").Select(s => new SourceSpan(s.Int("line"), s.Int("column"), s.Int("length"), s.OptionalInt("page"), s.Find("box") is { } b
            ? new Box((double)b.Number("left"), (double)b.Number("bottom"), (double)b.Number("right"), (double)b.Number("top")) : null)),
    ];

    /// <summary>A JSON value that knows where it stands.</summary>
    private readonly record struct Node(JsonElement Element, string Path)
    {
        public Node? Find(string name) =>
            Element.ValueKind != JsonValueKind.Object ? throw Wrong(Path, "an object")
            : Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new Node(value, $"{Path}.{name}") : null;

        public string Value() => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Wrong(Path, "a text");

        public string Text(string name) => Required(name).Value();

        public string? OptionalText(string name) => Find(name)?.Value();

        public decimal Number(string name) => Required(name).AsNumber();

        public decimal? OptionalNumber(string name) => Find(name)?.AsNumber();

        public int Int(string name) => Required(name).AsInt();

        public int? OptionalInt(string name) => Find(name)?.AsInt();

        public T Word<T>(string name)
            where T : struct, Enum => Required(name).AsWord<T>();

        public T? OptionalWord<T>(string name)
            where T : struct, Enum => Find(name)?.AsWord<T>();

        public IEnumerable<Node> List(string name)
        {
            var path = Path;
            var list = Required(name);
            return list.Element.ValueKind == JsonValueKind.Array
                ? list.Element.EnumerateArray().Select((e, i) => new Node(e, $"{path}.{name}[{i}]"))
                : throw Wrong(list.Path, "a list");
        }

        private Node Required(string name) => Find(name) ?? throw new FormatException($"{Path}.{name} is missing".TrimStart('.'));

        private decimal AsNumber() => Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var value) ? value : throw Wrong(Path, "a number");

        private int AsInt() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var value) ? value : throw Wrong(Path, "a whole number");

        private T AsWord<T>()
            where T : struct, Enum =>
            EnumWords<T>.TryParse(Value(), out var value) ? value : throw Wrong(Path, "one of " + string.Join(", ", EnumWords<T>.All));

        private static FormatException Wrong(string path, string what) => new($"{path.TrimStart('.')} is not {what}");
    }
}
