using System.Buffers;

namespace Bulletins.Export;

/// <summary>What a spreadsheet makes of text in a CSV file when nobody tells it that it is text.</summary>
internal static class SpreadsheetGuess
{
    /// <summary>Longer text is neither a number nor a date to it.</summary>
    private const int Longest = 40;

    /// <summary>A whole number of so many digits is shown with all of them.</summary>
    private const int WholeDigits = 11;

    private static readonly SearchValues<char> NumbersAndDates = SearchValues.Create("0123456789０１２３４５６７８９+-.,:/%eE()¥￥$€ 年月日时分秒上下午");

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>
    /// Whether the text may be shown as something else than it is: 2023-04 as Apr-23, 40% as 0.4, 1-2 as a day, 007 as 7,
    /// 4月28日 as a date, 110101199003071234 as 1.10101E+17, DEC1 as a day, TRUE as a truth value.
    /// </summary>
    /// <remarks>One too many is harmless: the text is shown as it is either way. 35万元, 3条, A1 and the span 12:9+7 are text to it; 2026
    /// becomes a number but looks the same.</remarks>
    public static bool MayChange(string text)
    {
        var span = WithoutNoon(text.AsSpan().Trim());
        if (span.Length is 0 or > Longest || IsPlainNumber(span))
        {
            return false;
        }

        return span.ContainsAnyInRange('0', '9') || span.ContainsAnyInRange('０', '９')
            ? (!span.ContainsAnyExcept(NumbersAndDates) && !IsSum(span)) || IsMonthAndNumber(span)
            : span.Equals("TRUE", StringComparison.OrdinalIgnoreCase) || span.Equals("FALSE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>2026, 1; not 007, which loses its noughts, not 110101199003071234, which is shown in powers of ten.</summary>
    private static bool IsPlainNumber(ReadOnlySpan<char> text) => text.Length <= WholeDigits && !text.ContainsAnyExceptInRange('0', '9') && (text[0] != '0' || text.Length == 1);

    /// <summary>10:30 of 10:30 AM.</summary>
    private static ReadOnlySpan<char> WithoutNoon(ReadOnlySpan<char> text) =>
        text.EndsWith(" AM", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" PM", StringComparison.OrdinalIgnoreCase) ? text[..^3] : text;

    /// <summary>12:9+7, but not +7 and not 1e+7.</summary>
    private static bool IsSum(ReadOnlySpan<char> text) => text.LastIndexOf('+') is > 0 and var at && text[at - 1] is not ('e' or 'E');

    /// <summary>Mar-5, 5 May, DEC1, Sept 2023; not Al99, not 400kA.</summary>
    private static bool IsMonthAndNumber(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyInRange('A', 'z');
        if (first < 0)
        {
            return false;
        }

        var end = first;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        if (end - first < 3 || text[..first].ContainsAnyExcept(NumbersAndDates) || text[end..].ContainsAnyExcept(NumbersAndDates))
        {
            return false;
        }

        foreach (var month in Months)
        {
            if (text[first..end].StartsWith(month, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
