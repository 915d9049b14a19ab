using System.Globalization;
using System.Text;
using System.Xml;
using Bulletins.Checking;
using Bulletins.Cli.Checking;
using Bulletins.Export;

namespace Bulletins.Cli.Output.Checking;

/// <summary>Findings as JUnit XML, which CI servers show as tests: one suite an input, one test for each part of its record, so that a
/// test keeps its name from run to run.</summary>
internal sealed class JUnitCheckWriter : ICheckWriter
{
    private readonly Stream stream;
    private readonly XmlWriter xml;

    public JUnitCheckWriter(Stream stream)
    {
        this.stream = stream;
        xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "bulletins check");
    }

    public void Write(CheckedInput input)
    {
        var name = ReportPath.Of(input.Source);
        var parts = Enum.GetValues<CheckArea>().Select(a => (Area: a, Findings: input.Findings.Where(f => f.Rule.Area == a).ToList())).ToList();
        var failed = parts.Count(p => p.Findings.Exists(Fails));
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(name));
        Count("tests", parts.Count);
        Count("failures", input.Error is null ? failed : 0);
        Count("errors", input.Error is null ? 0 : 1);
        Count("skipped", 0);
        xml.WriteAttributeString("time", "0");
        xml.WriteAttributeString("file", Clean(name));
        foreach (var (area, findings) in parts)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", Clean(name));
            xml.WriteAttributeString("name", EnumWords<CheckArea>.Of(area));
            xml.WriteAttributeString("time", "0");
            if (input.Error is { } error && area == CheckArea.Document)
            {
                Element("error", error.Code, error.Message, error.Message);
            }

            if (findings.Where(Fails).ToList() is { Count: > 0 } failures)
            {
                var more = failures.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {failures.Count - 1} more)");
                Element("failure", failures[0].Rule.Id, Line(failures[0]) + more, string.Join('\n', failures.Select(f => Line(f) + Rest(f))));
            }

            if (findings.Where(f => !Fails(f)).ToList() is { Count: > 0 } told)
            {
                xml.WriteElementString("system-out", Clean(string.Join('\n', told.Select(f => Line(f) + (f.Silence is { } silence ? " — " + FindingWords.Whole(silence) : "")))));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
    }

    public void Updated(string record, bool isNew)
    {
        // A test report says nothing about files that were written.
    }

    public void Complete(CheckTally tally)
    {
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static bool Fails(Finding finding) => finding.Silence is null && finding.Severity >= Severity.Warning;

    private static string Line(Finding finding) => $"{Printable.Line(finding.Source)}:{FindingWords.Place(finding)}: {FindingWords.Severity(finding)}: {finding.Rule.Id}: {FindingWords.Whole(finding).Split('\n')[0]}";

    private static string Rest(Finding finding) => string.Concat(FindingWords.Whole(finding).Split('\n').Skip(1).Select(l => "\n    " + l));

    private void Element(string name, string type, string message, string body)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("message", Clean(message));
        xml.WriteAttributeString("type", type);
        xml.WriteString(Clean(body));
        xml.WriteEndElement();
    }

    private void Count(string name, int n) => xml.WriteAttributeString(name, n.ToString(CultureInfo.InvariantCulture));

    /// <summary>Without what XML 1.0 cannot hold.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value is '\n' or '\t' || (rune.Value >= 0x20 && rune.Value is not (0xfffe or 0xffff)) ? rune.ToString() : "\ufffd");
        }

        return clean.ToString();
    }
}
