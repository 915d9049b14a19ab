using System.Text.Json;
using Bulletins.Checking;
using Bulletins.Cli.Checking;
using Bulletins.Export;

namespace Bulletins.Cli.Output.Checking;

/// <summary>Findings as one JSON object, whose schema <c>bulletins schema check</c> prints.</summary>
internal sealed class JsonCheckWriter : ICheckWriter
{
    public const string SchemaId = "bulletins-check/1";

    private readonly Stream stream;
    private readonly Utf8JsonWriter json;

    public JsonCheckWriter(Stream stream)
    {
        this.stream = stream;
        json = new(stream, JsonRecordWriter.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", SchemaId);
        json.WriteStartArray("inputs");
    }

    public void Write(CheckedInput input)
    {
        json.WriteStartObject();
        json.WriteString("source", input.Source);
        json.WriteString("expected", input.Expected);
        json.WriteString("written", input.Update?.Path);
        json.WriteStartArray("findings");
        foreach (var finding in input.Findings)
        {
            Write(finding);
        }

        json.WriteEndArray();
        if (input.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("source", error.Source);
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("error");
        }

        json.WriteEndObject();
        json.Flush();
    }

    public void Updated(string record, bool isNew)
    {
        // The input's record says so.
    }

    public void Complete(CheckTally tally)
    {
        json.WriteEndArray();
        json.WriteStartObject("summary");
        foreach (var (name, value) in Summary(tally))
        {
            json.WriteNumber(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    internal static IEnumerable<(string Name, int Value)> Summary(CheckTally tally) =>
    [
        ("inputs", tally.Inputs), ("compared", tally.Compared), ("different", tally.Different), ("errors", tally.Errors), ("warnings", tally.Warnings),
        ("notes", tally.Notes), ("silenced", tally.Silenced), ("accepted", tally.Accepted), ("written", tally.Written), ("failed", tally.Failures),
    ];

    private void Write(Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("severity", EnumWords<Severity>.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("source", finding.Source);
        json.WriteString("article", finding.Article);
        json.WriteStartArray("spans");
        foreach (var span in finding.Spans)
        {
            ExportColumns.Span.WriteJson(json, span);
        }

        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var change in finding.Changes)
        {
            json.WriteStartObject();
            json.WriteString("field", change.Field);
            json.WriteString("expected", change.Expected);
            json.WriteString("actual", change.Actual);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (finding.Silence is { } silence)
        {
            json.WriteStartObject("silenced");
            json.WriteString("file", silence.File);
            json.WriteNumber("line", silence.At);
            json.WriteString("reason", silence.Reason);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("silenced");
        }

        json.WriteEndObject();
    }
}
