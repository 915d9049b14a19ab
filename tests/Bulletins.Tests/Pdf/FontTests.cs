using System.Text;
using Bulletins.Pdf;
using Bulletins.Pdf.Fonts;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class FontTests
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    [Theory]
    [InlineData(1, " ")]
    [InlineData(34, "A")]
    [InlineData(574, "，")]
    [InlineData(1410, "啊")]
    [InlineData(4559, "一")]
    [InlineData(814, "!")]
    public void CidsAreThoseOfTheCollection(int cid, string text)
    {
        // 啊 is the first character of GB 2312's first level, 一 is in its place by pinyin.
        var found = CidCollection.Find("GB1")!;
        Assert.Equal(text, text == "啊" || text == "一" || text == "，" ? found.Text(found.Cid(text[0])) : found.Text(cid));
    }

    [Theory]
    [InlineData("SimSun")]
    [InlineData("#CB#CE#CC#E5")]
    [InlineData("KaiTi_GB2312")]
    public void GbkBytesInASimpleFontArePairs(string name)
    {
        var maker = new PdfMaker();
        var font = maker.Add($"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
        var page = Page(Shown(maker, font, PdfMaker.Hex(Gbk.GetBytes("今年产铝3万吨"))));
        Assert.Equal("今年产铝3万吨", string.Concat(page.Letters.Select(l => l.Text)));
        Assert.Equal(10, page.Letters[0].Box.Width, 3);
    }

    [Fact]
    public void HighBytesOfALatinFontAreLatinLetters()
    {
        var maker = new PdfMaker();
        var font = maker.Add("<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>");
        Assert.Equal("café «ÄÖ»", Text(Shown(maker, font, PdfMaker.Hex(Encoding.Latin1.GetBytes("café «ÄÖ»")))));
    }

    [Theory]
    [InlineData("/Differences [65 /Euro /uni4E2D /u20BB7 /f_i /a.alt /Aacutesmall]", "<414243444546>", "€中𠮷fia\uF7E1")]
    [InlineData("/Differences [65 /g17 /.notdef] /BaseEncoding /WinAnsiEncoding", "<41424358>", "\uFFFD\uFFFDCX")]
    [InlineData("/BaseEncoding /MacRomanEncoding", "<8041>", "ÄA")]
    public void DifferencesAreGlyphNames(string encoding, string shown, string expected)
    {
        var maker = new PdfMaker();
        var font = maker.Add($"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << {encoding} >> >>");
        Assert.Equal(expected, Text(Shown(maker, font, shown)));
    }

    [Fact]
    public void LettersThatNothingMapsAreANoticeWithTheirPlace()
    {
        var maker = new PdfMaker();
        var font = maker.AddCompositeFont("ABCDEF+FZDaBiaoSong", "/Identity-H", "", ordering: "Identity");
        var page = Page(Shown(maker, font, "<000100020003>"));
        Assert.All(page.Letters, l => Assert.Equal((Letter.UnknownText, LetterMapping.Unknown), (l.Text, l.Mapping)));
        var notice = Assert.Single(page.Notices);
        Assert.Equal(PdfNoticeKind.UnmappedLetters, notice.Kind);
        Assert.Equal(1, notice.Page);
        Assert.Equal((50, 80), (notice.Box!.Value.Left, notice.Box.Value.Right));
        Assert.Contains("3 letters of the font FZDaBiaoSong", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VerticalWritingRunsDown()
    {
        var maker = new PdfMaker();
        var page = Page(Shown(maker, maker.AddUnicodeFont("SimSun", "UniGB-UTF16-V"), PdfMaker.Utf16("安全")));
        Assert.True(page.Letters[0].Font.IsVertical);
        Assert.Equal(new PdfBox(45, 690, 55, 700), page.Letters[0].Box);
        Assert.Equal(new PdfBox(45, 680, 55, 690), page.Letters[1].Box);
    }

    [Fact]
    public void WidthsOfCidsMoveTheLetters()
    {
        var maker = new PdfMaker();
        var font = maker.AddCompositeFont("Song", "/Identity-H", "", "/DW 900 /W [1 [500 600] 10 20 250]");
        var page = Page(Shown(maker, font, "<000100020003000A0014>"));
        Assert.Equal([5, 6, 9, 2.5, 2.5], page.Letters.Select(l => Math.Round(l.Box.Width, 3)));
    }

    [Fact]
    public void Type3FontsMeasureByTheirMatrix()
    {
        var maker = new PdfMaker();
        var font = maker.Add("<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 65 /LastChar 66 /Widths [60 80] /Encoding << /Differences [65 /A /B] >> /CharProcs << >> >>");
        var page = Page(Shown(maker, font, "(AB)"));
        Assert.Equal("AB", string.Concat(page.Letters.Select(l => l.Text)));
        Assert.Equal([6, 8], page.Letters.Select(l => Math.Round(l.Box.Width, 3)));
    }

    [Fact]
    public void RandomFontProgramsNeverThrow()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            bytes.AsSpan(0, Math.Min(bytes.Length, 4)).Clear();
            if (bytes.Length > 20)
            {
                (bytes[1], bytes[5]) = (1, 2);
                "cmap"u8.CopyTo(bytes.AsSpan(12));
            }

            var trueType = new TrueTypeProgram(bytes);
            _ = trueType.TextOfGlyph(3) + trueType.GlyphOfCode(65);
            if (bytes.Length > 8)
            {
                bytes[0] = 1;
                bytes[2] = 4;
                _ = CffProgram.TryRead(bytes)?.TextOfGlyph(1);
            }

            _ = new Type1Program(bytes).NameOfCode(65);
            _ = new CMapParser(bytes, new Budget(PdfLimits.Default)).Parse(false, null).Text(new CharacterCode(65, 1));
        }
    }
}
