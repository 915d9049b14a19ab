using System.Globalization;
using Bulletins.Pdf;
using Bulletins.Pdf.Crypto;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>The files of Cases/pdf hold one invented sentence and were encrypted by qpdf 11.3: another program than the one that reads them here.</summary>
public sealed class EncryptionTests
{
    private const string Words = "本月节约电费三万元。";

    private static byte[] Case(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "pdf", name + ".pdf"));

    [Theory]
    [InlineData("rc4-40")]
    [InlineData("rc4-128")]
    [InlineData("aes-128")]
    [InlineData("aes-256-r5")]
    [InlineData("aes-256")]
    public void AFileWithoutAPasswordForReadingOpens(string name) => Assert.Equal(Words, Text(Case(name)));

    [Theory]
    [InlineData("rc4-128-password")]
    [InlineData("aes-128-password")]
    [InlineData("aes-256-password")]
    public void APasswordIsAskedForAndOpens(string name)
    {
        Assert.Equal(PdfErrorKind.PasswordNeeded, Error(Case(name)));
        Assert.Equal(PdfErrorKind.WrongPassword, Error(Case(name), new PdfReadOptions { Password = "wrong" }));
        foreach (var password in new[] { "secret", "owner" })
        {
            var document = Open(Case(name), new PdfReadOptions { Password = password });
            Assert.Equal(Words, string.Concat(document.ReadPage(1).Letters.Select(l => l.Text)));
        }
    }

    [Theory]
    [InlineData("rc4-128")]
    [InlineData("aes-256")]
    public void ADamagedEncryptedFileIsSearchedAndDecrypted(string name)
    {
        var file = Case(name);
        var mark = file.AsSpan().LastIndexOf("startxref"u8);
        var document = Open([.. file[..mark], .. "startxref\n1\n%%EOF"u8]);
        Assert.NotEmpty(document.Notices);
        Assert.Equal(Words, string.Concat(document.ReadPage(1).Letters.Select(l => l.Text)));
    }

    [Fact]
    public void AnUnknownHandlerIsSaidSo()
    {
        var maker = Saying(Words);
        maker.TrailerEntries = "/Encrypt << /Filter /OwnWay /V 9 /R 9 >>";
        Assert.Equal(PdfErrorKind.UnsupportedEncryption, Error(maker.Save()));
    }

    [Theory]
    [InlineData("Key", "Plaintext", "BBF316E8D940AF0AD3")]
    [InlineData("Wiki", "pedia", "1021BF0420")]
    public void Rc4AgreesWithItsPublishedVectors(string key, string plain, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(Rc4.Apply(PdfMaker.Latin(key), PdfMaker.Latin(plain))).ToString(CultureInfo.InvariantCulture));
}
