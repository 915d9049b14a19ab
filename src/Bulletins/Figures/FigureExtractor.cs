namespace Bulletins.Figures;

/// <summary>Reads the quantities that an article states.</summary>
public static class FigureExtractor
{
    /// <returns>In reading order; the ranges do not overlap.</returns>
    public static IReadOnlyList<FigureDraft> Extract(FigureInput input) => [];
}
