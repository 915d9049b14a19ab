using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bulletins.Export.Xlsx;

/// <summary>Text as cells of a workbook hold it.</summary>
internal static class XlsxText
{
    /// <summary>The most UTF-16 units that a cell holds.</summary>
    public const int CellLimit = 32_767;

    // _ may begin what looks like an escape; surrogates may stand alone.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n')).Select(c => (char)c), '_', '\ufffe', '\uffff', .. Enumerable.Range(0xd800, 0x800).Select(c => (char)c)]);

    /// <summary>What XML cannot hold as <c>_x000D_</c>, the convention of the format; half a character as U+FFFD.</summary>
    public static string Escape(string text)
    {
        var at = text.AsSpan().IndexOfAny(Suspects);
        if (at < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, at);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '\ufffe' or '\uffff' or (< ' ' and not ('\t' or '\n')) || (c == '_' && LooksLikeEscape(text.AsSpan(at))))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else if (!char.IsSurrogate(c))
            {
                escaped.Append(c);
            }
            else if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                escaped.Append(c).Append(text[++at]);
            }
            else
            {
                escaped.Append('\ufffd');
            }
        }

        return escaped.ToString();
    }

    /// <summary>How much of the text fits a cell without cutting a character in two.</summary>
    public static int Fitting(ReadOnlySpan<char> text) =>
        text.Length <= CellLimit ? text.Length : char.IsHighSurrogate(text[CellLimit - 1]) ? CellLimit - 1 : CellLimit;

    /// <summary>Cells of a fixed-width font that the first line takes.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 100)))
        {
            if (c == '\n')
            {
                break;
            }

            width += c < 0x1100 ? 1 : char.IsLowSurrogate(c) ? 0 : 2;
        }

        return width;
    }

    /// <summary>1 is A, 27 is AA.</summary>
    public static string ColumnName(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString() : ColumnName((number - 1) / 26) + ColumnName(((number - 1) % 26) + 1);

    private static bool LooksLikeEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept("0123456789abcdefABCDEF");
}
