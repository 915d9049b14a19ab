using System.Globalization;

namespace Bulletins.Figures;

/// <summary>A statement of time: its period in ISO 8601. A day holds for its sentence, all else until the next statement.</summary>
internal readonly record struct PeriodStatement(int Start, int End, string? Period, bool IsDay);

/// <summary>Finds what the texts of an article say about time: 2024年, 一季度, 1至7月, 前10个月, 自2023年3月以来, “十四五”期间. It
/// remembers the year that was stated last, for 今年 and for months without a year.</summary>
internal sealed class PeriodScanner(string? issueDate)
{
    private static readonly (string Word, int Offset)[] RelativeYears =
        [("今年", 0), ("本年度", 0), ("本年", 0), ("年内", 0), ("去年", -1), ("上年度", -1), ("上一年", -1), ("上年", -1), ("前年", -2), ("明年", 1)];

    private static readonly (string Word, int From, int To)[] Parts =
    [
        ("一季度", 1, 3), ("第1季度", 1, 3), ("1季度", 1, 3), ("首季", 1, 3), ("二季度", 4, 6), ("2季度", 4, 6), ("三季度", 7, 9), ("3季度", 7, 9), ("四季度", 10, 12), ("4季度", 10, 12),
        ("前三季度", 1, 9), ("前3季度", 1, 9), ("前三个季度", 1, 9), ("前两季度", 1, 6), ("前两个季度", 1, 6), ("上半年", 1, 6), ("下半年", 7, 12),
    ];

    private readonly int? issueYear = issueDate is { Length: >= 4 } && int.TryParse(issueDate.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : null;
    private int? statedYear;
    private bool statedHere;

    /// <summary>The year of the issue, else the one stated last.</summary>
    public int? CurrentYear => issueYear ?? statedYear;

    public List<PeriodStatement> Scan(string text)
    {
        var statements = new List<PeriodStatement>();
        statedHere = false;
        for (var i = 0; i < text.Length;)
        {
            var (year, here) = (statedYear, statedHere);
            if (TryRead(text, i, out var statement))
            {
                if (IsBaseOrName(text, statement))
                {
                    (statedYear, statedHere) = (year, here);
                }
                else
                {
                    statements.Add(statement);
                }

                i = statement.End;
            }
            else
            {
                i++;
            }
        }

        return statements;
    }

    private bool TryRead(string text, int i, out PeriodStatement statement)
    {
        statement = default;
        var year = ReadYear(text, i, out var p, out var isRange);
        if (isRange is not null)
        {
            statement = new PeriodStatement(i, p, isRange, false);
            return true;
        }

        if (p > i)
        {
            p += p < text.Length && text[p] == '的' ? 1 : 0;
            var part = ReadPart(text, p, afterYear: true, out var end);
            statement = Statement(text, i, part is null ? p : end, year, part);
            return true;
        }

        if (FiveYears(text, i, out p) is { } five)
        {
            statement = new PeriodStatement(i, p, five, false);
            return true;
        }

        if (Starts(text, i, "全年") && Carried() is { } whole)
        {
            statement = new PeriodStatement(i, i + 2, $"{whole:0000}", false);
            return true;
        }

        if (ReadPart(text, i, afterYear: false, out var stop) is not { } found)
        {
            return false;
        }

        statement = Statement(text, i, stop, Carried(), found);
        return true;
    }

    private int? Carried() => statedHere ? statedYear : issueYear ?? statedYear;

    private static PeriodStatement Statement(string text, int start, int end, int? year, (int From, int To, int Day)? part)
    {
        if (year is not { } y)
        {
            return new PeriodStatement(start, end, null, part is { Day: > 0 });
        }

        var period = part switch
        {
            null => $"{y:0000}",
            { Day: > 0 } day => $"{y:0000}-{day.From:00}-{day.Day:00}",
            { } one when one.From == one.To => $"{y:0000}-{one.From:00}",
            { } span => $"{y:0000}-{span.From:00}/{y:0000}-{span.To:00}",
        };
        return Since(text, start, end, out var stop)
            ? new PeriodStatement(start, stop, $"{period.Split('/')[0]}/..", false)
            : new PeriodStatement(start, end, period, part is { Day: > 0 });
    }

    // 2017年起, 2024年以来, 自2023年3月开展以来
    private static bool Since(string text, int start, int end, out int stop)
    {
        stop = end;
        foreach (var word in (ReadOnlySpan<string>)["以来", "至今", "起"])
        {
            if (Starts(text, end, word) && !Starts(text, end, "起到") && !Starts(text, end, "起草") && !Starts(text, end, "起步"))
            {
                stop = end + word.Length;
                return true;
            }
        }

        if (start == 0 || text[start - 1] is not ('自' or '从'))
        {
            return false;
        }

        for (var i = end; i < end + 10 && i + 1 < text.Length && !FigureText.IsClauseEnd(text[i]); i++)
        {
            if (Starts(text, i, "以来"))
            {
                stop = i + 2;
                return true;
            }
        }

        return false;
    }

    private int? ReadYear(string text, int i, out int end, out string? range)
    {
        (end, range) = (i, null);
        foreach (var (word, offset) in RelativeYears)
        {
            if (Starts(text, i, word) && (i == 0 || (!(word == "年内" && (char.IsAsciiDigit(text[i - 1]) || ChineseNumeral.Begins(text[i - 1]))) && text[i - 1] is not ('近' or '三' or '五' or '两' or '多' or '以' or '大' or '目'))))
            {
                end = i + word.Length;
                return CurrentYear + offset;
            }
        }

        var digits = FourDigits(text, i);
        if (digits is null)
        {
            return null;
        }

        var p = i + 4;
        if (p + 5 < text.Length && text[p] is '-' or '—' or '～' or '~' or '–' or '至' && FourDigits(text, p + 1) is { } last && text[p + 5] == '年')
        {
            end = p + 6;
            (statedYear, statedHere) = (last, true);
            range = $"{digits:0000}/{last:0000}";
            return last;
        }

        if (p >= text.Length || text[p] != '年')
        {
            return null;
        }

        end = p + 1 + (p + 1 < text.Length && text[p + 1] == '度' ? 1 : 0);
        (statedYear, statedHere) = (digits, true);
        return digits;
    }

    // 2024, 二〇二四
    private static int? FourDigits(string text, int i)
    {
        if (i + 4 > text.Length || (i > 0 && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] == '.')))
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

    private static (int From, int To, int Day)? ReadPart(string text, int i, bool afterYear, out int end)
    {
        end = i;
        var p = i + (Starts(text, i, "第") ? 1 : 0);
        foreach (var (word, from, to) in Parts)
        {
            if (Starts(text, p, word))
            {
                end = p + word.Length;
                return (from, to, 0);
            }
        }

        if (Starts(text, i, "前") && Month(text, i + 1, true, out var count, out p) && (Starts(text, p, "个月") || Starts(text, p, "月")))
        {
            end = p + (text[p] == '个' ? 2 : 1);
            return (1, count, 0);
        }

        if (i > 0 && !afterYear && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '第' or '-' or '·' || ChineseNumeral.Begins(text[i - 1])))
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
            return (month, last, 0);
        }

        if (!monthSaid)
        {
            return null;
        }

        end = q;
        if (Starts(text, p, "月份"))
        {
            return (month, month, 0);
        }

        if (DayOfMonth(text, q, out var day, out var dayEnd))
        {
            end = dayEnd;
            return (month, month, day);
        }

        return (month, month, 0);
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
    private static string? FiveYears(string text, int i, out int end)
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

    // Not periods: 比2019年, 去年同期, 恢复到2019年的, 《2024年方案》
    private static bool IsBaseOrName(string text, PeriodStatement s)
    {
        var before = s.Start > 0 ? text[s.Start - 1] : '\0';
        return before is '比' or '较' or '与' or '同' or '《' || Ends(text, s.Start, "恢复到") || Ends(text, s.Start, "恢复至") || Ends(text, s.Start, "相比于") || Ends(text, s.Start, "相当于")
            || Starts(text, s.End, "同期") || Starts(text, s.End, "相比") || Starts(text, s.End, "期末");
    }

    private static bool Starts(string text, int i, string word) => i >= 0 && i + word.Length <= text.Length && string.CompareOrdinal(text, i, word, 0, word.Length) == 0;

    private static bool Ends(string text, int i, string word) => Starts(text, i - word.Length, word);
}
