namespace Bulletins.Export;

/// <summary>The flat tables: documents, articles, figures, repairs. Rows of one refer to rows of another by their ids, and carry
/// enough of their surroundings (source, headline, date) to be read alone.</summary>
public static class ExportTables
{
    public static ExportTable Documents { get; } = new ExportTable<ExportRecord>("documents", record => [record],
    [
        .. Lift<ExportRecord, Document>(ExportColumns.Document, r => r.Document, "schema", "document_id"),
        Text<ExportRecord>("source", "The path as given, or - for standard input.", r => r.Source),
        .. Lift<ExportRecord, Document>(ExportColumns.Document, r => r.Document, "sha256", "media_type", "encoding"),
        .. ExportColumns.Masthead.Columns.Select(c => new LiftedColumn<ExportRecord, Masthead>(c, r => r.Document?.Masthead, "masthead_")),
        Count<ExportRecord>("article_count", "Number of articles of every kind.", r => r.Document?.Articles.Count),
        Count<ExportRecord>("figure_count", "Number of figures.", r => r.Document?.Articles.Sum(a => a.Figures.Count)),
        Count<ExportRecord>("repair_count", "Number of changes made to the text.", r => r.Document?.Repairs.Count),
        Count<ExportRecord>("warning_count", "Number of warnings.", r => r.Document?.Warnings.Count),
        .. Lift<ExportRecord, Document>(ExportColumns.Document, r => r.Document, "warnings"),
        Text<ExportRecord>("error", "Code and message where the source could not be read.", r => r.Error is { } e ? $"{e.Code}: {e.Message}" : null),
    ]);

    public static ExportTable Articles { get; } = new ExportTable<(Document Document, Article Article)>("articles",
        record => record.Document is { } d ? d.Articles.Select(a => (d, a)) : [],
    [
        Text<(Document Document, Article Article)>("document_id", "The document it is of.", r => r.Document.DocumentId),
        Text<(Document Document, Article Article)>("source", "The document's source.", r => r.Document.Source),
        Text<(Document Document, Article Article)>("masthead_date", "The issue's date.", r => r.Document.Masthead?.Date),
        .. ExportColumns.Article.Columns.Where(c => c.Name != "figures")
            .Select(c => new LiftedColumn<(Document Document, Article Article), Article>(c, r => r.Article)),
        Count<(Document Document, Article Article)>("figure_count", "Number of figures it states.", r => r.Article.Figures.Count),
    ]);

    public static ExportTable Figures { get; } = new ExportTable<(Document Document, Article Article, Figure Figure)>("figures",
        record => record.Document is { } d ? d.Articles.SelectMany(a => a.Figures.Select(f => (d, a, f))) : [],
    [
        Text<(Document Document, Article Article, Figure Figure)>("document_id", "The document it is of.", r => r.Document.DocumentId),
        Text<(Document Document, Article Article, Figure Figure)>("source", "The document's source.", r => r.Document.Source),
        Text<(Document Document, Article Article, Figure Figure)>("masthead_date", "The issue's date.", r => r.Document.Masthead?.Date),
        Text<(Document Document, Article Article, Figure Figure)>("article_id", "The article it is of.", r => r.Article.ArticleId),
        Text<(Document Document, Article Article, Figure Figure)>("kind", "The article's kind.", r => EnumWords<ArticleKind>.Of(r.Article.Kind)),
        Text<(Document Document, Article Article, Figure Figure)>("headline", "The article's headline.", r => r.Article.Headline),
        Text<(Document Document, Article Article, Figure Figure)>("organization", "The unit the article is about.", r => r.Article.Organization),
        .. ExportColumns.Figure.Columns.Select(c => new LiftedColumn<(Document Document, Article Article, Figure Figure), Figure>(c, r => r.Figure)),
    ]);

    public static ExportTable Repairs { get; } = new ExportTable<(Document Document, Repair Repair)>("repairs",
        record => record.Document is { } d ? d.Repairs.Select(r => (d, r)) : [],
    [
        Text<(Document Document, Repair Repair)>("document_id", "The document it is of.", r => r.Document.DocumentId),
        Text<(Document Document, Repair Repair)>("source", "The document's source.", r => r.Document.Source),
        .. ExportColumns.Repair.Columns.Select(c => new LiftedColumn<(Document Document, Repair Repair), Repair>(c, r => r.Repair)),
    ]);

    public static IReadOnlyList<ExportTable> All { get; } = [Documents, Articles, Figures, Repairs];

    private static TextColumn<T> Text<T>(string name, string description, Func<T, string?> get) => new(name, description, get, nullable: true);

    private static NumberColumn<T> Count<T>(string name, string description, Func<T, int?> get) => new(name, description, r => get(r), nullable: true, type: "integer");

    private static IEnumerable<Column<T>> Lift<T, TInner>(RecordShape<TInner> shape, Func<T, TInner?> get, params string[] names)
        where TInner : class =>
        names.Select(name => new LiftedColumn<T, TInner>(shape.Columns.Single(c => c.Name == name), get));
}

/// <summary>A flat table: its columns, and the rows that a record of the output adds to it.</summary>
public abstract class ExportTable(string name)
{
    public string Name { get; } = name;

    public abstract IReadOnlyList<string> Header { get; }

    /// <summary>The rows of one record; the array is used again for the next row.</summary>
    public abstract IEnumerable<Cell[]> Rows(ExportRecord record);
}

/// <inheritdoc/>
internal sealed class ExportTable<TRow>(string name, Func<ExportRecord, IEnumerable<TRow>> rows, IReadOnlyList<Column<TRow>> columns) : ExportTable(name)
{
    public override IReadOnlyList<string> Header { get; } = [.. columns.Select(c => c.Name)];

    public override IEnumerable<Cell[]> Rows(ExportRecord record)
    {
        var cells = new Cell[columns.Count];
        foreach (var row in rows(record))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = columns[i].Cell(row);
            }

            yield return cells;
        }
    }
}
