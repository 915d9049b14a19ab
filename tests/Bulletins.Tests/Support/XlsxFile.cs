using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bulletins.Tests.Support;

/// <summary>A workbook as a reader sees it: sheets of cells by name, whoever wrote it.</summary>
internal sealed partial class XlsxFile
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public XlsxFile(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var shared = zip.GetEntry("xl/sharedStrings.xml") is null ? [] : Part("xl/sharedStrings.xml").Elements(Main + "si").Select(Text).ToList();
        var targets = Part("xl/_rels/workbook.xml.rels").Elements().ToDictionary(r => r.Attribute("Id")!.Value, r => r.Attribute("Target")!.Value, StringComparer.Ordinal);
        Sheets = [.. Part("xl/workbook.xml").Element(Main + "sheets")!.Elements().Select(s =>
            new Sheet(s.Attribute("name")!.Value, Part("xl/" + targets[s.Attribute(Relations + "id")!.Value]), shared))];

        XElement Part(string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            return XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
        }
    }

    public IReadOnlyList<Sheet> Sheets { get; }

    public Sheet this[string name] => Sheets.Single(s => s.Name == name);

    private static string Text(XElement item) => Escape().Replace(string.Concat(item.Descendants(Main + "t").Select(t => t.Value)),
        m => ((char)Convert.ToInt32(m.Groups["hex"].Value, 16)).ToString());

    [GeneratedRegex("_x(?<hex>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();

    /// <summary>Cells by their names (<c>B2</c>); a number is a <see cref="double"/>, text a string.</summary>
    internal sealed class Sheet
    {
        public Sheet(string name, XElement xml, List<string> shared)
        {
            Name = name;
            Xml = xml;
            foreach (var cell in xml.Element(Main + "sheetData")!.Elements().SelectMany(r => r.Elements()))
            {
                var value = cell.Element(Main + "v")?.Value;
                object? content = cell.Attribute("t")?.Value switch
                {
                    "inlineStr" => Text(cell.Element(Main + "is")!),
                    "s" => shared[int.Parse(value!, System.Globalization.CultureInfo.InvariantCulture)],
                    "str" => value,
                    _ => value is null ? null : double.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                };
                if (content is not null and not "")
                {
                    Cells[cell.Attribute("r")!.Value] = content;
                }
            }

            foreach (var link in xml.Descendants(Main + "hyperlink"))
            {
                Links[link.Attribute("ref")!.Value] = link.Attribute("location")!.Value;
            }
        }

        public string Name { get; }

        public XElement Xml { get; }

        public Dictionary<string, object> Cells { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Links { get; } = new(StringComparer.Ordinal);

        public XElement? Element(string name) => Xml.Descendants(Main + name).FirstOrDefault();

        /// <summary>The cell of a row under a heading; null where it is empty.</summary>
        public object? Find(string heading, int row) => Cells.GetValueOrDefault(Column(heading) + row.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public string Column(string heading) => Cells.Single(c => c.Key.TrimStart([.. Enumerable.Range('A', 26).Select(l => (char)l)]) == "1" && heading.Equals(c.Value)).Key[..^1];
    }
}
