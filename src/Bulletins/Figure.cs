namespace Bulletins;

public enum FigureCategory
{
    CostSaving, ValueCreated, Revenue, Profit, Cost, Investment, Reward, Money,
    Change, Share, Completion, Rate, Ratio,
    Quantity, Duration, Count,
}

public enum FigureQualifier { Exact, Approximately, Nearly, MoreThan, LessThan, AtLeast, AtMost }

public enum FigureDirection { Increase, Decrease }

/// <summary>What a change is measured against: 同比 (yoy), 环比 (mom), a plan, or an earlier state that the words name.</summary>
public enum FigureBasis { Yoy, Mom, Plan, Previous }

/// <summary>A quantity that the text states.</summary>
public sealed record Figure
{
    public required string FigureId { get; init; }

    /// <summary>The words that state it, from the normalized text: qualifier, number and unit.</summary>
    public required string Text { get; init; }

    /// <summary>In <see cref="Unit"/>, an exact decimal: 658万元 is 6580000.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? ValueMax { get; init; }

    /// <summary>Where a change started: 从8.7%降低至0.7% is from 8.7.</summary>
    public decimal? FromValue { get; init; }

    /// <summary>ISO 4217 for money, UCUM for the rest, <c>1</c> for a count.</summary>
    public required string Unit { get; init; }

    /// <summary>As printed, the scale word included: 万元, 人次.</summary>
    public string? UnitText { get; init; }

    public required FigureCategory Category { get; init; }

    public required FigureQualifier Qualifier { get; init; }

    public FigureDirection? Direction { get; init; }

    public FigureBasis? Basis { get; init; }

    /// <summary>The indicator the figure is of, as printed.</summary>
    public string? Measure { get; init; }

    /// <summary>ISO 8601 date, month, year or interval.</summary>
    public string? Period { get; init; }

    public required string Sentence { get; init; }

    public required IReadOnlyList<SourceSpan> Spans { get; init; }

    /// <summary>What decided each field, where that was asked for; no field of the record.</summary>
    public IReadOnlyList<FigureReason> Reasons { get; init; } = [];
}
