using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public sealed class CheckTests : IDisposable
{
    private const string Text = """
        白鹭水泥简报
        第9期
        白鹭水泥有限公司党委宣传部主办　　2024年5月6日

        窑尾改造提前完工

        　　本报讯（记者 张明）近日,白鹭水泥窑尾改造提前完工,全年可节约电费35万元，设备完好率达到99.2%。职工们说，下半年要再接再厉。

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheSamplesAreWhatIsExpectedOfThemAndWhatIsSilencedIsTold()
    {
        // A doubt that a better rule no longer has leaves its comment behind; that is told, and stops nobody here.
        var result = Tool.Run("check", SourceTree.Samples, "--rule", "comment-unused=note");
        Assert.True(result.Code == 0, result.Output);
        Assert.Contains(" compared with expected records: ", result.Output, StringComparison.Ordinal);
        Assert.Contains(" silenced\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("because: none is printed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRecordsOfAnArchivesMembersStandInAFolderNamedForIt()
    {
        folder.Write("in/a.txt", Text);
        ZipFile.CreateFromDirectory(folder["in"], folder["a.zip"]);
        Directory.Delete(folder["in"], recursive: true);
        Assert.Equal("new  ./a.zip!/a.expected.json\n\n1 input: 1 expected record written (1 new)\n", Tool.ExecuteIn(folder.Path, "check", ".", "--update").Output);
        Assert.Contains("\"source\": \"a.txt\"", File.ReadAllText(folder["a.zip!/a.expected.json"]), StringComparison.Ordinal);
        Assert.Equal("1 input compared with expected records: no findings\n", Tool.ExecuteIn(folder.Path, "check", ".").Output);
    }

    [Fact]
    public void FromAFirstUpdateOverABrokenRuleToTheAcceptedChange()
    {
        folder.Write("in/a.txt", Text);
        var first = Tool.ExecuteIn(folder.Path, "check", "in", "--update");
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Equal("new  in/a.expected.json\n\n1 input: 1 expected record written (1 new)\n", first.Output);
        Assert.Equal("1 input compared with expected records: no findings\n", Tool.ExecuteIn(folder.Path, "check", "in").Output);
        Assert.Equal((0, "1 input compared with expected records: no findings\n"), Code(Tool.ExecuteIn(folder.Path, "check", "in", "--update")));

        // The record as a tool wrote it whose rules read a unit, a headline and a repair otherwise.
        var accepted = File.ReadAllText(folder["in/a.expected.json"]);
        folder.Write("in/a.expected.json", accepted
            .Replace("\"value\": 350000", "\"value\": 35", StringComparison.Ordinal)
            .Replace("\"headline\": \"窑尾改造提前完工\"", "\"headline\": \"窑尾改造\"", StringComparison.Ordinal)
            .Replace("\"rule\": \"punctuation\"", "\"rule\": \"spacing\"", StringComparison.Ordinal));
        var broken = Tool.ExecuteIn(folder.Path, "check", "in");
        Assert.Equal(1, broken.Code);
        Assert.Contains("error  figure-changed\n", broken.Output, StringComparison.Ordinal);
        Assert.Contains("error  article-changed\n", broken.Output, StringComparison.Ordinal);
        Assert.Contains("error  repair-changed\n", broken.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 input differs from its expected record; --update accepts the differences\n", broken.Output, StringComparison.Ordinal);
        Assert.Equal(0, Tool.ExecuteIn(folder.Path, "check", "in", "--exit-zero").Code);
        Assert.DoesNotContain("figure-changed", Tool.ExecuteIn(folder.Path, "check", "in", "--only", "repairs").Output, StringComparison.Ordinal);

        var update = Tool.ExecuteIn(folder.Path, "check", "in", "--update");
        Assert.Equal(0, update.Code);
        Assert.Contains("figure-changed", update.Output, StringComparison.Ordinal);
        Assert.Contains("\nupdated  in/a.expected.json\n", update.Output, StringComparison.Ordinal);
        Assert.Equal(accepted, File.ReadAllText(folder["in/a.expected.json"]));
        Assert.Equal(0, Tool.ExecuteIn(folder.Path, "check", "in").Code);
    }

    [Theory]
    [InlineData("lines", false, false)]
    [InlineData("lines", true, false)]
    [InlineData("columns", false, true)]
    public void ATerminalOf80CellsShows(string layout, bool color, bool sideBySide)
    {
        var shown = Differing(new ToolSetting { Terminal = true, Width = 80, Color = color }, sideBySide ? ["--side-by-side"] : []).Output
            .Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(folder.Path + "/", "", StringComparison.Ordinal);
        Assert.All(color ? [] : shown.Split('\n'), line => Assert.InRange(Bulletins.Cli.Output.DisplayWidth.Of(line), 0, 80));
        Snapshot.Verify(shown.Replace("\u001b", "␛", StringComparison.Ordinal), $"{nameof(ATerminalOf80CellsShows)}.{layout}{(color ? ".colour" : "")}");
    }

    [Fact]
    public void GitHubGetsOneEscapedLineForEachFinding()
    {
        var lines = Differing(new ToolSetting(), "--format", "github").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var over = Assert.Single(lines, l => l.Contains("percentage-over-100", StringComparison.Ordinal));
        Assert.StartsWith("::warning file=", over, StringComparison.Ordinal);
        Assert.Contains("b%2C 1%3A2.txt,line=7,endLine=7,col=", over, StringComparison.Ordinal);
        Assert.EndsWith("::199.2%25: 设备完好率 cannot exceed 100%25 [窑尾改造提前完工]", over, StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Contains("::error ", StringComparison.Ordinal) && l.Contains("%0Avalue: expected “35”, extracted “350000”", StringComparison.Ordinal));
    }

    [Fact]
    public void JsonFitsTheSchemaThatTheToolPrints()
    {
        using var schema = JsonDocument.Parse(Tool.Run("schema", "check").Output);
        using var report = JsonDocument.Parse(Differing(new ToolSetting(), "--format", "json").Output);
        Assert.Empty(new SchemaValidator(schema.RootElement).Problems(report.RootElement));
        Assert.Equal(3, report.RootElement.GetProperty("summary").GetProperty("inputs").GetInt32());
        Assert.Equal(1, report.RootElement.GetProperty("summary").GetProperty("failed").GetInt32());
    }

    /// <summary>What the published schema of SARIF 2.1.0 demands of the parts that the tool writes.</summary>
    [Fact]
    public void SarifHasWhatItsReadersNeed()
    {
        folder.Write("in/b, 1:2.comments", "7 percentage-over-100 measured so\n");
        using var sarif = JsonDocument.Parse(Differing(new ToolSetting(), "--format", "sarif").Output);
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(sarif.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).ToList();
        Assert.Equal(rules.Count, rules.Distinct(StringComparer.Ordinal).Count());
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "note", "warning", "error" });
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute));
            if (place.TryGetProperty("region", out var region))
            {
                var ends = (region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());
                Assert.True(ends.CompareTo((region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32())) > 0);
            }
        }

        var silenced = Assert.Single(run.GetProperty("results").EnumerateArray(), r => r.GetProperty("suppressions").GetArrayLength() > 0);
        Assert.StartsWith("measured so (", silenced.GetProperty("suppressions")[0].GetProperty("justification").GetString(), StringComparison.Ordinal);
        var invocation = Assert.Single(run.GetProperty("invocations").EnumerateArray());
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Single(invocation.GetProperty("toolExecutionNotifications").EnumerateArray());
    }

    [Fact]
    public void JUnitCountsWhatItHolds()
    {
        var xml = XDocument.Parse(Differing(new ToolSetting(), "--format", "junit").Output);
        Assert.Equal("testsuites", xml.Root!.Name.LocalName);
        foreach (var suite in xml.Root.Elements("testsuite"))
        {
            var tests = suite.Elements("testcase").ToList();
            Assert.Equal((int)suite.Attribute("tests")!, tests.Count);
            Assert.Equal((int)suite.Attribute("failures")!, tests.Count(t => t.Element("failure") is not null));
            Assert.Equal((int)suite.Attribute("errors")!, tests.Count(t => t.Element("error") is not null));
            Assert.Equal(["document", "repairs", "articles", "figures"], tests.Select(t => (string)t.Attribute("name")!));
        }

        Assert.Equal([2, 1, 0], xml.Root.Elements("testsuite").Select(s => (int)s.Attribute("failures")!));
        Assert.Equal([0, 0, 1], xml.Root.Elements("testsuite").Select(s => (int)s.Attribute("errors")!));
    }

    [Fact]
    public void EveryFormatTellsOfTheSameFindingsInTheSameOrderWhateverTheNumberOfThreads()
    {
        foreach (var format in new[] { "text", "json", "github", "sarif", "junit" })
        {
            var one = Differing(new ToolSetting(), "--format", format, "--jobs", "1");
            Assert.Equal(2, one.Code); // one input cannot be read
            Assert.Equal(one.Bytes, Differing(new ToolSetting(), "--format", format, "--jobs", "8").Bytes);
        }
    }

    /// <summary>Three inputs: one that differs from its expected record, one with a percentage over 100, and one that is no text.</summary>
    private ToolResult Differing(ToolSetting setting, params string[] options)
    {
        folder.Write("in/a.txt", Text);
        folder.Write("in/b, 1:2.txt", Text.Replace("99.2%", "199.2%", StringComparison.Ordinal));
        folder.Write("in/c.txt", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
        if (!File.Exists(folder["in/a.expected.json"]))
        {
            Assert.Equal(0, Tool.Run("check", folder["in/a.txt"], "--update").Code);
            folder.Write("in/a.expected.json", File.ReadAllText(folder["in/a.expected.json"])
                .Replace("\"value\": 350000", "\"value\": 35", StringComparison.Ordinal)
                .Replace("\"headline\": \"窑尾改造提前完工\"", "\"headline\": \"窑尾改造\"", StringComparison.Ordinal));
        }

        return Tool.Run(setting, ["check", folder["in"], .. options]);
    }

    private static (int Code, string Output) Code(ToolResult result) => (result.Code, result.Output);
}
