using System.CommandLine;
using Bulletins.Cli.Output;
using Bulletins.Cli.Run;
using Bulletins.Diagnostics;
using Bulletins.Export;

namespace Bulletins.Cli.Commands;

/// <summary><c>bulletins extract</c>: articles and figures, as records.</summary>
internal sealed class ExtractCommand
{
    private readonly CliHost host;
    private readonly InputOptions input = new();
    private readonly OutputOptions output = new();

    private readonly Option<bool> strict = new("--strict") { Description = "Warnings are findings: list them and exit with 1." };
    private readonly Option<bool> noProgress = new("--no-progress") { Description = "No progress bar." };

    private ExtractCommand(CliHost host) => this.host = host;

    public static Command Create(CliHost host)
    {
        var self = new ExtractCommand(host);
        var command = new Command("extract", "Extract articles and figures.");
        self.output.AddTo(command);
        command.Options.Add(self.strict);
        command.Options.Add(self.noProgress);
        self.input.AddTo(command);
        command.SetCheckedAction(self.input.Paths, parsed => self.input.Problems(parsed).Concat(self.output.Problems(parsed)), self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var files = input.Find(parsed, host);
        if (files.Count == 0)
        {
            return ExitCode.Failure;
        }

        var targets = output.Targets(parsed, host.OutputIsTerminal);
        var paths = targets.Where(t => t.Path is not null).Select(t => t.Path!).ToList();
        foreach (var path in paths.Where(p => files.Any(f => f.Path is not null && Path.GetFullPath(f.Path) == Path.GetFullPath(p))))
        {
            throw new UsageException([Messages.OutputIsInput(path)]);
        }

        if (host.OutputIsTerminal && targets.Any(t => t is { Kind: OutputKind.Xlsx, Path: null }))
        {
            throw new UsageException([Messages.WorkbookOnTerminal]);
        }

        using var writer = MultiWriter.Open([.. targets.Select(t => output.Writer(t, parsed, host))]);
        var quiet = input.Quiet(parsed);
        var run = new ExtractRun(host, input.Reader(parsed, host), writer)
        {
            Jobs = input.Jobs(parsed),
            Strict = parsed.GetValue(strict),
            Quiet = quiet,
            // On a terminal that fills with output the output itself is the progress.
            ShowProgress = host.ErrorIsTerminal && !quiet && !parsed.GetValue(noProgress) && (paths.Count > 0 || !host.OutputIsTerminal),
            WarningsAreShown = targets.Any(t => t is { Kind: OutputKind.Summary, Path: null }),
            WarningsAreCarried = targets.Any(t => t.CarriesWarnings),
        };
        var code = run.Run(files);
        if (paths.Count > 0 && !quiet)
        {
            host.Complain($"wrote {string.Join(", ", targets.Select(Name))}: {run.Tally}");
        }

        return code;
    }

    private static string Name(OutputTarget target) => target.Kind == OutputKind.Folder
        ? $"{string.Join(", ", FolderWriter.FileNames)} to {Printable.Line(target.Path!)}"
        : Printable.Line(target.Path!);
}
