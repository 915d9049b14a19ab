using System.Text;
using CsvHelper;

namespace Bulletins.Export;

/// <summary>Writes a flat table as CSV (RFC 4180: CRLF, quotes doubled), UTF-8. Text that a spreadsheet would run as a formula gets
/// a quote mark; numbers are written as they are.</summary>
public sealed class CsvTableWriter : IRecordWriter
{
    private static readonly System.Buffers.SearchValues<char> FormulaStarts = System.Buffers.SearchValues.Create("=+-@\t\r");

    private readonly ExportTable table;
    private readonly CsvWriter csv;

    /// <param name="bom">Begins with a byte order mark, which Excel needs to see UTF-8.</param>
    public CsvTableWriter(Stream stream, ExportTable table, bool bom = false)
    {
        this.table = table;
        if (bom)
        {
            stream.Write(Encoding.UTF8.Preamble);
        }

        csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\r\n", FormatProvider = System.Globalization.CultureInfo.InvariantCulture }, leaveOpen: true);
        foreach (var name in table.Header)
        {
            csv.WriteField(name);
        }

        csv.EndRecord();
    }

    public void Write(ExportRecord record)
    {
        foreach (var row in table.Rows(record))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell.IsNumber ? cell.ToString() : Guard(cell.Text));
            }

            csv.EndRecord();
        }
    }

    public void Complete() => csv.Flush();

    public void Dispose() => csv.Dispose();

    /// <summary>Text that begins with = + - @ a tab or a return, with a quote mark before it.</summary>
    internal static string Guard(string? text) =>
        string.IsNullOrEmpty(text) ? "" : FormulaStarts.Contains(text[0]) ? "'" + text : text;
}
