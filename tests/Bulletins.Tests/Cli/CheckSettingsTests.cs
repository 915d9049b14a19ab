using System.Text.Json;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public sealed class CheckSettingsTests : IDisposable
{
    private const string Text = "窑尾改造提前完工\n\n　　本报讯（记者 张明）近日，白鹭水泥窑尾改造提前完工，设备完好率达到199.2%。职工们说，下半年要再接再厉。\n";

    private readonly TemporaryFolder folder = new();

    public CheckSettingsTests() => folder.Write("a/b/issue.txt", Text);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheNearestSettingsUpwardsGovernAnInputAndFlagsGoBefore()
    {
        Assert.Equal(1, Check().Code);
        folder.Write("a/.bulletins.json", """{ "check": { "rules": { "percentage-over-100": "note" } } }""");
        var note = Check();
        Assert.Equal(0, note.Code);
        Assert.Contains("note  percentage-over-100", note.Output, StringComparison.Ordinal);
        folder.Write("a/b/.bulletins.json", """{ "check": { "rules": { "all": "off", }, /* a remark */ } }""");
        Assert.Equal("1 input: no findings\n", Check().Output);
        Assert.Equal(1, Check("--rule", "percentage-over-100=error").Code);
        Assert.Equal(0, Check("--config", folder["a/.bulletins.json"]).Code);
    }

    [Theory]
    [InlineData("""{ "chek": {} }""", "chek is not known; did you mean check?")]
    [InlineData("""{ "check": { "rules": { "percentage-over-1000": "off" } } }""", "no rule or warning is called percentage-over-1000; did you mean percentage-over-100?")]
    [InlineData("""{ "check": { "rules": { "sentence-cut": "loud" } } }""", "sentence-cut: “loud” is no severity; write error, warning, note or off")]
    [InlineData("""{ "check": { "expected": 3 } }""", "check.expected: it must be the path of a folder")]
    [InlineData("{\n \"check\": {\n", "it is no JSON: line 3")]
    public void WrongSettingsAreToldAndNothingIsDone(string json, string message)
    {
        folder.Write(".bulletins.json", json);
        var result = Check();
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Contains(".bulletins.json: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rule percentage-over-100: write RULE=SEVERITY, such as percentage-over-100=off", "--rule", "percentage-over-100")]
    [InlineData("no rule or warning is called sentence-cat; did you mean sentence-cut?", "--rule", "sentence-cat=off")]
    [InlineData("--update and --only figures exclude each other", "--update", "--only", "figures")]
    [InlineData("--all and --format json exclude each other", "--all", "--format", "json")]
    [InlineData("--expected nowhere: no folder is there; --update makes it", "--expected", "nowhere")]
    [InlineData("'loud'", "--only", "loud")]
    public void AWrongCallSaysWhatIsWrong(string message, params string[] options)
    {
        var result = Check(options);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ACommentSilencesOneRuleOnOneLineAndIsTold()
    {
        folder.Write("a/b/issue.comments", "# looked at\n3  percentage-over-100  the author means 199.2 points\n");
        var result = Check();
        Assert.Equal(0, result.Code);
        Assert.Contains("silenced  percentage-over-100", result.Output, StringComparison.Ordinal);
        Assert.Contains("because: the author means 199.2 points (", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 input: no findings, 1 silenced\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 percentage-over-100 a reason", "comment-unused")]
    [InlineData("3 percentage-over-100", "the reason is missing")]
    [InlineData("3 percentage-over-99 a reason", "no rule is called percentage-over-99")]
    [InlineData("three percentage-over-100 a reason", "“three” is no line number")]
    public void ACommentThatSilencesNothingIsAFinding(string comment, string message)
    {
        folder.Write("a/b/issue.comments", comment + "\r\n");
        var result = Check();
        Assert.Equal(1, result.Code);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
        Assert.Contains("issue.comments:1:1", result.Output, StringComparison.Ordinal);
        Assert.Contains("warning  percentage-over-100", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ARuleThatIsOffNeedsNoComment()
    {
        folder.Write("a/b/issue.comments", "3 percentage-over-100 a reason\n");
        Assert.Equal("1 input: no findings\n", Check("--rule", "percentage-over-100=off").Output);
        Assert.Equal("1 input: no findings\n", Check("--only", "articles").Output);
    }

    [Fact]
    public void ExpectedRecordsMayStandInAFolderOfTheirOwn()
    {
        Assert.Equal(0, Check("--expected", folder["exp"], "--update", "--rule", "all=off").Code);
        Assert.Equal(["a/b/issue.txt", "exp/b/issue.expected.json"], folder.Files());
        Assert.Contains("compared with expected records", Check("--expected", folder["exp"], "--rule", "all=off").Output, StringComparison.Ordinal);

        folder.Write("a/other.txt", Text);
        Assert.Contains("expectation-missing", Check("--expected", folder["exp"]).Output, StringComparison.Ordinal);
        folder.Write("a/.bulletins.json", """{ "check": { "expected": "../exp", "exclude": ["other.txt"], "rules": { "percentage-over-100": "off" } } }""");
        Assert.Equal("1 input compared with expected records: no findings\n", Check().Output);
    }

    [Fact]
    public void ARecordWithoutAnInputIsAFinding()
    {
        Check("--update");
        File.Move(folder["a/b/issue.txt"], folder["a/b/renamed.txt"]);
        var result = Check("--rule", "percentage-over-100=off");
        Assert.Equal(1, result.Code);
        Assert.Contains("expectation-unused", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoInputsOfOneNameHaveARecordEach()
    {
        folder.Write("a/b/issue.md", Text);
        Check("--update");
        Assert.Equal(["a/b/issue.md", "a/b/issue.md.expected.json", "a/b/issue.txt", "a/b/issue.txt.expected.json"], folder.Files());
        Assert.DoesNotContain("article", Check("--rule", "percentage-over-100=off").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ARecordIsTheSameWhereverTheToolIsRunAndWithWindowsLineEnds()
    {
        Assert.Equal(1, Tool.ExecuteIn(folder["a"], "check", "b", "--update").Code); // the percentage stays
        var record = File.ReadAllText(folder["a/b/issue.expected.json"]);
        Assert.Contains("\"source\": \"issue.txt\"", record, StringComparison.Ordinal);
        Assert.DoesNotContain("differ", Tool.ExecuteIn(folder["a/b"], "check", ".").Output, StringComparison.Ordinal);
        folder.Write("a/b/issue.expected.json", record.ReplaceLineEndings("\r\n"));
        Assert.DoesNotContain("differ", Check("--update").Output, StringComparison.Ordinal);
        Assert.Contains('\r', File.ReadAllText(folder["a/b/issue.expected.json"]));
    }

    [Fact]
    public void ARecordThatCannotBeReadIsAFailureUntilItIsWrittenAnew()
    {
        folder.Write("a/b/issue.expected.json", "{}");
        var result = Check();
        Assert.Equal(2, result.Code);
        Assert.Contains("the expected record cannot be read (schema is missing); mend it, or write it anew with --update", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, Check("--update").Code);
        Assert.DoesNotContain("differ", Check().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSchemaOfTheSettingsKnowsEveryRule()
    {
        using var schema = JsonDocument.Parse(Tool.Run("schema", "config").Output);
        var rules = schema.RootElement.GetProperty("properties").GetProperty("check").GetProperty("properties").GetProperty("rules").GetProperty("properties");
        Assert.Equal(Bulletins.Checking.CheckRules.All.Select(r => r.Id).Prepend("all"), rules.EnumerateObject().Select(p => p.Name));
    }

    private ToolResult Check(params string[] options) => Tool.Run(["check", folder["a"], .. options]);
}
