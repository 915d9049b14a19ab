namespace Bulletins.Figures;

/// <summary>Which category a figure belongs to, by its unit, the verb before it and its indicator.</summary>
internal static class CategoryReader
{
    public static FigureCategory Read(FigureText text, Quantity q, int leadStart, int clauseStart, ChangeReading change, FigureReading? previous) => q.Kind switch
    {
        UnitKind.Money when q.PerUnit => MoneyCategory.PerUnit(text, leadStart, q, change, previous),
        UnitKind.Money => MoneyCategory.Read(text, q, leadStart, clauseStart, change, previous),
        UnitKind.Percent or UnitKind.Tenth => PercentCategory.Read(text, q, leadStart, clauseStart, change, previous),
        UnitKind.Multiple => change.IsAmount ? FigureCategory.Change : FigureCategory.Ratio,
        UnitKind.Fraction => change.IsAmount ? FigureCategory.Change
            : text.Text.AsSpan(leadStart, q.Start - leadStart).ContainsAny('率', '度') && !text.Has(leadStart, q.Start, WordRole.Share) ? FigureCategory.Rate
            : text.Has(leadStart, q.Start, WordRole.Share) || (q.End < text.Text.Length && text.Text[q.End] == '的') || text.Text[q.UnitEnd - 1] == '半' ? FigureCategory.Share : FigureCategory.Ratio,
        UnitKind.Doubling => FigureCategory.Change,
        UnitKind.Time => FigureCategory.Duration,
        UnitKind.Count => FigureCategory.Count,
        _ => FigureCategory.Quantity,
    };
}
