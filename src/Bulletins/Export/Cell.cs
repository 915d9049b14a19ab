namespace Bulletins.Export;

/// <summary>One cell of a flat table (CSV and whatever else has rows). Text may need guarding, a number never does.</summary>
public readonly record struct Cell
{
    private readonly decimal number;

    private Cell(string? text, decimal number, bool isNumber)
    {
        Text = text;
        this.number = number;
        IsNumber = isNumber;
    }

    public static Cell Empty => default;

    /// <summary>The text; null for a number and for an empty cell.</summary>
    public string? Text { get; }

    public bool IsNumber { get; }

    public bool IsEmpty => !IsNumber && Text is null;

    /// <summary>The exact value of a number cell.</summary>
    public decimal Number => IsNumber ? number : throw new InvalidOperationException("the cell holds no number");

    public static Cell Of(string? text) => new(text, 0, isNumber: false);

    public static Cell Of(decimal? number) => number is { } n ? new(null, n, isNumber: true) : Empty;

    /// <summary>As printed: a number exactly, an empty cell as an empty string.</summary>
    public override string ToString() => IsNumber ? ExactDecimal.Print(number) : Text ?? "";
}
