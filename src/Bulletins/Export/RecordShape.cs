using System.Text.Json;

namespace Bulletins.Export;

/// <summary>The columns of one kind of record, in the order in which they are written.</summary>
public sealed class RecordShape<T>(string name, string description, IReadOnlyList<Column<T>> columns) : IRecordShape
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public IReadOnlyList<Column<T>> Columns { get; } = columns;

    public void WriteJson(Utf8JsonWriter writer, T record)
    {
        writer.WriteStartObject();
        foreach (var column in Columns)
        {
            column.WriteJson(writer, record);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the reference to this record's definition into an object of a schema.</summary>
    public void WriteReference(Utf8JsonWriter schema) => schema.WriteString("$ref", "#/$defs/" + Name);

    public void WriteDefinition(Utf8JsonWriter schema)
    {
        schema.WriteStartObject(Name);
        schema.WriteString("description", Description);
        schema.WriteString("type", "object");
        schema.WriteStartObject("properties");
        foreach (var column in Columns)
        {
            schema.WriteStartObject(column.Name);
            schema.WriteString("description", column.Description);
            column.WriteSchema(schema);
            schema.WriteEndObject();
        }

        schema.WriteEndObject();
        schema.WriteStartArray("required");
        foreach (var column in Columns)
        {
            schema.WriteStringValue(column.Name);
        }

        schema.WriteEndArray();
        schema.WriteEndObject();
    }
}

/// <summary>A record's definition in the schema, whatever its type.</summary>
public interface IRecordShape
{
    string Name { get; }

    void WriteDefinition(Utf8JsonWriter schema);
}
