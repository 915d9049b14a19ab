using System.Globalization;
using System.Text;

namespace Bulletins.Tests.Pdf;

/// <summary>A line in its place, in points from the lower left.</summary>
internal sealed record SetLine(string Text, PaperFont Font, double Size)
{
    public double Above { get; init; }

    public double Indent { get; init; }

    public double Spacing { get; init; }

    public double X { get; set; }

    public double Y { get; set; }

    public string Show() =>
        string.Create(CultureInfo.InvariantCulture, $"BT /{Font.Resource} {Size:F2} Tf {Spacing:F3} Tc 1 0 0 1 {X:F2} {Y:F2} Tm <{string.Concat(Text.EnumerateRunes().Select(r => Font.Code(r).ToString("X4", CultureInfo.InvariantCulture)))}> Tj ET\n");

    public IEnumerable<string> ShowLetters()
    {
        var x = X;
        foreach (var rune in Text.EnumerateRunes())
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"BT /{Font.Resource} {Size:F2} Tf 1 0 0 1 {x:F2} {Y:F2} Tm <{Font.Code(rune):X4}> Tj ET\n");
            x += (Typesetting.Ems(rune) * Size) + Spacing;
        }
    }
}
