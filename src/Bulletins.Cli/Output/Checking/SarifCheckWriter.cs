using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bulletins.Checking;
using Bulletins.Cli.Checking;
using Bulletins.Export;

namespace Bulletins.Cli.Output.Checking;

/// <summary>Findings as SARIF 2.1.0, which code scanning services and editors read.</summary>
internal sealed class SarifCheckWriter : ICheckWriter
{
    private static readonly List<string> RuleIds = [.. CheckRules.All.Select(r => r.Id)];

    private readonly Stream stream;
    private readonly Utf8JsonWriter json;
    private readonly List<DocumentError> errors = [];

    public SarifCheckWriter(Stream stream)
    {
        this.stream = stream;
        json = new(stream, JsonRecordWriter.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool();
        json.WriteString("columnKind", "unicodeCodePoints");
        json.WriteStartArray("results");
    }

    public void Write(CheckedInput input)
    {
        if (input.Error is { } error)
        {
            errors.Add(error);
        }

        foreach (var finding in input.Findings)
        {
            Write(finding);
        }

        json.Flush();
    }

    public void Updated(string record, bool isNew)
    {
        // A log of results says nothing about files that were written.
    }

    public void Complete(CheckTally tally)
    {
        json.WriteEndArray();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", errors.Count == 0);
        if (errors.Count > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            foreach (var error in errors)
            {
                json.WriteStartObject();
                json.WriteString("level", "error");
                WriteText("message", $"{error.Code}: {Printable.Line(error.Message)}");
                json.WriteStartArray("locations");
                json.WriteStartObject();
                json.WriteStartObject("physicalLocation");
                WriteArtifact(error.Source);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static string Level(Severity severity) => severity == Severity.Off ? "none" : EnumWords<Severity>.Of(severity);

    private void WriteTool()
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "bulletins");
        json.WriteString("semanticVersion", typeof(SarifCheckWriter).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in CheckRules.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText("shortDescription", rule.English.Title);
            WriteText("fullDescription", rule.English.Finds);
            WriteText("help", rule.English.Advice);
            json.WriteStartObject("defaultConfiguration");
            json.WriteBoolean("enabled", rule.Default != Severity.Off);
            json.WriteString("level", Level(rule.Default));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        if (RuleIds.IndexOf(finding.Rule.Id) is >= 0 and var index)
        {
            json.WriteNumber("ruleIndex", index);
        }

        json.WriteString("level", Level(finding.Severity));
        WriteText("message", FindingWords.Whole(finding));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(finding.Source);
        WriteRegion(finding);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        // Lines move; what is found on them and in which file does not.
        json.WriteStartObject("partialFingerprints");
        json.WriteString("bulletins/v1", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule.Id}\n{ReportPath.Of(finding.Source)}\n{finding.Article}\n{finding.Message}")).AsSpan(0, 8)));
        json.WriteEndObject();
        json.WriteStartArray("suppressions");
        if (finding.Silence is { } silence)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("justification", FindingWords.Whole(silence));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRegion(Finding finding)
    {
        if (finding.Line is not { } line)
        {
            return;
        }

        var (endLine, endColumn) = FindingWords.End(finding);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", line);
        json.WriteNumber("startColumn", finding.Column!.Value);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", endColumn);
        json.WriteEndObject();
    }

    private void WriteArtifact(string source)
    {
        json.WriteStartObject("artifactLocation");
        var uri = ReportPath.Uri(source);
        json.WriteString("uri", uri);
        if (!uri.StartsWith("file:", StringComparison.Ordinal))
        {
            json.WriteString("uriBaseId", "%SRCROOT%");
        }

        json.WriteEndObject();
    }

    private void WriteText(string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
