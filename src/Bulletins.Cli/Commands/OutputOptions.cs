using System.CommandLine;
using Bulletins.Cli.Output;
using Bulletins.Diagnostics;
using Bulletins.Export;
using Bulletins.Export.Sqlite;
using Bulletins.Export.Xlsx;

namespace Bulletins.Cli.Commands;

/// <summary>What <c>extract</c> may write, and where to.</summary>
internal sealed class OutputOptions
{
    private static readonly Dictionary<string, char> NamedDelimiters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["tab"] = '\t',
        ["\\t"] = '\t',
        ["pipe"] = '|',
    };

    private readonly Option<string[]> output = new("--output", "-o")
    {
        HelpName = "PATH",
        Description = $"Write here; may be given again. The ending chooses the format ({OutputTarget.KnownEndings}); "
            + $"a name without one is a folder that gets {string.Join(", ", FolderWriter.FileNames)}.",
    };

    private readonly Option<string?> format = new("--format", "-f")
    {
        Description = "How to write, whatever the ending. Default on standard output: summary on a terminal, the figures as csv otherwise.",
    };

    private readonly Option<string?> table = new("--table", "-t") { Description = "Which table to write as csv. Default: the one that the file is named for, else figures." };

    private readonly Option<string[]> columns = new("--columns")
    {
        HelpName = "NAMES",
        AllowMultipleArgumentsPerToken = false,
        Description = "Which columns of the table to write as csv, and in what order: names or Chinese headings, separated by commas.",
    };

    private readonly Option<bool> excel = new("--excel") { Description = "CSV for opening in Excel: a byte order mark, and text that looks like a number or a date stays text." };
    private readonly Option<bool> bom = new("--bom") { Description = "Begin CSV with a byte order mark and leave the rest as it is." };
    private readonly Option<string?> headers = new("--headers") { Description = "The language of headings. Default: en, the names of the records' fields." };

    private readonly Option<string?> delimiter = new("--delimiter")
    {
        HelpName = "CHARACTER",
        Description = "What separates the fields of CSV: a character, or comma, semicolon, tab, pipe. Default: a comma, and a tab in a .tsv file.",
    };

    public OutputOptions()
    {
        format.AcceptOnlyFromAmong([.. OutputTarget.Formats]);
        table.AcceptOnlyFromAmong([.. ExportTables.All.Select(t => t.Name)]);
        headers.AcceptOnlyFromAmong("en", "zh");
        columns.CompletionSources.Add(context => (Chosen(context.ParseResult) ?? ExportTables.Figures).Header);
        delimiter.CompletionSources.Add("comma", "semicolon", "tab", "pipe");
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { output, format, table, columns, excel, bom, headers, delimiter })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The places of output, standard output where none is named.</summary>
    public IReadOnlyList<OutputTarget> Targets(ParseResult parsed, bool terminal)
    {
        var forced = parsed.GetValue(format) is { } f ? OutputTarget.Format(f) : (OutputKind?)null;
        var paths = parsed.GetValue(output) ?? [];
        return paths.Length > 0
            ? [.. paths.Select(p => new OutputTarget(OutputTarget.OfPath(p) is OutputKind.Folder ? OutputKind.Folder : forced ?? OutputTarget.OfPath(p) ?? OutputKind.Summary, p))]
            : [new OutputTarget(forced ?? (terminal && !AsksForCsv(parsed) ? OutputKind.Summary : OutputKind.Csv), null)];
    }

    public Func<IRecordWriter> Writer(OutputTarget target, ParseResult parsed, CliHost host)
    {
        return target switch
        {
            { Kind: OutputKind.Folder } => () => new FolderWriter(target.Path!, Csv(target, parsed)),
            { Kind: OutputKind.Sqlite } => () => new SqliteWriter(target.Path!),
            { Path: { } path } => () => new FileWriter(path, stream => ToStream(stream, person: false)),
            _ => () => ToStream(host.Output, person: true),
        };

        IRecordWriter ToStream(Stream stream, bool person) => target.Kind switch
        {
            OutputKind.Json => new JsonRecordWriter(stream, JsonLayout.Document),
            OutputKind.JsonLines => new JsonRecordWriter(stream, JsonLayout.Lines),
            OutputKind.Xlsx => new XlsxWriter(stream, Language(parsed)),
            OutputKind.Csv => new CsvTableWriter(stream, Table(target, parsed), Csv(target, parsed)),
            _ => new SummaryWriter(stream, host.Width, person && host.Color, person && host.OutputIsTerminal),
        };
    }

    public IEnumerable<string> Problems(ParseResult parsed)
    {
        var asked = parsed.GetValue(format);
        var paths = parsed.GetValue(output) ?? [];
        var targets = Targets(parsed, terminal: false);
        foreach (var path in paths)
        {
            foreach (var problem in PathProblems(path, asked))
            {
                yield return problem;
            }
        }

        if (asked is not null && paths.Length > 1)
        {
            yield return Messages.Conflict($"--format {asked}", "several --output", "each ending chooses its own format");
        }

        if (paths.SelectMany(Files).Select(System.IO.Path.GetFullPath).GroupBy(p => p, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            yield return Messages.OutputTwice(twice.Key);
        }

        var against = asked is not null ? $"--format {asked}" : string.Join(' ', paths.Select(p => "--output " + p));
        if (parsed.GetValue(table) is { } chosen && targets.All(t => t.Kind != OutputKind.Csv))
        {
            yield return Messages.Conflict($"--table {chosen}", against,
                targets.Any(t => t.Kind == OutputKind.Folder) ? "a folder gets every table" : "only csv is one table");
        }

        if (parsed.GetValue(columns) is { Length: > 0 } names && targets.All(t => t.Kind != OutputKind.Csv))
        {
            yield return Messages.Conflict($"--columns {string.Join(',', names)}", against, "they are chosen of one table that is written as csv");
        }

        foreach (var option in new (bool Given, string Name)[] { (parsed.GetValue(bom), "--bom"), (parsed.GetValue(excel), "--excel"), (parsed.GetValue(delimiter) is not null, "--delimiter") })
        {
            if (option.Given && !targets.Any(t => t.HasCsv))
            {
                yield return Messages.Conflict(option.Name, against, "it is about csv");
            }
        }

        if (parsed.GetValue(headers) is { } language && !targets.Any(t => t.HasHeadings))
        {
            yield return Messages.Conflict($"--headers {language}", against, "only tables have headings");
        }

        if (parsed.GetValue(delimiter) is { } character && Delimiter(character) is null)
        {
            yield return Messages.BadDelimiter(character);
        }

        foreach (var problem in targets.Where(t => t.Kind == OutputKind.Csv).SelectMany(t => ColumnProblems(parsed, Chosen(parsed) ?? t.NamedTable ?? ExportTables.Figures)).Distinct(StringComparer.Ordinal))
        {
            yield return problem;
        }
    }

    /// <summary>What is written to a path: the file, or every file of a folder.</summary>
    private static IEnumerable<string> Files(string path) => path.Length == 0 ? []
        : OutputTarget.OfPath(path) == OutputKind.Folder ? FolderWriter.FileNames.Select(name => System.IO.Path.Combine(path, name))
        : [path];

    private static IEnumerable<string> PathProblems(string path, string? asked)
    {
        if (path is "-" or "")
        {
            yield return Messages.OutputIsNoPath(path);
            yield break;
        }

        switch (OutputTarget.OfPath(path))
        {
            case OutputKind.Folder when File.Exists(path):
                yield return Messages.NotAFolder(path);
                break;
            case OutputKind.Folder when asked is not null:
                yield return Messages.Conflict($"--output {path}", $"--format {asked}", $"a folder gets every table and the records as JSON Lines; for a file write {path.TrimEnd('/', '\\')}.{asked}");
                break;
            case null when asked is null:
                yield return Messages.UnknownEnding(path, System.IO.Path.GetExtension(path), OutputTarget.KnownEndings);
                break;
        }
    }

    private IEnumerable<string> ColumnProblems(ParseResult parsed, ExportTable of)
    {
        var names = Columns(parsed);
        foreach (var name in names.Where(n => !of.Columns.Any(c => c.Name == n || c.Label.Title == n)))
        {
            yield return Messages.UnknownColumn(name, of.Name, Usage.Nearest(name, of.Columns.SelectMany(c => new[] { c.Name, c.Label.Title })), string.Join(", ", of.Header));
        }

        if (names.GroupBy(n => of.Columns.FirstOrDefault(c => c.Name == n || c.Label.Title == n)?.Name ?? n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            yield return Messages.ColumnTwice(twice.Key);
        }
    }

    private bool AsksForCsv(ParseResult parsed) => parsed.GetValue(table) is not null || parsed.GetValue(bom) || parsed.GetValue(excel) || parsed.GetValue(headers) is not null
        || parsed.GetValue(delimiter) is not null || Columns(parsed).Count > 0;

    private ExportTable? Chosen(ParseResult parsed) => parsed.GetValue(table) is { } name ? ExportTables.Find(name) : null;

    private ExportTable Table(OutputTarget target, ParseResult parsed)
    {
        var whole = Chosen(parsed) ?? target.NamedTable ?? ExportTables.Figures;
        return Columns(parsed) is { Count: > 0 } names ? whole.Choose(names) : whole;
    }

    private List<string> Columns(ParseResult parsed) =>
        [.. (parsed.GetValue(columns) ?? []).SelectMany(list => list.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private CsvOptions Csv(OutputTarget target, ParseResult parsed)
    {
        var preset = parsed.GetValue(excel) ? CsvOptions.ForExcel : CsvOptions.Default;
        return preset with
        {
            ByteOrderMark = preset.ByteOrderMark || parsed.GetValue(bom),
            Headers = Language(parsed),
            Delimiter = parsed.GetValue(delimiter) is { } given ? Delimiter(given)!.Value : target.IsTabbed ? '\t' : ',',
        };
    }

    private HeaderLanguage Language(ParseResult parsed) => parsed.GetValue(headers) == "zh" ? HeaderLanguage.Chinese : HeaderLanguage.English;

    private static char? Delimiter(string given) =>
        NamedDelimiters.TryGetValue(given, out var named) ? named : given is [var c] && CsvOptions.IsDelimiter(c) ? c : null;
}
