namespace Bulletins.Figures;

/// <summary>Gives each figure of a list its own of the coordinated subjects: 气耗和水耗分别下降了3.1%和4.4%.</summary>
internal static class ListMeasures
{
    private static readonly char[] Joints = ['、', '和', '及', '与'];

    public static void Share(FigureText text, List<FigureReading> readings, int sentenceStart)
    {
        for (var i = 0; i < readings.Count;)
        {
            var last = i;
            while (last + 1 < readings.Count && IsListed(text, readings[last].Quantity, readings[last + 1].Quantity))
            {
                last++;
            }

            var count = last - i + 1;
            if (count > 1 && readings[i].Inherits && i >= count && text.Contains(text.ClauseStart(readings[i].Quantity.Start, sentenceStart), readings[i].Quantity.Start, "分别"))
            {
                // 收入15亿元，利润1亿元，分别增长3%和5%
                for (var k = 0; k < count; k++)
                {
                    Set(readings, i + k, readings[i - count + k].Measure, "of the figures before, in their order");
                }
            }
            else if (count > 1 && Subjects(text, readings[i], sentenceStart, count) is { } subjects)
            {
                for (var k = 0; k < count; k++)
                {
                    var reading = readings[i + k];
                    var category = reading.Quantity is { Kind: UnitKind.Money, PerUnit: false } && reading.Direction is null ? MoneyCategory.OfIndicator(subjects[k]) : null;
                    readings[i + k] = reading with { Category = category ?? reading.Category };
                    Set(readings, i + k, subjects[k], "its own of the coordinated subjects");
                }
            }

            i = last + 1;
        }
    }

    private static void Set(List<FigureReading> readings, int i, string? measure, string why)
    {
        readings[i] = readings[i] with { Measure = measure };
        if (measure is not null)
        {
            readings[i].Quantity.Because(FigureFields.Measure, measure, why);
        }
    }

    private static string[]? Subjects(FigureText text, FigureReading first, int sentenceStart, int count)
    {
        if (first.Measure is { } measure && Cut(measure, count) is { } own)
        {
            return own;
        }

        // The subjects stand in the clause before: 西安、兰州两个铁路局增幅较大，分别达24.5%和22.2%
        var clause = text.ClauseStart(first.Quantity.Start, sentenceStart);
        if (clause - 1 <= sentenceStart || !text.StartsWith(clause, "分别"))
        {
            return null;
        }

        var before = text.ClauseStart(clause - 1, sentenceStart);
        var noun = text.MarksIn(before, clause - 1).FirstOrDefault(m => m.Is(WordRole.Change) && m.Word.IsNoun);
        clause = noun.Word is null ? clause : noun.Start + 1; // 甲、乙两个集团增幅较大
        return MeasureTrimmer.Clean(text, before, clause - 1) is { } earlier ? Cut(earlier, count) : null;
    }

    private static string[]? Cut(string subjects, int count)
    {
        var parts = subjects.Split(Joints, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > count)
        {
            // 汽车制造业、计算机和其他设备制造业 are two, 城市和农村、山区 too
            var commas = subjects.Split('、', StringSplitOptions.RemoveEmptyEntries);
            parts = commas.Length == count ? commas : subjects.Split(['和', '与', '及'], StringSplitOptions.RemoveEmptyEntries);
        }

        if (parts.Length != count || parts.Any(p => p.Length < 1))
        {
            return null;
        }

        // 国内、国际货运规模: the last holds what they share; 甲、乙、丙三矿产量: their number is none of it
        var last = parts[^1];
        for (var k = 1; k < last.Length - 1; k++)
        {
            if (ChineseNumeral.Digit(last[k]) == count && k == parts[0].Length && !char.IsAsciiDigit(last[k]))
            {
                parts[^1] = last = last.Remove(k, last[k + 1] is '地' or '家' or '个' or '者' or '类' or '种' or '项' or '方' ? 2 : 1);
                break;
            }
        }

        var even = parts.Take(count - 1).All(p => p.Length == parts[0].Length);
        for (var k = 0; k < count - 1; k++)
        {
            var (length, shared) = (parts[k].Length, last.Length - parts[k].Length);
            if (shared >= 2 && length <= 4 && even && !"率量额费润入本耗值度价积产数声力温重长高宽径期效益比税".Contains(parts[k][^1], StringComparison.Ordinal))
            {
                parts[k] += last[length..];
            }
        }

        return parts;
    }

    private static bool IsListed(FigureText text, Quantity a, Quantity b) =>
        b.Start - a.End == 1 && text.Text[a.End] is '、' or '和' or '与' or '及' && a.Kind == b.Kind && a.Unit.Code == b.Unit.Code;
}
