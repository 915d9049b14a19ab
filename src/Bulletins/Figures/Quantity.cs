namespace Bulletins.Figures;

/// <summary>A number with its unit, on its way to a figure. Places are in the text that is read.</summary>
internal sealed class Quantity
{
    /// <summary>Where the figure's text begins: at its qualifier, or at the 从 of a change.</summary>
    public int Start { get; set; }

    /// <summary>Where it ends, 以上 and 左右 included.</summary>
    public int End { get; set; }

    public required Numeral Number { get; set; }

    public required Unit Unit { get; set; }

    public required decimal Value { get; set; }

    public decimal? Max { get; set; }

    public decimal? From { get; set; }

    /// <summary>Where the starting level of a change ends; a time stated before it is not the figure's.</summary>
    public int FromEnd { get; set; }

    /// <summary>Where a change's phrase begins; its indicator stands before.</summary>
    public int SubjectEnd { get; set; }

    /// <summary>Where the unit's text begins, scale word included, and where the unit ends.</summary>
    public int UnitStart { get; set; }

    public int UnitEnd { get; set; }

    public FigureQualifier Qualifier { get; set; }

    /// <summary>元/吨, 万吨/年.</summary>
    public bool PerUnit { get; set; }

    /// <summary>A change from one level to another that the words name both.</summary>
    public bool IsChange => From is not null;

    /// <summary>It went into the figure where the change ends.</summary>
    public bool IsStartOfChange { get; set; }

    /// <summary>3.2 of 3.2、5.6个百分点 has its unit from the next.</summary>
    public bool BorrowedUnit { get; set; }

    public UnitKind Kind => Unit.Kind;

    /// <summary>What decided its fields; a later reason takes the place of an earlier one for the same field.</summary>
    public List<FigureReason> Reasons { get; } = [];

    public void Because(string field, string words, string why)
    {
        for (var i = 0; i < Reasons.Count; i++)
        {
            if (Reasons[i].Field == field)
            {
                Reasons[i] = new FigureReason(field, words, why);
                return;
            }
        }

        Reasons.Add(new FigureReason(field, words, why));
    }

    public bool IsSmallChinese => Number is { Chinese: true, Large: false };
}
