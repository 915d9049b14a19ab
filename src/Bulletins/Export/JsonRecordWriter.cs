using System.Text.Json;

namespace Bulletins.Export;

/// <summary>How several records stand in one stream.</summary>
public enum JsonLayout
{
    /// <summary>One record is an indented object, several are an array of them.</summary>
    Document,

    /// <summary>One record a line (JSON Lines).</summary>
    Lines,
}

/// <summary>Writes records as JSON in UTF-8, Chinese as Chinese.</summary>
public sealed class JsonRecordWriter(Stream stream, JsonLayout layout) : IRecordWriter
{
    private readonly Utf8JsonWriter writer = new(stream, Options(indented: layout == JsonLayout.Document));
    private ExportRecord? first;
    private bool inArray;

    public static JsonWriterOptions Options(bool indented) => new()
    {
        Encoder = ReadableJsonEncoder.Instance,
        Indented = indented,
        NewLine = "\n",
        SkipValidation = true,
    };

    public void Write(ExportRecord record)
    {
        if (layout == JsonLayout.Lines)
        {
            WriteRecord(record);
            EndLine();
        }
        else if (first is null && !inArray)
        {
            // Whether it stands alone is known when the next one comes.
            first = record;
        }
        else
        {
            if (!inArray)
            {
                inArray = true;
                writer.WriteStartArray();
                WriteRecord(first!);
                first = null;
            }

            WriteRecord(record);
        }
    }

    public void Complete()
    {
        if (layout == JsonLayout.Lines)
        {
            return;
        }

        if (first is not null)
        {
            WriteRecord(first);
        }
        else
        {
            if (!inArray)
            {
                writer.WriteStartArray();
            }

            writer.WriteEndArray();
        }

        EndLine();
    }

    public void Dispose()
    {
        // A run that was broken off must not write what is left: the stream may be the reason.
        writer.Reset(Stream.Null);
        writer.Dispose();
    }

    /// <summary>Writes one record as an object.</summary>
    public static void WriteRecord(Utf8JsonWriter writer, ExportRecord record)
    {
        if (record.Document is { } document)
        {
            ExportColumns.Document.WriteJson(writer, document);
        }
        else
        {
            ExportColumns.Error.WriteJson(writer, record.Error!);
        }
    }

    private void WriteRecord(ExportRecord record)
    {
        WriteRecord(writer, record);
        writer.Flush();
    }

    private void EndLine()
    {
        writer.Flush();
        stream.WriteByte((byte)'\n');
        writer.Reset(stream);
    }
}
