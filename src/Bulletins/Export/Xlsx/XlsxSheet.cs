using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Bulletins.Export.Xlsx;

/// <summary>Where a cell is in a workbook.</summary>
internal readonly record struct SheetPlace(string Sheet, int Row)
{
    /// <summary>The first cell of the row, as a hyperlink names it.</summary>
    public string Location => string.Create(CultureInfo.InvariantCulture, $"'{Sheet}'!A{Row}");
}

/// <summary>One sheet of a workbook, written to disk (deflated) while rows come, because the file takes one part at a time.</summary>
internal sealed class XlsxSheet : IDisposable
{
    /// <summary>Excel's, for one sheet; what is linked beyond is linked by a formula.</summary>
    internal const int HyperlinkLimit = 65_530;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Rows that are looked at for the columns' widths before the first is written.</summary>
    private const int Sample = 200;

    private const int NarrowestColumn = 6;
    private const int WidestColumn = 48;

    private readonly IReadOnlyList<string> headings;
    private readonly CellKind[] kinds;
    private readonly string[] columnNames;
    private readonly Stream spool;
    private readonly XmlWriter xml;
    private readonly List<(Cell[] Cells, int LinkedColumn, string? Target)> waiting = new(Sample);
    private readonly List<(string Cell, string Target)> links = [];
    private int written;

    public XlsxSheet(string name, IReadOnlyList<string> headings, IEnumerable<CellKind> kinds, string spoolFolder)
    {
        Name = name;
        this.headings = headings;
        this.kinds = [.. kinds];
        columnNames = [.. Enumerable.Range(1, headings.Count).Select(XlsxText.ColumnName)];
        spool = new FileStream(Path.Combine(spoolFolder, $".sheet.{Path.GetRandomFileName()}.tmp"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        xml = XmlWriter.Create(new BufferedStream(new DeflateStream(spool, CompressionLevel.Fastest, leaveOpen: true), 1 << 16),
            new XmlWriterSettings { CloseOutput = true, Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
    }

    public string Name { get; }

    /// <summary>All cells, as a formula names them.</summary>
    public string FilterReference => string.Create(CultureInfo.InvariantCulture, $"'{Name}'!$A$1:${columnNames[^1]}${Rows}");

    /// <summary>Rows, the heading's included.</summary>
    public int Rows { get; private set; } = 1;

    /// <param name="linkedColumn">Which cell is a hyperlink, from 0; not looked at where there is no <paramref name="target"/>.</param>
    /// <returns>The row's number, from 1.</returns>
    public int Add(ReadOnlySpan<Cell> cells, int linkedColumn = 0, string? target = null)
    {
        Rows++;
        if (written == 0)
        {
            waiting.Add((cells.ToArray(), linkedColumn, target));
            if (waiting.Count == Sample)
            {
                Begin();
            }
        }
        else
        {
            Write(cells, linkedColumn, target);
        }

        return Rows;
    }

    /// <summary>Ends the sheet; no row may follow.</summary>
    public void End()
    {
        if (written == 0)
        {
            Begin();
        }

        xml.WriteEndElement();
        var all = string.Create(CultureInfo.InvariantCulture, $"A1:{columnNames[^1]}{written}");
        Element("autoFilter", ("ref", all));
        if (links.Count > 0)
        {
            xml.WriteStartElement("hyperlinks", Main);
            foreach (var (cell, target) in links)
            {
                Element("hyperlink", ("ref", cell), ("location", target));
            }

            xml.WriteEndElement();
        }

        // No green corners on text such as 2023.
        xml.WriteStartElement("ignoredErrors", Main);
        Element("ignoredError", ("sqref", all), ("numberStoredAsText", "1"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Dispose();
    }

    public void CopyTo(Stream part)
    {
        spool.Position = 0;
        using var inflated = new DeflateStream(spool, CompressionMode.Decompress, leaveOpen: true);
        inflated.CopyTo(part);
    }

    public void Dispose()
    {
        xml.Dispose();
        spool.Dispose();
    }

    /// <summary>Everything before the rows, and the rows that were waiting for it.</summary>
    private void Begin()
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        Element("pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < headings.Count; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            Element("col", ("min", number), ("max", number), ("width", Width(i).ToString(CultureInfo.InvariantCulture)), ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        StartRow();
        for (var i = 0; i < headings.Count; i++)
        {
            Text(i, headings[i], XlsxStyle.Heading);
        }

        xml.WriteEndElement();
        foreach (var (cells, linkedColumn, target) in waiting)
        {
            Write(cells, linkedColumn, target);
        }

        waiting.Clear();
    }

    private void Write(ReadOnlySpan<Cell> cells, int linkedColumn, string? target)
    {
        StartRow();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (target is not null && i == linkedColumn)
            {
                Linked(i, cell.ToString(), target);
            }
            else if (cell.IsNumber)
            {
                Number(i, cell.ToString(), kinds[i] == CellKind.Number && decimal.IsInteger(cell.Number) ? XlsxStyle.Thousands : XlsxStyle.Plain);
            }
            else if (kinds[i] == CellKind.Date && XlsxStyle.DaySerial(cell.Text) is { } serial)
            {
                Number(i, serial, XlsxStyle.Day);
            }
            else if (!string.IsNullOrEmpty(cell.Text))
            {
                Text(i, cell.Text, XlsxStyle.Plain);
            }
        }

        xml.WriteEndElement();
    }

    private void StartRow()
    {
        written++;
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", written.ToString(CultureInfo.InvariantCulture));
    }

    private void StartCell(int column, string style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", CellName(column));
        if (style != XlsxStyle.Plain)
        {
            xml.WriteAttributeString("s", style);
        }
    }

    private void Number(int column, string digits, string style)
    {
        StartCell(column, style);
        xml.WriteElementString("v", Main, digits);
        xml.WriteEndElement();
    }

    private void Text(int column, string text, string style)
    {
        StartCell(column, style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XlsxText.Escape(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Linked(int column, string text, string target)
    {
        if (links.Count < HyperlinkLimit)
        {
            links.Add((CellName(column), target));
            Text(column, text, XlsxStyle.Link);
            return;
        }

        StartCell(column, XlsxStyle.Link);
        xml.WriteAttributeString("t", "str");
        xml.WriteElementString("f", Main, $"HYPERLINK(\"#{target}\",\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\")");
        xml.WriteElementString("v", Main, text);
        xml.WriteEndElement();
    }

    private string CellName(int column) => columnNames[column] + written.ToString(CultureInfo.InvariantCulture);

    /// <summary>What most of the sampled cells need, so that one long text does not widen the column.</summary>
    private int Width(int column)
    {
        // The heading has a filter's button beside it.
        var heading = XlsxText.Width(headings[column]) + 3;
        var cells = waiting.Select(row => XlsxText.Width(row.Cells[column].ToString())).Where(w => w > 0).Order().ToList();
        var most = cells.Count == 0 ? 0 : cells[(cells.Count - 1) * 9 / 10] + 2;
        return Math.Clamp(Math.Max(heading, most), NarrowestColumn, WidestColumn);
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
