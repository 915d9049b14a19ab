using Bulletins.Pdf;
using Bulletins.Pdf.Fonts;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Maps to Unicode and embedded CMaps in every form that producers write them.</summary>
public sealed class ToUnicodeTests
{
    [Theory]
    [InlineData("2 beginbfchar <0001> <7535> <0002> <89E3> endbfchar", "<00010002>", "电解")]
    [InlineData("1 beginbfchar <0001><7535> endbfchar\r1 beginbfchar\r<0002>\r<89E3>\rendbfchar", "<00010002>", "电解")]
    [InlineData("100 beginbfchar <0001> <75 35> <0002> <89e3> endbfchar", "<00010002>", "电解")]
    [InlineData("1 beginbfchar <0001> <00660066> endbfchar", "<0001>", "ff")]
    [InlineData("1 beginbfchar <0001> <D842DFB7> endbfchar", "<0001>", "𠮷")]
    [InlineData("1 beginbfchar <0001> <D842DFB78DEF> endbfchar", "<0001>", "𠮷路")]
    [InlineData("1 beginbfchar <0001> /ampersand endbfchar", "<0001>", "&")]
    [InlineData("1 beginbfrange <0001> <0002> <7535> endbfrange", "<00010002>", "电甶")]
    [InlineData("1 beginbfrange <0001> <0009> <7535> endbfrange", "<00010009>", "电甽")]
    [InlineData("1 beginbfrange <0001> <0002> <D842DFB7> endbfrange", "<00010002>", "𠮷𠮸")]
    [InlineData("1 beginbfrange <0001> <0099> <D842DFB7> endbfrange", "<00010002>", "𠮷𠮸")]
    [InlineData("1 beginbfrange <0001> <0003> <00660069> endbfrange", "<00010002>", "fifj")]
    [InlineData("1 beginbfrange <0001> <0003> [<7535> <89E3> <69FD>] endbfrange", "<000100020003>", "电解槽")]
    [InlineData("1 beginbfrange <0001> <0003> [<7535> <00660066> <D842DFB7>] endbfrange", "<000100020003>", "电ff𠮷")]
    [InlineData("1 beginbfrange <0001> <0003> [<7535>] endbfrange 1 beginbfchar <0002> <89E3> endbfchar", "<00010002>", "电解")]
    [InlineData("1 beginbfrange <0000> <FFFF> <0000> endbfrange", "<753589E30000>", "电解\uFFFD")]
    [InlineData("1 beginbfrange <0010> <0001> <7535> endbfrange 1 beginbfchar <0002> <89E3> endbfchar", "<0002>", "解")]
    [InlineData("1 beginbfrange <0001> <0001> <7535> endbfrange 1 beginbfchar <0002> <0000> endbfchar", "<00010002>", "电\uFFFD")]
    [InlineData("3 beginbfchar <0001> <FFFD> <0002> <> <0003> <D842> endbfchar", "<000100020003>", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("2 beginbfchar <0001> <0001> <0002> <0009> endbfchar", "<00010002>", "\uFFFD\t")]
    [InlineData("1 beginbfchar <0001> <75350000> endbfchar", "<0001>", "电")]
    [InlineData("% beginbfchar <0001> <6B63>\n1 beginbfchar <0001> <7535> endbfchar", "<0001>", "电")]
    [InlineData("1 beginbfchar <0001> <7535>", "<0001>", "电")]
    public void AMapTellsTheText(string map, string shown, string expected)
    {
        var maker = new PdfMaker();
        var font = maker.AddCompositeFont("ABCDEF+Song", "/Identity-H", $"/ToUnicode {maker.AddToUnicode(map)} 0 R", ordering: "Identity");
        Assert.Equal(expected, Text(Shown(maker, font, shown)));
    }

    [Theory]
    [InlineData("1 beginbfchar <41> <7535> endbfchar", "(AB)", "电B")]
    [InlineData("1 beginbfchar <0041> <7535> endbfchar", "(AB)", "电B")]
    [InlineData("1 beginbfrange <41> <42> <41> endbfrange", "(AB)", "AB")]
    [InlineData("1 beginbfrange <41> <42> [<7535> <FFFD>] endbfrange", "(AB)", "电B")]
    public void AMapOfASimpleFontGoesBeforeItsEncoding(string map, string shown, string expected)
    {
        var maker = new PdfMaker();
        Assert.Equal(expected, Text(Shown(maker, maker.AddLatinFont("Helvetica", $"/Encoding /WinAnsiEncoding /ToUnicode {maker.AddToUnicode(map)} 0 R"), shown)));
    }

    [Theory]
    [InlineData("/UniGB-UCS2-H usecmap", "", "<753589E3>", "电解")]
    [InlineData("/UniGB-UCS2-H usecmap 1 beginbfchar <89E3> <8F67> endbfchar", "", "<753589E3>", "电轧")]
    [InlineData("1 beginbfchar <89E3> <8F67> endbfchar", "/UseCMap PARENT", "<753589E3>", "槽轧")]
    [InlineData("", "/UseCMap /UniGB-UCS2-H", "<753589E3>", "电解")]
    public void AMapCanGoOnFromAnother(string map, string entries, string shown, string expected)
    {
        var maker = new PdfMaker();
        var parent = maker.AddToUnicode("1 beginbfchar <7535> <69FD> endbfchar");
        var child = maker.AddStream(entries.Replace("PARENT", $"{parent} 0 R", StringComparison.Ordinal), $"begincmap {map} endcmap");
        var font = maker.AddCompositeFont("Own", "/Identity-H", $"/ToUnicode {child} 0 R", ordering: "Identity");
        Assert.Equal(expected, Text(Shown(maker, font, shown)));
    }

    [Fact]
    public void ANameInTheMapsPlaceMeansCodesThatAreUnicode()
    {
        var maker = new PdfMaker();
        Assert.Equal("电解", Text(Shown(maker, maker.AddCompositeFont("Own", "/Identity-H", "/ToUnicode /Identity-H", ordering: "Identity"), "<753589E3>")));
    }

    [Fact]
    public void WhatTheMapLeavesOutTheCollectionTells()
    {
        var gb1 = CidCollection.Find("GB1")!;
        var maker = new PdfMaker();
        var font = maker.AddCompositeFont("Own", "/Identity-H", $"/ToUnicode {maker.AddToUnicode("1 beginbfchar <0001> <7535> endbfchar")} 0 R");
        Assert.Equal("电铝", Text(Shown(maker, font, FormattableString.Invariant($"<0001{gb1.Cid('铝'):X4}>"))));
    }

    // An embedded CMap leads from codes to CIDs of Adobe-GB1.
    [Theory]
    [InlineData("2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange 1 begincidchar <8001> LV endcidchar 1 begincidrange <41> <42> A endcidrange", "", "<41800142>", "A铝B", false)]
    [InlineData("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0001> <0002> A endcidrange /WMode 1 def", "", "<00010002>", "AB", true)]
    [InlineData("1 begincodespacerange <000000> <FFFFFF> endcodespacerange 1 begincidchar <000041> LV endcidchar", "/WMode 1", "<000041>", "铝", true)]
    [InlineData("1 begincodespacerange <00> <FF> endcodespacerange 1 begincidchar <01> LV endcidchar", "", "<0141>", "铝\uFFFD", false)]
    [InlineData("/GBK-EUC-H usecmap 1 begincidchar <B5E7> LV endcidchar", "", "<B5E7BDE2>", "铝解", false)]
    [InlineData("1 begincidchar <B5E7> LV endcidchar", "/UseCMap /GBK-EUC-H", "<B5E7BDE2>", "铝解", false)]
    [InlineData("/GBK-EUC-V usecmap", "", "<B5E7>", "电", true)]
    public void AnEmbeddedCMapLeadsToCids(string body, string entries, string shown, string expected, bool isVertical)
    {
        var gb1 = CidCollection.Find("GB1")!;
        var maker = new PdfMaker();
        body = body.Replace(" LV ", FormattableString.Invariant($" {gb1.Cid('铝')} "), StringComparison.Ordinal).Replace(" A ", FormattableString.Invariant($" {gb1.Cid('A')} "), StringComparison.Ordinal);
        var map = maker.AddStream("/Type /CMap /CMapName /Own " + entries, $"begincmap {body} endcmap");
        var page = Page(Shown(maker, maker.AddCompositeFont("Own", $"{map} 0 R", ""), shown));
        Assert.Equal(expected, Text(page));
        Assert.Equal(isVertical, page.Letters[0].Font.IsVertical);
    }
}
