namespace Bulletins.Figures;

/// <summary>How a figure stands to a verb of change: an amount of change, the level where one ended, or neither.</summary>
internal readonly record struct ChangeReading(FigureDirection? Direction, bool IsAmount, bool EndsAtLevel, FigureBasis? Basis, int VerbStart)
{
    /// <summary>节约标煤300吨: it compares with nothing.</summary>
    public bool Saves { get; init; }

    public static ChangeReading None { get; } = new(null, false, false, null, -1);
}

/// <summary>Reads the words before a figure from right to left until one decides.</summary>
internal static class ChangeReader
{
    private const int LongestObject = 14;

    public static ChangeReading Read(FigureText text, Quantity q, int leadStart, int sentenceStart)
    {
        if (q.Kind == UnitKind.Doubling)
        {
            return new ChangeReading(FigureDirection.Increase, true, false, null, q.Start);
        }

        if (ReadSign(text, q) is { IsAmount: true } signed)
        {
            return signed;
        }

        var reading = ReadLead(text, q, leadStart, sentenceStart);
        if (reading.Direction is not null || reading.EndsAtLevel)
        {
            return reading;
        }

        return ReadBehind(text, q) is { IsAmount: true } behind ? behind : ReadClauseBefore(text, q, leadStart, sentenceStart);
    }

    // 同比+8.9%, 环比-3.2%: the sign is the verb
    private static ChangeReading ReadSign(FigureText text, Quantity q)
    {
        var s = text.Text;
        var at = q.Value < 0 && s[q.Start] is '-' or '−' or '－' ? q.Start : q.Start > 0 && s[q.Start - 1] is '+' or '＋' ? q.Start - 1 : -1;
        if (at <= 0 || !IsRatio(q.Kind) || text.LastMarkBefore(at) is not (>= 0 and var i) || text.Marks[i].End != at || !text.Marks[i].Is(WordRole.Base))
        {
            return ChangeReading.None;
        }

        (q.Start, q.Value) = (at + 1, Math.Abs(q.Value));
        return new ChangeReading(s[at] is '+' or '＋' ? FigureDirection.Increase : FigureDirection.Decrease, true, false, null, text.Marks[i].Start);
    }

    // 两家企业降幅较大，分别达4.5%和2.2%: the noun stands in the clause before
    private static ChangeReading ReadClauseBefore(FigureText text, Quantity q, int leadStart, int sentenceStart)
    {
        if (q.Kind is not UnitKind.Percent || leadStart - 1 <= sentenceStart || text.Text[leadStart - 1] != '，' || !OnlyAdverbs(text, leadStart, q.Start))
        {
            return ChangeReading.None;
        }

        var clause = text.ClauseStart(leadStart - 1, sentenceStart);
        foreach (var mark in text.MarksIn(clause, leadStart - 1))
        {
            if (mark.Is(WordRole.Change) && mark.Word.IsNoun)
            {
                return new ChangeReading(mark.Word.Direction, true, false, null, leadStart);
            }
        }

        return ChangeReading.None;
    }

    private static ChangeReading ReadLead(FigureText text, Quantity q, int leadStart, int sentenceStart)
    {
        var (position, gap, level, levelStart) = (q.Start, 0, false, -1);
        if (q.Start > leadStart && text.Text[q.Start - 1] == '的' && q.Kind is UnitKind.Percent or UnitKind.Fraction or UnitKind.Tenth)
        {
            return OfWhole(text, q, leadStart); // 超额完成年计划的102%
        }

        var hasCompare = false;
        for (var i = text.LastMarkBefore(q.Start); i >= 0 && text.Marks[i].Start >= leadStart; i--)
        {
            var mark = text.Marks[i];
            gap += position - mark.End;
            position = mark.Start;
            if (gap > LongestObject)
            {
                return ChangeReading.None;
            }

            if (mark.Is(WordRole.ToTail))
            {
                return level ? ChangeReading.None : new ChangeReading(mark.Word.Direction, false, true, null, mark.Start);
            }

            if (mark.Is(WordRole.Neutral))
            {
                return level ? ChangeReading.None : new ChangeReading(null, false, true, null, mark.Start);
            }

            var before = i > 0 ? text.Marks[i - 1] : default;
            if (mark.Is(WordRole.To) && before.Word is not null && before.End == mark.Start && before.Is(WordRole.Change) && !before.Word.IsNoun && !level)
            {
                return new ChangeReading(before.Word.Direction, false, true, null, before.Start);
            }

            if (mark.Is(WordRole.Plan) && !level)
            {
                return new ChangeReading(mark.Word.Direction, true, false, FigureBasis.Plan, mark.Start);
            }

            if (mark.Is(WordRole.Early) && q.Kind == UnitKind.Time && !level && gap == 0)
            {
                return new ChangeReading(mark.Word.Direction, true, false, FigureBasis.Plan, mark.Start);
            }

            if (mark.Is(WordRole.Above) && gap > 0 && !level)
            {
                return new ChangeReading(mark.Word.Direction, true, false, null, mark.Start);
            }

            if (mark.Is(WordRole.Change))
            {
                if (IsAttribute(text, mark, q.Start))
                {
                    gap += mark.End - mark.Start;
                    continue; // 对经济增长的贡献率超过70%
                }

                if (gap > 0 && q.Kind == UnitKind.Physical && q.End > q.UnitEnd && q.End < text.Text.Length && UnitReader.IsHan(text.Text[q.End]) && !"的和与并为较同环".Contains(text.Text[q.End], StringComparison.Ordinal))
                {
                    return ChangeReading.None; // 提升某矿100万吨以上大型矿井的…: a class
                }

                if (q.Kind == UnitKind.Count && q.End < text.Text.Length && UnitReader.IsHan(text.Text[q.End]) && !text.Contains(mark.Start, mark.End, "增加", "减少", "压减", "缩减", "削减", "精简", "裁减", "净增", "增", "减"))
                {
                    return ChangeReading.None; // 提升36名人员的水平
                }

                if (gap > 0 && text.Contains(mark.End, q.Start, "损失"))
                {
                    return ChangeReading.None; // 减少经济损失850万元: averted, not changed
                }

                if (TryChange(text, mark, q, gap, level, levelStart, leadStart, sentenceStart, out var reading))
                {
                    return reading;
                }

                if (level)
                {
                    return ChangeReading.None;
                }

                gap += mark.End - mark.Start;
                continue;
            }

            if (mark.Is(WordRole.Level))
            {
                if (gap > 0)
                {
                    return ChangeReading.None;
                }

                (level, levelStart) = (true, mark.Start);
                continue;
            }

            if (mark.Is(WordRole.Adverb | WordRole.Base | WordRole.Before))
            {
                continue;
            }

            if (mark.Is(WordRole.Compare))
            {
                hasCompare = true;
            }

            if (mark.Is(WordRole.Act) && i + 1 < text.Marks.Count && text.Marks[i + 1] is var noun && noun.Start == mark.End && noun.End <= q.Start && (noun.Is(WordRole.Head) || (noun.Is(WordRole.Money) && !noun.Word.IsMoneyVerb)))
            {
                gap += mark.End - mark.Start;
                continue; // 减少处置费用198万元: the verb is part of the noun
            }

            if (gap == 0 && mark.Is(WordRole.Function) && text.Text[mark.Start] == '每')
            {
                continue; // 降到每吨102.6千克
            }

            if (!hasCompare && (mark.Is(WordRole.Act | WordRole.Function) || mark.Is(WordRole.Money) && mark.Word.IsMoneyVerb))
            {
                // 节约标煤300吨: what is saved has decreased
                if (mark.Is(WordRole.Money) && mark.Word.IsMoneyVerb && !level && (gap <= 1 || (gap <= 8 && !text.Text.AsSpan(mark.End, q.Start - mark.End).ContainsAny("率度比占"))) && IsRatio(q.Kind) && mark.Word.Category is FigureCategory.CostSaving or FigureCategory.ValueCreated)
                {
                    // 节电30%, 增收两成
                    return new ChangeReading(mark.Word.Category == FigureCategory.CostSaving ? FigureDirection.Decrease : FigureDirection.Increase, true, false, null, mark.Start);
                }

                var saves = mark.Is(WordRole.Money) && mark.Word is { IsMoneyVerb: true, Category: FigureCategory.CostSaving } && q.Kind is UnitKind.Physical or UnitKind.Time && !q.PerUnit && !level;
                return saves ? new ChangeReading(FigureDirection.Decrease, true, false, null, mark.Start) { Saves = true } : ChangeReading.None;
            }

            gap += mark.End - mark.Start;
        }

        return ChangeReading.None;
    }

    private static bool IsAttribute(FigureText text, Mark mark, int position) =>
        mark.End + 2 < position && text.Text[mark.End] == '的' && text.Text.AsSpan(mark.End, position - mark.End).ContainsAny('率', '度') && !text.Contains(mark.End, position, "幅度", "速度");

    // 提升至全球的近三成 ends a change; 为年计划的102% is no change
    private static ChangeReading OfWhole(FigureText text, Quantity q, int leadStart)
    {
        for (var i = text.LastMarkBefore(q.Start); i >= 0 && text.Marks[i].Start >= leadStart; i--)
        {
            if (text.Marks[i].Is(WordRole.ToTail))
            {
                return new ChangeReading(text.Marks[i].Word.Direction, false, true, null, text.Marks[i].Start);
            }

            if (text.Marks[i].Is(WordRole.Act | WordRole.Level))
            {
                break;
            }
        }

        return ChangeReading.None;
    }

    private static bool TryChange(FigureText text, Mark mark, Quantity q, int gap, bool level, int levelStart, int leadStart, int sentenceStart, out ChangeReading reading)
    {
        reading = new ChangeReading(mark.Word.Direction, true, false, null, mark.Start);
        if (level)
        {
            // 增幅达24.5%, 同比增长达12%; not 提高理论水平达…
            return mark.Word.IsNoun ? levelStart - mark.End <= 4 : !mark.Word.OnlyAdjacent && !mark.Word.OnlyCompared && OnlyAdverbs(text, mark.End, levelStart);
        }

        if (mark.Word.OnlyAdjacent)
        {
            return gap == 0;
        }

        if (mark.Word.OnlyCompared)
        {
            return gap <= 6 && text.MarksIn(mark.End - mark.Start > 1 ? Math.Max(sentenceStart, mark.Start - FigureText.Window) : leadStart, mark.Start).Any(m => m.Is(WordRole.Compare | WordRole.Base));
        }

        return true;
    }

    private static bool IsRatio(UnitKind kind) => kind is UnitKind.Percent or UnitKind.Tenth or UnitKind.Multiple or UnitKind.Fraction;

    private static bool OnlyAdverbs(FigureText text, int start, int end)
    {
        foreach (var mark in text.MarksIn(start, end))
        {
            if (mark.Start > start || !mark.Is(WordRole.Adverb | WordRole.Level | WordRole.Base))
            {
                return false;
            }

            start = mark.End;
        }

        return start >= end;
    }

    // 12%的增长, 8%以上的增速
    private static ChangeReading ReadBehind(FigureText text, Quantity q)
    {
        var s = text.Text;
        if (q.Kind is UnitKind.Count or UnitKind.Time || q.End >= s.Length || s[q.End] != '的')
        {
            return ChangeReading.None;
        }

        foreach (var mark in text.MarksIn(q.End + 1, Math.Min(s.Length, q.End + 7)))
        {
            if (mark.Start > q.End + 3)
            {
                break;
            }

            if (mark.Is(WordRole.Change) && !mark.Word.OnlyAdjacent && !mark.Word.OnlyCompared && mark.Start == q.End + 1)
            {
                return new ChangeReading(mark.Word.Direction, true, false, null, -1);
            }
        }

        return ChangeReading.None;
    }
}
