using System.Text.Json;
using Bulletins.Checking;
using Bulletins.Diagnostics;
using Bulletins.Normalize;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public sealed class ExplainTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheListNamesEveryRuleWarningAndFindingOnce()
    {
        var items = Tool.Run("explain").Output.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim().Split(' ')[0]).ToList();
        Assert.Equal(Normalizer.Rules.Select(r => r.Id).Concat(WarningCodes.All.Select(w => w.Code)).Concat(CheckRules.Own.Concat(CheckRules.Differences).Select(r => r.Id)), items);
        Assert.Equal(items.Distinct(StringComparer.Ordinal), items);
    }

    [Fact]
    public void EachWarningIsExplainedInBothLanguages()
    {
        foreach (var warning in WarningCodes.All)
        {
            Assert.Contains("What to do", Tool.Run("explain", warning.Code).Output, StringComparison.Ordinal);
            Assert.Contains("怎么办", Tool.Run("explain", warning.Code, "--lang", "zh").Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EachFindingOfCheckIsExplainedInBothLanguages()
    {
        foreach (var rule in CheckRules.Own.Concat(CheckRules.Differences))
        {
            Assert.Contains($"--rule {rule.Id}=off", Tool.Run("explain", rule.Id).Output, StringComparison.Ordinal);
            Assert.Contains(rule.Chinese.Title, Tool.Run("explain", rule.Id, "--lang", "zh").Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryWarningAndRepairOfTheSamplesIsDocumented()
    {
        using var json = JsonDocument.Parse(Tool.Run("extract", Path.Combine(AppContext.BaseDirectory, "samples"), "--format", "json").Output);
        Assert.Empty(Of("warnings", "code").Except(WarningCodes.All.Select(w => w.Code))); // add the code to Diagnostics/WarningCodes.cs
        Assert.Empty(Of("repairs", "rule").Except(Normalizer.Rules.Select(r => r.Id)));

        IEnumerable<string> Of(string list, string field) => json.RootElement.EnumerateArray()
            .SelectMany(d => d.GetProperty(list).EnumerateArray()).Select(w => w.GetProperty(field).GetString()!).Distinct(StringComparer.Ordinal);
    }

    [Fact]
    public void EachRuleIsExplainedInBothLanguages()
    {
        foreach (var rule in Normalizer.Rules)
        {
            var english = Tool.Run("explain", rule.Id);
            Assert.Equal(0, english.Code);
            Assert.Contains("Leaves alone", english.Output, StringComparison.Ordinal);
            var chinese = Tool.Run("explain", rule.Id, "--lang", "zh");
            Assert.Contains("不动什么", chinese.Output, StringComparison.Ordinal);
            Assert.Contains(rule.Doc.Chinese.Title, chinese.Output, StringComparison.Ordinal);
            Assert.Equal(chinese.Output, Tool.Run(new ToolSetting { Language = "zh" }, "explain", rule.Id).Output);
        }
    }

    [Fact]
    public void AMisspeltRuleIsToldItsNeighbour()
    {
        var id = Normalizer.Rules.First(r => r.Id.Length > 6).Id;
        var result = Tool.Run("explain", id[..^2] + id[^1] + id[^2]);
        Assert.Equal(2, result.Code);
        Assert.Contains($"did you mean {id}?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ALineIsExplainedWithItsRepairs()
    {
        var path = folder.Write("a.txt", "第一行没有改动。\n第二行有２０２３年的全角数字。\n");
        var result = Tool.Run("explain", path + ":2");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith(path + ":2\n  source      第二行有２０２３年的全角数字。\n  normalized  第二行有2023年的全角数字。\n\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("full-width", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("full-width", Tool.Run("explain", path + ":1").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt:3", "a.txt has 2 lines; there is no line 3")]
    [InlineData("b.txt:1", "b.txt: no file or folder is there")]
    [InlineData("a.txt", "a.txt is a file; give a line of it: ")]
    [InlineData("empty.txt:1", "(0 bytes)")]
    [InlineData("a.txt:0", "lines are counted from 1")]
    [InlineData("sub:1", "a folder is there, not a file")]
    public void APlaceThatIsNotThereIsSaidSo(string place, string message)
    {
        folder.Write("a.txt", "第一行。\n第二行。\n");
        folder.Write("empty.txt", "");
        folder.Write("sub/b.txt", "第一行。\n");
        var result = Tool.Run("explain", folder[place]);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }
}
