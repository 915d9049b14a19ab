using System.Text.Json;

namespace Bulletins.Export;

/// <summary>A file of a data package, as it was written.</summary>
internal sealed record PackagedFile(string Name, ExportTable? Table, long Bytes, string Sha256);

/// <summary>Describes a folder of tables as a Frictionless Data Package (version 2): each field's type, constraints and meaning in both
/// languages, from the one table of columns, and each file's size and hash.</summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";

    private const string Profiles = "https://datapackage.org/profiles/2.0/";

    /// <param name="sources">What was read, in order.</param>
    public static void Write(Stream stream, CsvOptions csv, IReadOnlyList<PackagedFile> files, IReadOnlyCollection<string> sources)
    {
        using (var json = new Utf8JsonWriter(stream, JsonRecordWriter.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Profiles + "datapackage.json");
            json.WriteString("name", "bulletins");
            json.WriteString("title", "Articles and figures of bulletins · 简报的文章与数据");
            json.WriteString("description", $"Documents, articles, figures and repairs, as `bulletins extract` found them; the fields keep the contract {Document.SchemaId}. "
                + "Text that begins with = + - or @ has a quote mark before it, so that no spreadsheet runs it as a formula.\n\n"
                + $"`bulletins extract` 提取的文档、文章、数据与修复；字段遵守契约 {Document.SchemaId}。以 = + - @ 开头的文字前加了一个单引号，以免电子表格当作公式执行。");
            WriteSources(json, sources);
            json.WriteStartArray("resources");
            foreach (var file in files)
            {
                WriteResource(json, csv, file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Left out where there are none: the standard knows no empty list of them.</summary>
    private static void WriteSources(Utf8JsonWriter json, IReadOnlyCollection<string> sources)
    {
        if (sources.Count == 0)
        {
            return;
        }

        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            // Not as a path: the standard allows none that begins with / or . or goes up.
            json.WriteStartObject();
            json.WriteString("title", source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResource(Utf8JsonWriter json, CsvOptions csv, PackagedFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", Path.GetFileNameWithoutExtension(file.Name));
        json.WriteString("path", file.Name);
        if (file.Table is { } table)
        {
            json.WriteString("title", $"{table.Name} · {table.Title}");
            json.WriteString("type", "table");
            json.WriteString("format", "csv");
            json.WriteString("mediatype", "text/csv");
        }
        else
        {
            json.WriteString("title", "Every record, one a line · 全部记录，每行一条");
            json.WriteString("format", "jsonl");
            json.WriteString("mediatype", "application/jsonl");
        }

        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("hash", "sha256:" + file.Sha256);
        if (file.Table is not null)
        {
            json.WriteStartObject("dialect");
            json.WriteString("$schema", Profiles + "tabledialect.json");
            json.WriteString("delimiter", csv.Delimiter.ToString());
            json.WriteString("lineTerminator", "\r\n");
            json.WriteBoolean("doubleQuote", true);
            json.WriteEndObject();
            WriteSchema(json, csv, file.Table);
        }

        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, CsvOptions csv, ExportTable table)
    {
        json.WriteStartObject("schema");
        json.WriteString("$schema", Profiles + "tableschema.json");
        json.WriteStartArray("fields");
        var headings = table.Headings(csv.Headers);
        for (var i = 0; i < headings.Count; i++)
        {
            WriteField(json, csv, headings[i], table.Columns[i]);
        }

        json.WriteEndArray();
        json.WriteStartArray("missingValues");
        json.WriteStringValue("");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, CsvOptions csv, string heading, IColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", heading);
        json.WriteString("type", Type(column.Kind, csv));
        json.WriteString("title", csv.Headers == HeaderLanguage.Chinese ? column.Name : column.Label.Title);
        json.WriteString("description", $"{column.Label.Description}\n\n{column.Label.ChineseDescription}");
        json.WriteStartObject("constraints");
        json.WriteBoolean("required", !column.MayBeEmpty);
        if (column.Allowed is { } words)
        {
            json.WriteStartArray("enum");
            foreach (var word in words)
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Kept as text for a spreadsheet, a date is written ="2023-04-28" and so is a number of many digits; these are strings to a program.</summary>
    private static string Type(CellKind kind, CsvOptions csv) => kind switch
    {
        CellKind.Integer => "integer",
        CellKind.Number when !csv.KeepText => "number",
        CellKind.Date when !csv.KeepText => "date",
        CellKind.Number => "any",
        _ => "string",
    };
}
