namespace Bulletins.Export;

/// <summary>The flat tables: documents, articles, figures, repairs. Rows of one refer to rows of another by their ids, and carry
/// enough of their surroundings (source, headline, date) to be read alone.</summary>
public static class ExportTables
{
    public static ExportTable Documents { get; } = new ExportTable<ExportRecord>("documents", "文档", record => [record],
    [
        .. Lift<ExportRecord, Document>(ExportColumns.Document, r => r.Document, optional: true, "schema", "document_id"),
        Text<ExportRecord>(new("source", "来源", "The path as given, or - for standard input.", "所给的路径；- 为标准输入。"), r => r.Source),
        .. Lift<ExportRecord, Document>(ExportColumns.Document, r => r.Document, optional: true, "sha256", "media_type", "encoding"),
        .. ExportColumns.Masthead.Columns.Select(c =>
            new LiftedColumn<ExportRecord, Masthead>(c, r => (r.Document?.Masthead is not null, r.Document?.Masthead), "masthead_", optional: true)),
        Count<ExportRecord>(new("article_count", "文章数", "Number of articles of every kind.", "各类文章的数目。"), r => r.Document?.Articles.Count),
        Count<ExportRecord>(new("figure_count", "数据数", "Number of figures.", "数据的数目。"), r => r.Document?.Articles.Sum(a => a.Figures.Count)),
        Count<ExportRecord>(new("repair_count", "修复数", "Number of changes made to the text.", "对文本改动的数目。"), r => r.Document?.Repairs.Count),
        Count<ExportRecord>(new("warning_count", "警告数", "Number of warnings.", "警告的数目。"), r => r.Document?.Warnings.Count),
        .. Lift<ExportRecord, Document>(ExportColumns.Document, r => r.Document, optional: true, "warnings"),
        Text<ExportRecord>(new("error", "错误", "Code and message where the source could not be read.", "来源无法读取时的代码和说明。"),
            r => r.Error is { } e ? $"{e.Code}: {e.Message}" : null, nullable: true),
    ]);

    public static ExportTable Articles { get; } = new ExportTable<(Document Document, Article Article)>("articles", "文章",
        record => record.Document is { } d ? d.Articles.Select(a => (d, a)) : [],
    [
        Text<(Document Document, Article Article)>(DocumentId, r => r.Document.DocumentId),
        Text<(Document Document, Article Article)>(Source, r => r.Document.Source),
        Day<(Document Document, Article Article)>(IssueDate, r => r.Document.Masthead?.Date),
        .. ExportColumns.Article.Columns.Where(c => c.Name != "figures")
            .Select(c => new LiftedColumn<(Document Document, Article Article), Article>(c, r => (true, r.Article))),
        Count<(Document Document, Article Article)>(new("figure_count", "数据数", "Number of figures it states.", "文中数据的数目。"), r => r.Article.Figures.Count, nullable: false),
    ]);

    public static ExportTable Figures { get; } = new ExportTable<(Document Document, Article Article, Figure Figure)>("figures", "数据",
        record => record.Document is { } d ? d.Articles.SelectMany(a => a.Figures.Select(f => (d, a, f))) : [],
    [
        Text<(Document Document, Article Article, Figure Figure)>(DocumentId, r => r.Document.DocumentId),
        Text<(Document Document, Article Article, Figure Figure)>(Source, r => r.Document.Source),
        Day<(Document Document, Article Article, Figure Figure)>(IssueDate, r => r.Document.Masthead?.Date),
        .. Lift<(Document Document, Article Article, Figure Figure), Article>(ExportColumns.Article, r => r.Article, optional: false, "article_id", "kind", "headline", "organization"),
        .. ExportColumns.Figure.Columns.Select(c => new LiftedColumn<(Document Document, Article Article, Figure Figure), Figure>(c, r => (true, r.Figure))),
    ]);

    public static ExportTable Repairs { get; } = new ExportTable<(Document Document, Repair Repair)>("repairs", "修复",
        record => record.Document is { } d ? d.Repairs.Select(r => (d, r)) : [],
    [
        Text<(Document Document, Repair Repair)>(DocumentId, r => r.Document.DocumentId),
        Text<(Document Document, Repair Repair)>(Source, r => r.Document.Source),
        .. ExportColumns.Repair.Columns.Select(c => new LiftedColumn<(Document Document, Repair Repair), Repair>(c, r => (true, r.Repair))),
    ]);

    public static IReadOnlyList<ExportTable> All { get; } = [Documents, Articles, Figures, Repairs];

    /// <summary>The table of this name; null where there is none.</summary>
    public static ExportTable? Find(string name) => All.FirstOrDefault(t => t.Name == name);

    private static ColumnLabel DocumentId => ExportColumns.Document.Columns.Single(c => c.Name == "document_id").Label;

    private static ColumnLabel Source => new("source", "来源", "The document's source.", "文档的来源。");

    private static ColumnLabel IssueDate => new("masthead_date", "出刊日期", "The issue's date.", "该期的日期。");

    private static TextColumn<T> Text<T>(ColumnLabel label, Func<T, string?> get, bool nullable = false) => new(label, get, nullable);

    private static TextColumn<T> Day<T>(ColumnLabel label, Func<T, string?> get) => new(label, get, nullable: true, kind: CellKind.Date);

    private static NumberColumn<T> Count<T>(ColumnLabel label, Func<T, int?> get, bool nullable = true) => new(label, r => get(r), nullable, type: "integer");

    private static IEnumerable<Column<T>> Lift<T, TInner>(RecordShape<TInner> shape, Func<T, TInner?> get, bool optional, params string[] names)
        where TInner : class =>
        names.Select(name => new LiftedColumn<T, TInner>(shape.Columns.Single(c => c.Name == name), r => (get(r) is not null, get(r)), optional: optional));
}
