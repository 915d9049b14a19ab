using Bulletins.Checking;
using Bulletins.Cli.Input;
using Bulletins.Cli.Output.Checking;
using Bulletins.Cli.Run;
using Bulletins.Diagnostics;
using Bulletins.Export;

namespace Bulletins.Cli.Checking;

/// <summary>Takes every input through the checker to the writer, in order; with <c>--update</c> writes each record once its changes are shown.</summary>
internal sealed class CheckRun(CliHost host, InputChecker checker, ICheckWriter writer)
{
    public required int Jobs { get; init; }

    public required bool ShowProgress { get; init; }

    /// <summary>Whether an input that could not be checked is named on standard error, besides the report.</summary>
    public required bool ComplainsToo { get; init; }

    public required CheckTally Tally { get; init; }

    /// <summary>The folders' records that may belong to no input.</summary>
    public required Expectations Expectations { get; init; }

    public required Func<CheckRule, Severity> Severity { get; init; }

    public void Run(IReadOnlyList<(InputFile File, CheckConfig Config)> inputs)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        using var progress = new Progress(host, ShowProgress, inputs.Count, inputs.Sum(i => i.File.Length));
        foreach (var input in OrderedParallel.Map(inputs, i => checker.Check(i.File, i.Config), Math.Max(1, Math.Min(Jobs, inputs.Count)), host.Stop))
        {
            if (input.Error is { } error && ComplainsToo)
            {
                progress.Clear();
                host.Complain(error);
            }

            foreach (var record in new[] { input.Expected, input.Update?.Path })
            {
                used.Add(record ?? "");
            }

            Tell(input);
            progress.Advance(input.File.Length);
        }

        foreach (var record in Severity(DifferenceRules.ExpectationUnused) == Bulletins.Checking.Severity.Off ? [] : Expectations.Unused(used))
        {
            Tell(new CheckedInput(new InputFile(record, record, Length: -1)) { Findings = [Unused(record)] });
        }

        host.Stop.ThrowIfCancellationRequested();
        writer.Complete(Tally);
    }

    private Finding Unused(string record) => new()
    {
        Rule = DifferenceRules.ExpectationUnused,
        Severity = Severity(DifferenceRules.ExpectationUnused),
        Source = record,
        Message = "no input belongs to this record; put the input back, or delete the record",
    };

    private void Tell(CheckedInput input)
    {
        Tally.Add(input);
        writer.Write(input);
        if (input.Update is not var (path, bytes, isNew))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var file = AtomicFile.Create(path);
            file.Stream.Write(bytes);
            file.Commit();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path}: {e.Message}", e);
        }

        Tally.AddWritten(isNew);
        writer.Updated(path, isNew);
    }
}
