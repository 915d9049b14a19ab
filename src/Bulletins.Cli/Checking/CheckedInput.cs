using Bulletins.Checking;
using Bulletins.Cli.Input;

namespace Bulletins.Cli.Checking;

/// <summary>What checking one input gave.</summary>
internal sealed record CheckedInput(InputFile File)
{
    public string Source => File.Source;

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why it, or its expected record, could not be read.</summary>
    public DocumentError? Error { get; init; }

    /// <summary>The expected record's path; null where there is none.</summary>
    public string? Expected { get; init; }

    /// <summary>The record to write with <c>--update</c>; null where it stands as it is.</summary>
    public (string Path, byte[] Bytes, bool IsNew)? Update { get; init; }

    /// <summary>The findings that count.</summary>
    public IEnumerable<Finding> Open => Findings.Where(f => f.Silence is null);

    public IEnumerable<Finding> Silenced => Findings.Where(f => f.Silence is not null);
}

/// <summary>Counts what a run of <c>check</c> found.</summary>
internal sealed class CheckTally(bool update)
{
    public int Inputs { get; private set; }

    public int Compared { get; private set; }

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public int Notes { get; private set; }

    public int Silenced { get; private set; }

    /// <summary>Inputs that differ from their expected records.</summary>
    public int Different { get; private set; }

    /// <summary>Differences that <c>--update</c> accepted; they count as errors no more.</summary>
    public int Accepted { get; private set; }

    public int Written { get; private set; }

    public int New { get; private set; }

    public int Failures { get; private set; }

    public void Add(CheckedInput input)
    {
        Inputs += input.File.Path is null || input.File.Length >= 0 ? 1 : 0;
        Compared += input.Expected is null ? 0 : 1;
        Failures += input.Error is null ? 0 : 1;
        Silenced += input.Silenced.Count();
        var differences = input.Open.Count(IsDifference);
        Different += differences > 0 ? 1 : 0;
        foreach (var finding in input.Open)
        {
            if (update && IsDifference(finding))
            {
                Accepted++;
                continue;
            }

            Errors += finding.Severity == Severity.Error ? 1 : 0;
            Warnings += finding.Severity == Severity.Warning ? 1 : 0;
            Notes += finding.Severity == Severity.Note ? 1 : 0;
        }
    }

    public void AddWritten(bool isNew)
    {
        Written++;
        New += isNew ? 1 : 0;
    }

    public int ExitCode(bool exitZero) => Failures > 0 ? Cli.ExitCode.Failure : Errors + Warnings > 0 && !exitZero ? Cli.ExitCode.Findings : Cli.ExitCode.Done;

    /// <summary>What <c>--update</c> makes undone.</summary>
    internal static bool IsDifference(Finding finding) => DifferenceRules.Accepted.Contains(finding.Rule);
}
