using System.Globalization;
using System.Text;

namespace Bulletins.Tests.Pdf;

/// <summary>Sets text on a page: columns, headlines, vertical lines, each letter or line shown in an order of one's choice.</summary>
internal sealed class PagePress
{
    private readonly List<string> shown = [];
    private readonly StringBuilder drawn = new();

    public double Size { get; init; } = 10;

    /// <summary>A line of letters; <paramref name="spacing"/> stands between them.</summary>
    public void Line(double x, double y, string text, double? size = null, double spacing = 0, string font = "F1")
    {
        var em = size ?? Size;
        for (var i = 0; i < text.Length; i++)
        {
            Letter(x + (i * (em + spacing)), y, text[i], em, font);
        }
    }

    public void Vertical(double x, double y, string text, double? size = null)
    {
        var em = size ?? Size;
        for (var i = 0; i < text.Length; i++)
        {
            Letter(x, y - (i * em * 1.05), text[i], em, "F1");
        }
    }

    /// <summary>A paragraph in a column, indented by two ems; returns the baseline behind it.</summary>
    public double Paragraph(double x, double y, int width, string text, double leading = 14)
    {
        text = "　　" + text;
        for (var i = 0; i < text.Length; i += width, y -= leading)
        {
            Line(x, y, text[i..Math.Min(text.Length, i + width)]);
        }

        return y;
    }

    public void Rule(double left, double bottom, double right, double top) =>
        drawn.Append(CultureInfo.InvariantCulture, $"{left} {bottom} m {right} {top} l S\n");

    /// <summary>Shows the letters in another order.</summary>
    public PagePress Shuffled(int seed)
    {
        var random = new Random(seed);
        for (var i = shown.Count - 1; i > 0; i--)
        {
            var k = random.Next(i + 1);
            (shown[i], shown[k]) = (shown[k], shown[i]);
        }

        return this;
    }

    public byte[] Content() => PdfMaker.Latin(drawn + string.Concat(shown));

    public void AddTo(PdfMaker maker, int font, string entries = "") =>
        maker.AddPage(string.Create(CultureInfo.InvariantCulture, $"/Font << /F1 {font} 0 R >>"), Content(), entries);

    public byte[] Save()
    {
        var maker = new PdfMaker();
        AddTo(maker, maker.AddUnicodeFont());
        return maker.Save();
    }

    private void Letter(double x, double y, char letter, double size, string font)
    {
        if (letter != '　' && letter != ' ')
        {
            shown.Add(string.Create(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf 1 0 0 1 {x:F2} {y:F2} Tm {PdfMaker.Utf16(letter.ToString())} Tj ET\n"));
        }
    }
}
