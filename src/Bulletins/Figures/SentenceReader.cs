namespace Bulletins.Figures;

/// <summary>What a sentence says of one of its quantities.</summary>
internal sealed record FigureReading(Quantity Quantity, FigureCategory Category, FigureDirection? Direction, FigureBasis? Basis, string? Measure)
{
    /// <summary>The measure is the one of the figure before.</summary>
    public bool Inherits { get; init; }
}

/// <summary>Reads the quantities of one sentence together: what one of a list says holds for the next.</summary>
internal sealed class SentenceReader(FigureText text, int start, int end, List<Quantity> quantities, int? year)
{
    private readonly Dictionary<Quantity, FigureDirection?> ends = [];
    private readonly BasisReader bases = new(text, start, end, year);

    public List<FigureReading> Read()
    {
        BorrowUnits();
        foreach (var q in quantities)
        {
            ReadMoneyWithoutYuan(q);
            ReadCountWithoutClassifier(q);
            ReadSpeed(q);
        }

        ChangeFinder.Join(text, quantities, start, ends);
        var readings = new List<FigureReading>();
        var previousEnd = start;
        foreach (var q in quantities)
        {
            if (QuantityFilter.IsFigure(text, q))
            {
                readings.Add(Read(q, previousEnd, readings));
                previousEnd = q.End;
            }
        }

        ListMeasures.Share(text, readings, start);
        return readings;
    }

    private FigureReading Read(Quantity q, int previousEnd, List<FigureReading> readings)
    {
        var previous = readings.Count > 0 ? readings[^1] : null;
        if (previous is not null && IsListed(previous.Quantity, q) && SameKind(previous.Quantity, q))
        {
            return previous with { Quantity = q, Direction = ends.GetValueOrDefault(q, previous.Direction) };
        }

        var clause = text.ClauseStart(q.Start, start);
        var lead = Math.Max(clause, Math.Min(previousEnd, q.Start));
        var change = q.IsChange ? new ChangeReading(ends.GetValueOrDefault(q), false, true, null, q.Start) : ChangeReader.Read(text, q, lead, start);
        if (q.Start - lead == 1 && text.Text[lead] is '至' or '到' && previous is { Direction: not null } && previous.Quantity.End == lead && IsRatio(q.Kind))
        {
            // 提高2个百分点至12%
            change = new ChangeReading(previous.Direction, false, true, null, lead);
        }

        var category = CategoryReader.Read(text, q, lead, clause, change, previous);
        var basis = Basis(q, lead, clause, change, previous is { Basis: not null });
        var measure = Measure(q, lead, clause, change, category, previous);
        ReadFarQualifier(q, lead, change);
        var direction = change.Direction;
        if (q.Kind == UnitKind.Time && change.VerbStart >= 0 && text.Text[change.VerbStart] is '快' or '慢')
        {
            // 快了25分钟 is less time
            direction = text.Text[change.VerbStart] == '快' ? FigureDirection.Decrease : FigureDirection.Increase;
        }

        if (category == FigureCategory.CostSaving && change.IsAmount && (direction == FigureDirection.Increase || VerbEnd(change.VerbStart) + 1 < q.Start && HasObject(change.VerbStart, q.Start)))
        {
            basis = bases.InClause(clause, q.Start);
            direction = null; // 降低费用30万元 is a saving like 节约费用; 费用降低30万元 a change
        }

        return new FigureReading(q, category, direction, basis, measure) { Inherits = previous is not null && ReferenceEquals(measure, previous.Measure) };
    }

    // 约增加一倍, 不到国家标准限量的五分之一: the qualifier stands before the verb, or before the whole
    private void ReadFarQualifier(Quantity q, int lead, ChangeReading change)
    {
        if (q.Qualifier != FigureQualifier.Exact || q.IsChange)
        {
            return;
        }

        var ofWhole = q.Start > lead && text.Text[q.Start - 1] == '的';
        foreach (var mark in text.MarksIn(lead, q.Start))
        {
            var atVerb = change.IsAmount && mark.End == change.VerbStart && VerbEnd(change.VerbStart) == q.Start;
            if (mark.Is(WordRole.Before) && (atVerb || (ofWhole && mark.End - mark.Start > 1)))
            {
                (q.Qualifier, q.Start) = (mark.Word.Qualifier, mark.Start);
                return;
            }

            if (mark.Is(WordRole.Before) && mark.Word.Qualifier is FigureQualifier.AtLeast or FigureQualifier.AtMost && q.Start - mark.End <= 4)
            {
                q.Qualifier = mark.Word.Qualifier; // 至少容纳500人
                return;
            }
        }
    }

    private FigureBasis? Basis(Quantity q, int lead, int clause, ChangeReading change, bool coordinated)
    {
        if (change.Basis is { } own)
        {
            return own;
        }

        if (q.IsChange)
        {
            return FigureBasis.Previous;
        }

        // A level may name its base too (同比提高到…); only an amount shares its neighbour's.
        if (change.IsAmount)
        {
            // 高于全国平均水平1.2个百分点 names something that is no base
            if (bases.InClause(clause, q.Start) is null && text.MarksIn(lead, q.Start).Any(m => m.Is(WordRole.Above | WordRole.Compare) && !m.Is(WordRole.Before) && text.Text[m.Start] != '与'))
            {
                return null;
            }

            return change.Saves ? bases.InClause(clause, q.Start) : bases.At(clause, q.Start, coordinated);
        }

        return (change.EndsAtLevel || q.Kind == UnitKind.Money) && bases.InClause(clause, q.Start) is { } named ? named : null;
    }

    private string? Measure(Quantity q, int lead, int clause, ChangeReading change, FigureCategory category, FigureReading? previous)
    {
        if (category == FigureCategory.Share && text.Text.LastIndexOf('占', Math.Max(q.Start - 1, 0), Math.Max(0, q.Start - lead)) is >= 0 and var of
            && !text.StartsWith(of, "占比") && MeasureReader.Clean(text, of + 1, text.EndsWith(q.Start, "的") ? q.Start - 1 : MeasureReader.VerbStart(text, of + 1, q.Start)) is { } whole && !text.EndsWith(of + 1, "占地"))
        {
            return TrimShare(whole);
        }

        if (((q.Kind == UnitKind.Time && text.StartsWith(q.End, "的")) || q.Kind is UnitKind.Count or UnitKind.Physical) && !change.IsAmount && !q.IsChange && MeasureReader.Behind(text, q.End, end) is { Length: > 1 } behind)
        {
            // 海拔2800米的矿区 is of the altitude; 经过15天的努力 is of nothing
            var ofNothing = q.Kind == UnitKind.Time && behind is "努力" or "奋战" or "攻关" or "摸索" or "实践" or "时间" or "苦战" or "鏖战";
            var attribute = q.Kind == UnitKind.Physical && text.StartsWith(q.End, "的") ? MeasureReader.Before(text, lead, MeasureReader.VerbStart(text, lead, q.Start)) : null;
            return ofNothing ? null : attribute is { Length: <= 8 } ? attribute : behind;
        }

        if (q.Kind == UnitKind.Percent && category == FigureCategory.Rate && text.StartsWith(q.End, "的") && MeasureReader.Behind(text, q.End, end) is { } rate)
        {
            return rate; // 不足50%的国产化率
        }

        if (q.Unit.Code == "km/h" && text.StartsWith(q.Start, "时速"))
        {
            return MeasureReader.Before(text, lead, MeasureReader.VerbStart(text, q.Start, q.Number.Start)); // 设计时速
        }

        var verb = change.VerbStart >= lead && (change.IsAmount || change.EndsAtLevel) ? change.VerbStart : MeasureReader.VerbStart(text, lead, q.Start);
        if (q.IsChange)
        {
            verb = q.SubjectEnd;
            lead = Math.Min(lead, text.ClauseStart(verb, start));
        }

        // 减少二氧化碳排放约802万吨, 节约维修费28.9万元: what stands between verb and figure is what changed
        if (change.IsAmount && verb < q.Start && !text.Has(verb, VerbEnd(verb), WordRole.Above) && VerbEnd(verb) is var object_ && object_ < q.Start
            && MeasureReader.Clean(text, object_, MeasureReader.VerbStart(text, object_, q.Start)) is { } changed)
        {
            return changed;
        }

        if (q.Kind == UnitKind.Money && !change.IsAmount && category is FigureCategory.CostSaving or FigureCategory.Investment or FigureCategory.Reward && MoneyObject(lead, MeasureReader.VerbStart(text, lead, q.Start)) is { } paid)
        {
            return paid;
        }

        verb = MeasureReader.VerbStart(text, lead, verb);
        verb = MeasureReader.VerbStart(text, lead, MeasureReader.CompareStart(text, lead, verb));
        if (category is FigureCategory.Completion or FigureCategory.Ratio && q.Start > lead && text.Text[q.Start - 1] == '的')
        {
            return CompletedMeasure(lead, q.Start - 1) ?? previous?.Measure;
        }

        var measure = MeasureReader.Before(text, lead, verb) ?? (verb == lead && change.VerbStart > lead ? MeasureReader.BehindBase(text, lead, change.VerbStart) : null);
        if (measure is not null)
        {
            return measure;
        }

        if (q.Kind == UnitKind.Money && LastMoneyVerb(lead, q.Start) is { } saving)
        {
            return saving;
        }

        if (previous is not null && (change.IsAmount || category is FigureCategory.Share or FigureCategory.Rate or FigureCategory.Completion))
        {
            return previous.Measure;
        }

        if (previous is { Quantity.Kind: UnitKind.Time } && previous.Quantity.End >= clause)
        {
            return previous.Measure; // 总产连续5年稳定在1000亿斤
        }

        return q.Kind == UnitKind.Time ? null : MeasureReader.Behind(text, q.End, end);
    }

    // 石灰石产量超额完成年计划的102%: the subject of 完成 or 为; 完成全年任务的58% has none of its own
    private string? CompletedMeasure(int lead, int end)
    {
        foreach (var mark in text.MarksIn(lead, end))
        {
            if (mark.Is(WordRole.Level | WordRole.Plan | WordRole.AsOf) || text.StartsWith(mark.Start, "完成") || text.StartsWith(mark.Start, "超额"))
            {
                return MeasureReader.Before(text, lead, MeasureReader.VerbStart(text, lead, mark.Start));
            }
        }

        return null;
    }

    private bool HasObject(int verbStart, int position) => text.Has(VerbEnd(verbStart), position, WordRole.Money);

    private int VerbEnd(int verbStart)
    {
        foreach (var mark in text.MarksIn(verbStart, Math.Min(text.Text.Length, verbStart + 12)))
        {
            return mark.End;
        }

        return verbStart;
    }

    // 节约维修费28.9万元, 投入研发经费60万元: what stands behind the verb
    private string? MoneyObject(int from, int to)
    {
        var after = -1;
        foreach (var mark in text.MarksIn(from, to))
        {
            after = mark.Is(WordRole.Money) && mark.Word.IsMoneyVerb ? mark.End : after;
        }

        return after > 0 && to - after >= 2 ? MeasureReader.Clean(text, after, to) : null;
    }

    private string? LastMoneyVerb(int from, int to)
    {
        string? word = null;
        foreach (var mark in text.MarksIn(from, to))
        {
            word = mark.Is(WordRole.Money) ? text.Text[mark.Start..mark.End] : word;
        }

        return word;
    }

    private static string TrimShare(string whole)
    {
        foreach (var tail in (ReadOnlySpan<string>)["的比重", "的比例", "比重", "比例", "的份额"])
        {
            if (whole.EndsWith(tail, StringComparison.Ordinal) && whole.Length > tail.Length)
            {
                return whole[..^tail.Length];
            }
        }

        return whole;
    }

    // 分别增长3.2%、5.6%和7.1%
    private bool IsListed(Quantity a, Quantity b)
    {
        var gap = b.Start - a.End;
        return gap is 1 && text.Text[a.End] is '、' or '和' or '与' or '及' or '或' && gap == 1;
    }

    private static bool SameKind(Quantity a, Quantity b) => a.IsChange == b.IsChange && ((a.Kind == b.Kind && (a.Unit.Code == b.Unit.Code || (a.Kind == UnitKind.Money && !a.PerUnit && !b.PerUnit))) || (IsRatio(a.Kind) && IsRatio(b.Kind)));

    private static bool IsRatio(UnitKind kind) => kind is UnitKind.Percent or UnitKind.Tenth or UnitKind.Multiple or UnitKind.Fraction;

    // 分别增长3.2、5.6个百分点: the first has the second's unit
    private void BorrowUnits()
    {
        for (var i = quantities.Count - 2; i >= 0; i--)
        {
            var (q, next) = (quantities[i], quantities[i + 1]);
            if (q.Kind == UnitKind.Bare && next.Start == q.End && text.Text[next.Start] == '±' && next.Kind is UnitKind.Physical)
            {
                // 20±0.2mm
                next.Value = q.Value * next.Unit.Factor;
                next.Start = q.Start;
                continue;
            }

            if (q.Kind != UnitKind.Bare || next.Kind is UnitKind.Bare or UnitKind.None || q.Number.Chinese || !IsListed(q, next))
            {
                continue;
            }

            var clause = text.ClauseStart(q.Start, start);
            if (next.BorrowedUnit || text.Contains(clause, q.Start, "分别", "各"))
            {
                q.Unit = next.Unit;
                q.Value *= next.Unit.Factor * (q.Number.Scale == 1 && next.Number.Scale > 1 ? next.Number.Scale : 1);
                (q.UnitStart, q.UnitEnd, q.BorrowedUnit) = (next.UnitStart, next.UnitEnd, true);
            }
        }
    }

    // 投资超1400亿, 减少2000亿: money, where the words before speak of money or of a change of it
    private void ReadMoneyWithoutYuan(Quantity q)
    {
        if (q.Kind != UnitKind.Bare || q.Number.ScaleStart >= q.Number.End)
        {
            return;
        }

        var s = text.Text;
        var hundredMillions = s[q.Number.End - 1] == '亿';
        var next = q.End < s.Length ? s[q.End] : '\0';
        var clause = text.ClauseStart(q.Start, start);
        var isMoney = text.Has(clause, q.Start, WordRole.Money) || (hundredMillions && (text.Has(Math.Max(start, q.Start - FigureText.Window), q.Start, WordRole.Money) || text.Has(clause, q.Start, WordRole.Change | WordRole.ToTail)))
            || s[Math.Max(0, q.Start)] is '¥' or '￥';
        if (!isMoney || (UnitReader.IsHan(next) && !hundredMillions && !text.MarksIn(q.End, Math.Min(s.Length, q.End + 4)).Any(m => m.Start == q.End)) || text.Contains(clause, q.Start, "用户", "人口", "播放", "阅读", "点击", "网民", "浏览"))
        {
            return;
        }

        if (char.IsAsciiLetterOrDigit(next) || next is '中' or '人')
        {
            return;
        }

        q.Unit = new Unit(UnitKind.Money, "CNY", 1, "");
    }

    // 注册用户超4500万, 播放量突破2亿
    private void ReadCountWithoutClassifier(Quantity q)
    {
        var s = text.Text;
        var standsLast = q.End >= s.Length || !UnitReader.IsHan(s[q.End]);
        if (q.Kind == UnitKind.Bare && q.Number.ScaleStart < q.Number.End && standsLast
            && text.Contains(text.ClauseStart(q.Start, start), q.Start, "用户", "人口", "播放", "阅读", "点击", "网民", "浏览", "下载", "粉丝", "会员", "访问量", "观看"))
        {
            q.Unit = new Unit(UnitKind.Count, "1", 1, "");
        }
    }

    // 时速350公里, 设计时速目标值350公里
    private void ReadSpeed(Quantity q)
    {
        if (q.Kind == UnitKind.Count && text.Text[q.UnitEnd - 1] == '节' && text.Contains(text.ClauseStart(q.Start, start), q.Start, "航速", "船速", "流速"))
        {
            q.Unit = new Unit(UnitKind.Physical, "[kn_i]", 1, ""); // 航速14.5节
        }

        if (q.Unit.Code != "km" || q.PerUnit || q.Start < 2)
        {
            return;
        }

        var least = Math.Max(start, q.Start - 8);
        for (var i = q.Start - 2; i >= least && !FigureText.IsClauseEnd(text.Text[i]); i--)
        {
            if (text.StartsWith(i, "时速"))
            {
                q.Unit = q.Unit with { Code = "km/h" };
                q.Start = i;
                return;
            }
        }
    }
}
