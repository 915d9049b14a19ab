using System.Globalization;

namespace Bulletins.Export.Xlsx;

/// <summary>A table of a workbook: a sheet, and a further one each time a sheet is full.</summary>
internal sealed class XlsxTable(string name, IReadOnlyList<string> headings, IReadOnlyList<CellKind> kinds, int rowLimit, string spoolFolder) : IDisposable
{
    private readonly List<XlsxSheet> sheets = [];

    public IReadOnlyList<XlsxSheet> Sheets => sheets;

    public bool IsEmpty => sheets.Count == 0;

    /// <summary>Where the next row goes.</summary>
    public SheetPlace Next => sheets is [.., var last] && last.Rows < rowLimit ? new(last.Name, last.Rows + 1) : new(SheetName(sheets.Count + 1), 2);

    public void Add(ReadOnlySpan<Cell> cells, int linkedColumn = 0, string? target = null)
    {
        if (sheets is not [.., var sheet] || sheet.Rows == rowLimit)
        {
            if (sheets is [.., var full])
            {
                full.End();
            }

            sheet = Begin();
        }

        sheet.Add(cells, linkedColumn, target);
    }

    /// <summary>Ends the last sheet.</summary>
    /// <param name="evenIfEmpty">A table without rows gets a sheet with its headings.</param>
    public void End(bool evenIfEmpty)
    {
        if (IsEmpty && evenIfEmpty)
        {
            Begin();
        }

        if (sheets is [.., var last])
        {
            last.End();
        }
    }

    public void Dispose()
    {
        foreach (var sheet in sheets)
        {
            sheet.Dispose();
        }
    }

    private XlsxSheet Begin()
    {
        var sheet = new XlsxSheet(SheetName(sheets.Count + 1), headings, kinds, spoolFolder);
        sheets.Add(sheet);
        return sheet;
    }

    private string SheetName(int number) => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
}
