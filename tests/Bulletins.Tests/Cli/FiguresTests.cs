using System.Text;
using System.Text.Json;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public sealed class FiguresTests : IDisposable
{
    private const string Sentence = "吨水泥电耗由82.5度降至77度，比计划多降1.5度，节约电费约260万元。";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ASentenceIsATableWhereItIsPiped()
    {
        var result = Tool.Run("figures", Sentence);
        Assert.Equal((0, ""), (result.Code, result.Error));
        var rows = CsvText.Parse(result.Output);
        Assert.Equal(4, rows.Count);
        Assert.Equal("from_value", rows[0][11]);
        Assert.Equal(["由82.5度降至77度", "77", "", "82.5", "kW.h"], rows[1][8..13]);
    }

    [Theory]
    [InlineData("成本同比降低3.2%")]
    [InlineData("板厚20.5mm")]
    [InlineData("煤价下降0.5元/t")]
    public void ASentenceMayEndInAFraction(string sentence) => Assert.Equal(2, CsvText.Parse(Tool.Run("figures", sentence).Output).Count);

    [Fact]
    public void ASentenceIsReadableOnATerminal()
    {
        var result = Tool.Run(new ToolSetting { Terminal = true }, "figures", Sentence);
        Assert.Contains("  约260万元 = 2600000 CNY, cost_saving, approximately, of 电费\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("3 figures\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("no figures\n", Tool.Run(new ToolSetting { Terminal = true }, "figures", "没有数字的一句话。").Output);
    }

    [Fact]
    public void AnExplanationNamesTheRecognizerTheUnitsRowAndTheWordsOfEachField()
    {
        var output = Tool.Run("figures", "--explain", Sentence, "--issued", "2024-10-12").Output;
        foreach (var part in (string[])["recognizer  change          “82.5度降至77度”", "“度”  units.tsv: 度 → kW.h × 1", "“节约”  the verb of money before it", "“约”  before the number", "“比计划”  the comparison", "“降至”  between the two levels", "“吨水泥电耗”  before it"])
        {
            Assert.Contains(part, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheIssuesDateGivesYears()
    {
        using var json = JsonDocument.Parse(Tool.Run("figures", "今年一季度，产量达12万吨。", "--issued", "2024-05-12", "--format", "json").Output);
        Assert.Equal("2024-01/2024-03", json.RootElement[0].GetProperty("period").GetString());
        Assert.Equal(120000, json.RootElement[0].GetProperty("value").GetInt32());
        Assert.Equal(2, Tool.Run("figures", "产量达12万吨。", "--issued", "2024年").Code);
    }

    [Fact]
    public void AFileAndStandardInputAreReadToo()
    {
        var path = folder.Write("a.txt", "全厂降本增效见成效\n\n本报讯 五月份，全厂节约材料费12.6万元，设备故障率下降3.5%。\n");
        var file = Tool.Run("figures", path, "--format", "jsonl").Output;
        Assert.Equal(2, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var piped = Tool.Run(new ToolSetting { Input = File.ReadAllBytes(path) }, "figures", "-", "--format", "jsonl").Output;
        Assert.Equal(file, piped);
        Assert.Equal(piped, Tool.Run(new ToolSetting { Input = File.ReadAllBytes(path) }, "figures", "-f", "jsonl").Output);
    }

    [Theory]
    [InlineData("no-such-file.txt: no file or folder is there", "figures", "no-such-file.txt")]
    [InlineData("没有.txt: no file or folder is there", "figures", "没有.txt")]
    [InlineData("--explain and --format csv exclude each other", "figures", "增长3%", "--explain", "--format", "csv")]
    [InlineData("give a sentence or a file", "figures")]
    [InlineData("unknown option --explian; did you mean --explain?", "figures", "--explian")]
    public void AWrongCallSaysWhatIsWrong(string message, params string[] args)
    {
        var result = Tool.Run(args);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TheHelpHasAnExample() => Assert.Contains("bulletins figures --explain", Encoding.UTF8.GetString(Tool.Run("figures", "--help").Bytes), StringComparison.Ordinal);
}
