using System.CommandLine;
using Bulletins.Checking;
using Bulletins.Cli.Checking;
using Bulletins.Cli.Input;
using Bulletins.Cli.Output;
using Bulletins.Cli.Output.Checking;
using Bulletins.Diagnostics;
using Bulletins.Export;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Bulletins.Cli.Commands;

/// <summary><c>bulletins check</c>: what can hardly be right in the inputs, and how they differ from what is expected of them.</summary>
internal sealed class CheckCommand
{
    private readonly CliHost host;
    private readonly InputOptions input = new();
    private readonly Option<string?> expected = new("--expected") { HelpName = "DIR", Description = "Where the expected records are. Default: NAME.expected.json beside each input." };
    private readonly Option<bool> update = new("--update") { Description = "Show what changes, then write it as the expected records." };
    private readonly Option<string[]> only = new("--only") { Description = "Look at these parts of the records only; may be given again." };
    private readonly Option<string[]> rule = new("--rule") { HelpName = "RULE=SEVERITY", Description = "How much a rule (or all) matters: error, warning, note or off; may be given again." };
    private readonly Option<string?> config = new("--config") { HelpName = "FILE", Description = $"Settings. Default: the nearest {CheckConfig.FileName} upwards from each input." };
    private readonly Option<string?> format = new("--format", "-f") { Description = "How to write to standard output. Default: text." };
    private readonly Option<bool> sideBySide = new("--side-by-side", "-y") { Description = "Show differences in two columns: expected, extracted." };
    private readonly Option<bool> all = new("--all") { Description = "Show every difference, where text shows the first ones of many." };
    private readonly Option<bool> exitZero = new("--exit-zero") { Description = "Exit with 0 though there are findings." };
    private readonly Option<bool> noProgress = new("--no-progress") { Description = "No progress bar." };

    private CheckCommand(CliHost host)
    {
        this.host = host;
        format.AcceptOnlyFromAmong("text", "json", "github", "sarif", "junit");
        only.AcceptOnlyFromAmong("repairs", "articles", "figures");
        rule.CompletionSources.Add(_ => CheckRules.All.SelectMany(r => EnumWords<Severity>.All.Select(s => new System.CommandLine.Completions.CompletionItem($"{r.Id}={s}"))));
    }

    public static Command Create(CliHost host)
    {
        var self = new CheckCommand(host);
        var command = new Command("check", "Check bulletins against rules and expected records.");
        foreach (var option in new Option[] { self.expected, self.update, self.only, self.rule, self.config, self.format, self.sideBySide, self.all, self.exitZero, self.noProgress })
        {
            command.Options.Add(option);
        }

        self.input.AddTo(command);
        command.SetCheckedAction(self.input.Paths, parsed => self.input.Problems(parsed).Concat(self.Problems(parsed)), self.Run);
        return command;
    }

    private IEnumerable<string> Problems(ParseResult parsed)
    {
        if (parsed.GetValue(update) && parsed.GetValue(only) is { Length: > 0 } parts)
        {
            yield return Messages.Conflict("--update", $"--only {string.Join(' ', parts)}", "an expected record is written whole");
        }

        var asked = parsed.GetValue(format) ?? "text";
        foreach (var option in new[] { sideBySide, all }.Where(o => parsed.GetValue(o) && asked != "text"))
        {
            yield return Messages.Conflict(option.Name, $"--format {asked}", "it says how text is shown");
        }

        foreach (var given in parsed.GetValue(rule) ?? [])
        {
            if (Add(given, new Dictionary<string, Severity>(StringComparer.Ordinal)) is { } problem)
            {
                yield return "--rule " + problem;
            }
        }

        if (parsed.GetValue(expected) is { } folder && !parsed.GetValue(update) && !Directory.Exists(folder))
        {
            yield return File.Exists(folder)
                ? $"--expected {folder} is a file; name a folder"
                : $"--expected {folder}: no folder is there; --update makes it and writes the records";
        }
    }

    private int Run(ParseResult parsed)
    {
        var configs = new ConfigFinder(parsed.GetValue(config));
        var flags = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var given in parsed.GetValue(rule) ?? [])
        {
            Add(given, flags);
        }

        var found = input.Find(parsed, host);
        var inputs = found.Select(f => (File: f, Config: With(configs.For(f), flags))).Where(i => !IsExcluded(i.File, i.Config, input.Given(parsed))).ToList();
        if (inputs.Count == 0)
        {
            if (found.Count > 0)
            {
                host.Complain(Messages.AllExcluded(CheckConfig.FileName));
            }

            return ExitCode.Failure;
        }

        var (asked, isUpdate) = (parsed.GetValue(format) ?? "text", parsed.GetValue(update));
        var expectations = new Expectations(parsed.GetValue(expected), input.Given(parsed), [.. inputs.Select(i => i.File)]);
        var areas = Areas(parsed.GetValue(only) ?? []);
        var writer = Writer(asked, parsed, isUpdate);
        var run = new CheckRun(host, new InputChecker(input.Reader(parsed, host), expectations, areas, isUpdate), writer)
        {
            Jobs = input.Jobs(parsed),
            // On a terminal the report says it already.
            ComplainsToo = asked != "text" || !host.OutputIsTerminal,
            ShowProgress = host.ErrorIsTerminal && !host.OutputIsTerminal && !input.Quiet(parsed) && !parsed.GetValue(noProgress),
            Tally = new CheckTally(isUpdate),
            Expectations = expectations,
            Severity = new CheckSettings { Severities = inputs[0].Config.Severities, Only = areas }.Of,
        };
        run.Run(inputs);
        if (asked != "text" && !input.Quiet(parsed))
        {
            host.Complain(CheckSummary.Of(run.Tally));
        }

        return run.Tally.ExitCode(parsed.GetValue(exitZero));
    }

    private ICheckWriter Writer(string asked, ParseResult parsed, bool isUpdate) => asked switch
    {
        "json" => new JsonCheckWriter(host.Output),
        "github" => new GitHubCheckWriter(host.Output),
        "sarif" => new SarifCheckWriter(host.Output),
        "junit" => new JUnitCheckWriter(host.Output),
        _ => new TextCheckWriter(host.Output, host.Width, new Style(host.Color))
        {
            SideBySide = parsed.GetValue(sideBySide),
            ShowAll = parsed.GetValue(all),
            IsUpdate = isUpdate,
            FlushEach = host.OutputIsTerminal,
        },
    };

    /// <summary>The document's own fields belong to no part that can be asked for.</summary>
    private static HashSet<CheckArea>? Areas(string[] words) => words.Length == 0 ? null
        : [.. words.Select(w => EnumWords<CheckArea>.TryParse(w, out var area) ? area : throw new InvalidOperationException(w))];

    private static CheckConfig With(CheckConfig config, Dictionary<string, Severity> flags)
    {
        if (flags.Count == 0)
        {
            return config;
        }

        var severities = config.Severities.ToDictionary(StringComparer.Ordinal);
        foreach (var (id, severity) in flags)
        {
            severities[id] = severity;
        }

        return config with { Severities = severities };
    }

    /// <summary>A file that is named itself is meant; one that a folder was searched for may be excluded.</summary>
    private static bool IsExcluded(InputFile file, CheckConfig config, IReadOnlyList<string> given)
    {
        if (config.Exclude.Count == 0 || file.Path is null || config.Folder is null || given.Contains(file.Source, StringComparer.Ordinal))
        {
            return false;
        }

        return SourceFinder.Matcher(config.Exclude).Match(Path.GetRelativePath(config.Folder, Path.GetFullPath(file.Path)).Replace('\\', '/')).HasMatches;
    }

    private static string? Add(string given, Dictionary<string, Severity> severities)
    {
        var equals = given.IndexOf('=', StringComparison.Ordinal);
        return equals <= 0 ? $"{given}: write RULE=SEVERITY, such as {(given.Length > 0 && equals < 0 ? given : "sentence-cut")}=off" : CheckConfig.AddSeverity(given[..equals], given[(equals + 1)..], severities);
    }
}
