using System.Text;
using Bulletins.Ingest;

namespace Bulletins.Tests.Ingest;

public class SourceReaderTests
{
    private const string Chinese = "本报讯 石岭铝业三季度节电１２万度，\r\n职工𠮷某说：“值！”\n（记者 田野）\n";
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static TheoryData<string, string, bool> Encodings => new()
    {
        { "utf-8", "utf-8", false }, { "utf-8", "utf-8", true },
        { "gb18030", "gb18030", false },
        { "utf-16le", "utf-16le", false }, { "utf-16le", "utf-16le", true },
        { "utf-16be", "utf-16be", false }, { "utf-16be", "utf-16be", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void AnEncodingIsFoundByWhatTheBytesSay(string written, string recorded, bool marked)
    {
        var source = Read(Bytes(Chinese, written, marked));
        Assert.Equal(recorded, source.Encoding);
        Assert.Equal(Chinese, source.Text);
        Assert.Empty(source.Warnings);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void AForcedEncodingIsUsed(string written, string recorded, bool marked)
    {
        var source = Read(Bytes(Chinese, written, marked), encoding: recorded.ToUpperInvariant());
        Assert.Equal(recorded, source.Encoding);
        Assert.Equal(Chinese, source.Text);
    }

    [Theory]
    [InlineData("gbk")]
    [InlineData("GB2312")]
    [InlineData("cp936")]
    public void GbkAndGb2312AreReadAsGb18030(string name)
    {
        var source = Read(Gb.GetBytes("镕基、喆、囍"), encoding: name);
        Assert.Equal("gb18030", source.Encoding);
        Assert.Equal("镕基、喆、囍", source.Text);
    }

    [Fact]
    public void AForcedEncodingThatDoesNotFitIsToldAndNotCorrected()
    {
        var source = Read(Gb.GetBytes("产量"), encoding: "utf-8");
        Assert.Contains('\uFFFD', source.Text);
        Assert.All(source.Warnings, w => Assert.Equal("undecodable-bytes", w.Code));
        Assert.NotEmpty(source.Warnings);
    }

    [Fact]
    public void AnUnknownEncodingNamesTheKnownOnes()
    {
        var error = Error(Encoding.UTF8.GetBytes("产量"), encoding: "klingon");
        Assert.Equal("unknown-encoding", error.Code);
        Assert.All(KnownEncodings.Names.Append("klingon"), name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void BytesThatAreNoUtf8AreReplacedAndToldWithTheirPlace()
    {
        byte[] bytes = [.. "第一行\n第二行"u8, 0xFF, 0xE4, 0xB8, .. "尾，后面还有许多正常的文字"u8];
        var source = Read(bytes);
        Assert.Equal("utf-8", source.Encoding);
        Assert.Equal("第一行\n第二行\uFFFD\uFFFD尾，后面还有许多正常的文字", source.Text);
        var warning = Assert.Single(source.Warnings);
        Assert.Equal(("undecodable-bytes", 2), (warning.Code, warning.Line));
        Assert.Contains("3 bytes at offset 19 (column 4): FF E4 B8", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABadByteInGb18030CostsOneCharacterOnly()
    {
        var source = Read([.. Gb.GetBytes("全厂安全生产"), 0xFF, .. Gb.GetBytes("突破两千天，职工欢欣鼓舞。")]);
        Assert.Equal("gb18030", source.Encoding);
        Assert.Equal("全厂安全生产\uFFFD突破两千天，职工欢欣鼓舞。", source.Text);
        Assert.Single(source.Warnings);
    }

    [Fact]
    public void ACutLastCharacterIsToldInEveryEncoding()
    {
        foreach (var name in KnownEncodings.Names)
        {
            var source = Read(Bytes("节约标准煤三百吨", name, false)[..^1], encoding: name);
            Assert.StartsWith("节约标准煤三百", source.Text, StringComparison.Ordinal);
            Assert.EndsWith("\uFFFD", source.Text, StringComparison.Ordinal);
            Assert.Single(source.Warnings);
        }
    }

    [Fact]
    public void AHalfSurrogateOfUtf16IsReplaced()
    {
        var source = Read([0xFF, 0xFE, 0x4E, 0x53, 0x42, 0xD8, 0x4E, 0x53]);
        Assert.Equal("华\uFFFD华", source.Text);
        Assert.Contains("42 D8", Assert.Single(source.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VeryManyBadPlacesAreCountedAfterTheFirstTwenty()
    {
        var bytes = Enumerable.Range(0, 500).SelectMany(_ => new byte[] { 0xFF }.Concat(Encoding.UTF8.GetBytes("车间里机器轰鸣"))).ToArray();
        var source = Read(bytes);
        Assert.Equal(21, source.Warnings.Count);
        Assert.StartsWith("480 more such places; 500 bytes in all", source.Warnings[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongRunOfBadBytesIsOneWarning()
    {
        var source = Read([.. "车间里机器轰鸣，人人争先，捷报频传。"u8, .. Enumerable.Repeat((byte)0xFF, 5)]);
        Assert.Contains("5 bytes", Assert.Single(source.Warnings).Message, StringComparison.Ordinal);
        Assert.EndsWith("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AsciiBeforeTheFirstChineseOfALargeFileDoesNotHideGb18030()
    {
        var ascii = string.Concat(Enumerable.Repeat("row 17, 20 t\n", 100_000));
        Assert.Equal("gb18030", Read([.. Encoding.ASCII.GetBytes(ascii), .. Gb.GetBytes("检修班")]).Encoding);
    }

    [Fact]
    public void TextInAnEncodingThatIsNotKnownIsReadWithADoubt()
    {
        var latin = Encoding.Latin1.GetBytes("Aluminiumhütte: Öfen geprüft, Stäube gefiltert, Gehälter erhöht.");
        Assert.Contains(Read(latin).Warnings, w => w.Code == "encoding-uncertain");
    }

    [Theory]
    [InlineData("", "empty", "0 bytes")]
    [InlineData(" \r\n\t\u3000\n", "empty", "white space")]
    [InlineData("%PDF-1.4\nxyz", "damaged", "viewer")]
    [InlineData("PK\u0003\u0004....word/document.xml", "damaged", "Word")]
    [InlineData("PK\u0003\u0004....OFD.xml", "binary", "OFD")]
    [InlineData("PK\u0003\u0004....a.txt", "binary", "ZIP")]
    [InlineData("{\\rtf1 x}", "binary", ".rtf")]
    [InlineData("GIF89a", "binary", "OCR")]
    [InlineData("ab\0\0\0\0\0\0cdef", "binary", "binary data")]
    public void WhatIsNoTextSaysWhatItIsAndWhatToDo(string content, string code, string word)
    {
        var error = Error(Encoding.UTF8.GetBytes(content));
        Assert.Equal(code, error.Code);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALegacyOfficeDocumentIsNotTakenForGb18030()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Gb.GetBytes("文字文字文字")];
        Assert.Equal("binary", Error(bytes).Code);
    }

    [Fact]
    public void AMissingFileIsNamedAsSuch() =>
        Assert.Equal("not-found", SourceReader.Read(Path.Combine(Path.GetTempPath(), "no-such-dir", "a.txt"), BulletinOptions.Default).Error!.Code);

    [Fact]
    public void AFolderIsUnreadable() =>
        Assert.Equal("unreadable", SourceReader.Read(Path.GetTempPath(), BulletinOptions.Default).Error!.Code);

    [Fact]
    public void AStreamThatFailsIsAnErrorNotACrash()
    {
        var result = SourceReader.Read(new FailingStream(), "-", BulletinOptions.Default);
        Assert.Equal(("-", "unreadable"), (result.Error!.Source, result.Error.Code));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    public void ALimitOnSizeIsExact(int limit)
    {
        var bytes = Encoding.ASCII.GetBytes(new string('x', 100));
        foreach (var stream in new Stream[] { new MemoryStream(bytes), new PipeStream(bytes) })
        {
            var result = SourceReader.Read(stream, "-", BulletinOptions.Default, limit);
            Assert.Equal(limit == 100, result.Succeeded);
            Assert.Equal(limit == 100 ? null : "too-large", result.Error?.Code);
        }
    }

    [Fact]
    public void APipeGivesWhatAFileGives()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Chinese, 5000)));
        var piped = SourceReader.Read(new PipeStream(bytes), "-", BulletinOptions.Default).Source!;
        var file = Read(bytes);
        Assert.Equal(file.Sha256, piped.Sha256);
        Assert.Equal(file.Text, piped.Text);
    }

    [Theory]
    [InlineData("a.md", "text/markdown")]
    [InlineData("A.MARKDOWN", "text/markdown")]
    [InlineData("a.txt", "text/plain")]
    [InlineData("-", "text/plain")]
    public void TheMediaTypeComesFromTheName(string path, string mediaType) =>
        Assert.Equal(mediaType, Read(Encoding.UTF8.GetBytes("产量创新高"), path).MediaType);

    private static byte[] Bytes(string text, string encoding, bool marked)
    {
        Encoding e = encoding switch
        {
            "utf-8" => new UTF8Encoding(marked),
            "gb18030" => Gb,
            _ => new UnicodeEncoding(encoding == "utf-16be", marked),
        };
        return [.. marked ? e.Preamble : [], .. e.GetBytes(text)];
    }

    private static SourceText Read(byte[] bytes, string path = "a.txt", string? encoding = null)
    {
        var result = SourceReader.Read(new MemoryStream(bytes), path, new BulletinOptions { Encoding = encoding });
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Source;
    }

    private static DocumentError Error(byte[] bytes, string? encoding = null)
    {
        var result = SourceReader.Read(new MemoryStream(bytes), "a.txt", new BulletinOptions { Encoding = encoding });
        Assert.False(result.Succeeded);
        return result.Error;
    }

    /// <summary>Cannot seek and gives a few bytes at a time.</summary>
    private sealed class PipeStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1000));
    }

    private sealed class FailingStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the disk is gone");
    }
}
