using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Normalize.Rules;

/// <summary>Takes spaces out from between a number and its neighbours, and out of a number.</summary>
public sealed class NumberSpacingRule : NormalizeRule
{
    private static readonly FrozenSet<char> Counters = TableReader.Rows("counters.tsv").SelectMany(row => row[0]).ToFrozenSet();
    private static readonly FrozenSet<string> Units = TableReader.Rows("latin-units.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitLookup = Units.GetAlternateLookup<ReadOnlySpan<char>>();

    public override RuleDoc Doc { get; } = new(
        "number-spacing",
        new RuleText(
            "Spaces round numbers",
            "Takes spaces out from between a number and its Chinese neighbour, unit or percent sign, and from between a number's groups of thousands.",
            "Such spaces are laid in by typesetting programs at the change of script; they belong to no word.",
            "The number of a heading (1 概况), a number that opens a headline's second phrase, cells of tables, telephone numbers, foreign sentences."),
        new RuleText(
            "数字两旁的空格",
            "去掉数字与相邻汉字、单位、百分号之间的空格，以及千位分组之间的空格。",
            "这类空格是排版软件在中西文交界处插入的，不属于任何词语。",
            "标题序号（1 概况）、标题后半句开头的数字、表格单元、电话号码和外文句子。"),
        "3 月 2 日，该矿外运矿石 2 000 吨，占 12 %。",
        "3月2日，该矿外运矿石2000吨，占12%。");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        bool? habit = null;
        foreach (var (start, end) in TextLines.Of(text))
        {
            if (text.AsSpan(start, end - start).IndexOfAny(' ', '\u00a0', '\u2009') < 0 || text.AsSpan(start, end - start).IndexOfAnyInRange('0', '9') < 0)
            {
                continue;
            }

            var line = new GapLine(text, start, end);
            if (line.Profile.Han == 0 || line.Profile.IsCode || line.Profile.IsForeign)
            {
                continue;
            }

            foreach (var gap in line.Gaps())
            {
                if (gap.Length > 1 && !line.Profile.IsProse || text[gap.Start] == '\u3000' || line.Profile.IsTable && !IsPercent(text[gap.End]))
                {
                    continue;
                }

                if (IsNeedless(text, line, gap, ref habit))
                {
                    edits.Add(new TextEdit(gap.Start, gap.Length, "", Id));
                }
            }
        }

        return edits;
    }

    private static bool IsNeedless(string text, GapLine line, Gap gap, ref bool? habit)
    {
        var (left, right) = (text[gap.Start - 1], text[gap.End]);
        if (Script.IsDigit(left))
        {
            if (Script.IsDigit(right))
            {
                return gap.Length == 1 && (IsThousands(text, line, gap) || IsSpacedYear(text, line, gap));
            }

            if (right == '.' && line.Profile.IsProse && gap.Length == 1 && gap.End + 2 < line.End && text[gap.End + 1] == ' ' && Script.IsDigit(text[gap.End + 2]))
            {
                return true; // 12 . 5
            }

            if (right == '.' && gap.Length == 1 && IsDecimal(text, line, gap.Start, gap.End + 1))
            {
                return true; // 1 .8亿元
            }

            if (IsPercent(right) || right is '℃' or '°')
            {
                return true;
            }

            if (Script.IsHanAt(text, gap.End))
            {
                return Counters.Contains(right) && !IsYear(text, line, gap.Start, right) || line.Profile.IsProse && !IsLineNumber(text, line, gap.Start);
            }

            return IsUnit(text, line, gap.End);
        }

        if (left == '.' && line.Profile.IsProse && Script.IsDigit(right) && gap.Start - 3 >= line.Start && text[gap.Start - 2] == ' ' && Script.IsDigit(text[gap.Start - 3]))
        {
            return true;
        }

        if (left == '.' && gap.Length == 1 && Script.IsDigit(right) && IsDecimal(text, line, gap.Start - 1, gap.End))
        {
            return true; // 12. 6万元
        }

        if (IsPercent(left))
        {
            return Script.IsHanAt(text, gap.End) && line.Profile.IsProse;
        }

        if (!Script.IsDigit(right) || !Script.IsHanAt(text, gap.Start - 1) || gap.Start < line.HeadEnd && gap.End >= line.HeadEnd)
        {
            return false;
        }

        if (line.Profile.IsProse && gap.Start < line.TailStart)
        {
            return true;
        }

        // Outside of running text a space before a number may separate phrases: 产销两旺 5月再创佳绩. It is laid in where it
        // stands on both sides of the number, or where the running text of the whole document has it.
        var stop = NumberEnd(text, gap.End, line.End);
        if (stop + 1 < line.End && text[stop] == ' ' && Counters.Contains(text[stop + 1]))
        {
            return true;
        }

        return stop < line.End && Counters.Contains(text[stop]) && (habit ??= HasHabit(text));
    }

    // Digits before and behind a point with a space beside it: one number where it stands behind a word and measures something. Not 2. 6万元技改项目, an
    // item of a list, and not 共12. 6月5日, a sentence's end.
    private static bool IsDecimal(string text, GapLine line, int whole, int fraction)
    {
        var first = whole;
        while (first > line.Start && Script.IsDigit(text[first - 1]))
        {
            first--;
        }

        var stop = fraction;
        while (stop < line.End && Script.IsDigit(text[stop]))
        {
            stop++;
        }

        stop += stop < line.End && text[stop] == ' ' ? 1 : 0;
        return line.Profile.IsProse && first < whole && whole - first <= 6 && stop > fraction && stop - fraction <= 4 && first > line.Start && Script.IsHanAt(text, first - 1) && text[first - 1] is not ('第' or '图' or '表')
            && stop < line.End && (IsPercent(text[stop]) || "万亿元吨米倍℃".Contains(text[stop]) || IsUnit(text, line, stop));
    }

    // ©2023 版权所有: a year by itself is not what the next word counts.
    private static bool IsYear(string text, GapLine line, int end, char right) =>
        right is not ('年' or '余' or '多' or '万' or '吨' or '元') && end - 4 >= line.Start && text[end - 4] is '1' or '2' && text[end - 3] is '9' or '0' && Script.IsDigit(text[end - 2])
        && !(end - 5 >= line.Start && (Script.IsDigit(text[end - 5]) || text[end - 5] is '.' or ','));

    private static bool IsPercent(char c) => c is '%' or '‰' or '％';

    // 1 概况: a short number that opens the line and counts nothing.
    private static bool IsLineNumber(string text, GapLine line, int end)
    {
        var start = end;
        while (start > line.Start && (Script.IsDigit(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        return start == line.Start && end - start <= 5;
    }

    // 1 234 567: groups of three behind one to three digits, none of them longer, counting something.
    private static bool IsThousands(string text, GapLine line, Gap gap)
    {
        var first = gap.Start;
        while (first > line.Start && gap.Start - first <= 3 && Script.IsDigit(text[first - 1]))
        {
            first--;
        }

        var leading = gap.Start - first;
        var isGroup = leading == 3 && first > line.Start + 1 && Script.IsSpace(text[first - 1]) && Script.IsDigit(text[first - 2]);
        if (leading is 0 or > 3 || !isGroup && (text[first] == '0' || first > line.Start && (Script.IsLetterOrDigit(text[first - 1]) || text[first - 1] is '.' or '-' or '第')))
        {
            return false;
        }

        if (!isGroup && first > line.Start + 1 && Script.IsSpace(text[first - 1]) && !Script.IsHanAt(text, first - 2))
        {
            return false;
        }

        // Behind the last group stands what is counted.
        var at = gap.End;
        for (var groups = 0; groups < 4; groups++)
        {
            var stop = NumberEnd(text, at, line.End);
            if (stop - at < 3 || !Script.IsDigit(text[at + 2]) || at + 3 < stop && text[at + 3] != '.')
            {
                return false;
            }

            if (stop < line.End && text[stop] == ' ' && stop + 1 < line.End && Script.IsDigit(text[stop + 1]))
            {
                at = stop + 1;
                continue;
            }

            if (stop < line.End && text[stop] == ' ')
            {
                stop++;
            }

            return stop < line.End && (Counters.Contains(text[stop]) || IsUnit(text, line, stop));
        }

        return false;
    }

    // 2 0 2 3 年: four digits of a year, each by itself.
    private static bool IsSpacedYear(string text, GapLine line, Gap gap)
    {
        var first = gap.Start - 1;
        while (first - 2 >= line.Start && text[first - 1] == ' ' && Script.IsDigit(text[first - 2]))
        {
            first -= 2;
        }

        if (first + 7 >= line.End || first > line.Start && Script.IsLetterOrDigit(text[first - 1]) || text[first] is not ('1' or '2') || text[first + 2] is not ('9' or '0'))
        {
            return false;
        }

        for (var i = 0; i < 4; i++)
        {
            if (!Script.IsDigit(text[first + 2 * i]) || i < 3 && text[first + 2 * i + 1] != ' ')
            {
                return false;
            }
        }

        var next = text[first + 7] == ' ' && first + 8 < line.End ? text[first + 8] : text[first + 7];
        return next == '年';
    }

    private static int NumberEnd(string text, int at, int end)
    {
        while (at < end && (Script.IsDigit(text[at]) || text[at] is '.' or ',' && at + 1 < end && Script.IsDigit(text[at + 1])))
        {
            at++;
        }

        return at;
    }

    private static bool IsUnit(string text, GapLine line, int at)
    {
        var stop = at;
        while (stop < line.End && stop - at < 5 && (Script.IsLetterOrDigit(text[stop]) || text[stop] is 'μ' or 'µ' or '²' or '³'))
        {
            stop++;
        }

        return stop > at && UnitLookup.Contains(text.AsSpan(at, stop - at))
            && (stop == line.End || Script.IsChinese(text, stop) || text[stop] is '/' or '·' or ',' or ')' or ';' or '、');
    }

    private static bool HasHabit(string text)
    {
        int spaced = 0, close = 0;
        foreach (var (start, end) in TextLines.Of(text))
        {
            if (text.AsSpan(start, end - start).IndexOfAnyInRange('0', '9') < 0 || !LineProfile.Of(text, start, end).IsProse)
            {
                continue;
            }

            for (var i = start + 1; i < end; i++)
            {
                if (Script.IsDigit(text[i]))
                {
                    close += Script.IsHan(text[i - 1]) ? 1 : 0;
                    spaced += text[i - 1] == ' ' && i - 1 > start && Script.IsHan(text[i - 2]) ? 1 : 0;
                }
            }
        }

        return spaced >= 3 && spaced * 2 >= close;
    }
}
