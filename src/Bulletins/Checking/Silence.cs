using System.Globalization;

namespace Bulletins.Checking;

/// <summary>A comment that silences the findings of one rule on one line, with the reason.</summary>
/// <param name="File">The comment file, and <paramref name="At"/> the comment's line in it.</param>
/// <param name="Line">The line of the input.</param>
public sealed record Silence(string File, int At, int Line, string Rule, string Reason);

/// <summary>The comments on one input, <c>NAME.comments</c> beside its expected record: a line number, a rule and a reason on each
/// line; <c>#</c> begins a remark.</summary>
public sealed class SilenceFile
{
    public static SilenceFile None { get; } = new("", [], []);

    private SilenceFile(string path, IReadOnlyList<Silence> silences, IReadOnlyList<(int Line, string Problem)> problems) =>
        (Path, Silences, Problems) = (path, silences, problems);

    public string Path { get; }

    public IReadOnlyList<Silence> Silences { get; }

    /// <summary>What could not be read, with its line.</summary>
    public IReadOnlyList<(int Line, string Problem)> Problems { get; }

    public static SilenceFile Parse(string path, string text)
    {
        var silences = new List<Silence>();
        var problems = new List<(int, string)>();
        var at = 0;
        foreach (var row in text.Split('\n'))
        {
            at++;
            var words = row.Trim('\ufeff', ' ', '\t', '\r', '\u3000');
            if (words.Length == 0 || words[0] == '#')
            {
                continue;
            }

            var parts = words.Split([' ', '\t', '\u3000'], 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (!int.TryParse(parts[0].TrimEnd(':'), NumberStyles.None, CultureInfo.InvariantCulture, out var line) || line < 1)
            {
                problems.Add((at, $"“{parts[0]}” is no line number; write: LINE RULE REASON"));
            }
            else if (parts.Length < 2 || CheckRules.Find(parts[1].TrimEnd(':')) is not { } rule)
            {
                problems.Add((at, parts.Length < 2 ? "the rule and the reason are missing; write: LINE RULE REASON" : $"no rule is called {parts[1]}; `bulletins explain` lists them"));
            }
            else if (parts.Length < 3)
            {
                problems.Add((at, $"the reason is missing: why is {rule.Id} right on line {line}?"));
            }
            else
            {
                silences.Add(new Silence(path, at, line, rule.Id, parts[2]));
            }
        }

        return new SilenceFile(path, silences, problems);
    }
}
