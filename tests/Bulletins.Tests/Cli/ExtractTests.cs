using System.Text;
using System.Text.Json;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public sealed class ExtractTests : IDisposable
{
    private const string Text = "白鹭水泥：窑尾改造完工\n　　截至6月底，全厂节约电费35万元，比计划多节约4%。\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void OneDocumentIsPrintedAsAnObject()
    {
        var path = folder.Write("a.txt", Text);
        var result = Tool.Run("extract", path, "--format", "json");
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Error);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal("bulletins/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(path, json.RootElement.GetProperty("source").GetString());
    }

    [Fact]
    public void ADocumentsIdIsTheContentsAndNeverLooksLikeANumber()
    {
        folder.Write("a.txt", Text);
        folder.Write("b.txt", Text);
        folder.Write("c.txt", Text + Text);
        var rows = CsvText.Parse(Tool.Run("extract", folder.Path, "--table", "documents").Output);
        var ids = rows.Skip(1).Select(r => r[rows[0].IndexOf("document_id")]).ToList();
        Assert.All(ids, id => Assert.Matches("^d[0-9a-f]{16}$", id));
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Fact]
    public void EverySampleFitsTheSchemaThatTheToolPrints()
    {
        using var schema = JsonDocument.Parse(Tool.Run("schema").Output);
        using var records = JsonDocument.Parse(Tool.Run("extract", Path.Combine(AppContext.BaseDirectory, "samples"), folder["none"], "--format", "json").Output);
        var validator = new SchemaValidator(schema.RootElement);
        Assert.True(records.RootElement.GetArrayLength() > 5);
        Assert.All(records.RootElement.EnumerateArray(), record => Assert.Empty(validator.Problems(record)));
    }

    [Fact]
    public void EverySampleKeepsItsRowsInEveryTable()
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        using var records = JsonDocument.Parse(Tool.Run("extract", samples, "--format", "json").Output);
        var articles = records.RootElement.EnumerateArray().SelectMany(d => d.GetProperty("articles").EnumerateArray()).ToList();
        Assert.Equal(articles.Count, Rows("articles"));
        Assert.Equal(articles.Sum(a => a.GetProperty("figures").GetArrayLength()), Rows("figures"));
        Assert.Equal(records.RootElement.EnumerateArray().Sum(d => d.GetProperty("repairs").GetArrayLength()), Rows("repairs"));
        Assert.Equal(records.RootElement.GetArrayLength(), Rows("documents"));

        int Rows(string table) => CsvText.Parse(Tool.Run("extract", samples, "--table", table).Output).Count - 1;
    }

    [Fact]
    public void SeveralDocumentsAreAnArrayInTheOrderOfTheirPaths()
    {
        folder.Write("dump/b.txt", Text);
        folder.Write("dump/a/z.md", Text);
        folder.Write("dump/B.txt", Text);
        folder.Write("dump/.hidden/x.txt", Text);
        folder.Write("dump/table.csv", "a,b");
        Assert.Equal(["dump/B.txt", "dump/a/z.md", "dump/b.txt"], Sources("dump"));
    }

    [Theory]
    [InlineData("1.txt 2.md sub/3.txt sub/deep/4.txt")]
    [InlineData("1.txt sub/3.txt sub/deep/4.txt", "--include", "*.txt")]
    [InlineData("sub/3.txt sub/deep/4.txt", "--include", "sub/**")]
    [InlineData("sub/3.txt", "--include", "sub/*.txt")]
    [InlineData("1.txt 2.md sub/3.txt", "--exclude", "deep")]
    [InlineData("1.txt 2.md", "--exclude", "sub/")]
    [InlineData("2.md", "--exclude", "*.txt")]
    [InlineData("1.txt 2.md", "--include", "1.*", "--include", "2.*")]
    [InlineData("1.txt", "--include", "*.TXT", "--exclude", "sub")]
    [InlineData("5.log", "--include", "*.log")]
    public void GlobsChooseTheFilesOfAFolder(string expected, params string[] options)
    {
        foreach (var name in new[] { "1.txt", "2.md", "sub/3.txt", "sub/deep/4.txt", "5.log" })
        {
            folder.Write(name, Text);
        }

        Assert.Equal(expected.Split(' '), Sources(".", options));
    }

    [Fact]
    public void AFileIsReadOnceHoweverOftenItIsNamed()
    {
        folder.Write("d/a.txt", Text);
        Assert.Equal(["d/a.txt"], Sources("d", folder["d/a.txt"], folder["d"]));
    }

    [Fact]
    public void AFileThatIsNamedIsReadWhateverItsEnding()
    {
        var path = folder.Write("notes.dat", Text);
        Assert.Equal(0, Tool.Run("extract", path, "--format", "json").Code);
    }

    [Fact]
    public void StandardInputIsReadUnderItsName()
    {
        var setting = new ToolSetting { Input = Encoding.UTF8.GetBytes(Text) };
        Assert.Equal("-", Source(Tool.Run(setting, "extract", "-", "--format", "json")));
        Assert.Equal("-", Source(Tool.Run(setting, "extract", "--format", "json")));
        Assert.Equal("bulletin.md", Source(Tool.Run(setting, "extract", "-", "--stdin-name", "bulletin.md", "--format", "json")));
    }

    [Fact]
    public void OneBadFileIsAnErrorRecordAndTheRestGoesOn()
    {
        folder.Write("1.txt", Text);
        folder.Write("2.txt", "");
        folder.Write("3.txt", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 0, 0, 0, 1, 0, 8, 6, 0, 0, 0]);
        folder.Write("4.txt", Text);
        var result = Tool.Run("extract", folder.Path, folder["5.txt"], "--format", "jsonl");
        Assert.Equal(2, result.Code);
        var codes = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.Equal("bulletins/1", json.RootElement.GetProperty("schema").GetString());
            return json.RootElement.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : "document";
        });
        Assert.Equal(["document", "empty", "binary", "document", "not-found"], codes);
        var told = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, told.Length);
        Assert.All(told.Zip(["2.txt", "3.txt", "5.txt"]), t => Assert.StartsWith($"bulletins: {folder[t.Second].Replace('\\', '/')}: ", t.First.Replace('\\', '/'), StringComparison.Ordinal));

        var documents = CsvText.Parse(Tool.Run("extract", folder.Path, "--table", "documents").Output);
        Assert.Equal(["", "empty", "binary", ""], documents.Skip(1).Select(row => row[documents[0].IndexOf("error")].Split(':')[0]));
    }

    [Fact]
    public void WhatCannotBeReadIsSaidWithWhatToDoNext()
    {
        folder.Write("empty/x.log", Text);
        Says("no file or folder is there; check the spelling", Tool.Run("extract", folder["nowhere"]));
        Says("; name other patterns with --include", Tool.Run("extract", folder["empty"]));
        Says("matches *.log and is not excluded by x.*", Tool.Run("extract", folder["empty"], "--include", "*.log", "--exclude", "x.*"));
        Says("nothing to read: every file is excluded by *.log", Tool.Run("extract", folder["empty/x.log"], "--exclude", "*.log"));
        Says("standard input: no text came in; pipe one into the command", Tool.Run(new ToolSetting { Input = [] }, "extract", "-"));
        Says("(0 bytes)", Tool.Run("extract", folder.Write("0.txt", "")));

        static void Says(string message, ToolResult result)
        {
            Assert.Equal(2, result.Code);
            Assert.Contains(message, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void PipedOutputIsTheFiguresAsCsvAndATerminalGetsASummary()
    {
        var path = folder.Write("a.txt", Text);
        Assert.StartsWith("document_id,source,masthead_date,article_id,kind,headline,organization,figure_id,text,value,", Tool.Run("extract", path).Output, StringComparison.Ordinal);
        Assert.StartsWith(path + "\n", Tool.Run(new ToolSetting { Terminal = true }, "extract", path).Output, StringComparison.Ordinal);
        Assert.StartsWith(path + "\n", Tool.Run("extract", path, "--format", "summary").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheOrderOfOutputDoesNotDependOnTheNumberOfThreads()
    {
        for (var i = 0; i < 40; i++)
        {
            folder.Write($"{i:00}.txt", string.Concat(Enumerable.Repeat(Text, (i * 7 % 11 * 20) + 1)));
        }

        var one = Tool.Run("extract", folder.Path, "--format", "jsonl", "--jobs", "1");
        Assert.Equal(40, one.Output.Count(c => c == '\n'));
        Assert.All(["2", "7", "64"], jobs => Assert.Equal(one.Bytes, Tool.Run("extract", folder.Path, "--format", "jsonl", "--jobs", jobs).Bytes));
    }

    [Fact]
    public void UndecodableBytesAreAWarningAndStrictMakesItAFinding()
    {
        var path = folder.Write("a.txt", [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 20))), 0xff, 0xfe, (byte)'\n']);
        var plain = Tool.Run("extract", path, "--encoding", "utf-8");
        Assert.Equal(0, plain.Code);
        Assert.Contains("--strict makes them findings", plain.Error, StringComparison.Ordinal);
        Assert.Empty(Tool.Run("extract", path, "--encoding", "utf-8", "--quiet").Error);
        Assert.Empty(Tool.Run("extract", path, "--encoding", "utf-8", "--format", "json").Error);
        var strict = Tool.Run("extract", path, "--encoding", "utf-8", "--strict");
        Assert.Equal(1, strict.Code);
        Assert.Contains($"{path}:41: ", strict.Error, StringComparison.Ordinal);
        Assert.Equal(1, Tool.Run("extract", path, "--encoding", "utf-8", "--strict", "--quiet").Code);
        Assert.Equal(2, Tool.Run("extract", path, folder["none"], "--encoding", "utf-8", "--strict").Code);
    }

    private static string? Source(ToolResult result)
    {
        using var json = JsonDocument.Parse(result.Output);
        return json.RootElement.GetProperty("source").GetString();
    }

    private string[] Sources(string under, params string[] options)
    {
        var result = Tool.Run(["extract", under == "." ? folder.Path : folder[under], "--format", "jsonl", .. options]);
        Assert.Empty(result.Error);
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return Path.GetRelativePath(folder.Path, json.RootElement.GetProperty("source").GetString()!).Replace('\\', '/');
        })];
    }
}
