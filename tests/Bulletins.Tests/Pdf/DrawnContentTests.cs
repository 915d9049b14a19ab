using Bulletins.Pdf;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Forms, inline images, layers, marked spans and invisible text: what of a page's content is text, and what it says.</summary>
public sealed class DrawnContentTests
{
    private const int Off = 3;
    private const int On = 4;
    private readonly PdfMaker maker = new();
    private readonly int font;

    public DrawnContentTests()
    {
        // Two layers, of which nothing is said yet.
        Assert.Equal(Off, maker.Add("<< /Type /OCG /Name (draft) /Usage << /View << /ViewState /OFF >> >> >>"));
        Assert.Equal(On, maker.Add("<< /Type /OCG /Name (print) /Usage << /View << /ViewState /ON >> >> >>"));
        font = maker.AddLatinFont();
    }

    private byte[] Page(string content, string resources = "", byte[]? raw = null)
    {
        maker.AddPage($"/Font << /F1 {font} 0 R >> {resources}", raw ?? PdfMaker.Latin(content));
        return maker.Save();
    }

    private int Form(string entries, string content) => maker.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 99 99] {entries}", content);

    [Fact]
    public void FormsInFormsAreDrawnWhereTheyArePlaced()
    {
        var inner = Form($"/Matrix [1 0 0 1 5 5] /Resources << /Font << /F9 {font} 0 R >> >>", "q BT /F9 10 Tf 1 1 Td (form) Tj ET");
        var outer = Form($"/Matrix [2 0 0 2 0 0] /Resources << /XObject << /Y {inner} 0 R >> >>", "1 0 0 1 7 8 cm /Y Do");
        var letters = PdfTesting.Page(Page("q 1 0 0 1 100 200 cm /X Do Q BT /F1 10 Tf 9 9 Td (page) Tj ET", $"/XObject << /X {outer} 0 R >>")).Letters;
        Assert.Equal("formpage", string.Concat(letters.Select(l => l.Text)));
        Assert.Equal((new PdfPoint(100 + (2 * (7 + 5 + 1)), 200 + (2 * (8 + 5 + 1))), 20), (letters[0].Start, letters[0].PointSize));
        Assert.Equal((new PdfPoint(9, 9), 10), (letters[4].Start, letters[4].PointSize));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Resources << >>")]
    [InlineData("/Resources << /Font << /F2 77 0 R >> >>")]
    public void AFormThatLacksAFontTakesThePages(string resources)
    {
        var form = Form(resources, "BT /F1 10 Tf (form) Tj ET");
        Assert.Equal("form", Text(Page("/X Do", $"/XObject << /X {form} 0 R >>")));
    }

    [Fact]
    public void AFormsOwnFontHidesThePages()
    {
        var symbol = maker.AddLatinFont("Symbol");
        var form = Form($"/Resources << /Font << /F1 {symbol} 0 R >> >>", "BT /F1 10 Tf (ab) Tj ET");
        Assert.Equal("αβab", Text(Page("/X Do BT /F1 10 Tf (ab) Tj ET", $"/XObject << /X {form} 0 R >>")));
    }

    [Fact]
    public void AFormThatDrawsItselfIsDrawnOnce()
    {
        var one = maker.Count + 1;
        Form($"/Resources << /Font << /F1 {font} 0 R >> /XObject << /X {one + 1} 0 R >> >>", "BT /F1 10 Tf (a) Tj ET /X Do /X Do");
        Form($"/Resources << /Font << /F1 {font} 0 R >> /XObject << /X {one} 0 R /Y {one + 1} 0 R >> >>", "BT /F1 10 Tf (b) Tj ET /X Do /Y Do");
        Assert.Equal("abb", Text(Page("/X Do", $"/XObject << /X {one} 0 R >>")));
    }

    [Theory]
    [InlineData("/W 2 /H 2 /BPC 8 /CS /G", "a EI")]
    [InlineData("/W 4 /H 1 /BPC 8 /CS /RGB", "\u0001 EI BT (x) ")]
    [InlineData("/Width 8 /Height 12 /ImageMask true", " EI /F1 9 Tf")]
    [InlineData("/W 1 /H 1 /L 10 /F /DCT", "\u00FF EI Q q\n ")]
    [InlineData("/W 9 /H 9 /F /Fl", "x\u009CEI\u0001 EI\u0002 EI \u00C3\u0080")]
    [InlineData("/W 9 /H 9 /F [/A85 /LZW] /DP [null << /EarlyChange 0 >>]", "J..)6T`?p&EIa~>")]
    [InlineData("/W 900 /H 900 /BPC 8 /CS /RGB", "too short")]
    public void AnInlineImageIsSkippedWhateverItsBytes(string entries, string data) =>
        Assert.Equal("ab", Text(Page($"BT /F1 10 Tf (a) Tj ET q BI {entries} ID {data}\nEI Q BT /F1 10 Tf (b) Tj ET")));

    [Theory]
    [InlineData("/OFF [3 0 R]", "on")]
    [InlineData("/OFF [4 0 R]", "off")]
    [InlineData("/BaseState /OFF", "")]
    [InlineData("/BaseState /OFF /ON [4 0 R]", "on")]
    [InlineData("/BaseState /ON /OFF [3 0 R 4 0 R]", "")]
    [InlineData("/BaseState /Unchanged", "offon")]
    [InlineData("", "offon")]
    [InlineData("/AS [<< /Event /View /Category [/View] /OCGs [3 0 R 4 0 R] >>]", "on")]
    [InlineData("/AS [<< /Event /Print /Category [/Print] /OCGs [3 0 R 4 0 R] >>]", "offon")]
    public void LayersThatAreOffAreNotOnThePage(string usual, string expected)
    {
        Layers(usual);
        Assert.Equal(expected, Text(Page("BT /F1 9 Tf /OC /A BDC /Span << /A (x) >> BDC (off) Tj EMC EMC /OC /B BDC (on) Tj EMC ET", "/Properties << /A 3 0 R /B 4 0 R >>")));
    }

    [Theory]
    [InlineData("/OCGs 3 0 R", false)]
    [InlineData("/OCGs 4 0 R", true)]
    [InlineData("/OCGs [3 0 R 4 0 R]", true)]
    [InlineData("/OCGs [3 0 R 4 0 R] /P /AnyOn", true)]
    [InlineData("/OCGs [3 0 R 4 0 R] /P /AllOn", false)]
    [InlineData("/OCGs [3 0 R 4 0 R] /P /AnyOff", true)]
    [InlineData("/OCGs [3 0 R 4 0 R] /P /AllOff", false)]
    [InlineData("/OCGs [4 0 R] /P /AllOff", false)]
    [InlineData("/OCGs []", true)]
    [InlineData("/VE [/And 3 0 R 4 0 R]", false)]
    [InlineData("/VE [/Or 3 0 R [/Not [/Not 4 0 R]]]", true)]
    [InlineData("/VE [/Not 3 0 R]", true)]
    [InlineData("/VE [/Not 4 0 R] /OCGs 4 0 R", false)]
    public void MembershipsOfLayersAreWorkedOut(string member, bool isShown)
    {
        Layers("/OFF [3 0 R]");
        var membership = maker.Add($"<< /Type /OCMD {member} >>");
        Assert.Equal(isShown ? "text" : "", Text(Page("BT /F1 9 Tf /OC /M BDC (text) Tj EMC ET", $"/Properties << /M {membership} 0 R >>")));
    }

    [Fact]
    public void FormsAndImagesCanBelongToALayer()
    {
        Layers("/OFF [3 0 R]");
        var content = "BT /F1 9 Tf (form) Tj ET";
        var (off, on, image) = (Form("/OC 3 0 R", content), Form("/OC 4 0 R", content), maker.AddStream("/Subtype /Image /OC 3 0 R", "x"));
        var page = PdfTesting.Page(Page("/A Do /B Do q 50 0 0 50 0 0 cm /C Do Q /OC /L BDC /B Do 0 0 m 500 0 l S EMC", $"/XObject << /A {off} 0 R /B {on} 0 R /C {image} 0 R >> /Properties << /L 3 0 R >>"));
        Assert.Equal("form", Text(page));
        Assert.Empty(page.Pictures);
        Assert.Empty(page.Rules);
    }

    [Fact]
    public void WhatAFormLeavesMarkedEndsWithIt()
    {
        Layers("/OFF [3 0 R]");
        var form = Form("/Resources << /Properties << /L 3 0 R >> >>", "/OC /L BDC BT (hidden) Tj ET");
        Assert.Equal("shown", Text(Page("/X Do EMC BT /F1 9 Tf (shown) Tj ET", $"/XObject << /X {form} 0 R >>")));
    }

    [Theory]
    [InlineData("3 Tr (recognized text) Tj", "recognized text")]
    [InlineData("3 Tr (doubled layer) Tj 0 Tr (printed layer) Tj", "printed layer")]
    [InlineData("3 Tr (a whole page of recognized text) Tj 0 Tr (-7-) Tj", "a whole page of recognized text-7-")]
    [InlineData("q 3 Tr Q 1 Tr (outlined) Tj 2 Tr (filled) Tj", "outlinedfilled")]
    public void InvisibleTextIsKeptWhereItIsAllThereIs(string shown, string expected) => Assert.Equal(expected, Text(Page($"BT /F1 9 Tf {shown} ET")));

    [Theory]
    [InlineData("/Span << /ActualText <FEFF89C1> >> BDC (a) Tj EMC", "见")]
    [InlineData("/Span << /ActualText <FEFF00660066> >> BDC (a) Tj EMC (b) Tj", "ffb")]
    [InlineData("/Span << /ActualText (xy) >> BDC (a) Tj (b) Tj EMC", "xy")]
    [InlineData("/Span << /ActualText (x y) >> BDC (ab) Tj EMC", "xy")]
    [InlineData("/Span << /ActualText <EFBBBFE8A781> >> BDC (a) Tj EMC", "见")]
    [InlineData("/Span << /ActualText (a whole paragraph of other words) >> BDC (own) Tj ( words) Tj EMC", "own words")]
    [InlineData("/Span << /ActualText (an ornament) >> BDC (a) Tj EMC", "a")]
    [InlineData("/Span << /ActualText () >> BDC (a) Tj EMC", "a")]
    [InlineData("/Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC", "-")]
    [InlineData("/Span /P BDC (a) Tj EMC", "見")]
    [InlineData("/Span << /ActualText (xyz) >> BDC <000102> Tj EMC", "xyz")]
    [InlineData("/Span << /ActualText (wxyz) >> BDC <0001> Tj EMC", "wxyz")]
    public void ASpanSaysWhichTextItsLettersAre(string content, string expected)
    {
        var said = Text(Page($"BT /F1 9 Tf {content} ET", "/Properties << /P << /ActualText <FEFF898B> >> >>"));
        Assert.Equal(expected, said);
    }

    private void Layers(string usual) =>
        maker.Replace(1, "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [3 0 R 4 0 R] /D << " + usual + " >> >> >>");
}
