using System.Text.Json;
using Bulletins.Checking;
using Bulletins.Export;

namespace Bulletins.Cli.Checking;

/// <summary>The JSON Schema (draft 2020-12) of <c>.bulletins.json</c>, so that an editor completes and checks it.</summary>
internal static class ConfigSchema
{
    public static void Write(Stream stream)
    {
        using (var schema = new Utf8JsonWriter(stream, JsonRecordWriter.Options(indented: true)))
        {
            schema.WriteStartObject();
            schema.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.WriteString("$id", "urn:bulletins:config");
            schema.WriteString("title", CheckConfig.FileName);
            schema.WriteString("description", "What `bulletins check` does in this folder and below.");
            Object(schema, null, () =>
            {
                Text(schema, "$schema", "Where this schema is.");
                schema.WriteStartObject("check");
                Object(schema, "What `bulletins check` does.", () =>
                {
                    schema.WriteStartObject("rules");
                    Object(schema, "A severity for each rule that shall have another than its own. Errors and warnings fail a run, notes are only told.", () =>
                    {
                        Severities(schema, "all", "Every rule; what stands after it may differ again.");
                        foreach (var rule in CheckRules.All)
                        {
                            Severities(schema, rule.Id, $"{rule.English.Finds} Default: {EnumWords<Severity>.Of(rule.Default)}.");
                        }
                    });
                    schema.WriteEndObject();
                    Text(schema, "expected", "The folder of the expected records, relative to this file. Without it they stand beside the inputs.");
                    schema.WriteStartObject("exclude");
                    schema.WriteString("description", "Patterns of files in folders that are not checked, relative to this file: README.md, drafts/**.");
                    schema.WriteString("type", "array");
                    schema.WriteStartObject("items");
                    schema.WriteString("type", "string");
                    schema.WriteEndObject();
                    schema.WriteEndObject();
                });
                schema.WriteEndObject();
            });
            schema.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Object(Utf8JsonWriter schema, string? description, Action properties)
    {
        if (description is not null)
        {
            schema.WriteString("description", description);
        }

        schema.WriteString("type", "object");
        schema.WriteBoolean("additionalProperties", false);
        schema.WriteStartObject("properties");
        properties();
        schema.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter schema, string name, string description)
    {
        schema.WriteStartObject(name);
        schema.WriteString("description", description);
        schema.WriteString("type", "string");
        schema.WriteEndObject();
    }

    private static void Severities(Utf8JsonWriter schema, string name, string description)
    {
        schema.WriteStartObject(name);
        schema.WriteString("description", description);
        schema.WriteStartArray("enum");
        foreach (var word in EnumWords<Severity>.All)
        {
            schema.WriteStringValue(word);
        }

        schema.WriteEndArray();
        schema.WriteEndObject();
    }
}
