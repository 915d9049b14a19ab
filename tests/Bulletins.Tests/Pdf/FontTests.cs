using System.Text;
using Bulletins.Pdf;
using Bulletins.Pdf.Fonts;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class FontTests
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    // CIDs as Adobe's CMap resources give them to codes of GB 2312.
    [Theory]
    [InlineData("GB1", 1, " ")]
    [InlineData("GB1", 34, "A")]
    [InlineData("GB1", 814, "!")]
    [InlineData("GB1", 940, "啊")]
    [InlineData("GB1", 4162, "一")]
    [InlineData("CNS1", 595, "一")]
    [InlineData("Japan1", 843, "あ")]
    [InlineData("Korea1", 1086, "가")]
    public void CidsAreThoseOfTheCollection(string ordering, int cid, string text) => Assert.Equal(text, CidCollection.Find(ordering)!.Text(cid));

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
    [InlineData("/Differences [1 /A /B 200 /C]", "<0102C8>", "ABC")]
    [InlineData("/Differences [65 /uni4E2D6587 /u4E2D /u12345 /uniD800 /uni12 /u110000]", "<414243444546>", "中文中\U00012345\uFFFD\uFFFD\uFFFD")]
    [InlineData("/Differences [65 /ffi /hyphen.alt /one.oldstyle /A_B_C /A_g9]", "<4142434445>", "ﬃ-1ABC\uFFFD")]
    [InlineData("/Differences [65 /afii10017 /alpha /H18533 /quotedblleft /bullet /emdash]", "<414243444546>", "Аα●“•—")]
    [InlineData("/Differences [65 /C65 /G42 /C99 /a67]", "<41424344>", "AB\uFFFD\uFFFD")]
    [InlineData("/Differences [300 /A -1 /B]", "<FF00>", "AB")]
    [InlineData("/BaseEncoding /StandardEncoding", "<2760AE>", "’‘ﬁ")]
    [InlineData("/BaseEncoding /WinAnsiEncoding", "<27608085>", "'`€…")]
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

    [Theory]
    [InlineData("Symbol", "<61B3C5>", "α≥⊕")]
    [InlineData("ZapfDingbats", "<486CACC0>", "★●①➀")]
    [InlineData("Wingdings", "<6C6E>", "\uFFFD\uFFFD")]
    public void FontsOfSignsHaveTheirOwnEncodings(string name, string shown, string expected)
    {
        var maker = new PdfMaker();
        Assert.Equal(expected, Text(Shown(maker, maker.AddLatinFont(name), shown)));
    }

    [Theory]
    [InlineData("FZSSK--GBK1-0")]
    [InlineData("STSong-Light")]
    [InlineData("ABCDEF+FangSong_GB2312")]
    [InlineData("#BA#DA#CC#E5,Bold")]
    [InlineData("#E9#BB#91#E4#BD#93")]
    public void GbkBytesAreGuessedByTheFontsName(string name)
    {
        var maker = new PdfMaker();
        var font = maker.Add($"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [{string.Join(' ', Enumerable.Repeat("500", 224))}] >>");
        var page = Page(Shown(maker, font, PdfMaker.Hex(Gbk.GetBytes("铝A"))));
        Assert.Equal(["铝", "A"], page.Letters.Select(l => l.Text));
        Assert.Equal([LetterMapping.Guessed, LetterMapping.Mapped], page.Letters.Select(l => l.Mapping));
        Assert.Equal([10, 5], page.Letters.Select(l => l.Box.Width));
    }

    [Theory]
    [InlineData("", 45, 690, 55, 700, 690)]
    [InlineData("/DW2 [880 -1000]", 45, 690, 55, 700, 690)]
    [InlineData("/DW2 [500 -1000]", 45, 693.8, 55, 703.8, 690)]
    [InlineData("/DW2 [880 -500]", 45, 695, 55, 700, 695)]
    [InlineData("/W2 [1 [-800 500 880]]", 45, 692, 55, 700, 692)]
    [InlineData("/W2 [1 1 -800 300 680]", 47, 694, 57, 702, 692)]
    [InlineData("/DW 600 /W2 [1 1 -800 300 880]", 45, 692, 55, 700, 692)]
    public void VerticalMetricsPlaceTheLetters(string widths, double left, double bottom, double right, double top, double next)
    {
        var maker = new PdfMaker();
        var letters = Page(Shown(maker, maker.AddCompositeFont("Song", "/Identity-V", "", widths), "<00010001>")).Letters;
        var box = letters[0].Box;
        Assert.Equal([left, bottom, right, top], new[] { box.Left, box.Bottom, box.Right, box.Top }.Select(n => Math.Round(n, 6)));
        Assert.Equal((50, 700), (letters[0].Start.X, letters[0].Start.Y));
        Assert.Equal(next, letters[1].Start.Y, 6);
    }

    [Fact]
    public void SpacingAndKerningRunDownInVerticalWriting()
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont("SimSun", "UniGB-UTF16-V");
        maker.AddPage($"/Font << /F1 {font} 0 R >>", PdfMaker.Latin($"BT /F1 10 Tf -2 Tc 50 700 Td [{PdfMaker.Utf16("安")} 300 {PdfMaker.Utf16("全")}] TJ ET"));
        Assert.Equal([700, 685], Page(maker.Save()).Letters.Select(l => Math.Round(l.Start.Y, 6)));
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

    [Theory]
    [InlineData("/Encoding << /Differences [65 /uni7535 /a17] >>", "电\uFFFD")]
    [InlineData("/Encoding << /Differences [65 /a1 /a2] >> /ToUnicode MAP", "电解")]
    public void Type3FontsAreToldByNamesOrAMap(string entries, string expected)
    {
        var maker = new PdfMaker();
        var map = maker.AddToUnicode("1 beginbfrange <41> <42> [<7535> <89E3>] endbfrange");
        var glyph = maker.AddStream("", "500 0 0 0 9 9 d1 BT /F1 9 Tf (inner text) Tj ET");
        var font = maker.Add($"<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /Widths [500 500] /CharProcs << /a1 {glyph} 0 R >> {entries.Replace("MAP", $"{map} 0 R", StringComparison.Ordinal)} >>");
        Assert.Equal(expected, Text(Shown(maker, font, "(AB)")));
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
