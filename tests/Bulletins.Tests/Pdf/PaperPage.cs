using System.Globalization;
using System.Text;

namespace Bulletins.Tests.Pdf;

/// <summary>The lines and rules of one page, and how they come in its content.</summary>
internal sealed class PaperPage
{
    private readonly StringBuilder rules = new();

    public List<SetLine> Lines { get; } = [];

    public void AddRule(double x, double y, double width, double height) =>
        rules.Append(CultureInfo.InvariantCulture, $"{x:F2} {y:F2} {width:F2} {height:F2} re f\n");

    public void AddFrame(double x, double y, double width, double height) =>
        rules.Append(CultureInfo.InvariantCulture, $"0.5 w {x:F2} {y:F2} {width:F2} {height:F2} re S\n");

    /// <summary>The file of such pages, sizes in points.</summary>
    /// <param name="fonts">All that their lines are set in.</param>
    public static byte[] Save(List<PaperPage> pages, double width, double height, ContentOrder order, params IEnumerable<PaperFont> fonts)
    {
        var maker = new PdfMaker { PageEntries = string.Create(CultureInfo.InvariantCulture, $"/MediaBox [0 0 {width:F0} {height}]") };
        var contents = pages.ConvertAll(p => p.Content(order)); // before the fonts are written: showing a letter gives it its code
        var resources = $"/Font << {string.Join(' ', fonts.Select(f => string.Create(CultureInfo.InvariantCulture, $"/{f.Resource} {f.AddTo(maker)} 0 R")))} >>";
        foreach (var content in contents)
        {
            maker.AddPage(resources, string.Create(CultureInfo.InvariantCulture, $"{maker.AddStream("/Filter /FlateDecode", PdfMaker.Deflate(content))} 0 R"), "");
        }

        return maker.Save();
    }

    private byte[] Content(ContentOrder order)
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
