using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace Bulletins.Export;

/// <summary>Writes a flat table as CSV (RFC 4180: CRLF, quotes doubled), UTF-8, one header row. Text that a spreadsheet would run
/// as a formula gets a quote mark; numbers are written as they are.</summary>
public sealed class CsvTableWriter : IRecordWriter
{
    /// <summary>A spreadsheet holds a number in a double and shows so many digits of it.</summary>
    private const int SpreadsheetDigits = 15;

    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");

    private readonly ExportTable table;
    private readonly CsvOptions options;
    private readonly CsvWriter csv;

    public CsvTableWriter(Stream stream, ExportTable table, CsvOptions? options = null)
    {
        this.table = table;
        this.options = options ?? CsvOptions.Default;
        if (this.options.ByteOrderMark)
        {
            stream.Write(Encoding.UTF8.Preamble);
        }

        csv = CsvWriter.Create(stream,
            new CsvWriterOptions { NewLine = "\r\n", Separator = this.options.Delimiter, FormatProvider = CultureInfo.InvariantCulture }, leaveOpen: true);
        foreach (var heading in table.Headings(this.options.Headers))
        {
            csv.WriteField(heading);
        }

        csv.EndRecord();
    }

    public void Write(ExportRecord record)
    {
        foreach (var row in table.Rows(record))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell.IsNumber ? Number(cell) : Text(cell.Text));
            }

            csv.EndRecord();
        }
    }

    public void Complete() => csv.Flush();

    public void Dispose() => csv.Dispose();

    /// <summary>Text that begins with = + - @ a tab or a return, with a quote mark before it.</summary>
    internal static string Guard(string? text) =>
        string.IsNullOrEmpty(text) ? "" : FormulaStarts.Contains(text[0]) ? "'" + text : text;

    private string Text(string? text) => options.KeepText && text is not null && SpreadsheetGuess.MayChange(text) ? AsText(text) : Guard(text);

    private string Number(Cell cell)
    {
        var digits = cell.ToString();
        return options.KeepText && digits.Count(char.IsAsciiDigit) > SpreadsheetDigits ? AsText(digits) : digits;
    }

    /// <summary>A formula whose value is the text; what comes here holds no quote.</summary>
    private static string AsText(string text) => $"=\"{text}\"";
}
