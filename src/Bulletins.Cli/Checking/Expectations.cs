using System.Text.Json;
using Bulletins.Cli.Input;
using Bulletins.Export;

namespace Bulletins.Cli.Checking;

/// <summary>Where the expected record and the comments of an input stand.</summary>
/// <param name="Record">The expected record's path, as messages name it.</param>
/// <param name="IsDemanded">A folder of records was named: an input without one is a finding.</param>
internal sealed record Expectation(string Record, string Comments, bool IsDemanded);

/// <summary>Finds the expected record of each input: <c>NAME.expected.json</c> beside it, or at the same place under a folder of its own.</summary>
internal sealed class Expectations
{
    public const string Ending = ".expected.json";
    public const string CommentsEnding = ".comments";

    private readonly string? folder;
    private readonly IReadOnlyList<string> roots;
    private readonly HashSet<string> ambiguous;

    /// <summary>Looks for the records of these inputs.</summary>
    /// <param name="folder">The folder of <c>--expected</c>.</param>
    /// <param name="given">The paths of the call.</param>
    /// <param name="files">The inputs found under them.</param>
    public Expectations(string? folder, IReadOnlyList<string> given, IReadOnlyList<InputFile> files)
    {
        this.folder = folder;
        roots = [.. given.Where(Directory.Exists).Select(Slashed).OrderByDescending(r => r.Length)];
        // a.txt and a.md cannot both have a.expected.json.
        ambiguous = [.. files.GroupBy(f => Stem(Slashed(f.Source)), StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
    }

    public Expectation? For(InputFile file, CheckConfig config)
    {
        var source = Slashed(file.Source);
        if (file.Source == "-" || (file.Path is null && folder is null))
        {
            return null;
        }

        var (place, demanded) = folder is not null ? (Join(Slashed(folder), Relative(source)), true)
            : config is { Expected: { } kept, Folder: { } home } ? (Join(Slashed(Shown(Path.Combine(home, kept))), Slashed(Path.GetRelativePath(home, Path.GetFullPath(file.Path!)))), true)
            : (source, false);
        var stem = ambiguous.Contains(Stem(source)) || File.Exists(place + Ending) ? place : Stem(place);
        return new(stem + Ending, stem + CommentsEnding, demanded);
    }

    /// <summary>Records below the folders of the call that no input belongs to.</summary>
    public IEnumerable<string> Unused(IReadOnlySet<string> used)
    {
        foreach (var root in folder is null ? roots : roots.Count > 0 && Directory.Exists(folder) ? [Slashed(folder)] : [])
        {
            foreach (var path in Directory.EnumerateFiles(root, "*" + Ending, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Select(Slashed).Order(StringComparer.Ordinal))
            {
                if (!used.Contains(path) && !HasInput(path, root))
                {
                    yield return path;
                }
            }
        }
    }

    /// <summary>Writes a record as it is kept: with its input's path from where the record stands, which is the same on every machine.</summary>
    public static void Print(IReadOnlyList<Document> documents, string source, Stream stream)
    {
        using var writer = new JsonRecordWriter(stream, JsonLayout.Document);
        foreach (var document in documents)
        {
            writer.Write(ExportRecord.Of(document with { Source = source }));
        }

        writer.Complete();
    }

    /// <summary>The source that a record names, found without reading the rest of it.</summary>
    public static string? SourceOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json.StartsWith("\ufeff"u8) ? json[3..] : json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("source"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }
        }
        catch (JsonException)
        {
            // Reading the record says what is wrong with it.
        }

        return null;
    }

    /// <summary>The source for a record that is written for the first time.</summary>
    public static string NewSource(InputFile file, string record) => file.Path is null ? file.Source
        : Slashed(Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(record))!, Path.GetFullPath(file.Source)));

    private bool HasInput(string record, string root)
    {
        var stem = record[..^Ending.Length];
        return (folder is null ? [stem] : roots.Select(r => Join(r, stem[(root.Length + 1)..]))).Any(s =>
            File.Exists(s) || (Directory.Exists(Path.GetDirectoryName(s)) && Directory.EnumerateFiles(Path.GetDirectoryName(s)!, Path.GetFileName(s) + ".*")
                .Any(f => Stem(Slashed(f)) == s && !f.EndsWith(CommentsEnding, StringComparison.Ordinal))));
    }

    /// <summary>The path below the folder of the call that the input was found in; the name of an input that was named itself.</summary>
    private string Relative(string source) =>
        roots.FirstOrDefault(r => source.StartsWith(r + "/", StringComparison.Ordinal)) is { } root ? source[(root.Length + 1)..] : source[(source.LastIndexOf('/') + 1)..];

    private static string Stem(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        var dot = path.LastIndexOf('.');
        return dot > name ? path[..dot] : path;
    }

    private static string Join(string folder, string relative) => folder.EndsWith('/') ? folder + relative : folder + "/" + relative;

    private static string Slashed(string path)
    {
        var slashed = OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
        return slashed.Length > 1 ? slashed.TrimEnd('/') : slashed;
    }

    /// <summary>Relative where it is below the working folder.</summary>
    private static string Shown(string path) => Path.GetRelativePath(".", path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : path;
}
