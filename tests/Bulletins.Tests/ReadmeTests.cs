using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bulletins.Tests.Support;

namespace Bulletins.Tests;

/// <summary>The README's examples are what the tool prints.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md")).ReplaceLineEndings("\n");

    /// <summary>Command line and the output that the README shows below it.</summary>
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Match block in Example().Matches(Readme))
            {
                data.Add(block.Groups["command"].Value, block.Groups["output"].Value);
            }

            return data;
        }
    }

    [Fact]
    public void ThereAreExamples() => Assert.True(Examples.Count() >= 4);

    [Theory]
    [MemberData(nameof(Examples))]
    public void AnExamplePrintsWhatTheReadmeShows(string command, string shown)
    {
        var run = Tool.ExecuteIn(SourceTree.Root, command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var printed = (run.Output + run.Error).ReplaceLineEndings("\n").TrimEnd('\n');
        Assert.True(Pattern(shown).IsMatch(printed), $"$ bulletins {command}\nREADME.md shows:\n{shown}\nthe tool prints:\n{printed}");
    }

    [Fact]
    public void TheGarbledParagraphBecomesTheOneBelowIt()
    {
        var texts = PlainText().Matches(Readme).Select(m => m.Groups["text"].Value).ToList();
        var run = Tool.Run(new ToolSetting { Input = Encoding.UTF8.GetBytes(texts[0]) }, "normalize", "-");
        Assert.Equal(texts[1].TrimEnd(), run.Output.TrimEnd());
    }

    [Fact]
    public void TheFigureShownIsInASamplesRecord()
    {
        using var shown = JsonDocument.Parse(JsonBlock().Match(Readme).Groups["json"].Value);
        var id = shown.RootElement.GetProperty("figure_id").GetString();
        var found = Directory.EnumerateFiles(SourceTree.Samples, "*.expected.json").SelectMany(Figures).Single(f => f.GetProperty("figure_id").GetString() == id);
        Assert.True(JsonElement.DeepEquals(found, shown.RootElement), $"the record has:\n{found}");
    }

    // An archive's record is an array of documents.
    private static IEnumerable<JsonElement> Documents(JsonElement record) => record.ValueKind == JsonValueKind.Array ? record.EnumerateArray() : [record];

    private static IEnumerable<JsonElement> Figures(string record) => Documents(JsonDocument.Parse(File.ReadAllText(record)).RootElement)
        .SelectMany(d => d.GetProperty("articles").EnumerateArray()).SelectMany(a => a.GetProperty("figures").EnumerateArray());

    // "…" alone on a line stands for any lines.
    private static Regex Pattern(string shown) => new(
        $"^{Regex.Escape(shown.Trim('\n')).Replace("…\\n", "(?:[^\\n]*\\n)*", StringComparison.Ordinal).Replace("\\n…", "(?:\\n[^\\n]*)*", StringComparison.Ordinal)}$",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    [GeneratedRegex(@"```console\n\$ bulletins (?<command>[^|<>\n]+)\n(?<output>(?:(?!```).*\n)*)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Example();

    [GeneratedRegex(@"```json\n(?<json>(?:(?!```).*\n)*)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"```text\n(?<text>(?:(?!```).*\n)*)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PlainText();
}
