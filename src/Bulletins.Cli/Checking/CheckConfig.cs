using System.Text.Json;
using Bulletins.Checking;
using Bulletins.Cli.Commands;
using Bulletins.Diagnostics;

namespace Bulletins.Cli.Checking;

/// <summary>What a <c>.bulletins.json</c> says: severities, where expected records are kept, what is not checked.</summary>
internal sealed record CheckConfig
{
    public const string FileName = ".bulletins.json";

    public static CheckConfig Default { get; } = new();

    /// <summary>The folder that its paths are relative to; null for the defaults.</summary>
    public string? Folder { get; init; }

    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>(StringComparer.Ordinal);

    /// <summary>The folder of the expected records; null where they stand beside the inputs.</summary>
    public string? Expected { get; init; }

    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>What is off is told as a note: whoever asks about one line wants to know all.</summary>
    public CheckConfig WithEveryRule() => this with
    {
        Severities = CheckRules.All.Select(r => (r.Id, Severity: Severities.GetValueOrDefault(r.Id, r.Default)))
            .ToDictionary(r => r.Id, r => r.Severity == Severity.Off ? Severity.Note : r.Severity, StringComparer.Ordinal),
    };

    /// <exception cref="UsageException">It cannot be read; every problem is named.</exception>
    public static CheckConfig Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException([Directory.Exists(path) ? $"{path} is a folder; name the file of settings in it" : $"{path}: no file is there; check the spelling"]);
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path) is [0xef, 0xbb, 0xbf, .. var text] ? text : File.ReadAllBytes(path),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var problems = new List<string>();
            var config = Read(json.RootElement, problems) with { Folder = Path.GetDirectoryName(Path.GetFullPath(path)) };
            return problems.Count == 0 ? config : throw new UsageException([.. problems.Select(p => $"{path}: {p}")]);
        }
        catch (JsonException e)
        {
            throw new UsageException([FormattableString.Invariant($"{path}: it is no JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException([$"{path}: cannot be read ({e.Message.TrimEnd('.')})"]);
        }
    }

    /// <summary>A rule's id and a severity as a person writes them.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? AddSeverity(string rule, string? word, IDictionary<string, Severity> severities)
    {
        if (!Enum.TryParse<Severity>(word, ignoreCase: true, out var severity) || int.TryParse(word, out _))
        {
            return $"{rule}: “{word}” is no severity; write error, warning, note or off";
        }

        if (rule == "all")
        {
            foreach (var each in CheckRules.All)
            {
                severities[each.Id] = severity;
            }
        }
        else if (CheckRules.Find(rule) is null)
        {
            return Messages.UnknownRule(rule, Usage.Nearest(rule, CheckRules.All.Select(r => r.Id)));
        }
        else
        {
            severities[rule] = severity;
        }

        return null;
    }

    private static CheckConfig Read(JsonElement root, List<string> problems)
    {
        var config = new CheckConfig();
        foreach (var (name, value) in Members(root, "", ["$schema", "check"], problems))
        {
            if (name == "check")
            {
                config = ReadCheck(value, problems);
            }
        }

        return config;
    }

    private static CheckConfig ReadCheck(JsonElement check, List<string> problems)
    {
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        var config = new CheckConfig { Severities = severities };
        foreach (var (name, value) in Members(check, "check.", ["rules", "expected", "exclude"], problems))
        {
            switch (name)
            {
                case "rules":
                    foreach (var rule in Members(value, "check.rules.", null, problems))
                    {
                        problems.AddRange(new[] { AddSeverity(rule.Name, rule.Value.ToString(), severities) }.OfType<string>().Select(p => "check.rules." + p));
                    }

                    break;
                case "expected" when value.ValueKind == JsonValueKind.String:
                    config = config with { Expected = value.GetString() };
                    break;
                case "exclude" when value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String):
                    config = config with { Exclude = [.. value.EnumerateArray().Select(v => v.GetString()!)] };
                    break;
                default:
                    problems.Add($"check.{name}: it must be {(name == "expected" ? "the path of a folder" : "a list of patterns")}");
                    break;
            }
        }

        return config;
    }

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement value, string path, string[]? known, List<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{(path.Length == 0 ? "it" : path.TrimEnd('.'))} must be an object");
            yield break;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (known is null || known.Contains(member.Name, StringComparer.Ordinal))
            {
                yield return (member.Name, member.Value);
            }
            else
            {
                var nearest = Usage.Nearest(member.Name, known);
                problems.Add($"{path}{member.Name} is not known" + (nearest is null ? $" (there are {string.Join(", ", known)})" : $"; did you mean {nearest}?"));
            }
        }
    }
}
