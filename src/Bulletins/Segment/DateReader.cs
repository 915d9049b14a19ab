using System.Globalization;
using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Reads dates and issue numbers in the forms that mastheads print them.</summary>
internal static partial class DateReader
{
    private const string Numerals = "〇一二三四五六七八九";

    [GeneratedRegex(@"(?<y>(?:19|20)\d\d|[〇零○OＯ一二三四五六七八九]{4})\s*[年\-/\.．]\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月\-/\.．]\s*(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?")]
    private static partial Regex DatePattern();

    // 2024年8月 | 2024.08 | 二〇二四年八月
    [GeneratedRegex(@"(?<![\d.])(?<y>(?:19|20)\d\d|[〇零○OＯ一二三四五六七八九]{4})\s*(?:年\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月|[\.．/](?<m>[01]\d))(?![\d.]|\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex MonthPattern();

    /// <summary>ISO 8601, with where it stands; null where there is no whole date.</summary>
    public static (string Iso, int Start, int Length)? Date(string text)
    {
        foreach (Match match in DatePattern().Matches(text))
        {
            var year = Number(match.Groups["y"].Value);
            var month = Number(match.Groups["m"].Value);
            var day = Number(match.Groups["d"].Value);
            if (year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                return (string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}"), match.Index, match.Length);
            }
        }

        return null;
    }

    /// <summary>2024-08, with where it stands: the month of a monthly; null where a line names none, or a day.</summary>
    public static (string Iso, int Start, int Length)? Month(string text) =>
        MonthPattern().Match(text) is { Success: true } match && (Number(match.Groups["y"].Value), Number(match.Groups["m"].Value)) is (>= 1900 and <= 2100 and var year, >= 1 and <= 12 and var month)
            ? (string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"), match.Index, match.Length)
            : null;

    /// <summary>14, 十四, 二十, 二〇二一, 一百二十八.</summary>
    public static int Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        if (text.AsSpan().IndexOfAny('十', '百', '千') < 0)
        {
            var value = 0;
            foreach (var c in text)
            {
                value = value * 10 + Math.Max(0, Numerals.IndexOf(c, StringComparison.Ordinal));
            }

            return value;
        }

        int total = 0, digit = 0;
        foreach (var c in text)
        {
            var scale = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (scale == 0)
            {
                digit = Math.Max(0, Numerals.IndexOf(c, StringComparison.Ordinal));
            }
            else
            {
                total += (digit == 0 ? 1 : digit) * scale;
                digit = 0;
            }
        }

        return total + digit;
    }
}
