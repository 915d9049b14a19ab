using System.Text;
using Bulletins.Checking;
using Bulletins.Cli.Checking;

namespace Bulletins.Cli.Output.Checking;

/// <summary>Findings as workflow commands of GitHub Actions, which shows them on the lines of a pull request.</summary>
internal sealed class GitHubCheckWriter(Stream stream) : ICheckWriter
{
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };

    public void Write(CheckedInput input)
    {
        if (input.Error is { } error)
        {
            writer.WriteLine($"::error file={Property(ReportPath.Of(error.Source))},title={Property(error.Code)}::{Data(Printable.Line(error.Message))}");
        }

        foreach (var finding in input.Open)
        {
            var (command, title) = (finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" }, finding.Rule.Id);
            writer.WriteLine($"::{command} file={Property(ReportPath.Of(finding.Source))}{Place(finding)},title={Property(title)}::{Data(FindingWords.Whole(finding))}");
        }

        // In the log, where nobody can overlook that there are some.
        foreach (var finding in input.Silenced)
        {
            writer.WriteLine($"silenced: {Printable.Line(finding.Source)}:{FindingWords.Place(finding)} {finding.Rule.Id}: {FindingWords.Whole(finding.Silence!)}");
        }
    }

    public void Updated(string record, bool isNew) => writer.WriteLine($"{(isNew ? "new" : "updated")}: {Printable.Line(record)}");

    public void Complete(CheckTally tally) => writer.Flush();

    // Columns are valid on one line only.
    private static string Place(Finding finding)
    {
        if (finding.Line is not { } line)
        {
            return "";
        }

        var (endLine, endColumn) = FindingWords.End(finding);
        return endLine == line
            ? FormattableString.Invariant($",line={line},endLine={line},col={finding.Column},endColumn={endColumn}")
            : FormattableString.Invariant($",line={line},endLine={endLine}");
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
