namespace Bulletins.Figures;

/// <summary>The forms that a figure is recognized by, as <c>--explain</c> names them.</summary>
internal static class Recognizers
{
    public const string Amount = "amount";
    public const string Range = "range";
    public const string Fraction = "fraction";
    public const string Doubling = "doubling";
    public const string Compound = "compound amount";
    public const string Change = "change";
    public const string SharedUnit = "shared unit";
    public const string BareMoney = "money without 元";
    public const string BareCount = "count without classifier";
    public const string Speed = "speed";
    public const string Tolerance = "tolerance";
    public const string TableCell = "table cell";
}
