namespace Bulletins.Figures;

/// <summary>Joins the two ends of a change: 从8.7%降低至0.7%, 由每月5次降至1次, 从A、B调整为C、D, 从50%到90%.</summary>
internal static class ChangeFinder
{
    private const int LongestBridge = 30;
    private const int LongestStart = 32;

    /// <summary>Takes the starting levels out of the list and gives them to the figures where the changes end.</summary>
    public static void Join(FigureText text, List<Quantity> quantities, int sentenceStart, Dictionary<Quantity, FigureDirection?> ends)
    {
        for (var i = 0; i < quantities.Count; i++)
        {
            FromRange(text, quantities[i], sentenceStart, ends);
            if (i + 1 < quantities.Count && TryBridge(text, quantities[i], quantities[i + 1], out var direction, out var direct))
            {
                i = Pair(text, quantities, i, sentenceStart, direction, direct, ends);
            }
        }

        quantities.RemoveAll(q => q.IsStartOfChange);
    }

    private static int Pair(FigureText text, List<Quantity> quantities, int i, int sentenceStart, FigureDirection? direction, bool direct, Dictionary<Quantity, FigureDirection?> ends)
    {
        var first = i;
        while (first > 0 && IsListed(text, quantities[first - 1], quantities[first]))
        {
            first--;
        }

        var last = i + 1;
        while (last + 1 < quantities.Count && IsListed(text, quantities[last], quantities[last + 1]))
        {
            last++;
        }

        var from = From(text, quantities[first], first > 0 ? Math.Max(sentenceStart, quantities[first - 1].End) : sentenceStart);
        var count = i - first + 1;
        if ((from < 0 && !direct) || (count > 1 && last - i != count))
        {
            return i;
        }

        if (count == 1)
        {
            last = i + 1;
        }

        for (var k = 0; k < count; k++)
        {
            var (low, high) = (quantities[first + k], quantities[i + 1 + k]);
            if (!Compatible(low, high))
            {
                return i;
            }

            if (IsZero(high))
            {
                (high.Unit, high.Number) = (low.Unit, high.Number with { Chinese = low.Number.Chinese });
                (high.UnitStart, high.UnitEnd) = (low.UnitStart, low.UnitEnd);
            }

            high.From = low.Kind == UnitKind.Bare && high.Kind != UnitKind.Bare
                ? low.Value * high.Unit.Factor * (low.Number.Scale == 1 && high.Number.Scale > 1 ? high.Number.Scale : 1)
                : low.Value * Seconds(low.Unit) / Seconds(high.Unit);
            if (high.Kind == UnitKind.Time && high.Unit.Code != low.Unit.Code && Seconds(high.Unit) > Seconds(low.Unit) && decimal.Round(high.From.Value, 4) != high.From && !high.BorrowedUnit)
            {
                // 由1小时35分缩短至1小时18分: 95 to 78 minutes, no endless fraction of an hour
                (high.Value, high.From) = (high.Value * high.Unit.Factor * Seconds(high.Unit) / Seconds(low.Unit), low.Value);
                high.Unit = low.Unit;
            }

            ends[high] = direction ?? (high.From == high.Value ? null : high.Value > high.From ? FigureDirection.Increase : FigureDirection.Decrease);
            high.FromEnd = low.End;
            high.Because(FigureFields.Recognizer, text.Words(low.Start, high.End), Recognizers.Change);
            high.SubjectEnd = from >= 0 ? from : quantities[first].Start;
            if (count == 1)
            {
                high.Start = from >= 0 ? from : low.Start;
            }
        }

        for (var k = first; k <= i; k++)
        {
            quantities[k].IsStartOfChange = true;
        }

        return i + count;
    }

    // What stands between the two levels: a verb of change with 至, 到 or 为, then at most a few words (目前的日均).
    private static bool TryBridge(FigureText text, Quantity low, Quantity high, out FigureDirection? direction, out bool direct)
    {
        (direction, direct) = (null, false);
        var (start, end) = (low.End, high.Start);
        if (end - start is < 1 or > LongestBridge || !Compatible(low, high) || text.Contains(start, end, "。", "；"))
        {
            return false;
        }

        FigureWord? change = null;
        var changeEnd = -1;
        foreach (var mark in text.MarksIn(start, end))
        {
            if (mark.Is(WordRole.ToTail | WordRole.Neutral) || (mark.Is(WordRole.To) && change is not null && mark.Start <= changeEnd + 1))
            {
                direction = mark.Is(WordRole.ToTail) ? mark.Word.Direction : mark.Is(WordRole.Neutral) ? null : change!.Direction;
                var verbStart = mark.Is(WordRole.To) ? changeEnd : mark.Start;
                direct = OnlyFiller(text, start, mark.Is(WordRole.To) ? verbStart - 4 : verbStart) && !text.Contains(start, verbStart, "，");
                return end - mark.End <= 14 && !text.Contains(mark.End, end, "，", "、", "：");
            }

            if (mark.Is(WordRole.Change))
            {
                (change, changeEnd) = (mark.Word, mark.End);
            }
        }

        // 由228吨提到241吨; alone the word means "mention"
        direction = FigureDirection.Increase;
        return text.EndsWith(end, "提到") || text.EndsWith(end, "提至") || text.EndsWith(end, "提到了");
    }

    // Between the first level and the verb of a change without 从 nothing but 左右, 大幅, 的 may stand.
    private static bool OnlyFiller(FigureText text, int start, int end) => end - start <= 3;

    private static bool IsZero(Quantity q) => q.Kind == UnitKind.Bare && q is { Value: 0, Number.Chinese: true };

    private static bool Compatible(Quantity low, Quantity high)
    {
        if (IsZero(high))
        {
            return low.Kind is UnitKind.Count or UnitKind.Percent && low.From is null && low.Max is null;
        }

        if (low.Kind == UnitKind.Bare)
        {
            return high.Kind != UnitKind.Bare || (low.Number.Scale > 1 && high.Number.Scale > 1);
        }

        return low.From is null && low.Max is null && high.Max is null && (low.Unit.Code == high.Unit.Code || (Seconds(low.Unit) > 1 && Seconds(high.Unit) >= 1 && high.Kind == UnitKind.Time)) && (low.Kind == high.Kind || (IsRatio(low.Kind) && IsRatio(high.Kind)));
    }

    // 从4小时缩短为30秒: the start in the unit of the end
    private static decimal Seconds(Unit unit) => unit.Kind != UnitKind.Time ? 1 : unit.Code switch
    {
        "wk" => 604_800,
        "d" => 86_400,
        "h" => 3600,
        "min" => 60,
        _ => 1,
    };

    private static bool IsRatio(UnitKind kind) => kind is UnitKind.Percent or UnitKind.Tenth;

    private static bool IsListed(FigureText text, Quantity a, Quantity b) =>
        b.Start - a.End == 1 && text.Text[a.End] is '、' or '和' or '与' or '及' && a.Kind == b.Kind;

    /// <summary>Where the 从, 由 or 自 stands that opens the change, or -1; not 从事, 由于, 自动.</summary>
    private static int From(FigureText text, Quantity low, int floor)
    {
        var least = Math.Max(floor, low.Start - LongestStart);
        for (var i = low.Start - 1; i >= least; i--)
        {
            var c = text.Text[i];
            if (c is '，' or '。' or '；' or '：')
            {
                return -1;
            }

            if (c is '从' or '由' && !text.MarksIn(Math.Max(0, i - 3), Math.Min(text.Text.Length, i + 4)).Any(m => m.Start <= i && m.End > i + 1))
            {
                return i;
            }
        }

        return -1;
    }

    // 从16℃至22℃缩小到…: a range that a change begins with
    private static bool LeadsOn(FigureText text, int position)
    {
        foreach (var mark in text.MarksIn(position, Math.Min(text.Text.Length, position + 8)))
        {
            return mark.Start == position && mark.Is(WordRole.ToTail | WordRole.Neutral | WordRole.Change);
        }

        return false;
    }

    // 覆盖率从50%到90%: a change; 从10万元到50万元不等: a range
    private static void FromRange(FigureText text, Quantity q, int sentenceStart, Dictionary<Quantity, FigureDirection?> ends)
    {
        if (q.Max is not { } max || q.Start <= sentenceStart + 1 || text.Text[q.Start - 1] is not ('从' or '由') || FigureText.IsClauseEnd(text.Text[q.Start - 2])
            || LeadsOn(text, q.End) || !text.Contains(q.Start, q.UnitEnd, "到", "至") || text.StartsWith(q.End, "不等") || text.StartsWith(q.End, "之间") || text.StartsWith(q.End, "的"))
        {
            return;
        }

        (q.From, q.Value, q.Max) = (q.Value, max, null);
        q.Because(FigureFields.Recognizer, text.Words(q.Start - 1, q.End), Recognizers.Change);
        q.SubjectEnd = --q.Start;
        ends[q] = FigureDirection.Increase;
    }
}
