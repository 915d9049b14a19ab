namespace Bulletins.Figures;

/// <summary>What a percentage is: a change, a completion, a share or a rate.</summary>
internal static class PercentCategory
{
    public static FigureCategory Read(FigureText text, Quantity q, int leadStart, int clauseStart, ChangeReading change, FigureReading? previous)
    {
        if (change.IsAmount)
        {
            return FigureCategory.Change;
        }

        var ofWhole = q.Start > 0 && text.Text[q.Start - 1] == '的';
        if (!ofWhole && !change.IsAmount && text.EndsWith(q.Start, "完成") && previous?.Measure?.Contains('率', StringComparison.Ordinal) == true && leadStart <= q.Start - 2 && MeasureReader.Before(text, leadStart, MeasureReader.VerbStart(text, leadStart, q.Start - 2)) is null)
        {
            return FigureCategory.Rate; // 收益率计划137%，实际完成140%
        }

        if (IsCompletion(text, q, leadStart, ofWhole) || (leadStart > clauseStart && IsCompletion(text, q, clauseStart, ofWhole)))
        {
            return FigureCategory.Completion;
        }

        if (q.IsChange || change.EndsAtLevel)
        {
            return ofWhole || IsShare(text, leadStart, q.Start) ? FigureCategory.Share : FigureCategory.Rate;
        }

        // 为年计划的106.8%; 完成投资19亿元，占年度计划的94%; not 锁定运量9万吨，占年目标的72%
        if (ofWhole && EndsWithPlan(text, q.Start - 1) && (!IsShare(text, leadStart, q.Start) || text.EndsWith(q.Start, "计划的") || text.Contains(Math.Max(0, q.Start - 60), q.Start, "完成")))
        {
            return FigureCategory.Completion;
        }

        if (IsShare(text, leadStart, q.Start))
        {
            return FigureCategory.Share;
        }

        if (ofWhole && text.StartsWith(q.End, "的") && BehindNamesRate(text, q.End + 1))
        {
            return FigureCategory.Rate; // 设定的2%的目标
        }

        if (ofWhole)
        {
            // 成本仅为同行的六成, 浓度不到限值的六成
            var measured = text.Has(leadStart, q.Start, WordRole.AsOf) || text.MarksIn(leadStart, q.Start).Any(m => m.Is(WordRole.Before) && m.End - m.Start > 1 && m.Start > leadStart && !m.Is(WordRole.Level | WordRole.Stop));
            return measured ? FigureCategory.Ratio : FigureCategory.Share;
        }

        var behind = q.End < text.Text.Length ? text.Text[q.End] : '\0';
        var lead = text.Text.AsSpan(leadStart, q.Start - leadStart);
        if (behind == '的' && !lead.ContainsAny("率度量"))
        {
            // 90%的职工 is a share; 不足50%的国产化率 a rate
            return BehindNamesRate(text, q.End + 1) ? FigureCategory.Rate : FigureCategory.Share;
        }

        // 占全国一半以上，达到56.7%
        if (previous is { Category: FigureCategory.Share } && clauseStart > previous.Quantity.End && clauseStart - previous.Quantity.End <= 2 && lead.Length > 0 && MeasureReader.VerbStart(text, leadStart, q.Start) == leadStart)
        {
            return FigureCategory.Share;
        }

        // 三成职工报名
        if (q.Kind == UnitKind.Tenth && !lead.ContainsAny('率', '度') && UnitReader.IsHan(behind) && !text.MarksIn(q.End, Math.Min(text.Text.Length, q.End + 4)).Any(m => m.Start == q.End && !m.Is(WordRole.Noise)))
        {
            return FigureCategory.Share;
        }

        return lead.Length > 0 || q.Kind == UnitKind.Percent ? FigureCategory.Rate : FigureCategory.Ratio;
    }

    private static bool EndsWithPlan(FigureText text, int end) =>
        text.EndsWith(end, "计划") || text.EndsWith(end, "任务") || text.EndsWith(end, "目标") || text.EndsWith(end, "预算") || text.EndsWith(end, "指标") || text.EndsWith(end, "定额");

    private static bool BehindNamesRate(FigureText text, int start)
    {
        var end = Math.Min(text.Text.Length, start + 10);
        for (var i = start; i < end && UnitReader.IsHan(text.Text[i]); i++)
        {
            if (text.Text[i] is '率' or '度')
            {
                return true;
            }
        }

        return text.Contains(start, Math.Min(text.Text.Length, start + 6), "目标", "指标", "浓度", "水平", "成绩", "关税", "税费", "利息");
    }

    private static bool IsShare(FigureText text, int start, int end)
    {
        var i = text.LastMarkBefore(end);
        for (; i >= 0 && text.Marks[i].Start >= start; i--)
        {
            if (text.Marks[i].Is(WordRole.Share))
            {
                // 占地面积率: a rate's name may hold the word
                return !text.Contains(text.Marks[i].End, end, "率");
            }
        }

        return false;
    }

    // 完成率85%, 完成年计划的102%, 完成全年任务60%; not 完成检修任务，合格率100%
    private static bool IsCompletion(FigureText text, Quantity q, int leadStart, bool ofWhole)
    {
        foreach (var mark in text.MarksIn(leadStart, q.Start))
        {
            if (mark.Is(WordRole.Completion) && !text.Contains(mark.End, q.Start, "率", "度"))
            {
                return true;
            }

            var isDone = text.StartsWith(mark.Start, "完成") || text.StartsWith(mark.Start, "超额完成") || text.StartsWith(mark.Start, "兑现") || text.StartsWith(mark.Start, "达");
            if (!isDone || text.Contains(mark.End, q.Start, "率"))
            {
                continue;
            }

            if (text.Contains(mark.End, q.Start, "计划", "任务", "目标", "预算", "进度", "考核指标") || (q.Start == mark.End && text.StartsWith(mark.Start, "完成") && !ofWhole))
            {
                return true;
            }
        }

        return false;
    }
}
