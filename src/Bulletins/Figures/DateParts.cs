namespace Bulletins.Figures;

/// <summary>The parts that dates are made of: years, quarters, months, days, five-year plans.</summary>
internal static class DateParts
{
    private static readonly (string Word, int From, int To)[] Parts =
    [
        ("一季度", 1, 3), ("第1季度", 1, 3), ("1季度", 1, 3), ("首季", 1, 3), ("二季度", 4, 6), ("2季度", 4, 6), ("三季度", 7, 9), ("3季度", 7, 9), ("四季度", 10, 12), ("4季度", 10, 12),
        ("前三季度", 1, 9), ("前3季度", 1, 9), ("前三个季度", 1, 9), ("前两季度", 1, 6), ("前两个季度", 1, 6), ("上半年", 1, 6), ("下半年", 7, 12),
    ];

    // 2024, 二〇二四
    public static int? FourDigits(string text, int i)
    {
        if (i + 4 > text.Length || (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || (text[i - 1] == '.' && !IsListNumber(text, i, 4)))))
        {
            return null;
        }

        var arabic = char.IsAsciiDigit(text[i]);
        var value = 0;
        for (var k = i; k < i + 4; k++)
        {
            var d = arabic ? text[k] - '0' : ChineseNumeral.Digit(text[k]);
            if (d is < 0 or > 9)
            {
                return null;
            }

            value = (value * 10) + d;
        }

        return value is >= 1900 and < 2100 ? value : null;
    }

    // 8.2022年…, 1.5月份…: one or two digits and a point that number an item stand before the date
    private static bool IsListNumber(string text, int i, int longest)
    {
        var p = i - 2;
        while (p >= 0 && p >= i - 3 && char.IsAsciiDigit(text[p]))
        {
            p--;
        }

        var end = i;
        while (end < text.Length && end < i + longest && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return p < i - 2 && (p < 0 || !(char.IsAsciiLetterOrDigit(text[p]) || text[p] == '.')) && (longest == 4 ? Starts(text, end, "年") : Starts(text, end, "月份"));
    }

    /// <summary>Months; with days where a day is said: 2月2日至8日.</summary>
    public readonly record struct Part(int From, int To, int Day, int LastDay = 0);

    public static Part? ReadPart(string text, int i, bool afterYear, out int end)
    {
        end = i;
        var p = i + (Starts(text, i, "第") ? 1 : 0);
        foreach (var (word, from, to) in Parts)
        {
            if (Starts(text, p, word))
            {
                end = p + word.Length;
                return new Part(from, to, 0);
            }
        }

        if (Starts(text, i, "前") && Month(text, i + 1, true, out var count, out p) && (Starts(text, p, "个月") || Starts(text, p, "月")))
        {
            end = p + (text[p] == '个' ? 2 : 1);
            return new Part(1, count, 0);
        }

        if (i > 0 && !afterYear && (char.IsAsciiLetterOrDigit(text[i - 1]) || (text[i - 1] == '.' && !IsListNumber(text, i, 2)) || text[i - 1] is '第' or '-' or '·' || ChineseNumeral.Begins(text[i - 1])))
        {
            return null;
        }

        if (!Month(text, i, afterYear, out var month, out p))
        {
            return null;
        }

        var monthSaid = Starts(text, p, "月");
        var q = p + (monthSaid ? 1 : 0) + (Starts(text, p, "月份") ? 1 : 0);
        var sign = q;
        while (sign < text.Length && sign < q + 2 && text[sign] is '-' or '—' or '～' or '~' or '–' or '至' or '到')
        {
            sign++;
        }

        if (sign > q && Month(text, sign, afterYear, out var last, out var r) && Starts(text, r, "月") && last > month && !(r + 1 < text.Length && char.IsAsciiDigit(text[r + 1])))
        {
            end = r + (Starts(text, r, "月份") ? 2 : 1);
            return new Part(month, last, 0);
        }

        if (!monthSaid)
        {
            return null;
        }

        end = q;
        if (Starts(text, p, "月份"))
        {
            return new Part(month, month, 0);
        }

        if (DayRange(text, q, month, out end) is { } days)
        {
            return days;
        }

        end = q;
        if (DayOfMonth(text, q, out var day, out var dayEnd))
        {
            end = dayEnd;
            return new Part(month, month, day);
        }

        return new Part(month, month, 0);
    }

    // 2月2日至8日, 9月29日至10月6日, 10月12—14日
    private static Part? DayRange(string text, int i, int month, out int end)
    {
        end = i;
        if (!DayOfMonth(text, i, out var day, out var p) && !(day is >= 1 and <= 31))
        {
            return null;
        }

        var sign = p;
        while (sign < text.Length && sign < p + 2 && text[sign] is '-' or '—' or '～' or '~' or '–' or '至' or '到')
        {
            sign++;
        }

        if (sign == p || sign >= text.Length)
        {
            return null;
        }

        var lastMonth = month;
        if (Month(text, sign, true, out var other, out var q) && Starts(text, q, "月"))
        {
            (lastMonth, sign) = (other, q + 1);
        }

        if (!DayOfMonth(text, sign, out var last, out end) || (lastMonth == month && last <= day))
        {
            return null;
        }

        return new Part(month, lastMonth, day, last);
    }

    private static bool Month(string text, int i, bool chinese, out int month, out int end)
    {
        month = 0;
        end = i;
        while (end < text.Length && end < i + 2 && char.IsAsciiDigit(text[end]))
        {
            month = (month * 10) + text[end++] - '0';
        }

        if (end == i && chinese && i < text.Length && ChineseNumeral.Digit(text[i]) is not 0 && ChineseNumeral.Begins(text[i])
            && ChineseNumeral.TryRead(text, i, Math.Min(text.Length, i + 2), out var numeral, out _) && numeral.Value <= 12)
        {
            (month, end) = ((int)numeral.Value, numeral.End);
        }

        return month is >= 1 and <= 12 && (end == text.Length || !char.IsAsciiDigit(text[end]));
    }

    private static bool DayOfMonth(string text, int i, out int day, out int end)
    {
        (day, end) = (0, i);
        while (end < text.Length && end < i + 2 && char.IsAsciiDigit(text[end]))
        {
            day = (day * 10) + text[end++] - '0';
        }

        if (end == i && i < text.Length && ChineseNumeral.Begins(text[i]) && ChineseNumeral.TryRead(text, i, Math.Min(text.Length, i + 3), out var numeral, out _) && numeral.Value <= 31)
        {
            (day, end) = ((int)numeral.Value, numeral.End);
        }

        if (day is < 1 or > 31 || end >= text.Length || text[end] is not ('日' or '号'))
        {
            return false;
        }

        end++;
        return true;
    }

    // “十四五”期间 is 2021 to 2025
    public static string? FiveYears(string text, int i, out int end)
    {
        end = i;
        if (text[i] != '十')
        {
            return null;
        }

        var n = i + 1 < text.Length && text[i + 1] is '一' or '二' or '三' or '四' ? 10 + ChineseNumeral.Digit(text[i + 1]) : 10;
        var p = i + (n > 10 ? 2 : 1);
        if (p >= text.Length || text[p] != '五' || (n == 10 && text[p] != '五'))
        {
            return null;
        }

        p++;
        p += p < text.Length && text[p] is '”' or '"' ? 1 : 0;
        if (!Starts(text, p, "期间") && !Starts(text, p, "时期") && !Starts(text, p, "以来"))
        {
            return null;
        }

        end = p + 2;
        var first = 2001 + ((n - 10) * 5);
        return $"{first:0000}/{first + 4:0000}";
    }

    public static bool Starts(string text, int i, string word) => i >= 0 && i + word.Length <= text.Length && string.CompareOrdinal(text, i, word, 0, word.Length) == 0;

    /// <summary>2023年11月至2024年3月.</summary>
    public static string? TwoMonths(string text, int i, out int end)
    {
        end = i;
        if (FourDigits(text, i) is not { } first || !Starts(text, i + 4, "年") || !Month(text, i + 5, true, out var from, out var p) || !Starts(text, p, "月"))
        {
            return null;
        }

        p++;
        if (p + 6 >= text.Length || text[p] is not ('-' or '—' or '～' or '~' or '–' or '至' or '到') || FourDigits(text, p + 1) is not { } second || !Starts(text, p + 5, "年")
            || !Month(text, p + 6, true, out var to, out var q) || !Starts(text, q, "月"))
        {
            return null;
        }

        end = q + (Starts(text, q, "月份") ? 2 : 1);
        return $"{first:0000}-{from:00}/{second:0000}-{to:00}";
    }

    /// <summary>本月, 上月: against the issue's date.</summary>
    public static string? RelativeMonth(string text, int i, string? issueDate, out int end)
    {
        end = i;
        if (text[i] is not ('本' or '上') || !DateOnly.TryParseExact(issueDate, "yyyy-MM-dd", out var issued))
        {
            return null;
        }

        foreach (var (word, months) in (ReadOnlySpan<(string, int)>)[("本月", 0), ("上个月", -1), ("上月", -1)])
        {
            if (!Starts(text, i, word))
            {
                continue;
            }

            end = i + word.Length;
            return issued.AddMonths(months).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        }

        return null;
    }
}
