namespace Bulletins.Figures;

/// <summary>A number as printed, digits or Chinese or both: 1,234.5 · 三十 · 八千余万 · 3亿5千万.</summary>
internal readonly record struct Numeral
{
    public required int Start { get; init; }
    public required int End { get; init; }
    public required decimal Value { get; init; }

    /// <summary>七八百: 700 to 800.</summary>
    public decimal? Max { get; init; }

    /// <summary>The scale words at its end, which a range shares: 10～15万.</summary>
    public decimal Scale { get; init; }

    /// <summary>Where the 万 and 亿 at its end begin, or <see cref="End"/>; they belong to the unit's text.</summary>
    public int ScaleStart { get; init; }

    /// <summary>No Arabic digit in it.</summary>
    public bool Chinese { get; init; }

    /// <summary>Holds 百, 千, 万 or 亿.</summary>
    public bool Large { get; init; }

    /// <summary>Scale words only: 百, 千, 万, 万亿.</summary>
    public bool ScaleOnly { get; init; }

    /// <summary>几, 数, 余 or 多 in it.</summary>
    public bool MoreThan { get; init; }

    /// <summary>来 after it, or two neighbouring digits: 七八百.</summary>
    public bool Approximate { get; init; }
}
