using Bulletins.Cli.Input;
using Bulletins.Cli.Output;
using Bulletins.Diagnostics;
using Bulletins.Export;

namespace Bulletins.Cli.Run;

/// <summary>Takes every input to the writer, in order, and tells on standard error what a person must know.</summary>
internal sealed class ExtractRun(CliHost host, InputReader reader, IRecordWriter writer)
{
    public required int Jobs { get; init; }

    public bool Strict { get; init; }

    public bool Quiet { get; init; }

    public bool ShowProgress { get; init; }

    /// <summary>The output shows warnings by itself, to the person who reads it.</summary>
    public bool WarningsAreShown { get; init; }

    /// <summary>The output carries warnings with the documents, for whoever reads them.</summary>
    public bool WarningsAreCarried { get; init; }

    public Tally Tally { get; } = new();

    public int Run(IReadOnlyList<InputFile> files)
    {
        using (var progress = new Progress(host, ShowProgress, files.Count, files.Sum(f => f.Length)))
        {
            foreach (var (file, records) in OrderedParallel.MapMany(files, reader.Extract, Math.Min(Jobs, files.Count), host.Stop))
            {
                foreach (var record in records)
                {
                    Tally.Add(record);
                    writer.Write(record);
                    Tell(record, progress);
                }

                progress.Advance(file.Length);
            }

            host.Stop.ThrowIfCancellationRequested();
            writer.Complete();
            writer.Commit();
        }

        if (Tally.Warnings > 0 && !Strict && !Quiet && !WarningsAreShown && !WarningsAreCarried)
        {
            host.Complain(Messages.WarningsHint(Tally.Count(Tally.Warnings, "warning")));
        }

        return Tally.ExitCode(Strict);
    }

    private void Tell(ExportRecord record, Progress progress)
    {
        if (record.Error is { } error)
        {
            progress.Clear();
            host.Complain(error);
        }
        else if (Strict && !Quiet && !WarningsAreShown)
        {
            foreach (var warning in record.Document!.Warnings)
            {
                progress.Clear();
                var place = warning.Line is { } line ? FormattableString.Invariant($"{record.Source}:{line}") : record.Source;
                host.Complain($"{Printable.Line(place)}: {warning.Code}: {Printable.Line(warning.Message)}");
            }
        }
    }
}
