namespace Bulletins.Export;

/// <summary>How a table is written as CSV.</summary>
public sealed record CsvOptions
{
    /// <summary>RFC 4180 with the contract's names; text that a spreadsheet would run as a formula gets a quote mark.</summary>
    public static CsvOptions Default { get; } = new();

    /// <summary>For opening in Excel, WPS or LibreOffice: a byte order mark, and text that these would take for a number or a date stays text.</summary>
    public static CsvOptions ForExcel { get; } = new() { ByteOrderMark = true, KeepText = true };

    /// <summary>Begins with a byte order mark, which Excel needs to see UTF-8. Default: false.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>Writes text that looks like a number or a date as <c>="2023-04"</c>, which spreadsheets show as the text 2023-04. Default: false.</summary>
    public bool KeepText { get; init; }

    /// <summary>Default: the contract's names.</summary>
    public HeaderLanguage Headers { get; init; }

    /// <summary>An ASCII character that is no letter, digit, quote or line end. Default: a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether fields can be told apart with it.</summary>
    public static bool IsDelimiter(char c) => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('"' or '\'' or '\r' or '\n' or '.' or '-' or '+' or ' ' or '\0' or '=')
        && (c == '\t' || !char.IsControl(c));
}
