using System.Globalization;
using System.Text;
using Bulletins.Pdf;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class FileStructureTests
{
    private const string Words = "车间全年节电三十万度。";

    [Fact]
    public void AClassicTableIsRead() => Assert.Equal(Words, Text(Saying(Words).Save()));

    [Fact]
    public void ObjectStreamsAndACrossReferenceStreamAreRead() => Assert.Equal(Words, Text(Saying(Words).SaveCompressed()));

    [Fact]
    public void JunkBeforeTheHeaderShiftsEveryOffset()
    {
        var document = Open(Saying(Words).Save("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n"));
        Assert.Empty(document.Notices);
        Assert.Equal(Words, string.Concat(document.ReadPage(1).Letters.Select(l => l.Text)));
    }

    [Fact]
    public void AFileWithoutItsEndIsSearchedForItsObjects()
    {
        var file = Saying(Words).Save();
        var document = Open(file[..file.AsSpan().LastIndexOf("xref\n0"u8)]);
        Assert.Equal(PdfNoticeKind.RebuiltCrossReference, Assert.Single(document.Notices).Kind);
        Assert.Equal(Words, string.Concat(document.ReadPage(1).Letters.Select(l => l.Text)));
    }

    [Fact]
    public void ObjectStreamsAreFoundInADamagedFile()
    {
        var file = Saying(Words).SaveCompressed();
        Assert.Equal(Words, Text(file[..file.AsSpan().LastIndexOf("startxref"u8)]));
    }

    [Fact]
    public void WrongOffsetsAreNoticedWhenAnObjectIsNotThere()
    {
        var file = Saying(Words).Save();
        // One byte more behind the header, and nothing is where the table says.
        Assert.Equal(Words, Text([.. file[..9], (byte)'\n', (byte)'\n', .. file[9..]]));
    }

    [Fact]
    public void AnUpdateReplacesAnObject()
    {
        var maker = Saying("旧的标题");
        var file = maker.Save();
        var content = Enumerable.Range(0, maker.Count).First(i => Encoding.Latin1.GetString(maker.Objects[i]).Contains("Tj", StringComparison.Ordinal)) + 1;
        var stream = $"BT /F1 10 Tf 50 700 Td {PdfMaker.Utf16("新的标题")} Tj ET";
        var previous = file.AsSpan().LastIndexOf("xref\n0"u8);
        var update = string.Create(CultureInfo.InvariantCulture, $"{content} 0 obj\n<< /Length {stream.Length} >>\nstream\n{stream}\nendstream\nendobj\n");
        var table = string.Create(CultureInfo.InvariantCulture, $"xref\n{content} 1\n{file.Length:D10} 00000 n \ntrailer << /Size 9 /Root 1 0 R /Prev {previous} >>\nstartxref\n{file.Length + update.Length}\n%%EOF");
        Assert.Equal("新的标题", Text([.. file, .. PdfMaker.Latin(update + table)]));
    }

    [Fact]
    public void AHybridFileHoldsObjectsForNewReadersInAStream()
    {
        var maker = Saying(Words);
        var file = maker.SaveCompressed();
        var stream = Encoding.Latin1.GetString(file)[(file.AsSpan().LastIndexOf("startxref"u8) + 10)..].Split('\n')[0];
        // A table with nothing in it, and the stream beside it.
        var body = file[..file.AsSpan().LastIndexOf("startxref"u8)];
        var table = string.Create(CultureInfo.InvariantCulture, $"xref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Root 1 0 R /XRefStm {stream} >>\nstartxref\n{body.Length}\n%%EOF");
        var document = Open([.. body, .. PdfMaker.Latin(table)]);
        Assert.Empty(document.Notices);
        Assert.Equal(Words, string.Concat(document.ReadPage(1).Letters.Select(l => l.Text)));
    }

    [Theory]
    [InlineData("/Length 3")]
    [InlineData("/Length 99999")]
    [InlineData("/Length 77 0 R")]
    [InlineData("")]
    public void AWrongLengthOfAStreamIsMended(string length)
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        var content = maker.Add($"<< {length} >>\nstream\nBT /F1 10 Tf 50 700 Td {PdfMaker.Utf16(Words)} Tj ET\nendstream");
        maker.AddPage($"/Font << /F1 {font} 0 R >>", $"{content} 0 R", "");
        Assert.Equal(Words, Text(maker.Save()));
    }

    [Fact]
    public void PagesInheritFromTheirTree()
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        var content = maker.AddStream("", $"BT /F1 10 Tf 0 0 Td {PdfMaker.Utf16(Words)} Tj ET");
        var page = maker.Add($"<< /Type /Page /Parent 2 0 R /Contents {content} 0 R >>");
        var inner = maker.Add($"<< /Type /Pages /Kids [{page} 0 R] /Rotate 90 /Count 1 >>");
        maker.Replace(PdfMaker.Pages, $"<< /Type /Pages /Count 1 /Kids [{inner} 0 R] /MediaBox [0 0 300 500] /Resources << /Font << /F1 {font} 0 R >> >> >>");
        var read = Page(maker.Save());
        Assert.Equal((500, 300), (read.Width, read.Height));
        Assert.Equal(Words, string.Concat(read.Letters.Select(l => l.Text)));
    }

    [Fact]
    public void ATreeThatHoldsItselfEnds()
    {
        var maker = Saying(Words);
        maker.Replace(PdfMaker.Pages, "<< /Type /Pages /Count 9 /Kids [2 0 R 6 0 R 2 0 R 6 0 R] /MediaBox [0 0 600 800] >>");
        Assert.Equal(1, Open(maker.Save()).PageCount);
    }

    [Fact]
    public void ALostTreeIsReplacedByTheFilesPages()
    {
        var maker = Saying(Words);
        maker.Replace(PdfMaker.Pages, "<< /Type /Nothing >>");
        maker.Replace(1, "<< /Type /Catalog /Pages 99 0 R >>");
        Assert.Equal(Words, Text(maker.Save()));
    }

    [Fact]
    public void WhatIsNoPdfIsSaid()
    {
        Assert.Equal(PdfErrorKind.NotAPdf, Error([]));
        Assert.Equal(PdfErrorKind.NotAPdf, Error(PdfMaker.Latin("just words")));
        Assert.Equal(PdfErrorKind.NoPages, Error(PdfMaker.Latin("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj")));
    }

    [Fact]
    public void APageThatDoesNotExistIsAnError()
    {
        var document = Open(Saying(Words).Save());
        Assert.Throws<ArgumentOutOfRangeException>(() => document.ReadPage(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => document.ReadPage(2));
    }
}
