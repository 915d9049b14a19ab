using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public sealed class ZipTests : IDisposable
{
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void MembersAreReadInPlaceAndInOrder()
    {
        var path = Write("a.zip", ("乙/二.txt", "二车间节电3万度。"), ("甲/一.md", "## 一车间\n\n节电4万度。"), ("甲/", ""), ("__MACOSX/甲/._一.md", "x"), ("照片.jpg", "x"));
        Assert.Equal([$"{path}!/乙/二.txt", $"{path}!/甲/一.md"], Sources(path));
        Assert.Equal([$"{path}!/甲/一.md"], Sources(path, "--exclude", "乙"));
        Assert.Equal([$"{path}!/甲/一.md"], Sources(path, "--include", "*.md"));
        Assert.Equal([$"{path}!/乙/二.txt"], Sources($"{path}!/乙/二.txt"));
        Assert.Equal([$"{path}!/乙/二.txt", $"{path}!/甲/一.md"], Sources(folder[""]).Select(s => s.Replace("//", "/", StringComparison.Ordinal)));
        Assert.Contains("3万度", Tool.Run("explain", $"{path}!/乙/二.txt:1").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gbk")]
    [InlineData("utf-8")]
    [InlineData("utf-8 flagged")]
    public void NamesAreReadInTheEncodingTheyWereWrittenIn(string encoding)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, encoding == "utf-8 flagged" ? null : Encoding.Latin1))
        {
            var name = "第一季度\\誠字报.txt"; // 誠 ends in a backslash in GBK
            var written = encoding == "utf-8 flagged" ? name : Encoding.Latin1.GetString(encoding == "gbk" ? Gb.GetBytes(name) : Encoding.UTF8.GetBytes(name));
            using var entry = archive.CreateEntry(written).Open();
            entry.Write("节电3万度。"u8);
        }

        File.WriteAllBytes(folder["n.zip"], stream.ToArray());
        Assert.Equal([folder["n.zip"] + "!/第一季度/誠字报.txt"], Sources(folder["n.zip"]));
    }

    [Fact]
    public void AnArchiveInsideIsAnErrorAndADocumentIsNone()
    {
        var inner = Docx.Zip(("a.txt", "x"));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "里.zip", inner);
            Add(archive, "文.docx", Docx.Of(Docx.Paragraph("节电3万度。")));
        }

        File.WriteAllBytes(folder["o.zip"], stream.ToArray());
        var run = Tool.Run("extract", folder["o.zip"], "--format", "jsonl");
        Assert.Equal(2, run.Code);
        Assert.Contains("里.zip: an archive inside an archive", run.Error, StringComparison.Ordinal);
        Assert.Contains("文.docx\",\"sha256", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(-10)]
    [InlineData(-60)]
    public void ACutArchiveIsAnErrorWithAdvice(int length)
    {
        var whole = Docx.Zip(("一.txt", "节电3万度。"), ("二.txt", "节电4万度。"));
        File.WriteAllBytes(folder["c.zip"], whole[..(length < 0 ? whole.Length + length : length)]);
        var run = Tool.Run("extract", folder["c.zip"], "--format", "jsonl");
        Assert.Equal(2, run.Code);
        Assert.True(length < 4 || run.Error.Contains("zip -FF", StringComparison.Ordinal), run.Error);
    }

    [Fact]
    public void BytesThrownIntoAnArchiveNeverEndTheRun()
    {
        var whole = Docx.Zip(("一.txt", "节电3万度。"), ("二.html", "<!doctype html><p>节电4万度。"));
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            for (var i = 0; i < 4; i++)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(folder["r.zip"], bytes);
            var run = Tool.Run("extract", folder["r.zip"], "--format", "jsonl");
            Assert.True(run.Code is 0 or 2 && !run.Error.Contains("defect of the tool", StringComparison.Ordinal), $"seed {seed}: {run.Error}");
        }
    }

    [Fact]
    public void ABombIsNotRead()
    {
        Write("b.zip", ("空.txt", new string(' ', 30_000_000)));
        var run = Tool.Run("extract", folder["b.zip"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("zip bomb", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ABombThatLiesAboutItsSizeGivesNoMoreThanItSays()
    {
        var bytes = Docx.Zip(("空.txt", "节电3万度。" + new string(' ', 5_000_000)));
        for (var i = 0; i + 4 <= bytes.Length; i++)
        {
            if (BitConverter.ToInt32(bytes, i) == 5_000_000 + Encoding.UTF8.GetByteCount("节电3万度。"))
            {
                BitConverter.GetBytes(30).CopyTo(bytes, i);
            }
        }

        File.WriteAllBytes(folder["l.zip"], bytes);
        var run = Tool.Run("extract", folder["l.zip"], "--format", "jsonl");
        Assert.True(run.Code == 2 || run.Output.Contains("3万度", StringComparison.Ordinal), run.Error);
    }

    [Fact]
    public void TooManyEntriesAreAnError()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i <= 100_000; i++)
            {
                archive.CreateEntry(i.ToString(System.Globalization.CultureInfo.InvariantCulture), CompressionLevel.NoCompression);
            }
        }

        File.WriteAllBytes(folder["m.zip"], stream.ToArray());
        Assert.Contains("100,001 entries", Tool.Run("extract", folder["m.zip"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AMemberWithAPasswordIsAnErrorOfItsOwn()
    {
        var bytes = Docx.Zip(("一.txt", "节电3万度。"));
        var directory = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        bytes[6] |= 1;
        bytes[directory + 8] |= 1;
        File.WriteAllBytes(folder["p.zip"], bytes);
        Assert.Contains("password", Tool.Run("extract", folder["p.zip"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AnArchiveWithoutTextsSaysWhatWasLookedFor()
    {
        Write("e.zip", ("a.jpg", "x"));
        Assert.Contains("the archive holds no file that matches *.txt", Tool.Run("extract", folder["e.zip"]).Error, StringComparison.Ordinal);
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(bytes);
    }

    private static List<string> Sources(params string[] args)
    {
        var run = Tool.Run(["extract", .. args, "--format", "jsonl"]);
        Assert.Equal("", run.Error);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()!)];
    }

    private string Write(string name, params ReadOnlySpan<(string Name, string Text)> entries)
    {
        File.WriteAllBytes(folder[name], Docx.Zip(entries));
        return folder[name];
    }
}
