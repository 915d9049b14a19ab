using Bulletins.Export;

namespace Bulletins.Cli.Output;

/// <summary>What is written, whatever it is written to.</summary>
internal enum OutputKind { Summary, Csv, Json, JsonLines, Xlsx, Sqlite, Folder }

/// <summary>A place of output and what it gets. A null path is standard output.</summary>
internal sealed record OutputTarget(OutputKind Kind, string? Path)
{
    private static readonly (string Ending, OutputKind Kind)[] Endings =
    [
        (".csv", OutputKind.Csv), (".tsv", OutputKind.Csv), (".json", OutputKind.Json), (".jsonl", OutputKind.JsonLines), (".ndjson", OutputKind.JsonLines),
        (".xlsx", OutputKind.Xlsx), (".db", OutputKind.Sqlite), (".sqlite", OutputKind.Sqlite), (".sqlite3", OutputKind.Sqlite),
    ];

    /// <summary>The endings that choose a format, as a person reads them.</summary>
    public static string KnownEndings { get; } = string.Join(", ", Endings.Select(e => e.Ending));

    /// <summary>Every value of <c>--format</c>.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["json", "jsonl", "csv", "xlsx", "summary"];

    public static OutputKind Format(string format) => format switch
    {
        "json" => OutputKind.Json,
        "jsonl" => OutputKind.JsonLines,
        "csv" => OutputKind.Csv,
        "xlsx" => OutputKind.Xlsx,
        _ => OutputKind.Summary,
    };

    /// <summary>By the path's ending; a path without one is a folder. Null where the ending is unknown.</summary>
    public static OutputKind? OfPath(string path)
    {
        var ending = System.IO.Path.GetExtension(path);
        if (ending.Length == 0 || System.IO.Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
        {
            return OutputKind.Folder;
        }

        return Endings.Where(e => e.Ending.Equals(ending, StringComparison.OrdinalIgnoreCase)).Select(e => (OutputKind?)e.Kind).FirstOrDefault();
    }

    /// <summary>The warnings go with the documents.</summary>
    public bool CarriesWarnings => Kind is OutputKind.Json or OutputKind.JsonLines or OutputKind.Xlsx or OutputKind.Sqlite or OutputKind.Folder;

    /// <summary>Written as CSV, alone or among others.</summary>
    public bool HasCsv => Kind is OutputKind.Csv or OutputKind.Folder;

    /// <summary>Written as tables with headings.</summary>
    public bool HasHeadings => HasCsv || Kind == OutputKind.Xlsx;

    /// <summary>The table that a CSV file is named for (<c>articles.csv</c>).</summary>
    public ExportTable? NamedTable => Kind == OutputKind.Csv && Path is not null ? ExportTables.Find(System.IO.Path.GetFileNameWithoutExtension(Path)) : null;

    public bool IsTabbed => Path?.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) == true;
}
