using System.Globalization;

namespace Bulletins.Figures;

/// <summary>How far a statement of time reaches.</summary>
internal enum PeriodScope
{
    /// <summary>The figure that follows directly: 从2020年的72%, 较2010年的33.9万吨.</summary>
    Figure,

    /// <summary>Its clause: an event (于2022年开工, 1958年建厂).</summary>
    Clause,

    /// <summary>The sentence: a day, a time long past, a plan.</summary>
    Sentence,

    /// <summary>The paragraph; from an article's first paragraph, the article.</summary>
    Paragraph,
}

/// <summary>A statement of time: its period in ISO 8601, null where the year is not known.</summary>
internal readonly record struct PeriodStatement(int Start, int End, string? Period, PeriodScope Scope)
{
    /// <summary>Measured against it, or named after it: it is no figure's period.</summary>
    public bool IsBase { get; init; }
}

/// <summary>Finds what the texts of an article say about time: 2024年, 一季度, 1至7月, 前10个月, 自2023年3月以来, “十四五”期间. Months and
/// quarters without a year get the one that the paragraph or the article has stated, else the issue's.</summary>
internal sealed class PeriodScanner(string? issueDate)
{
    private static readonly (string Word, int Offset)[] RelativeYears =
        [("今年", 0), ("本年度", 0), ("本年", 0), ("年内", 0), ("去年", -1), ("上年度", -1), ("上一年度", -1), ("上一年", -1), ("上年", -1), ("前年", -2), ("明年", 1)];

    private const int LongestSince = 32;

    private readonly int? issueYear = issueDate is { Length: >= 4 } && int.TryParse(issueDate.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : null;
    private readonly int issueMonth = issueDate is { Length: >= 7 } && int.TryParse(issueDate.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m : 12;
    private int? latestYear;
    private int? framedYear;
    private int? statedYear;

    /// <summary>The year of the issue, else the last one that the article reports of.</summary>
    public int? CurrentYear => issueYear ?? framedYear;

    public List<PeriodStatement> Scan(FigureText text)
    {
        var s = text.Text;
        var statements = new List<PeriodStatement>();
        statedYear = null;
        for (var i = 0; i < s.Length;)
        {
            var year = statedYear;
            if (!TryRead(s, i, out var statement))
            {
                i++;
                continue;
            }

            i = statement.End;
            var scope = PeriodContext.Scope(text, statement, Year(statement.Period), issueYear ?? latestYear);
            if (scope == PeriodScope.Figure)
            {
                statedYear = year;
            }
            else if (scope == PeriodScope.Paragraph && Year(statement.Period) is { } framed)
            {
                // “十三五”期间 and 2021年以来 give no year to the 三季度 that follows
                framedYear = statement.Period is { Length: 9 } years && years[4] == '/' ? framedYear : framed;
                latestYear = Math.Max(framed, latestYear ?? framed);
            }

            statements.Add(statement with { Scope = scope, IsBase = scope == PeriodScope.Figure });
        }

        return statements;
    }

    private static int? Year(string? period) =>
        period is { Length: >= 4 } && int.TryParse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private bool TryRead(string text, int i, out PeriodStatement statement)
    {
        statement = default;
        var year = ReadYear(text, i, out var p, out var range);
        if (range is not null)
        {
            statement = new PeriodStatement(i, p, range, PeriodScope.Paragraph);
            return true;
        }

        if (p > i)
        {
            p += p < text.Length && text[p] == '的' && DateParts.ReadPart(text, p + 1, afterYear: true, out _) is not null ? 1 : 0;
            var part = DateParts.ReadPart(text, p, afterYear: true, out var end);
            statement = Statement(text, i, part is null ? p : end, year, part);
            return true;
        }

        if (DateParts.FiveYears(text, i, out p) is { } five)
        {
            statement = new PeriodStatement(i, p, five, PeriodScope.Paragraph);
            return true;
        }

        if (DateParts.RelativeMonth(text, i, issueDate, out p) is { } month)
        {
            statement = new PeriodStatement(i, p, month, PeriodScope.Sentence);
            return true;
        }

        // 完成全年目标的26%: whose target, not when
        if (DateParts.Starts(text, i, "全年") && (DateParts.Starts(text, i + 2, "目标") || DateParts.Starts(text, i + 2, "计划") || DateParts.Starts(text, i + 2, "任务") || DateParts.Starts(text, i + 2, "指标") || DateParts.Starts(text, i + 2, "预算")))
        {
            return false;
        }

        if (DateParts.Starts(text, i, "全年") || DateParts.Starts(text, i, "当年") || DateParts.Starts(text, i, "这一年"))
        {
            // In January the whole year is the last one or the new one.
            var whole = statedYear ?? framedYear ?? (issueMonth > 2 ? issueYear : null);
            statement = new PeriodStatement(i, i + (text[i] == '这' ? 3 : 2), whole is { } w ? $"{w:0000}" : null, PeriodScope.Sentence);
            return whole is not null;
        }

        if (DateParts.ReadPart(text, i, afterYear: false, out var stop) is not { } found)
        {
            return false;
        }

        statement = Statement(text, i, stop, YearOf(text, i, found.From), found);
        return true;
    }

    // 12月 in an issue of January is last year's, unless it is still to come.
    private int? YearOf(string text, int at, int month)
    {
        var today = at > 2 && text[at - 1] is '（' or '(' && text[at - 2] is '天' or '日' or '晚' or '晨' or '午' or '夜';
        if (statedYear is { } stated && !(today && issueYear is not null))
        {
            return stated;
        }

        if (issueYear is not { } issued)
        {
            return framedYear;
        }

        return month <= issueMonth || PeriodContext.IsToCome(text, at) ? issued : issued - 1;
    }

    private static PeriodStatement Statement(string text, int start, int end, int? year, DateParts.Part? part)
    {
        var scope = part is { Day: > 0 } ? PeriodScope.Sentence : PeriodScope.Paragraph;
        if (year is not { } y)
        {
            return new PeriodStatement(start, Since(text, start, end, out var last) ? last : end, null, scope);
        }

        var period = part switch
        {
            null => $"{y:0000}",
            { Day: > 0, LastDay: > 0 } days => $"{y:0000}-{days.From:00}-{days.Day:00}/{(days.To < days.From ? y + 1 : y):0000}-{days.To:00}-{days.LastDay:00}",
            { Day: > 0 } day => $"{y:0000}-{day.From:00}-{day.Day:00}",
            { } one when one.From == one.To => $"{y:0000}-{one.From:00}",
            { } span => $"{y:0000}-{span.From:00}/{y:0000}-{span.To:00}",
        };
        // 4月末, 6月底, 3月上旬
        foreach (var word in (ReadOnlySpan<string>)["末", "底", "初", "上旬", "中旬", "下旬"])
        {
            end += part is { Day: 0 } && DateParts.Starts(text, end, word) ? word.Length : 0;
        }

        return Since(text, start, end, out var stop)
            ? new PeriodStatement(start, stop, $"{period.Split('/')[0]}/..", scope)
            : new PeriodStatement(start, end, period, scope);
    }

    // 2017年起, 2024年以来, 自2023年3月开展以来
    private static bool Since(string text, int start, int end, out int stop)
    {
        stop = end;
        foreach (var word in (ReadOnlySpan<string>)["以来", "至今", "起"])
        {
            if (DateParts.Starts(text, end, word) && !DateParts.Starts(text, end, "起到") && !DateParts.Starts(text, end, "起草") && !DateParts.Starts(text, end, "起步"))
            {
                stop = end + word.Length;
                return true;
            }
        }

        if (start == 0 || text[start - 1] is not ('自' or '从'))
        {
            return false;
        }

        for (var i = end; i < end + LongestSince && i + 1 < text.Length && !FigureText.IsClauseEnd(text[i]); i++)
        {
            if (DateParts.Starts(text, i, "以来"))
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
            if (DateParts.Starts(text, i, word) && (i == 0 || (!(word == "年内" && (char.IsAsciiDigit(text[i - 1]) || ChineseNumeral.Begins(text[i - 1]))) && text[i - 1] is not ('近' or '三' or '五' or '两' or '多' or '以' or '大' or '目'))))
            {
                // Without the issue's date nobody knows which year this one is.
                end = i + word.Length;
                return issueYear + offset;
            }
        }

        var digits = DateParts.FourDigits(text, i);
        if (digits is null)
        {
            return null;
        }

        var p = i + 4;
        var said = p < text.Length && text[p] == '年' ? p + 1 : p;
        if (said + 5 < text.Length && text[said] is '-' or '—' or '～' or '~' or '–' or '至' or '到' && DateParts.FourDigits(text, said + 1) is { } last && last > digits && text[said + 5] == '年'
            && DateParts.ReadPart(text, said + 6, afterYear: true, out _) is null)
        {
            end = said + 6;
            statedYear = last;
            range = $"{digits:0000}/{last:0000}";
            return last;
        }

        if (said == p)
        {
            return null;
        }

        statedYear = digits;
        if (DateParts.TwoMonths(text, i, out end) is { } months)
        {
            range = months;
            return digits;
        }

        end = p + 1 + (p + 1 < text.Length && text[p + 1] == '度' ? 1 : 0);
        return digits;
    }
}
