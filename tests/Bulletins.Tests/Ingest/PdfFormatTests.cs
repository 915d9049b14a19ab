using Bulletins.Ingest;
using Bulletins.Tests.Pdf;

namespace Bulletins.Tests.Ingest;

public sealed class PdfFormatTests
{
    private static SourceText Read(byte[] file, string path = "paper.pdf")
    {
        using var stream = new MemoryStream(file);
        var result = SourceReader.Read(stream, path, BulletinOptions.Default);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Source;
    }

    private static (string Code, string Message) Failure(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var error = SourceReader.Read(stream, "paper.pdf", BulletinOptions.Default).Error!;
        return (error.Code, error.Message);
    }

    private static byte[] Page(Action<PagePress> set, Action<PdfMaker>? more = null)
    {
        var press = new PagePress();
        set(press);
        var maker = new PdfMaker();
        press.AddTo(maker, maker.AddUnicodeFont());
        more?.Invoke(maker);
        return maker.Save();
    }

    [Fact]
    public void AParagraphIsOneLineAndItsFiguresKnowPageAndBox()
    {
        var source = Read(Page(p =>
        {
            p.Line(30, 740, "节电见成效", 20);
            p.Paragraph(30, 700, 12, "今年以来，电解二车间优化工艺，全年节约用电30万度，职工干劲足。");
        }));
        Assert.Equal("application/pdf", source.MediaType);
        Assert.Null(source.Encoding);
        Assert.Equal("节电见成效\n\n今年以来，电解二车间优化工艺，全年节约用电30万度，职工干劲足。\n", source.Text);
        var article = Assert.Single(Assert.Single(BulletinPipeline.Extract(source)).Articles);
        Assert.Equal("节电见成效", article.Headline);
        var figure = Assert.Single(article.Figures);
        // The phrase begins at the end of one printed line and goes on in the next.
        Assert.All(figure.Spans, s => Assert.Equal((1, true), (s.Page!.Value, s.Box.HasValue)));
        Assert.Equal("30万度", figure.Text);
        Assert.Equal(figure.Text.Length, figure.Spans.Sum(s => s.Length));
        var start = source.Text.IndexOf("30万度", StringComparison.Ordinal) - source.Lines.Start(2) + 2;
        Assert.Equal(30 + (start % 12 * 10), figure.Spans[0].Box!.Value.Left, 2);
        Assert.Equal(700 - (start / 12 * 14) - 1.2, figure.Spans[0].Box!.Value.Bottom, 2);
    }

    [Fact]
    public void AParagraphGoesOnInTheNextColumn()
    {
        var words = string.Concat(Enumerable.Range(0, 30).Select(i => (char)('\u4E00' + (i * 37))));
        var source = Read(Page(p =>
        {
            for (var i = 0; i < 20; i++)
            {
                p.Line(30, 700 - (i * 14), i == 0 ? "　　" + words[..18] : words[..20]);
                p.Line(250, 700 - (i * 14), i == 19 ? words[..4] : words[..20]);
            }
        }));
        Assert.DoesNotContain("\n\n", source.Text.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(2, source.Text.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void HeadsAndPageNumbersOfManyPagesAreLeftOut()
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        for (var i = 1; i <= 3; i++)
        {
            var press = new PagePress();
            press.Line(30, 775, "云岭铝业通讯");
            press.Line(290, 20, $"— {i} —");
            press.Paragraph(30, 690, 30, $"第{i}篇稿件的正文，说的是车间里的事情，一共有好几行字，写在这里。", 14);
            press.AddTo(maker, font);
        }

        var source = Read(maker.Save());
        Assert.Equal(1, source.Text.Split("云岭铝业通讯").Length - 1);
        Assert.DoesNotContain("—", source.Text, StringComparison.Ordinal);
        Assert.Equal(5, source.Warnings.Count(w => w.Code == "page-furniture"));
        Assert.Contains(source.Warnings, w => w.Message.Contains("云岭铝业通讯 (page 3)", StringComparison.Ordinal));
    }

    [Fact]
    public void LettersThatNothingTellsKeepTheirPlace()
    {
        var maker = new PdfMaker();
        var known = maker.AddUnicodeFont();
        var unknown = maker.AddCompositeFont("FZXiaoBiaoSong", "/Identity-H", "", ordering: "Identity");
        maker.AddPage($"/Font << /F1 {known} 0 R /F2 {unknown} 0 R >>", PdfMaker.Latin($"BT /F1 10 Tf 50 700 Td {PdfMaker.Utf16("产量达")} Tj /F2 10 Tf <00010002> Tj /F1 10 Tf {PdfMaker.Utf16("万吨。")} Tj ET"));
        var source = Read(maker.Save());
        Assert.Equal("产量达\uFFFD\uFFFD万吨。\n", source.Text);
        var warning = Assert.Single(source.Warnings);
        Assert.Equal(("unmapped-letters", 1), (warning.Code, warning.Line!.Value));
        Assert.Contains("(page 1, box 80 699 100 709)", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APdfIsToldByItsContent() => Assert.Equal("application/pdf", Read(Page(p => p.Line(30, 700, "短讯一则。")), "paper.txt").MediaType);

    [Fact]
    public void WhatCannotBeReadIsSaidInWords()
    {
        Assert.Equal("damaged", Failure(PdfMaker.Latin("%PDF-1.7\nnothing else")).Code);
        var pictures = new PdfMaker();
        var image = pictures.AddStream("/Subtype /Image /Width 1 /Height 1", "x");
        pictures.AddPage($"/XObject << /I {image} 0 R >>", PdfMaker.Latin("q 500 0 0 700 0 0 cm /I Do Q"));
        Assert.Equal("empty", Failure(pictures.Save()).Code);
        Assert.Contains("OCR", Failure(pictures.Save()).Message, StringComparison.Ordinal);
    }
}
