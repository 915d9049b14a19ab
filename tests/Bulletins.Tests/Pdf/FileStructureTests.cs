using Bulletins.Pdf;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class FileStructureTests
{
    private const string Words = "车间全年节电三十万度。";

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
