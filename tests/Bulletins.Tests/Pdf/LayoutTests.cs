using Bulletins.Pdf.Layout;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class LayoutTests
{
    // Text without meaning in which every place is different: reading order shows.
    private static string Words(int seed, int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('\u4E00' + (((seed * 1000) + (i * 7)) % 20000))));

    private static string Read(PagePress press) => string.Concat(PageLayout.Read(Page(press.Save())).SelectMany(b => b.Lines).Select(l => l.Text.Replace(" ", "", StringComparison.Ordinal)));

    // Two articles: one with a headline over the first two columns, one over the last two; a third below all four.
    private static (PagePress Press, string Expected) Newspaper(double gutter)
    {
        var press = new PagePress();
        var (width, left) = (120 + gutter, 30.0);
        var expected = "";
        Headline(0, 760, 22, "甲乙丙丁戊己");
        Columns(0, 2, 735, 330, 10);
        Headline(2, 760, 22, "子丑寅卯辰巳");
        Columns(2, 2, 735, 330, 20);
        Headline(0, 470, 26, "天地玄黄宇宙洪荒日月");
        Columns(0, 4, 440, 600, 30);
        return (press, expected);

        void Headline(int column, double y, double size, string text)
        {
            press.Line(left + (column * width), y, text, size);
            expected += text;
        }

        void Columns(int first, int count, double top, int letters, int seed)
        {
            var text = Words(seed, letters);
            var lines = text.Chunk(12).Select(c => new string(c)).ToList();
            var height = (lines.Count + count - 1) / count;
            for (var i = 0; i < lines.Count; i++)
            {
                press.Line(left + ((first + (i / height)) * width), top - (i % height * 14), lines[i]);
            }

            expected += text;
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(12)]
    [InlineData(8)]
    public void ColumnsAreReadUnderTheirHeadlines(double gutter)
    {
        var (press, expected) = Newspaper(gutter);
        Assert.Equal(expected, Read(press));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheOrderOfTheContentDoesNotMatter(int seed)
    {
        var (press, expected) = Newspaper(14);
        Assert.Equal(expected, Read(press.Shuffled(seed)));
    }

    [Fact]
    public void ALetterSpacedHeadlineIsNotCutByAGutterBelow()
    {
        var press = new PagePress();
        press.Line(60, 700, "春风送暖入车间", 24, 24);
        var expected = "春风送暖入车间";
        for (var column = 0; column < 2; column++)
        {
            for (var i = 0; i < 20; i++)
            {
                press.Line(30 + (column * 200), 660 - (i * 14), Words(column + 3, 400)[(i * 18)..((i + 1) * 18)]);
            }

            expected += Words(column + 3, 400)[..360];
        }

        Assert.Equal(expected, Read(press));
    }

    // The second one has a blank of one em; four part it from the first.
    [Fact]
    public void HeadlinesFarApartStayTwoWhateverBlanksTheyHave()
    {
        var press = new PagePress();
        press.Line(30, 700, "抢修两昼夜", 20);
        press.Line(30 + 100 + 80, 700, "夜班有热饭", 20);
        press.Line(30 + 100 + 80 + 100 + 20, 700, "职工心里暖", 20);
        for (var column = 0; column < 2; column++)
        {
            for (var i = 0; i < 4; i++)
            {
                press.Line(30 + (column * 180), 660 - (i * 14), Words(column + 3, 400)[(i * 16)..((i + 1) * 16)]);
            }
        }

        var lines = PageLayout.Read(Page(press.Save())).SelectMany(b => b.Lines).Select(l => l.Text).ToList();
        Assert.Contains("抢修两昼夜", lines);
        Assert.Contains("夜班有热饭 职工心里暖", lines);
    }

    [Fact]
    public void TwoHeadlinesSideBySideStayTwo()
    {
        var press = new PagePress();
        press.Line(30, 700, "安全月活动启动啦", 22);
        press.Line(30 + 200, 700, "技术比武落下帷幕", 22);
        for (var column = 0; column < 2; column++)
        {
            for (var i = 0; i < 20; i++)
            {
                press.Line(30 + (column * 200), 670 - (i * 14), Words(column + 3, 400)[(i * 18)..((i + 1) * 18)]);
            }
        }

        Assert.Equal("安全月活动启动啦" + Words(3, 400)[..360] + "技术比武落下帷幕" + Words(4, 400)[..360], Read(press));
    }

    [Fact]
    public void VerticalLinesAreReadDownAndFromTheRight()
    {
        var press = new PagePress();
        press.Vertical(100, 700, "铝海扬帆", 20);
        press.Vertical(70, 700, "再启新程", 20);
        for (var i = 0; i < 10; i++)
        {
            press.Line(160, 700 - (i * 14), Words(5, 200)[(i * 18)..((i + 1) * 18)]);
        }

        Assert.Equal("铝海扬帆再启新程" + Words(5, 200)[..180], Read(press.Shuffled(4)));
    }

    [Fact]
    public void ARuleBetweenCloseColumnsDividesThem()
    {
        var press = new PagePress();
        press.Rule(153, 400, 153, 720);
        for (var column = 0; column < 2; column++)
        {
            for (var i = 0; i < 20; i++)
            {
                press.Line(30 + (column * 126), 700 - (i * 14), Words(column + 7, 400)[(i * 12)..((i + 1) * 12)]);
            }
        }

        Assert.Equal(Words(7, 400)[..240] + Words(8, 400)[..240], Read(press));
    }

    [Fact]
    public void ParagraphsBeginWhereALineIsIndented()
    {
        var press = new PagePress();
        var y = press.Paragraph(30, 700, 16, Words(1, 50));
        y = press.Paragraph(30, y, 16, Words(2, 30)); // fills its last line
        press.Paragraph(30, y, 16, Words(3, 40));
        var blocks = PageLayout.Read(Page(press.Save()));
        Assert.Equal([Words(1, 50), Words(2, 30), Words(3, 40)], blocks.Select(b => string.Concat(b.Lines.Select(l => l.Text))));
        Assert.All(blocks, b => Assert.All(b.Lines.SkipLast(1), l => Assert.True(l.IsWrapped)));
        Assert.All(blocks, b => Assert.False(b.Lines[^1].IsWrapped));
    }

    [Fact]
    public void ShortLinesOfAVerseGoOnInNothing()
    {
        var press = new PagePress();
        var y = press.Paragraph(30, 700, 20, Words(1, 80));
        foreach (var line in new[] { "炉火映红了夜空", "汗水洒在槽边", "我们把月光也铸进了铝锭" })
        {
            press.Line(30, y, line);
            y -= 14;
        }

        var lines = PageLayout.Read(Page(press.Save())).SelectMany(b => b.Lines).ToList();
        Assert.All(lines.TakeLast(3), l => Assert.False(l.IsWrapped));
    }

    [Fact]
    public void FalseBoldIsReadOnce()
    {
        var press = new PagePress();
        press.Line(30, 700, "安全生产责任重于泰山", 20);
        press.Line(30.4, 700.3, "安全生产责任重于泰山", 20);
        Assert.Equal("安全生产责任重于泰山", Read(press));
    }

    [Fact]
    public void ARepeatedLetterIsNoFalseBold()
    {
        var press = new PagePress();
        press.Line(30, 700, "人人人天天天", 20);
        Assert.Equal("人人人天天天", Read(press));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(28)]
    public void NarrowLettersSideBySideAreNoFalseBold(int width)
    {
        var maker = new PdfMaker();
        var map = maker.AddToUnicode("1 beginbfrange <0000> <FFFF> <0000> endbfrange");
        var font = maker.AddCompositeFont("ABCDEF+Song", "/Identity-H", $"/ToUnicode {map} 0 R", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/DW {width * 10}"), "Identity");
        maker.AddPage($"/Font << /F1 {font} 0 R >>", PdfMaker.Latin($"BT /F1 10 Tf -0.2 Tc 50 700 Td {PdfMaker.Utf16("1000llii")} Tj 0 -40 Td {PdfMaker.Utf16("11")} Tj 0.2 0 Td {PdfMaker.Utf16("11")} Tj ET"));
        Assert.Equal("1000llii11", string.Concat(PageLayout.Read(Page(maker.Save())).Select(b => b.Text)));
    }

    [Fact]
    public void SpacesShownInAnyOrderStandBehindTheirLetters()
    {
        var maker = new PdfMaker();
        var map = maker.AddToUnicode("1 beginbfrange <0000> <FFFF> <0000> endbfrange");
        var font = maker.AddCompositeFont("ABCDEF+Song", "/Identity-H", $"/ToUnicode {map} 0 R", "/DW 1000 /W [32 [400]]", "Identity");
        maker.AddPage($"/Font << /F1 {font} 0 R >>", PdfMaker.Latin($"BT /F1 10 Tf 1 0 0 1 70 700 Tm {PdfMaker.Utf16(" ")} Tj 1 0 0 1 74 700 Tm {PdfMaker.Utf16("桑榆")} Tj 1 0 0 1 50 700 Tm {PdfMaker.Utf16("江眠")} Tj ET"));
        Assert.Equal("江眠 桑榆", Assert.Single(PageLayout.Read(Page(maker.Save()))).Text);
    }

    [Fact]
    public void GapsAreSpacesBetweenWordsAndNotBetweenChinese()
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        maker.AddPage($"/Font << /F1 {font} 0 R >>", PdfMaker.Latin($"BT /F1 10 Tf 50 700 Td [{PdfMaker.Utf16("QC")} -300 {PdfMaker.Utf16("team")} 20 {PdfMaker.Utf16("降本")} -200 {PdfMaker.Utf16("增效")}] TJ ET"));
        Assert.Equal("QC team降本增效", Assert.Single(PageLayout.Read(Page(maker.Save()))).Text);
    }

    [Fact]
    public void TurnedTextIsReadBehindTheUprightText()
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        maker.AddPage($"/Font << /F1 {font} 0 R >>", PdfMaker.Latin($"BT /F1 10 Tf 0 1 -1 0 40 100 Tm {PdfMaker.Utf16("侧边文字")} Tj 1 0 0 1 100 700 Tm {PdfMaker.Utf16("正文在此这里")} Tj ET"));
        Assert.Equal(["正文在此这里", "侧边文字"], PageLayout.Read(Page(maker.Save())).Select(b => b.Text));
    }
}
