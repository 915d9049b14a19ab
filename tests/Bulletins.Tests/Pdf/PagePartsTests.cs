using Bulletins.Ingest;
using Bulletins.Pdf.Layout;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Parts of a newspaper's page that stand apart from its columns: vertical headlines and bylines, captions under pictures.</summary>
public sealed class PagePartsTests
{
    private const string Report = "入冬以来，沧源电厂把检修质量放在首位，组织骨干对三号炉进行了全面检查，消除缺陷二十六项。车间主任每天到现场督促，班组长带头加班，大家说，设备好了心里才踏实。机组连续安全运行，煤耗下降两克。";

    private static Article Single(PagePress press)
    {
        using var file = new MemoryStream(press.Save());
        var source = SourceReader.Read(file, "paper.pdf", BulletinOptions.Default).Source!;
        return Assert.Single(BulletinPipeline.Extract(source).SelectMany(d => d.Articles));
    }

    [Theory]
    [InlineData("沧源电厂抓检修保供电", "本报记者江眠", "江眠")]
    [InlineData("检修保供电", "□江眠", "江眠")]
    [InlineData("检修保供电", "□江眠　沈砚", "江眠 沈砚")]
    [InlineData("检修保供电", "江眠　沈砚", "江眠 沈砚")]
    [InlineData("检修保供电", "■本报记者　江眠", "江眠")]
    public void AVerticalHeadlineAndItsBylineStandBesideTheirText(string headline, string byline, string names)
    {
        foreach (var seed in new[] { 0, 5 })
        {
            var press = new PagePress();
            press.Vertical(60, 740, headline, 22);
            press.Vertical(36, 735, byline, 9);
            press.Paragraph(100, 740, 24, Report + Report);
            var article = Single(seed == 0 ? press : press.Shuffled(seed));
            Assert.Equal(headline, article.Headline);
            Assert.Equal(names, string.Join(' ', article.Bylines.Select(b => b.Name)));
            Assert.Equal(Report + Report, string.Concat(article.Paragraphs.Select(p => p.Text)));
        }
    }

    [Theory]
    [InlineData(10, 15)] // lines of one letter are no vertical line
    [InlineData(10, 20)]
    public void LettersAsFarApartAsLinesAreLines(double size, double leading)
    {
        var press = new PagePress();
        foreach (var (letter, i) in "甲乙丙丁戊".Select((c, i) => (c, i)))
        {
            press.Line(40, 700 - (i * leading), letter.ToString(), size);
            press.Line(140, 700 - (i * leading), "班组安全生产先进事迹");
        }

        Assert.All(PageLayout.Read(Page(press.Save())).SelectMany(b => b.Lines), l => Assert.False(l.IsVertical));
    }

    [Theory]
    [InlineData("沧源电厂", 1.05, "沧源电厂")]
    [InlineData("沧源　电厂", 1.05, "沧源 电厂")]
    [InlineData("沧源电厂", 1.9, "沧源电厂")]
    public void ABlankInAVerticalLineIsASpace(string set, double step, string expected)
    {
        var press = new PagePress();
        for (var i = 0; i < set.Length; i++)
        {
            press.Line(40, 700 - (i * step * 20), set[i].ToString(), 20);
        }

        press.Paragraph(100, 740, 24, Report);
        Assert.Equal(expected, Assert.Single(PageLayout.Read(Page(press.Save())).SelectMany(b => b.Lines), l => l.IsVertical).Text);
    }

    [Fact]
    public void ACaptionUnderAPictureIsNoPartOfTheParagraphs()
    {
        var press = new PagePress();
        press.Line(40, 740, "沧源电厂抓检修保供电", 24);
        var y = press.Paragraph(40, 705, 16, Report);
        press.Line(40, y - 114, "图为检修人员正在更换阀门。", 8);
        press.Line(40, y - 125, "江眠　摄", 8);
        press.Paragraph(220, 705, 16, Report + Report);
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        var image = maker.AddStream("/Subtype /Image /Width 1 /Height 1", "x");
        maker.AddPage($"/Font << /F1 {font} 0 R >> /XObject << /I {image} 0 R >>", [.. press.Content(), .. PdfMaker.Latin(FormattableString.Invariant($"q 160 0 0 100 40 {y - 100} cm /I Do Q"))]);
        var blocks = PageLayout.Read(Page(maker.Save())).Select(b => string.Concat(b.Lines.Select(l => l.Text)));
        Assert.Equal(["沧源电厂抓检修保供电", Report, "图为检修人员正在更换阀门。江眠 摄", Report + Report], blocks);
    }
}
