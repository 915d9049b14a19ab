using Bulletins.Pdf;
using Bulletins.Pdf.Layout;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class PageTreeTests
{
    private const string Words = "车间全年节电三十万度。";

    // A tree of three levels: the root and a node between with these entries, and a page with these.
    private static byte[] Tree(string root, string node, string leaf)
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        var content = maker.AddStream("", $"BT /F1 10 Tf 120 130 Td {PdfMaker.Utf16(Words)} Tj ET");
        var page = maker.Add($"<< /Type /Page /Parent 6 0 R /Contents {content} 0 R {leaf} >>".Replace("FONT", $"/Resources << /Font << /F1 {font} 0 R >> >>", StringComparison.Ordinal));
        Assert.Equal(7, maker.Add($"<< /Type /Pages /Parent 2 0 R /Kids [{page} 0 R] /Count 1 {node} >>".Replace("FONT", $"/Resources << /Font << /F1 {font} 0 R >> >>", StringComparison.Ordinal)));
        maker.Replace(PdfMaker.Pages, $"<< /Type /Pages /Count 1 /Kids [7 0 R] {root} >>".Replace("FONT", $"/Resources << /Font << /F1 {font} 0 R >> >>", StringComparison.Ordinal));
        return maker.Save();
    }

    [Theory]
    [InlineData("/MediaBox [0 0 300 500] FONT", "", "", 300, 500, 120, 130)]
    [InlineData("/MediaBox [0 0 9 9]", "/MediaBox [0 0 300 500] FONT", "", 300, 500, 120, 130)]
    [InlineData("/MediaBox [0 0 9 9] FONT", "/MediaBox [9 9 19 19]", "/MediaBox [0 0 300 500]", 300, 500, 120, 130)]
    [InlineData("/MediaBox [0 0 900 900] FONT", "/CropBox [100 100 300 500]", "", 200, 400, 20, 30)]
    [InlineData("/MediaBox [0 0 900 900] /CropBox [0 0 9 9] FONT", "", "/CropBox [100 100 300 500]", 200, 400, 20, 30)]
    [InlineData("/MediaBox [0 0 300 500] /CropBox [-50 -50 900 900] FONT", "", "", 300, 500, 120, 130)]
    [InlineData("/MediaBox [300 500 0 0] FONT", "", "", 300, 500, 120, 130)]
    [InlineData("/MediaBox [-10 -20 290 480] FONT", "", "", 300, 500, 130, 150)]
    [InlineData("/MediaBox [0 0 300 500] /Rotate 90 FONT", "", "", 500, 300, 130, 180)]
    [InlineData("/MediaBox [0 0 300 500] /Rotate 90 FONT", "/Rotate 180", "/Rotate 0", 300, 500, 120, 130)]
    [InlineData("/MediaBox [0 0 300 500] /Rotate 180 FONT", "", "", 300, 500, 180, 370)]
    [InlineData("/MediaBox [0 0 300 500] /Rotate 270 FONT", "", "", 500, 300, 370, 120)]
    [InlineData("/MediaBox [0 0 300 500] /Rotate -90 FONT", "", "", 500, 300, 370, 120)]
    [InlineData("/MediaBox [0 0 300 500] /Rotate 450 FONT", "", "", 500, 300, 130, 180)]
    [InlineData("/MediaBox [0 0 900 900] FONT", "/Rotate 90", "/CropBox [100 100 300 500]", 400, 200, 30, 180)]
    [InlineData("FONT", "", "", 595, 842, 120, 130)]
    [InlineData("/MediaBox [0 0 0 0] FONT", "", "", 595, 842, 120, 130)]
    [InlineData("/MediaBox [0 0 (x)] FONT", "", "", 595, 842, 120, 130)]
    [InlineData("/MediaBox [0 0 300 500] /CropBox [700 700 900 900] FONT", "", "", 300, 500, 120, 130)]
    public void PagesInheritFromTheirTree(string root, string node, string leaf, double width, double height, double x, double y)
    {
        var page = Page(Tree(root, node, leaf));
        Assert.Equal(Words, Text(page));
        Assert.Equal((width, height, new PdfPoint(x, y)), (page.Width, page.Height, page.Letters[0].Start));
    }

    [Theory]
    [InlineData(0, "1 0 0 1 0 0")]
    [InlineData(90, "0 1 -1 0 600 0")]
    [InlineData(180, "-1 0 0 -1 600 800")]
    [InlineData(270, "0 -1 1 0 0 800")]
    public void ATurnedPageIsReadAsItIsShown(int turn, string matrix)
    {
        // Two columns set upright for the reader on a sheet that lies turned in the file.
        var press = new PagePress();
        for (var i = 0; i < 8; i++)
        {
            press.Line(40, 560 - (i * 14), "左栏在前先读这些字句");
            press.Line(240, 560 - (i * 14), "右栏在后再读那些字句");
        }

        var maker = new PdfMaker { PageEntries = "/MediaBox [0 0 600 800]" };
        var font = maker.AddUnicodeFont();
        maker.AddPage($"/Font << /F1 {font} 0 R >>", [.. PdfMaker.Latin($"q {matrix} cm\n"), .. press.Content(), .. "Q"u8], FormattableString.Invariant($"/Rotate {turn}"));
        var page = Page(maker.Save());
        Assert.All(page.Letters, l => Assert.Equal(0, l.Direction));
        Assert.Equal(new PdfPoint(40, 560), page.Letters[0].Start);
        Assert.Equal(string.Concat(Enumerable.Repeat("左栏在前先读这些字句", 8)) + string.Concat(Enumerable.Repeat("右栏在后再读那些字句", 8)), string.Concat(PageLayout.Read(page).SelectMany(b => b.Lines).Select(l => l.Text)));
    }

    [Theory]
    [InlineData("/CropBox [100 100 500 700]", "正文")]
    [InlineData("/CropBox [0 0 600 800]", "正文印刷标记")]
    [InlineData("/CropBox [100 100 500 700] /Rotate 90", "正文")]
    [InlineData("/CropBox [300 300 400 400]", "正文印刷标记")] // nothing stands in it: the box is wrong
    public void WhatTheCropBoxCutsOffIsNotRead(string entries, string expected)
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        maker.AddPage($"/Font << /F1 {font} 0 R >>", PdfMaker.Latin($"BT /F1 10 Tf 120 600 Td {PdfMaker.Utf16("正文")} Tj 0 150 Td {PdfMaker.Utf16("印刷")} Tj -100 0 Td {PdfMaker.Utf16("标记")} Tj ET"), entries);
        Assert.Equal(expected, Text(maker.Save()));
    }

    [Theory]
    [InlineData("/Count 9 /Kids [2 0 R 6 0 R 2 0 R 6 0 R]", 1)]
    [InlineData("/Count 999999999 /Kids [6 0 R]", 1)]
    [InlineData("/Count -1 /Kids [6 0 R]", 1)]
    [InlineData("/Count 0 /Kids [6 0 R]", 1)]
    [InlineData("/Kids [null 77 0 R 6 0 R 5 (x)]", 1)]
    public void CirclesAndWrongCountsDoNotMatter(string entries, int pages)
    {
        var maker = Saying(Words);
        maker.Replace(PdfMaker.Pages, $"<< /Type /Pages {entries} /MediaBox [0 0 600 800] >>");
        var document = Open(maker.Save());
        Assert.Equal(pages, document.PageCount);
        Assert.Equal(Words, Text(document.ReadPage(1)));
    }

    [Theory]
    [InlineData("/Pages 99 0 R")]
    [InlineData("")]
    [InlineData("/Pages 1 0 R")]
    public void ALostTreeIsReplacedByTheFilesPages(string entries)
    {
        var maker = Saying(Words);
        maker.Replace(PdfMaker.Pages, "(nothing)");
        maker.Replace(1, $"<< /Type /Catalog {entries} >>");
        Assert.Equal(Words, Text(maker.Save()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Contents 99 0 R")]
    [InlineData("/Contents []")]
    [InlineData("/Contents [null 3 0 R (x)]")]
    [InlineData("/Contents (x)")]
    [InlineData("/MediaBox [0 0 0 0]")]
    [InlineData("/MediaBox [0 0 1e9 999999999999999999999999999999]")]
    public void APageWithoutContentsIsEmpty(string entries)
    {
        var maker = new PdfMaker();
        var page = maker.Add($"<< /Type /Page /Parent 2 0 R {entries} >>");
        maker.Replace(PdfMaker.Pages, $"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>");
        var read = Page(maker.Save());
        Assert.Empty(read.Letters);
        Assert.Empty(PageLayout.Read(read));
    }

    [Fact]
    public void ContentsInPartsAreOneContent()
    {
        var maker = new PdfMaker();
        var font = maker.AddLatinFont();
        var parts = new[] { "BT /F1 9 Tf", "(a) Tj [(b)", "(c)] TJ", "ET" }.Select(p => maker.AddStream("", p) + " 0 R");
        maker.AddPage($"/Font << /F1 {font} 0 R >>", $"[{string.Join(' ', parts)}]", "");
        Assert.Equal("abc", Text(maker.Save()));
    }
}
