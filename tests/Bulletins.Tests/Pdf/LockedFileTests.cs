using System.Text;
using Bulletins.Ingest;
using Bulletins.Pdf;
using Bulletins.Pdf.Fonts;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Files locked by <see cref="PdfLocker"/>: each cipher, each way to leave something open, each password.
/// Their text hangs on a stream (the content) and on a string (the collection of the font's CIDs).</summary>
public sealed class LockedFileTests
{
    private const string Words = "锅炉点火一次成功。";
    private const int Font = 3;

    private static readonly Dictionary<string, LockSettings> Locks = new(StringComparer.Ordinal)
    {
        ["RC4, 40 bits"] = new() { Version = 1, Length = 5 },
        ["RC4, 56 bits"] = new() { Version = 2, Length = 7 },
        ["RC4, 128 bits"] = new() { Version = 2 },
        ["a crypt filter of RC4"] = new() { Method = "V2" },
        ["AES, 128 bits"] = new(),
        ["metadata left open"] = new() { EncryptsMetadata = false },
        ["streams left open"] = new() { Streams = "Identity" },
        ["strings left open"] = new() { Strings = "Identity" },
        ["RC4, strings left open, metadata too"] = new() { Method = "V2", Strings = "Identity", EncryptsMetadata = false },
    };

    public static TheoryData<string> AllLocks() => [.. Locks.Keys];

    /// <summary>A file of each lock with its text, for other readers. Poppler knows no file whose strings and streams are locked differently.</summary>
    internal static IEnumerable<(string Name, byte[] File, string Text)> Files() =>
        Locks.Where(l => l.Value.Streams == l.Value.Strings).SelectMany(l => new[] { (l.Key, PdfLocker.Lock(Maker(), l.Value), Words), (l.Key + ", object streams", PdfLocker.Lock(Maker(), l.Value, 1, 2, Font, Font + 1), Words) });

    // Codes are CIDs of Adobe-GB1, which only the string in the font says.
    private static PdfMaker Maker(string entries = "")
    {
        var gb1 = CidCollection.Find("GB1")!;
        var maker = new PdfMaker();
        Assert.Equal(Font + 1, maker.AddCompositeFont("Song", "/Identity-H", ""));
        var shown = PdfMaker.Hex([.. Words.SelectMany(c => new[] { (byte)(gb1.Cid(c) >> 8), (byte)gb1.Cid(c) })]);
        var content = maker.AddStream(entries, $"BT /F1 10 Tf 50 700 Td {shown} Tj ET");
        maker.AddPage($"/Font << /F1 {Font + 1} 0 R >>", FormattableString.Invariant($"{content} 0 R"), "");
        return maker;
    }

    private static string Read(byte[] file, string? password = null) => Text(Open(file, new PdfReadOptions { Password = password }).ReadPage(1));

    [Theory]
    [MemberData(nameof(AllLocks))]
    public void TheEmptyPasswordOpensWhatHasNone(string form) => Assert.Equal(Words, Read(PdfLocker.Lock(Maker(), Locks[form])));

    [Theory]
    [MemberData(nameof(AllLocks))]
    public void StringsInObjectStreamsAreDecryptedOnce(string form) => Assert.Equal(Words, Read(PdfLocker.Lock(Maker(), Locks[form], 1, 2, Font, Font + 1)));

    [Theory]
    [MemberData(nameof(AllLocks))]
    public void UserAndOwnerPasswordOpenAndNothingElse(string form)
    {
        var file = PdfLocker.Lock(Maker(), Locks[form] with { User = "user"u8.ToArray() });
        Assert.Equal(PdfErrorKind.PasswordNeeded, Error(file));
        Assert.Equal(PdfErrorKind.WrongPassword, Error(file, new PdfReadOptions { Password = "User" }));
        Assert.Equal(Words, Read(file, "user"));
        Assert.Equal(Words, Read(file, "owner"));
    }

    [Fact]
    public void APasswordThatIsNotNeededDoesNotMatter() => Assert.Equal(Words, Read(PdfLocker.Lock(Maker(), new LockSettings()), "whatever"));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void AChinesePasswordOpensInEitherCode(string encoding)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        Assert.Equal(Words, Read(PdfLocker.Lock(Maker(), new LockSettings { User = bytes.GetBytes("密码１２") }), "密码１２"));
    }

    [Fact]
    public void FullWidthDigitsOfAPasswordAreFolded() => Assert.Equal(Words, Read(PdfLocker.Lock(Maker(), new LockSettings { User = "a12"u8.ToArray() }), "ａ１２"));

    [Theory]
    [InlineData("/Filter /Crypt", "StdCF")]
    [InlineData("/Filter [/Crypt] /DecodeParms [<< /Name /Identity >>]", "StdCF")]
    [InlineData("/Filter [/Crypt] /DecodeParms [<< /Name /StdCF >>]", "Identity")]
    public void AStreamCanNameItsOwnFilter(string entries, string streams) => Assert.Equal(Words, Read(PdfLocker.Lock(Maker(entries), new LockSettings { Streams = streams })));

    [Theory]
    [InlineData(null, "the PDF is encrypted and needs a password; give it with --password")]
    [InlineData("wrong", "the PDF is encrypted and the password is not right; check it and give it with --password")]
    public void TheErrorSaysThatAPasswordIsNeeded(string? password, string message)
    {
        using var file = new MemoryStream(PdfLocker.Lock(Maker(), new LockSettings { User = "user"u8.ToArray() }));
        var error = SourceReader.Read(file, "paper.pdf", BulletinOptions.Default with { Password = password }).Error!;
        Assert.Equal(("password", message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("/Filter /Adobe.PubSec /V 4")]
    [InlineData("/Filter /Standard /V 3 /R 3")]
    [InlineData("/Filter /Standard /V 4 /R 4 /O (short) /U (short)")]
    [InlineData("/Filter /Standard /V 5 /R 6 /O (short) /U (short) /OE () /UE ()")]
    [InlineData("")]
    public void AnotherHandlerIsSaidSo(string entries)
    {
        var maker = Maker();
        maker.TrailerEntries = $"/Encrypt << {entries} >>";
        Assert.Equal(PdfErrorKind.UnsupportedEncryption, Error(maker.Save()));
    }
}
