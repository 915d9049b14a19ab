namespace Bulletins.Figures;

/// <summary>The fields that reasons are given for.</summary>
internal static class FigureFields
{
    public const string Recognizer = "recognizer";
    public const string Unit = "unit";
    public const string Qualifier = "qualifier";
    public const string Category = "category";
    public const string Direction = "direction";
    public const string Basis = "basis";
    public const string Measure = "measure";
    public const string Period = "period";
}
