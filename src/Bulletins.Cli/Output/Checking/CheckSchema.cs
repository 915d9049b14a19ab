using System.Text.Json;
using Bulletins.Checking;
using Bulletins.Cli.Checking;
using Bulletins.Export;

namespace Bulletins.Cli.Output.Checking;

/// <summary>The JSON Schema (draft 2020-12) of <c>check --format json</c>.</summary>
internal static class CheckSchema
{
    public static void Write(Stream stream)
    {
        using (var schema = new Utf8JsonWriter(stream, JsonRecordWriter.Options(indented: true)))
        {
            schema.WriteStartObject();
            schema.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.WriteString("$id", "urn:" + JsonCheckWriter.SchemaId.Replace('/', ':'));
            schema.WriteString("title", JsonCheckWriter.SchemaId);
            schema.WriteString("description", "What `bulletins check --format json` writes.");
            schema.WriteString("type", "object");
            Properties(schema, () =>
            {
                Enum(schema, "schema", [JsonCheckWriter.SchemaId], "The version of this schema.");
                List(schema, "inputs", "The inputs, in their order.", () =>
                {
                    Value(schema, "source", "string", "The path as given, or - for standard input.");
                    Value(schema, "expected", "string", "The expected record that it was compared with.", nullable: true);
                    Value(schema, "written", "string", "The expected record that --update wrote.", nullable: true);
                    List(schema, "findings", "In the order of their lines.", () => Finding(schema));
                    Nested(schema, "error", "Why it could not be checked.", () =>
                    {
                        Value(schema, "source", "string", "The file that could not be read.");
                        Value(schema, "code", "string", "A stable code.");
                        Value(schema, "message", "string", "What is wrong, and what to do next.");
                    });
                });
                schema.WriteStartObject("summary");
                schema.WriteString("description", "How many of each.");
                schema.WriteString("type", "object");
                Properties(schema, () =>
                {
                    foreach (var (name, _) in JsonCheckWriter.Summary(new CheckTally(update: false)))
                    {
                        Value(schema, name, "integer", name);
                    }
                });
                schema.WriteEndObject();
            });
            schema.WriteStartObject("$defs");
            ExportColumns.Span.WriteDefinition(schema);
            ExportColumns.Box.WriteDefinition(schema);
            schema.WriteEndObject();
            schema.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Finding(Utf8JsonWriter schema)
    {
        Value(schema, "rule", "string", "The rule's id; `bulletins explain RULE` documents it.");
        Enum(schema, "severity", [.. EnumWords<Severity>.All.Where(s => s != "off")], "Errors and warnings fail a run.");
        Value(schema, "message", "string", "What was found.");
        Value(schema, "source", "string", "The file that it stands in: the input, or its comment file.");
        Value(schema, "article", "string", "The headline, or the first words, of the article that it is about.", nullable: true);
        schema.WriteStartObject("spans");
        schema.WriteString("description", "Where it stands; empty for the file as a whole.");
        schema.WriteString("type", "array");
        schema.WriteStartObject("items");
        ExportColumns.Span.WriteReference(schema);
        schema.WriteEndObject();
        schema.WriteEndObject();
        List(schema, "changes", "What differs from the expected record, field by field.", () =>
        {
            Value(schema, "field", "string", "The field's name.");
            Value(schema, "expected", "string", "Its expected value.", nullable: true);
            Value(schema, "actual", "string", "The extracted one.", nullable: true);
        });
        Nested(schema, "silenced", "The comment that silenced it.", () =>
        {
            Value(schema, "file", "string", "The comment file.");
            Value(schema, "line", "integer", "The comment's line in it.");
            Value(schema, "reason", "string", "Why.");
        });
    }

    private static void Properties(Utf8JsonWriter schema, Action write)
    {
        schema.WriteStartObject("properties");
        write();
        schema.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter schema, string name, string type, string description, bool nullable = false)
    {
        schema.WriteStartObject(name);
        schema.WriteString("description", description);
        if (nullable)
        {
            schema.WriteStartArray("type");
            schema.WriteStringValue(type);
            schema.WriteStringValue("null");
            schema.WriteEndArray();
        }
        else
        {
            schema.WriteString("type", type);
        }

        schema.WriteEndObject();
    }

    private static void Enum(Utf8JsonWriter schema, string name, string[] words, string description)
    {
        schema.WriteStartObject(name);
        schema.WriteString("description", description);
        schema.WriteStartArray("enum");
        foreach (var word in words)
        {
            schema.WriteStringValue(word);
        }

        schema.WriteEndArray();
        schema.WriteEndObject();
    }

    private static void List(Utf8JsonWriter schema, string name, string description, Action properties)
    {
        schema.WriteStartObject(name);
        schema.WriteString("description", description);
        schema.WriteString("type", "array");
        schema.WriteStartObject("items");
        schema.WriteString("type", "object");
        Properties(schema, properties);
        schema.WriteEndObject();
        schema.WriteEndObject();
    }

    private static void Nested(Utf8JsonWriter schema, string name, string description, Action properties)
    {
        schema.WriteStartObject(name);
        schema.WriteString("description", description);
        schema.WriteStartArray("type");
        schema.WriteStringValue("object");
        schema.WriteStringValue("null");
        schema.WriteEndArray();
        Properties(schema, properties);
        schema.WriteEndObject();
    }
}
