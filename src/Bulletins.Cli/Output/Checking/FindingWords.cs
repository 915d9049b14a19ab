using System.Globalization;
using System.Text;
using Bulletins.Checking;
using Bulletins.Export;

namespace Bulletins.Cli.Output.Checking;

/// <summary>Findings in words, the same in every format.</summary>
internal static class FindingWords
{
    private const int LongestValue = 160;

    public static string Severity(Finding finding) => finding.Silence is null ? EnumWords<Severity>.Of(finding.Severity) : "silenced";

    /// <summary><c>12:5</c>, <c>12–40</c> of several lines, nothing for the file as a whole.</summary>
    public static string Place(Finding finding) => finding.Line is not { } line ? ""
        : LastLine(finding) is var last && last > line ? string.Create(CultureInfo.InvariantCulture, $"{line}–{last}")
        : string.Create(CultureInfo.InvariantCulture, $"{line}:{finding.Column}");

    public static int LastLine(Finding finding) => finding.Spans.Max(s => s.Line);

    /// <summary>Behind the last character, where the finding ends on the line it begins on or on a later one.</summary>
    public static (int Line, int Column) End(Finding finding)
    {
        var last = finding.Spans.MaxBy(s => (s.Line, s.Column));
        return (last.Line, last.Column + last.Length);
    }

    /// <summary>The message, and a line for each field that changed.</summary>
    public static string Whole(Finding finding)
    {
        var text = new StringBuilder(Printable.Line(finding.Message));
        if (finding.Article is { } article && !finding.Message.Contains(article, StringComparison.Ordinal))
        {
            text.Append(" [").Append(Printable.Line(article)).Append(']');
        }

        foreach (var change in finding.Changes)
        {
            var (was, now) = TextDifference.Around(change.Expected ?? "", change.Actual ?? "");
            text.Append('\n').Append(change.Field).Append(": expected ").Append(Value(change.Expected, was)).Append(", extracted ").Append(Value(change.Actual, now));
        }

        return text.ToString();
    }

    public static string Whole(Silence silence) => string.Create(CultureInfo.InvariantCulture, $"{Printable.Line(silence.Reason)} ({Printable.Line(silence.File)}:{silence.At})");

    private static string Value(string? value, Piece piece) =>
        value is null ? "nothing" : "“" + DisplayWidth.Clip(Printable.Line(piece.Head + piece.Middle + piece.Tail), LongestValue) + "”";
}
