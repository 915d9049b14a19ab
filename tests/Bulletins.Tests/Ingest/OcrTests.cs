using System.Text;
using Bulletins.Ingest;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Ingest;

public class OcrTests
{
    private const string Head = "<html><head><meta name='ocr-system' content='tesseract'/><title>x</title></head><body>";

    /// <summary>hOCR inside the body, the words laid out.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { Page(Line("节电", "3万", "度")), "节电 3万度" },
        { Page(Line("Open", "Day", "活动")), "Open Day 活动" },
        { Page("<span class='ocr_line'><span class='ocrx_word'>12</span><span class='ocrx_word'>.5</span></span>"), "12.5" },
        { Page(Line("甲班") + Line("乙班")), "甲班\n乙班" },
        { Page("<p class='ocr_par'>" + Line("甲班") + "</p><p class='ocr_par'>" + Line("乙班") + "</p>"), "甲班\n\n乙班" },
        { Page(Line("甲班")) + Page(Line("乙班")), "甲班\n\n乙班" },
        { Page("<span class='ocr_line'><span class='ocrx_word'><strong>R&amp;D</strong></span> <span class='ocrx_word'>&lt;5&#37;</span></span>"), "R&D <5%" },
        { Page("<span class='ocr_line'>没有词的一行</span>"), "没有词的一行" },
        { Page("<span class='ocr_line' title='x_size 40'><span class='ocrx_word' title='bbox 0 0 80 40'>记者</span> <span class='ocrx_word' title='bbox 120 0 160 40'>石</span> <span class='ocrx_word' title='bbox 170 0 210 40'>磊</span></span>"), "记者 石磊" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void RecognisedWordsAreLaidOutAsLines(string body, string text)
    {
        var source = Read(Head + body + "</body></html>", "a.html");
        Assert.Equal(text, source.Text);
        Assert.Equal("text/vnd.hocr+html", source.MediaType);
        Assert.Equal(text, ((MarkedFile)source.Places).Words());
        Assert.Empty(InvariantChecks.RepairsReplay(source));
    }

    [Fact]
    public void SpansHavePageAndBox()
    {
        var source = Sample("13-scan.hocr");
        var figure = BulletinPipeline.Extract(source)[0].Articles.SelectMany(a => a.Figures).First(f => f.Text == "92.4万元");
        var file = new SourcePlaces(((MarkedFile)source.Places).Text);
        Assert.Equal("92.4万元", string.Concat(figure.Spans.Select(file.Range).Select(r => ((MarkedFile)source.Places).Text[r.Start..r.End])));
        Assert.All(figure.Spans, s => Assert.Equal(1, s.Page));
        Assert.All(figure.Spans, s => Assert.True(s.Box is { Left: > 72 and < 500, Bottom: > 0, Top: < 842 } box && box.Right > box.Left && box.Top > box.Bottom));
    }

    [Fact]
    public void AltoTellsItsPagesAndBoxesToo()
    {
        var source = Sample("14-scan.alto");
        Assert.Equal("application/xml", source.MediaType);
        var figure = BulletinPipeline.Extract(source)[0].Articles.SelectMany(a => a.Figures).First(f => f.Text == "23万元");
        Assert.All(figure.Spans, s => Assert.True(s is { Page: 2, Box.Top: < 842 }));
        Assert.Empty(InvariantChecks.RepairsReplay(source));
        Assert.Empty(InvariantChecks.SpansTellWhereThingsStand(source));
    }

    [Fact]
    public void WordsOfWhichTheEngineWasNotSureAreNamed()
    {
        var warning = Assert.Single(Sample("13-scan.hocr").Warnings, w => w.Code == "ocr-uncertain");
        Assert.Contains("1 of ", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALargeLineIsAHint()
    {
        var source = Sample("13-scan.hocr");
        Assert.Equal(["雾笛声声催征帆"], source.Markup.Blocks.Select(b => source.Text.Substring(b.Start, b.Length)));
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><!DOCTYPE alto [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><alto><Layout><Page><TextLine><String CONTENT='&x;'/></TextLine></Page></Layout></alto>", "damaged")]
    [InlineData("<alto><Layout><Page><TextLine><String CONTENT='甲'/>", "damaged")]
    [InlineData("<alto><Layout><Page HEIGHT='x'><TextLine HEIGHT='1e400'><String CONTENT=''/></TextLine></Page></Layout></alto>", "empty")]
    public void BrokenAltoIsAnError(string content, string code) =>
        Assert.Equal(code, SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "a.xml", BulletinOptions.Default).Error?.Code);

    [Theory]
    [InlineData("<alto><Page><TextLine>\r\n<String CONTENT = \"节电&quot;3&amp;4&#20010;\" WC='0.1'/>\r<SP/>\n<String WC=\"x\" CONTENT='万 度'/><HYP CONTENT='-'/></TextLine></Page></alto>", "节电\"3&4个万 度-")]
    [InlineData("<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'><Page PHYSICAL_IMG_NR='-1'><String CONTENT='A'/><SP/><String CONTENT='B'/><String CONTENT='C'/></Page></alto>", "A BC")]
    public void AttributesOfAltoAreReadWhereTheyStand(string content, string text)
    {
        var source = Read(content, "a.xml");
        Assert.Equal(text, source.Text);
        Assert.Equal(text, ((MarkedFile)source.Places).Words());
        Assert.Empty(InvariantChecks.RepairsReplay(source));
    }

    [Fact]
    public void AFileCutAnywhereIsReadAsFarAsItGoesOrAnError()
    {
        foreach (var name in (string[])["13-scan.hocr", "14-scan.alto"])
        {
            var whole = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name));
            for (var length = 300; length < whole.Length; length += 397)
            {
                var result = SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(whole[..length])), name, BulletinOptions.Default);
                Assert.Empty(result.Source is { } source ? InvariantChecks.RepairsReplay(source) : []);
                Assert.True(result.Succeeded || result.Error.Code is "damaged" or "empty");
            }
        }
    }

    private static string Page(string lines) => $"<div class='ocr_page' title='bbox 0 0 1000 1000'>{lines}</div>";

    private static string Line(params string[] words) =>
        "<span class='ocr_line'>" + string.Join('\n', words.Select(w => $"<span class='ocrx_word' title='bbox 1 2 3 4; x_wconf 90'>{w}</span>")) + "</span>\n";

    private static SourceText Sample(string name) => Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name)), name);

    private static SourceText Read(string content, string path)
    {
        var result = SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), path, BulletinOptions.Default);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Source;
    }
}
