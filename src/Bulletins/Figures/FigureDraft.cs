namespace Bulletins.Figures;

/// <summary>Which text of an article a figure stands in; paragraphs are numbered from 0.</summary>
public readonly record struct FigurePlace(FigurePart Part, int Paragraph = 0);

public enum FigurePart { Kicker, Headline, Subtitle, Paragraph }

/// <summary>A figure before it has an identity and a place in the source: <see cref="Start"/> and <see cref="Length"/> are in its text.</summary>
public sealed record FigureDraft
{
    public required FigurePlace Place { get; init; }
    public required int Start { get; init; }
    public required int Length { get; init; }
    public required decimal Value { get; init; }
    public decimal? ValueMax { get; init; }
    public decimal? FromValue { get; init; }
    public required string Unit { get; init; }
    public string? UnitText { get; init; }
    public required FigureCategory Category { get; init; }
    public FigureQualifier Qualifier { get; init; }
    public FigureDirection? Direction { get; init; }
    public FigureBasis? Basis { get; init; }
    public string? Measure { get; init; }
    public string? Period { get; init; }
    public required string Sentence { get; init; }
    public IReadOnlyList<FigureReason> Reasons { get; init; } = [];
}

/// <summary>What the extractor reads: an article's texts in reading order (a table's with its rows apart by line feeds and its cells by bars), and the issue's date (ISO 8601) where it is known,
/// so that 今年 and 一季度 can be given a year.</summary>
public sealed record FigureInput(IReadOnlyList<(FigurePlace Place, string Text)> Texts, string? IssueDate);
