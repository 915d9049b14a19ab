using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public class UsageTests
{
    [Theory]
    [InlineData("unknown option --fromat; did you mean --format?", "extract", "x.txt", "--fromat", "json")]
    [InlineData("unknown option --colour", "normalize", "--colour", "x.txt")]
    [InlineData("unknown option --lnag; did you mean --lang?", "explain", "--lnag")]
    [InlineData("unknown option -x", "extract", "-x")]
    [InlineData("unknown command exract; did you mean extract?", "exract")]
    [InlineData("--output out and --format json exclude each other", "extract", "x.txt", "-o", "out", "--format", "json")]
    [InlineData("--table figures and --output out exclude each other", "extract", "x.txt", "-o", "out", "--table", "figures")]
    [InlineData("--table articles and --format jsonl exclude each other", "extract", "x.txt", "--table", "articles", "--format", "jsonl")]
    [InlineData("--bom and --format json exclude each other", "extract", "x.txt", "--bom", "--format", "json")]
    [InlineData("--format csv and several --output exclude each other", "extract", "x.txt", "-o", "out.csv", "-o", "out.json", "--format", "csv")]
    [InlineData("--output x.txt: no format goes with the ending .txt; known are .csv, ", "extract", "x.txt", "-o", "x.txt")]
    [InlineData("--output - is standard output", "extract", "x.txt", "-o", "-")]
    [InlineData("a.csv twice; one of them", "extract", "x.txt", "-o", "a.csv", "-o", "./a.csv")]
    [InlineData("repairs.csv twice; one of them", "extract", "x.txt", "-o", "out", "-o", "out/repairs.csv")]
    [InlineData("--output is empty", "extract", "x.txt", "-o", "")]
    [InlineData("--table figures and --output a.json exclude each other", "extract", "x.txt", "-o", "a.json", "--table", "figures")]
    [InlineData("--excel and --format json exclude each other", "extract", "x.txt", "--excel", "--format", "json")]
    [InlineData("--headers zh and --format jsonl exclude each other", "extract", "x.txt", "--headers", "zh", "--format", "jsonl")]
    [InlineData("--columns value and --output out exclude each other", "extract", "x.txt", "--columns", "value", "-o", "out")]
    [InlineData("the table figures has no column valu; did you mean value?", "extract", "x.txt", "--columns", "unit,valu")]
    [InlineData("the table repairs has no column 数值; it has document_id, source, rule", "extract", "x.txt", "--columns", "数值", "--table", "repairs")]
    [InlineData("the table articles has no column unit", "extract", "x.txt", "--columns", "unit", "-o", "articles.csv")]
    [InlineData("--columns names value twice", "extract", "x.txt", "--columns", "value", "--columns", "数值")]
    [InlineData("--delimiter x cannot separate fields", "extract", "x.txt", "--delimiter", "x")]
    [InlineData("--delimiter ;; cannot separate fields", "extract", "x.txt", "--delimiter", ";;")]
    [InlineData("--diff and --edits exclude each other", "normalize", "x.txt", "--diff", "--edits")]
    [InlineData("--stdin-name a.md names standard input, but - is not among the paths", "extract", "x.txt", "--stdin-name", "a.md")]
    [InlineData("standard input (-) can be read once only", "extract", "-", "-")]
    [InlineData("--jobs 0: ", "extract", "x.txt", "--jobs", "0")]
    [InlineData("--jobs -3: ", "normalize", "x.txt", "--jobs", "-3")]
    [InlineData("unknown encoding 'latin-9'", "extract", "x.txt", "--encoding", "latin-9")]
    [InlineData("nothing to read", "extract")]
    [InlineData("no rule or warning is called no-such-rule", "explain", "no-such-rule")]
    [InlineData("'xml'", "extract", "x.txt", "--format", "xml")]
    [InlineData("--jobs 'many': give the number of documents", "extract", "x.txt", "--jobs", "many")]
    [InlineData("Must be one of: 'records', 'check', 'config'", "schema", "figures")]
    [InlineData("--rule =off: write RULE=SEVERITY, such as sentence-cut=off", "check", "x.txt", "--rule", "=off")]
    [InlineData("nowhere.json: no file is there; check the spelling", "check", "x.txt", "--config", "nowhere.json")]
    public void AWrongCallSaysWhatIsWrongAndDoesNothing(string message, params string[] args)
    {
        var result = Tool.Run(args);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void AFileThatLooksLikeAnOptionGoesBehindTwoDashes()
    {
        var result = Tool.Run("normalize", "--", "--no-such-file");
        Assert.Equal(2, result.Code);
        Assert.Equal("bulletins: --no-such-file: no file or folder is there; check the spelling, or give - to read standard input\n", result.Error);
    }

    [Fact]
    public void WithoutACommandTheHelpIsShown()
    {
        var result = Tool.Execute(null, []);
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.Contains("bulletins [command] [options]", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("normalize")]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("schema")]
    public void EachCommandHasHelpWithAnExample(string command)
    {
        var result = Tool.Run(command, "--help");
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Error);
        Assert.Contains("Examples:\n  ", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"bulletins {command}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheHelpOfExtractNamesEveryOption() => Snapshot.Verify(Tool.Execute(null, [], "extract", "--help").Output);

    [Fact]
    public void TheVersionIsANumber() => Assert.Matches(@"^\d+\.\d+\.\d+\r?\n$", Tool.Run("--version").Output);

    [Theory]
    [InlineData("bulletins ex", "explain\nextract\n")]
    [InlineData("bulletins extract --form", "--format\n")]
    [InlineData("bulletins extract --format ", "csv\njson\njsonl\nsummary\nxlsx\n")]
    [InlineData("bulletins extract --table ", "articles\ndocuments\nfigures\nrepairs\n")]
    [InlineData("bulletins normalize --encoding ", "gb18030\nutf-16be\nutf-16le\nutf-8\n")]
    public void CompletionSuggestsWhatMayFollow(string line, string suggestions)
    {
        var result = Tool.Run($"[suggest:{line.Length}]", line);
        Assert.Equal(0, result.Code);
        Assert.Equal(suggestions.TrimEnd(), result.Output.ReplaceLineEndings("\n").TrimEnd());
    }
}
