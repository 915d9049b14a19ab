using Bulletins.Cli.Checking;
using Bulletins.Cli.Run;

namespace Bulletins.Cli.Output.Checking;

/// <summary>One line about a run: <c>12 inputs, 8 compared with expected records: 3 errors, 1 warning, 2 silenced</c>.</summary>
internal static class CheckSummary
{
    public static string Of(CheckTally tally)
    {
        var compared = tally.Compared == 0 ? "" : tally.Compared == tally.Inputs ? " compared with expected records" : FormattableString.Invariant($", {tally.Compared} compared with expected records");
        string?[] parts =
        [
            Count(tally.Errors, "error"),
            Count(tally.Warnings, "warning"),
            Count(tally.Notes, "note"),
            tally.Accepted == 0 ? null : Count(tally.Accepted, "difference") + " accepted",
            tally.Written == 0 ? null : Count(tally.Written, "expected record") + " written" + (tally.New == 0 ? "" : FormattableString.Invariant($" ({tally.New} new)")),
            tally.Failures == 0 ? null : FormattableString.Invariant($"{tally.Failures} not checked"),
        ];
        var found = string.Join(", ", parts.Where(p => p is not null));
        var silenced = tally.Silenced == 0 ? "" : FormattableString.Invariant($", {tally.Silenced} silenced");
        return $"{Count(tally.Inputs, "input") ?? "no input"}{compared}: {(found.Length == 0 ? "no findings" : found)}{silenced}";
    }

    private static string? Count(int n, string noun) => n == 0 ? null : Tally.Count(n, noun);
}
