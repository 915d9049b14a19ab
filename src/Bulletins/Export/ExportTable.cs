namespace Bulletins.Export;

/// <summary>The language of headings.</summary>
public enum HeaderLanguage
{
    /// <summary>The contract's names.</summary>
    English,
    Chinese,
}

/// <summary>A flat table: its columns, and the rows that a record of the output adds to it.</summary>
public abstract class ExportTable(string name, string title)
{
    public string Name { get; } = name;

    /// <summary>What it is called in Chinese.</summary>
    public string Title { get; } = title;

    public abstract IReadOnlyList<IColumn> Columns { get; }

    /// <summary>The columns' names in the contract.</summary>
    public IReadOnlyList<string> Header => Headings(HeaderLanguage.English);

    public IReadOnlyList<string> Headings(HeaderLanguage language) => [.. Columns.Select(c => language == HeaderLanguage.Chinese ? c.Label.Title : c.Name)];

    /// <summary>The table with some of its columns, in another order.</summary>
    /// <param name="columns">Names or Chinese headings, each of a column of this table.</param>
    public abstract ExportTable Choose(IReadOnlyList<string> columns);

    /// <summary>The table with a further column, <c>exact</c>, for outputs that hold numbers in doubles: the digits of whatever number a double cannot hold.</summary>
    public abstract ExportTable WithExact();

    /// <summary>The rows of one record; the array is used again for the next row.</summary>
    public abstract IEnumerable<Cell[]> Rows(ExportRecord record);
}

/// <inheritdoc/>
internal sealed class ExportTable<TRow>(string name, string title, Func<ExportRecord, IEnumerable<TRow>> rows, IReadOnlyList<Column<TRow>> columns)
    : ExportTable(name, title)
{
    public override IReadOnlyList<IColumn> Columns => columns;

    public override ExportTable Choose(IReadOnlyList<string> chosen) =>
        new ExportTable<TRow>(Name, Title, rows, [.. chosen.Select(word => columns.First(c => c.Name == word || c.Label.Title == word))]);

    public override ExportTable WithExact()
    {
        var numbers = columns.Where(c => c.Kind == CellKind.Number).ToList();
        var label = new ColumnLabel("exact", "精确值", "Digits of a number in this row that has more of them than a double holds (15), as name=digits.",
            "本行中位数超过双精度数（15 位）的数值的全部数字，写作 名称=数字。");
        var exact = new TextColumn<TRow>(label, row => Exact(numbers, row), nullable: true);
        return new ExportTable<TRow>(Name, Title, rows, [.. columns, exact]);
    }

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

    private static string? Exact(List<Column<TRow>> numbers, TRow row)
    {
        string? exact = null;
        foreach (var column in numbers)
        {
            var cell = column.Cell(row);
            if (cell.IsNumber && !ExactDecimal.FitsDouble(cell.Number))
            {
                exact = $"{(exact is null ? "" : exact + "; ")}{column.Name}={cell}";
            }
        }

        return exact;
    }
}
