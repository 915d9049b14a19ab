namespace Bulletins.Export.Sqlite;

/// <summary>A table of the database: its columns, and what holds it together with the others.</summary>
/// <param name="Key">The columns of the primary key.</param>
/// <param name="Parent">The table whose row it belongs to and goes with; the key has the same name in both.</param>
/// <param name="Indexes">Columns of each further index.</param>
/// <param name="Clustered">Rows are kept in the key's order (<c>WITHOUT ROWID</c>).</param>
internal sealed record DatabaseTable(ExportTable Rows, string[] Key, (string Table, string Column)? Parent, string[] Indexes, bool Clustered = false)
{
    public string Name => Rows.Name;
}

/// <summary>The tables of the database, from the same columns as every other output. Parents stand before their children.</summary>
internal static class DatabaseTables
{
    private static readonly ColumnLabel DocumentId = ExportColumns.Document.Columns.Single(c => c.Name == "document_id").Label;
    private static readonly ColumnLabel ArticleId = ExportColumns.Article.Columns.Single(c => c.Name == "article_id").Label;
    private static readonly ColumnLabel Ordinal = new("ordinal", "序号", "From 1, in order.", "按顺序，从 1 起。");
    private static readonly ColumnLabel FirstLine = new("line", "行", "Line in the source where it begins, from 1.", "在源文件中从哪一行开始，从 1 起。");
    private static readonly ColumnLabel FirstPage = new("page", "页", "Page of a paged source where it begins, from 1.", "在分页来源中从哪一页开始，从 1 起。");
    private static readonly ColumnLabel Body = new("text", "正文", "The paragraphs, one a line.", "正文，一段一行。");

    public static DatabaseTable Documents { get; } = new(
        new ExportTable<Document>("documents", "文档", record => record.Document is { } d ? [d] : [],
        [
            .. ExportColumns.Document.Columns.Where(c => c.Kind != CellKind.List && c.Name != "masthead"),
            .. ExportColumns.Masthead.Columns.Select(c => new LiftedColumn<Document, Masthead>(c, d => (d.Masthead is not null, d.Masthead), "masthead_", optional: true)),
        ]),
        ["document_id"], null, ["source", "sha256", "masthead_date"]);

    public static DatabaseTable Articles { get; } = new(
        new ExportTable<(Document Document, Article Article)>("articles", "文章", record => record.Document is { } d ? d.Articles.Select(a => (d, a)) : [],
        [
            Id<(Document Document, Article Article)>(DocumentId, r => r.Document.DocumentId),
            .. ExportColumns.Article.Columns.Where(c => c.Name is not ("bylines" or "paragraphs" or "figures" or "spans"))
                .Select(c => new LiftedColumn<(Document Document, Article Article), Article>(c, r => (true, r.Article))),
            new TextColumn<(Document Document, Article Article)>(Body, r => string.Join('\n', r.Article.Paragraphs.Select(p => p.Text)), mayBeEmpty: true),
            .. Place<(Document Document, Article Article)>(r => r.Article.Spans),
            new LiftedColumn<(Document Document, Article Article), Article>(ExportColumns.Article.Columns.Single(c => c.Name == "spans"), r => (true, r.Article)),
        ]),
        ["article_id"], ("documents", "document_id"), ["document_id", "organization", "kind"]);

    public static DatabaseTable Bylines { get; } = OfArticle("bylines", "署名", ExportColumns.Byline, a => a.Bylines, clustered: true, "name");

    public static DatabaseTable Paragraphs { get; } = OfArticle("paragraphs", "段落", ExportColumns.Paragraph, a => a.Paragraphs, clustered: false);

    public static DatabaseTable Figures { get; } = new(
        new ExportTable<(Article Article, Figure Figure)>("figures", "数据", record => record.Document is { } d ? d.Articles.SelectMany(a => a.Figures.Select(f => (a, f))) : [],
        [
            Id<(Article Article, Figure Figure)>(ArticleId, r => r.Article.ArticleId),
            .. ExportColumns.Figure.Columns.Where(c => c.Name != "spans").Select(c => new LiftedColumn<(Article Article, Figure Figure), Figure>(c, r => (true, r.Figure))),
            .. Place<(Article Article, Figure Figure)>(r => r.Figure.Spans),
            new LiftedColumn<(Article Article, Figure Figure), Figure>(ExportColumns.Figure.Columns.Single(c => c.Name == "spans"), r => (true, r.Figure)),
        ]).WithExact(),
        ["figure_id"], ("articles", "article_id"), ["article_id", "category", "unit", "measure", "period"]);

    public static DatabaseTable Repairs { get; } = OfDocument("repairs", "修复", ExportColumns.Repair, d => d.Repairs, "rule");

    public static DatabaseTable Warnings { get; } = OfDocument("warnings", "警告", ExportColumns.Warning, d => d.Warnings, "code");

    public static DatabaseTable Errors { get; } = new(
        new ExportTable<DocumentError>("errors", "错误", record => record.Error is { } e ? [e] : [],
            [ExportColumns.Error.Columns.Single(c => c.Name == "source"), .. ExportColumns.ErrorDetail.Columns]),
        ["source"], null, ["code"], Clustered: true);

    public static IReadOnlyList<DatabaseTable> All { get; } = [Documents, Articles, Bylines, Paragraphs, Figures, Repairs, Warnings, Errors];

    private static DatabaseTable OfArticle<TItem>(
        string name, string title, RecordShape<TItem> shape, Func<Article, IReadOnlyList<TItem>> items, bool clustered, params string[] indexes) => new(
        new ExportTable<(Article Article, int Ordinal, TItem Item)>(name, title,
            record => record.Document is { } d ? d.Articles.SelectMany(a => items(a).Select((item, i) => (a, i + 1, item))) : [],
        [
            Id<(Article Article, int Ordinal, TItem Item)>(ArticleId, r => r.Article.ArticleId),
            new NumberColumn<(Article Article, int Ordinal, TItem Item)>(Ordinal, r => r.Ordinal, type: "integer"),
            .. shape.Columns.Select(c => new LiftedColumn<(Article Article, int Ordinal, TItem Item), TItem>(c, r => (true, r.Item))),
        ]),
        ["article_id", "ordinal"], ("articles", "article_id"), indexes, clustered);

    private static DatabaseTable OfDocument<TItem>(string name, string title, RecordShape<TItem> shape, Func<Document, IReadOnlyList<TItem>> items, params string[] indexes) => new(
        new ExportTable<(Document Document, int Ordinal, TItem Item)>(name, title,
            record => record.Document is { } d ? items(d).Select((item, i) => (d, i + 1, item)) : [],
        [
            Id<(Document Document, int Ordinal, TItem Item)>(DocumentId, r => r.Document.DocumentId),
            new NumberColumn<(Document Document, int Ordinal, TItem Item)>(Ordinal, r => r.Ordinal, type: "integer"),
            .. shape.Columns.Select(c => new LiftedColumn<(Document Document, int Ordinal, TItem Item), TItem>(c, r => (true, r.Item))),
        ]),
        ["document_id", "ordinal"], ("documents", "document_id"), indexes, Clustered: true);

    private static TextColumn<T> Id<T>(ColumnLabel label, Func<T, string> get) => new(label, get);

    private static IEnumerable<Column<T>> Place<T>(Func<T, IReadOnlyList<SourceSpan>> spans) =>
    [
        new NumberColumn<T>(FirstPage, r => spans(r) is [{ Page: { } page }, ..] ? page : null, nullable: true, type: "integer"),
        new NumberColumn<T>(FirstLine, r => spans(r) is [var first, ..] ? first.Line : null, nullable: true, type: "integer"),
    ];
}
