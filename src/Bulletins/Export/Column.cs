using System.Text.Json;

namespace Bulletins.Export;

/// <summary>What the cells of a column hold.</summary>
public enum CellKind
{
    Text,

    /// <summary>A day as text, <c>2023-04-28</c>.</summary>
    Date,
    Integer,
    Number,

    /// <summary>Several values, joined into one text.</summary>
    List,
}

/// <summary>What a column is called and what it means, in English and Chinese. The name is the contract's; <see cref="Title"/> is its
/// Chinese heading, different from every other of the same table.</summary>
public readonly record struct ColumnLabel(string Name, string Title, string Description, string ChineseDescription);

/// <summary>A column, whatever its records are.</summary>
public interface IColumn
{
    ColumnLabel Label { get; }

    string Name { get; }

    CellKind Kind { get; }

    /// <summary>A record may have no value for it.</summary>
    bool Nullable { get; }

    /// <summary>Its cell may be empty, for want of a value or because the text or the list is empty.</summary>
    bool MayBeEmpty { get; }

    /// <summary>The words of an enumeration; null where any value may stand.</summary>
    IReadOnlyCollection<string>? Allowed { get; }
}

/// <summary>One field of a record: its name, what it means, its value in JSON, its cell in a flat table and its JSON Schema.</summary>
public abstract class Column<T>(ColumnLabel label) : IColumn
{
    private readonly JsonEncodedText property = JsonEncodedText.Encode(label.Name);

    public ColumnLabel Label { get; } = label;

    public string Name => Label.Name;

    public string Description => Label.Description;

    public abstract CellKind Kind { get; }

    public abstract bool Nullable { get; }

    public virtual bool MayBeEmpty => Nullable;

    public virtual IReadOnlyCollection<string>? Allowed => null;

    /// <summary>The field's cell where the record is a row.</summary>
    public abstract Cell Cell(T record);

    /// <summary>Writes the field's name and value into an object.</summary>
    public void WriteJson(Utf8JsonWriter writer, T record)
    {
        writer.WritePropertyName(property);
        WriteValue(writer, record);
    }

    /// <summary>Writes the members of the field's schema, its description left out, into an object.</summary>
    public abstract void WriteSchema(Utf8JsonWriter schema);

    protected abstract void WriteValue(Utf8JsonWriter writer, T record);

    /// <summary>Writes <c>"type": …</c>, with null where a value may be absent.</summary>
    protected static void WriteType(Utf8JsonWriter schema, string type, bool nullable)
    {
        if (!nullable)
        {
            schema.WriteString("type", type);
            return;
        }

        schema.WriteStartArray("type");
        schema.WriteStringValue(type);
        schema.WriteStringValue("null");
        schema.WriteEndArray();
    }
}

/// <summary>Text; <paramref name="allowed"/> lists the words of an enumeration, <paramref name="mayBeEmpty"/> says that there may be no character in it.</summary>
public sealed class TextColumn<T>(
    ColumnLabel label, Func<T, string?> get, bool nullable = false, IReadOnlyCollection<string>? allowed = null, bool mayBeEmpty = false, CellKind kind = CellKind.Text)
    : Column<T>(label)
{
    public override CellKind Kind => kind;

    public override bool Nullable => nullable;

    public override bool MayBeEmpty => nullable || mayBeEmpty;

    public override IReadOnlyCollection<string>? Allowed => allowed;

    public override Cell Cell(T record) => Export.Cell.Of(get(record));

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        WriteType(schema, "string", nullable);
        if (allowed is null)
        {
            return;
        }

        schema.WriteStartArray("enum");
        foreach (var word in allowed)
        {
            schema.WriteStringValue(word);
        }

        if (nullable)
        {
            schema.WriteNullValue();
        }

        schema.WriteEndArray();
    }

    protected override void WriteValue(Utf8JsonWriter writer, T record) => writer.WriteStringValue(get(record));
}

/// <summary>A number; whole where <paramref name="type"/> is <c>integer</c>.</summary>
public sealed class NumberColumn<T>(ColumnLabel label, Func<T, decimal?> get, bool nullable = false, string type = "number")
    : Column<T>(label)
{
    public override CellKind Kind { get; } = type == "integer" ? CellKind.Integer : CellKind.Number;

    public override bool Nullable => nullable;

    public override Cell Cell(T record) => Export.Cell.Of(get(record));

    public override void WriteSchema(Utf8JsonWriter schema) => WriteType(schema, type, nullable);

    protected override void WriteValue(Utf8JsonWriter writer, T record)
    {
        if (get(record) is { } value)
        {
            writer.WriteNumberValue(ExactDecimal.Trim(value));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>A list of texts.</summary>
public sealed class TextListColumn<T>(ColumnLabel label, Func<T, IReadOnlyList<string>> get, string separator)
    : Column<T>(label)
{
    public override CellKind Kind => CellKind.List;

    public override bool Nullable => true;

    public override Cell Cell(T record) => get(record) is { Count: > 0 } list ? Export.Cell.Of(string.Join(separator, list)) : Export.Cell.Empty;

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        WriteType(schema, "array", nullable: false);
        schema.WriteStartObject("items");
        WriteType(schema, "string", nullable: false);
        schema.WriteEndObject();
    }

    protected override void WriteValue(Utf8JsonWriter writer, T record)
    {
        writer.WriteStartArray();
        foreach (var text in get(record))
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}

/// <summary>A list of records; in a flat table <paramref name="compact"/> writes each, and <paramref name="separator"/> stands between.</summary>
public sealed class ListColumn<T, TItem>(
    ColumnLabel label, RecordShape<TItem> items, Func<T, IReadOnlyList<TItem>> get, Func<TItem, string> compact, string separator)
    : Column<T>(label)
{
    private const int FlushAt = 1 << 16;

    public override CellKind Kind => CellKind.List;

    public override bool Nullable => true;

    public override Cell Cell(T record) =>
        get(record) is { Count: > 0 } list ? Export.Cell.Of(string.Join(separator, list.Select(compact))) : Export.Cell.Empty;

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        WriteType(schema, "array", nullable: false);
        schema.WriteStartObject("items");
        items.WriteReference(schema);
        schema.WriteEndObject();
    }

    protected override void WriteValue(Utf8JsonWriter writer, T record)
    {
        writer.WriteStartArray();
        foreach (var item in get(record))
        {
            items.WriteJson(writer, item);
            if (writer.BytesPending > FlushAt)
            {
                writer.Flush(); // or a long document would stand in memory once more, as JSON
            }
        }

        writer.WriteEndArray();
    }
}

/// <summary>A record inside a record, or null. It has no cell of its own: a flat table takes the inner columns with <see cref="LiftedColumn{T,TInner}"/>.</summary>
public sealed class ObjectColumn<T, TInner>(ColumnLabel label, RecordShape<TInner> shape, Func<T, (bool Present, TInner? Value)> get, bool nullable)
    : Column<T>(label)
{
    public override CellKind Kind => CellKind.Text;

    public override bool Nullable => nullable;

    public override Cell Cell(T record) => Export.Cell.Empty;

    public override void WriteSchema(Utf8JsonWriter schema)
    {
        if (!nullable)
        {
            shape.WriteReference(schema);
            return;
        }

        schema.WriteStartArray("anyOf");
        schema.WriteStartObject();
        shape.WriteReference(schema);
        schema.WriteEndObject();
        schema.WriteStartObject();
        schema.WriteString("type", "null");
        schema.WriteEndObject();
        schema.WriteEndArray();
    }

    protected override void WriteValue(Utf8JsonWriter writer, T record)
    {
        var (present, value) = get(record);
        if (present)
        {
            shape.WriteJson(writer, value!);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>A column of an inner record as a column of a row. The row may hold none where it is <paramref name="optional"/>.</summary>
public sealed class LiftedColumn<T, TInner>(Column<TInner> inner, Func<T, (bool Present, TInner? Value)> get, string prefix = "", bool optional = false)
    : Column<T>(inner.Label with { Name = prefix + inner.Name })
{
    public override CellKind Kind => inner.Kind;

    public override bool Nullable => optional || inner.Nullable;

    public override bool MayBeEmpty => optional || inner.MayBeEmpty;

    public override IReadOnlyCollection<string>? Allowed => inner.Allowed;

    public override Cell Cell(T record) => get(record) is (true, var value) ? inner.Cell(value!) : Export.Cell.Empty;

    public override void WriteSchema(Utf8JsonWriter schema) => inner.WriteSchema(schema);

    protected override void WriteValue(Utf8JsonWriter writer, T record) => throw new NotSupportedException("a lifted column stands in flat tables only");
}
