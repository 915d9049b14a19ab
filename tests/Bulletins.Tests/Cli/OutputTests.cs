using System.Text;
using System.Text.Json;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

/// <summary>What `extract` writes with -o: folders, workbooks, databases, several of them in one run.</summary>
public sealed class OutputTests : IDisposable
{
    private const string Text = "白鹭水泥：窑尾改造完工\n　　截至6月底，全厂节约电费35万元，比计划多节约4%。\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFolderOfOutputHoldsEveryTableAndTheRecords()
    {
        folder.Write("in/a.txt", Text);
        var result = Tool.Run("extract", folder["in"], "--output", folder["out"]);
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains("1 document, ", result.Error, StringComparison.Ordinal);
        Assert.Equal(["in/a.txt", "out/articles.csv", "out/corpus.jsonl", "out/datapackage.json", "out/documents.csv", "out/figures.csv", "out/repairs.csv"], folder.Files());
        Assert.Equal(Tool.Run("extract", folder["in"], "--format", "jsonl").Bytes, File.ReadAllBytes(folder["out/corpus.jsonl"]));
        Assert.Equal(Tool.Run("extract", folder["in"], "--table", "figures").Bytes, File.ReadAllBytes(folder["out/figures.csv"]));
        Assert.Empty(Tool.Run("extract", folder["in"], "--output", folder["out"], "--quiet").Error);
    }

    [Fact]
    public void AnOutputFolderThatIsAFileIsRefused()
    {
        var path = folder.Write("plain", Text);
        var result = Tool.Run("extract", path, "--output", path);
        Assert.Equal(2, result.Code);
        Assert.Contains("is a file; name a folder", result.Error, StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(path));
    }

    [Fact]
    public void AnOutputThatIsAnInputIsRefused()
    {
        var path = folder.Write("notes.csv", Text);
        var result = Tool.Run("extract", path, "--output", path);
        Assert.Equal(2, result.Code);
        Assert.Contains("is also an input", result.Error, StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(path));
    }

    [Fact]
    public void TheEndingChoosesTheFormatAndOneRunMayWriteSeveral()
    {
        folder.Write("in/a.txt", Text);
        var result = Tool.Run("extract", folder["in"], "-o", folder["new/figures.csv"], "-o", folder["articles.csv"], "-o", folder["all.json"], "-o", folder["all.jsonl"],
            "-o", folder["savings.tsv"], "-o", folder["corpus"]);
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains("all.jsonl", result.Error, StringComparison.Ordinal);
        Same("new/figures.csv", "--table", "figures");
        Same("articles.csv", "--table", "articles");
        Same("savings.tsv", "--delimiter", "tab");
        Same("all.json", "--format", "json");
        Same("all.jsonl", "--format", "jsonl");
        Same("corpus/repairs.csv", "--table", "repairs");
        Assert.DoesNotContain(folder.Files(), f => f.EndsWith(".tmp", StringComparison.Ordinal));

        void Same(string file, params string[] options) => Assert.Equal(Tool.Run(["extract", folder["in"], .. options]).Bytes, File.ReadAllBytes(folder[file]));
    }

    [Fact]
    public void AWorkbookGoesToAFileOrAPipeButToNoTerminal()
    {
        var path = folder.Write("a.txt", Text);
        Assert.Equal(0, Tool.Run("extract", path, "-o", folder["out.xlsx"], "--headers", "zh").Code);
        Assert.Equal(350_000d, new XlsxFile(folder["out.xlsx"])["数据"].Find("数值", 2));
        var piped = Tool.Run("extract", path, "--format", "xlsx");
        Assert.Equal(0, piped.Code);
        Assert.Equal(["documents", "articles", "figures", "repairs"], new XlsxFile(folder.Write("piped.xlsx", piped.Bytes)).Sheets.Select(s => s.Name));
        var shown = Tool.Run(new ToolSetting { Terminal = true }, "extract", path, "--format", "xlsx");
        Assert.Equal(2, shown.Code);
        Assert.Contains("no text for a terminal", shown.Error, StringComparison.Ordinal);
        Assert.Empty(shown.Output);
    }

    [Fact]
    public void ADatabaseIsMadeAndTheNextRunGoesIntoIt()
    {
        folder.Write("in/a.txt", Text);
        Assert.Equal(0, Tool.Run("extract", folder["in"], "-o", folder["out.db"], "-o", folder["out.xlsx"]).Code);
        folder.Write("in/b.txt", Text.Replace("35", "36", StringComparison.Ordinal));
        Assert.Equal(2, Tool.Run("extract", folder["in"], folder["none"], "-o", folder["out.db"]).Code);
        using var database = new Database(folder["out.db"]);
        Assert.Equal(["350000", "360000"], database.Rows("SELECT value FROM figures WHERE unit = 'CNY' ORDER BY 1"));
        Assert.Equal(["not-found"], database.Rows("SELECT code FROM errors"));
        var refused = Tool.Run("extract", folder["in"], "-o", folder.Write("other.db", Text));
        Assert.Equal(2, refused.Code);
        Assert.Contains("no database of this tool; name another file", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FormatCountsMoreThanTheEnding()
    {
        var path = folder.Write("a.txt", Text);
        Assert.Equal(0, Tool.Run("extract", path, "-o", folder["records.log"], "--format", "jsonl", "--quiet").Code);
        Assert.Equal(Tool.Run("extract", path, "--format", "jsonl").Bytes, File.ReadAllBytes(folder["records.log"]));
    }

    [Fact]
    public void ARunThatCannotOpenOneOutputLeavesNoneBegun()
    {
        folder.Write("in/a.txt", Text);
        folder.Write("file", "x");
        var result = Tool.Run("extract", folder["in"], "-o", folder["a.csv"], "-o", folder["file/b.csv"]);
        Assert.Equal(2, result.Code);
        Assert.Contains("cannot write the output", result.Error, StringComparison.Ordinal);
        Assert.Equal(["file", "in/a.txt"], folder.Files());
    }

    [Fact]
    public void CsvIsMadeForExcelWithChineseHeadingsAndChosenColumns()
    {
        var path = folder.Write("a.txt", Text);
        var result = Tool.Run("extract", path, "--excel", "--headers", "zh", "--columns", "text, value，计量单位", "--columns", "qualifier");
        Assert.Equal(0, result.Code);
        Assert.Equal("\ufeff原文,数值,计量单位,限定\r\n35万元,350000,CNY,exact\r\n\"=\"\"4%\"\"\",4,%,exact\r\n", result.Output);
    }

    [Fact]
    public void AnInterruptedRunLeavesTheOldFiles()
    {
        folder.Write("in/a.txt", Text);
        folder.Write("out/figures.csv", "old");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = Tool.Run(new ToolSetting { Stop = stop.Token }, "extract", folder["in"], "--output", folder["out"], "-o", folder["a.xlsx"], "-o", folder["a.db"]);
        Assert.Equal(130, result.Code);
        Assert.Equal(["in/a.txt", "out/figures.csv"], folder.Files());
    }
}
