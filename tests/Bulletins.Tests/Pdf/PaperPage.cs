using System.Globalization;
using System.Text;

namespace Bulletins.Tests.Pdf;

/// <summary>The lines and rules of one page, and how they come in its content.</summary>
internal sealed class PressPage
{
    private readonly StringBuilder rules = new();

    public List<SetLine> Lines { get; } = [];

    public void AddRule(double x, double y, double width, double height) =>
        rules.Append(CultureInfo.InvariantCulture, $"{x:F2} {y:F2} {width:F2} {height:F2} re f\n");

    public void AddFrame(double x, double y, double width, double height) =>
        rules.Append(CultureInfo.InvariantCulture, $"0.5 w {x:F2} {y:F2} {width:F2} {height:F2} re S\n");

    public byte[] Content(ContentOrder order)
    {
        IEnumerable<string> shown = order switch
        {
            ContentOrder.Rows => Lines.OrderByDescending(l => Math.Round(l.Y)).ThenBy(l => l.X).Select(l => l.Show()),
            ContentOrder.Shuffled => Shuffle(Lines.SelectMany(l => l.ShowLetters())),
            _ => Lines.Select(l => l.Show()),
        };
        return PdfMaker.Latin(rules + string.Concat(shown));
    }

    private static IEnumerable<string> Shuffle(IEnumerable<string> letters)
    {
        var shuffled = letters.ToArray();
        new Random(7).Shuffle(shuffled);
        return shuffled;
    }
}
