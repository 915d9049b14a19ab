namespace Bulletins.Figures;

/// <summary>What a sentence says of one of its quantities.</summary>
internal sealed record FigureReading(Quantity Quantity, FigureCategory Category, FigureDirection? Direction, FigureBasis? Basis, string? Measure)
{
    /// <summary>The measure is the one of the figure before.</summary>
    public bool Inherits { get; init; }

    /// <summary>It is the object of a verb of change (减少标煤1704吨), which the next of a list may share.</summary>
    public bool IsObject { get; init; }
}

/// <summary>Reads the quantities of one sentence together: what one of a list says holds for the next.</summary>
/// <param name="told">The last figure of the sentence before, which 其中 goes on with.</param>
internal sealed class SentenceReader(FigureText text, int start, int end, List<Quantity> quantities, int? year, FigureReading? told = null)
{
    private readonly Dictionary<Quantity, FigureDirection?> ends = [];
    private readonly BasisReader bases = new(text, start, end, year);
    private readonly IndicatorReader indicators = new(text, start, end);

    public List<FigureReading> Read()
    {
        new BareNumbers(text, start, quantities).Resolve();
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

        PairBases(readings);
        ListMeasures.Share(text, readings, start);
        return readings;
    }

    // 环比、同比分别下降0.8克和2.3克: the bases in the figures' order
    private void PairBases(List<FigureReading> readings)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            var count = 1;
            while (i + count < readings.Count && IsListed(text, readings[i + count - 1].Quantity, readings[i + count].Quantity))
            {
                count++;
            }

            var first = readings[i].Quantity;
            if (count > 1 && readings[i].Basis is not null && bases.Paired(text.ClauseStart(first.Start, start), first.Start, count) is { } paired)
            {
                for (var k = 0; k < count; k++)
                {
                    readings[i + k] = readings[i + k] with { Basis = paired[k] };
                }
            }

            i += count - 1;
        }
    }

    private FigureReading Read(Quantity q, int previousEnd, List<FigureReading> readings)
    {
        var previous = readings.Count > 0 ? readings[^1] : text.StartsWith(start, "其中") ? told : null;
        if (previous is not null && IsListed(text, previous.Quantity, q) && SameKind(previous.Quantity, q))
        {
            foreach (var reason in previous.Quantity.Reasons)
            {
                if (reason.Field is FigureFields.Category or FigureFields.Direction or FigureFields.Basis or FigureFields.Measure)
                {
                    q.Because(reason.Field, reason.Words, "shared by the list");
                }
            }

            q.Because(FigureFields.Unit, text.Text[q.UnitStart..q.UnitEnd], q.Unit.Row);
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

        // 减少标煤消耗1704吨、二氧化碳排放4430吨: one verb for both
        var shared = change is { Direction: null, EndsAtLevel: false } && !q.IsChange && previous is { IsObject: true } && previous.Quantity.Kind == q.Kind && previous.Quantity.End >= clause
            && text.Text[previous.Quantity.End] is '、' or '和' or '及' && !text.MarksIn(previous.Quantity.End, q.Start).Any(m => m.Is(WordRole.Level | WordRole.Change | WordRole.ToTail | WordRole.Act | WordRole.Share | WordRole.Completion));
        var category = CategoryReader.Read(text, q, lead, clause, change, previous);
        var basis = Basis(q, lead, clause, change, previous is { Basis: not null }) ?? Extent(q, clause, change, previous);
        ReadFarQualifier(q, lead, change);
        var measure = indicators.Read(q, lead, clause, change, category, previous);
        var direction = change.Direction;
        if (q.Kind == UnitKind.Time && change.VerbStart >= 0 && text.Text[change.VerbStart] is '快' or '慢')
        {
            // 快了25分钟 is less time
            direction = text.Text[change.VerbStart] == '快' ? FigureDirection.Decrease : FigureDirection.Increase;
        }

        if (category == FigureCategory.CostSaving && change.IsAmount && (direction == FigureDirection.Increase || text.VerbEnd(change.VerbStart) + 1 < q.Start && HasObject(change.VerbStart, q.Start)))
        {
            basis = bases.InClause(clause, q.Start);
            direction = null; // 降低费用30万元 is a saving like 节约费用; 费用降低30万元 a change
        }

        if (shared)
        {
            (direction, basis) = (previous!.Direction, previous.Basis);
        }

        Explain(q, lead, category, change, direction, basis);
        return new FigureReading(q, category, direction, basis, measure)
        {
            Inherits = previous is not null && ReferenceEquals(measure, previous.Measure),
            IsObject = shared || (change.IsAmount && change.VerbStart >= 0 && q.Kind is UnitKind.Physical or UnitKind.Count && text.VerbEnd(change.VerbStart) + 1 < q.Start),
        };
    }

    // For --explain: the words behind what was decided.
    private void Explain(Quantity q, int lead, FigureCategory category, ChangeReading change, FigureDirection? direction, FigureBasis? basis)
    {
        q.Because(FigureFields.Unit, text.Words(q.UnitStart, q.UnitEnd), q.Unit.Row);
        var verb = change.VerbStart >= 0 && text.VerbEnd(change.VerbStart) is var verbEnd && verbEnd > change.VerbStart ? text.Words(change.VerbStart, verbEnd) : null;
        if (q.Kind == UnitKind.Money)
        {
            if (!q.Reasons.Exists(r => r.Field == FigureFields.Category))
            {
                q.Because(FigureFields.Category, text.Words(q.UnitStart, q.UnitEnd), "money, and no word says of what kind");
            }
        }
        else if (category is FigureCategory.Quantity or FigureCategory.Duration or FigureCategory.Count)
        {
            q.Because(FigureFields.Category, text.Words(q.UnitStart, q.UnitEnd), "the unit");
        }
        else
        {
            var (words, why) = category == FigureCategory.Change ? (verb ?? text.Words(q.Start, q.End), "an amount of change")
                : q.IsChange || change.EndsAtLevel ? (verb ?? text.Words(q.Start, q.End), "the end of a change")
                : (text.Words(lead, q.Start), "the words before it");
            q.Because(FigureFields.Category, words, why);
        }

        if (direction is not null)
        {
            q.Because(FigureFields.Direction, q.IsChange ? text.Words(q.FromEnd, q.Number.Start) : verb ?? text.Words(q.Start, q.End), q.IsChange ? "between the two levels" : "the verb or noun of change");
        }

        if (basis is not null)
        {
            var (words, why) = change.Basis is not null ? (verb ?? "", "the verb") : q.IsChange ? (text.Words(q.Start, q.FromEnd), "the earlier level") : (bases.Words, "the comparison");
            q.Because(FigureFields.Basis, words, why);
        }
    }

    // 约增加一倍, 不到国家标准限量的五分之一: the qualifier stands before the verb, or before the whole
    private void ReadFarQualifier(Quantity q, int lead, ChangeReading change)
    {
        if (q.Qualifier != FigureQualifier.Exact || q.IsChange)
        {
            return;
        }

        var ofWhole = q.Start > lead && text.Text[q.Start - 1] == '的' && IsRatio(q.Kind) && !text.StartsWith(q.End, "的");
        foreach (var mark in text.MarksIn(lead, q.Start))
        {
            var atVerb = change.IsAmount && mark.End == change.VerbStart && text.VerbEnd(change.VerbStart) == q.Start;
            if (mark.Is(WordRole.Before) && (atVerb || (ofWhole && mark.End - mark.Start > 1 && q.Start - mark.End <= 16)))
            {
                (q.Qualifier, q.Start) = (mark.Word.Qualifier, mark.Start);
                q.Because(FigureFields.Qualifier, text.Text[mark.Start..mark.End], atVerb ? "before the verb" : "before the whole");
                return;
            }

            if (mark.Is(WordRole.Before) && mark.Word.Qualifier is FigureQualifier.AtLeast or FigureQualifier.AtMost && q.Start - mark.End <= 4)
            {
                q.Qualifier = mark.Word.Qualifier; // 至少容纳500人
                q.Because(FigureFields.Qualifier, text.Text[mark.Start..mark.End], "before the verb");
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
            if (bases.InClause(clause, q.Start) is null && text.MarksIn(lead, q.Start).Any(m => m.Is(WordRole.Above | WordRole.Compare) && (!m.Is(WordRole.Before) || (m.Is(WordRole.Above) && q.Start - m.End >= 2)) && text.Text[m.Start] != '与'))
            {
                return null;
            }

            return change.Saves ? bases.InClause(clause, q.Start) : bases.At(clause, q.Start, coordinated, change.VerbStart);
        }

        return (change.EndsAtLevel || q.Kind == UnitKind.Money) && bases.InClause(clause, q.Start) is { } named ? named : null;
    }

    // 较年初下降4300万元，降幅17.1%: the extent has the base of the change that it is of
    private FigureBasis? Extent(Quantity q, int clause, ChangeReading change, FigureReading? previous)
    {
        if (!change.IsAmount || !IsRatio(q.Kind) || previous is not { Basis: { } basis } || previous.Direction != change.Direction || clause - previous.Quantity.End != 1)
        {
            return null;
        }

        foreach (var mark in text.MarksIn(clause, q.Start))
        {
            return mark.Start == clause && mark.Is(WordRole.Change) && mark.Word.IsNoun ? basis : null;
        }

        return null;
    }

    private bool HasObject(int verbStart, int position) => text.Has(text.VerbEnd(verbStart), position, WordRole.Money) || text.Contains(text.VerbEnd(verbStart), position, "费");

    // 分别增长3.2%、5.6%和7.1%
    internal static bool IsListed(FigureText text, Quantity a, Quantity b)
    {
        var gap = b.Start - a.End;
        return gap is 1 && text.Text[a.End] is '、' or '和' or '与' or '及' or '或' && gap == 1;
    }

    private static bool SameKind(Quantity a, Quantity b) => a.IsChange == b.IsChange && ((a.Kind == b.Kind && (a.Unit.Code == b.Unit.Code || (a.Kind == UnitKind.Money && !a.PerUnit && !b.PerUnit))) || (IsRatio(a.Kind) && IsRatio(b.Kind)));

    private static bool IsRatio(UnitKind kind) => kind is UnitKind.Percent or UnitKind.Tenth or UnitKind.Multiple or UnitKind.Fraction;
}
