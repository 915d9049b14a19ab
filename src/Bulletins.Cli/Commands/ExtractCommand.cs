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

    private readonly Option<string?> format = new("--format", "-f")
    {
        Description = "How to write to standard output. Default: summary on a terminal, the figures as csv otherwise.",
    };

    private readonly Option<string?> table = new("--table", "-t") { Description = "Which table to write as csv. Default: figures." };

    private readonly Option<string?> output = new("--output", "-o")
    {
        HelpName = "DIR",
        Description = $"Write {string.Join(", ", FolderWriter.FileNames)} into this folder instead.",
    };

    private readonly Option<bool> bom = new("--bom") { Description = "Begin CSV with a byte order mark, for Excel." };
    private readonly Option<bool> strict = new("--strict") { Description = "Warnings are findings: list them and exit with 1." };
    private readonly Option<bool> noProgress = new("--no-progress") { Description = "No progress bar." };

    private ExtractCommand(CliHost host)
    {
        this.host = host;
        format.AcceptOnlyFromAmong("json", "jsonl", "csv", "summary");
        table.AcceptOnlyFromAmong([.. ExportTables.All.Select(t => t.Name)]);
    }

    public static Command Create(CliHost host)
    {
        var self = new ExtractCommand(host);
        var command = new Command("extract", "Extract articles and figures.");
        foreach (var option in new Option[] { self.format, self.table, self.output, self.bom, self.strict, self.noProgress })
        {
            command.Options.Add(option);
        }

        self.input.AddTo(command);
        command.SetCheckedAction(self.input.Paths, parsed => self.input.Problems(parsed).Concat(self.Problems(parsed)), self.Run);
        return command;
    }

    private IEnumerable<string> Problems(ParseResult parsed)
    {
        var (asked, chosen, folder) = (parsed.GetValue(format), parsed.GetValue(table), parsed.GetValue(output));
        if (folder is not null && asked is not null)
        {
            yield return Messages.Conflict($"--output {folder}", $"--format {asked}", "a folder gets every table and the records as JSON Lines");
        }

        if (folder is not null && chosen is not null)
        {
            yield return Messages.Conflict($"--output {folder}", $"--table {chosen}", "a folder gets every table");
        }

        if (chosen is not null && asked is not (null or "csv"))
        {
            yield return Messages.Conflict($"--table {chosen}", $"--format {asked}", "tables are written as csv");
        }

        if (parsed.GetValue(bom) && asked is not (null or "csv"))
        {
            yield return Messages.Conflict("--bom", $"--format {asked}", "only csv begins with a byte order mark");
        }

        if (folder is not null && File.Exists(folder))
        {
            yield return Messages.NotAFolder(folder);
        }
    }

    private int Run(ParseResult parsed)
    {
        var files = input.Find(parsed, host);
        if (files.Count == 0)
        {
            return ExitCode.Failure;
        }

        var folder = parsed.GetValue(output);
        var layout = folder is not null ? "folder"
            : parsed.GetValue(format) ?? (parsed.GetValue(table) is not null || parsed.GetValue(bom) || !host.OutputIsTerminal ? "csv" : "summary");
        using var writer = Writer(layout, parsed);
        var quiet = input.Quiet(parsed);
        var run = new ExtractRun(host, input.Reader(parsed, host), writer)
        {
            Jobs = input.Jobs(parsed),
            Strict = parsed.GetValue(strict),
            Quiet = quiet,
            // On a terminal that fills with output the output itself is the progress.
            ShowProgress = host.ErrorIsTerminal && !quiet && !parsed.GetValue(noProgress) && (folder is not null || !host.OutputIsTerminal),
            WarningsAreShown = layout == "summary",
            WarningsAreCarried = layout is "json" or "jsonl" or "folder",
        };
        var code = run.Run(files);
        if (folder is not null && !quiet)
        {
            host.Complain($"wrote {string.Join(", ", FolderWriter.FileNames)} to {Printable.Line(folder)}: {run.Tally}");
        }

        return code;
    }

    private IRecordWriter Writer(string layout, ParseResult parsed) => layout switch
    {
        "folder" => new FolderWriter(parsed.GetValue(output)!, parsed.GetValue(bom)),
        "json" => new JsonRecordWriter(host.Output, JsonLayout.Document),
        "jsonl" => new JsonRecordWriter(host.Output, JsonLayout.Lines),
        "csv" => new CsvTableWriter(host.Output, ExportTables.All.First(t => t.Name == (parsed.GetValue(table) ?? "figures")), parsed.GetValue(bom)),
        _ => new SummaryWriter(host.Output, host.Width, host.Color, host.OutputIsTerminal),
    };
}
