using System.Text.Json;

namespace Bulletins.Tests.Support;

/// <summary>Validates JSON against as much of JSON Schema as the tool's schema uses, and refuses keywords it does not know.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    /// <summary>What is wrong, with paths; empty when the value is valid.</summary>
    public IReadOnlyList<string> Problems(JsonElement value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var problems = keyword.Name switch
            {
                "$schema" or "$id" or "$defs" or "title" or "description" => [],
                "$ref" => Check(Resolve(keyword.Value.GetString()!), value, path),
                "type" => Types(keyword.Value).Any(t => IsOf(t, value)) ? [] : [$"{path}: {value.ValueKind} is not {keyword.Value}"],
                "enum" => keyword.Value.EnumerateArray().Any(v => v.GetRawText() == value.GetRawText()) ? [] : [$"{path}: {value} is not among {keyword.Value}"],
                "anyOf" => keyword.Value.EnumerateArray().Any(s => !Check(s, value, path).Any()) ? [] : [$"{path}: fits no alternative"],
                "oneOf" => OneOf(keyword.Value, value, path),
                "required" => value.ValueKind != JsonValueKind.Object ? []
                    : keyword.Value.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{path}.{n} is missing"),
                "properties" => Properties(keyword.Value, value, path),
                "items" => value.ValueKind != JsonValueKind.Array ? []
                    : value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, $"{path}[{i}]")),
                _ => throw new NotSupportedException($"keyword {keyword.Name}"),
            };
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> OneOf(JsonElement schemas, JsonElement value, string path)
    {
        var results = schemas.EnumerateArray().Select(s => Check(s, value, path).ToList()).ToList();
        return results.Count(r => r.Count == 0) == 1 ? [] : results.OrderBy(r => r.Count).First().Prepend($"{path}: fits {results.Count(r => r.Count == 0)} alternatives");
    }

    /// <summary>Beyond the standard: a field that the schema does not name is a problem.</summary>
    private IEnumerable<string> Properties(JsonElement properties, JsonElement value, string path) => value.ValueKind != JsonValueKind.Object ? []
        : value.EnumerateObject().SelectMany(p => properties.TryGetProperty(p.Name, out var schema) ? Check(schema, p.Value, $"{path}.{p.Name}") : [$"{path}.{p.Name} is not in the schema"]);

    private JsonElement Resolve(string reference)
    {
        const string Prefix = "#/$defs/";
        Assert.StartsWith(Prefix, reference, StringComparison.Ordinal);
        return root.GetProperty("$defs").GetProperty(reference[Prefix.Length..]);
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"type {type}"),
    };
}
