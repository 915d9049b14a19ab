using System.Text.Json;

namespace Bulletins.Export;

/// <summary>The records' JSON Schema (draft 2020-12), written from the table of columns.</summary>
public static class JsonSchema
{
    public static void Write(Stream stream)
    {
        using (var schema = new Utf8JsonWriter(stream, JsonRecordWriter.Options(indented: true)))
        {
            schema.WriteStartObject();
            schema.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.WriteString("$id", "urn:" + Document.SchemaId.Replace('/', ':'));
            schema.WriteString("title", Document.SchemaId);
            schema.WriteString("description", "A record that `bulletins extract` writes: a document, or the error of a source that gave none.");
            schema.WriteStartArray("oneOf");
            Reference(schema, ExportColumns.Document.WriteReference);
            Reference(schema, ExportColumns.Error.WriteReference);
            schema.WriteEndArray();
            schema.WriteStartObject("$defs");
            foreach (var shape in ExportColumns.All)
            {
                shape.WriteDefinition(schema);
            }

            schema.WriteEndObject();
            schema.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Reference(Utf8JsonWriter schema, Action<Utf8JsonWriter> write)
    {
        schema.WriteStartObject();
        write(schema);
        schema.WriteEndObject();
    }
}
