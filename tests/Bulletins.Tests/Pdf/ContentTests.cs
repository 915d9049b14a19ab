using Bulletins.Pdf;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class ContentTests
{
    private static PdfMaker With(string content, string resources = "", string page = "")
    {
        var maker = new PdfMaker();
        var font = maker.AddLatinFont();
        maker.AddPage($"/Font << /F1 {font} 0 R >> {resources}", PdfMaker.Latin(content), page);
        return maker;
    }

    private static string Shows(string content, string resources = "") => string.Concat(Page(With(content, resources).Save()).Letters.Select(l => l.Text));

    [Theory]
    [InlineData("BT /F1 10 Tf (one) Tj ET", "one")]
    [InlineData("BT /F1 10 Tf [(o) -200 (n) 30 (e)] TJ ET", "one")]
    [InlineData("BT /F1 10 Tf (a) Tj (b) ' 1 2 (c) \" ET", "abc")]
    [InlineData("BT /F1 10 Tf (a\\(b\\)\\101\\n) Tj (a(b)c) Tj <4> Tj ET", "a(b)A\uFFFDa(b)c@")]
    [InlineData("BT /F1 10 Tf (a) Tj ET BI /W 2 /H 2 ID xx EI yy (z) Tj\u0001\u0002 EI BT (b) Tj ET", "ab")]
    [InlineData("garbage 12 ] >> } BT /F1 10 Tf (a) Tj ET", "a")]
    [InlineData("BT (no font) Tj ET", "")]
    [InlineData("BT /F1 10 Tf 7 Tr (clip only) Tj 0 Tr (b) Tj ET", "b")]
    [InlineData("BT /F1 10 Tf [(never closed) TJ (b) Tj ET", "never closedb")]
    public void OperatorsShowText(string content, string expected) => Assert.Equal(expected, Shows(content));

    [Fact]
    public void PositionsFollowMatricesAndSpacing()
    {
        var letters = Page(With("q 2 0 0 2 100 100 cm BT /F1 10 Tf 1 Tc 10 Tw 50 Tz 5 Ts 1 0 0 1 10 20 Tm (a b) Tj ET Q").Save()).Letters;
        Assert.Equal([120, 127, 144], letters.Select(l => Math.Round(l.Start.X, 6)));
        Assert.All(letters, l => Assert.Equal(150, l.Start.Y, 6));
        Assert.All(letters, l => Assert.Equal(20, l.PointSize, 6));
    }

    [Fact]
    public void LinesAndPicturesAreKept()
    {
        var maker = new PdfMaker();
        var image = maker.AddStream("/Subtype /Image /Width 1 /Height 1", "x");
        maker.AddPage($"/XObject << /I {image} 0 R >>", PdfMaker.Latin("10 10 m 10 500 l S 50 50 200 0.5 re f 300 300 100 50 re S 300 300 100 50 re n q 80 0 0 60 20 30 cm /I Do Q"));
        var page = Page(maker.Save());
        Assert.Equal(6, page.Rules.Count);
        Assert.Contains(new PdfBox(10, 10, 10, 500), page.Rules);
        Assert.Equal(new PdfBox(20, 30, 100, 90), Assert.Single(page.Pictures));
    }
}
