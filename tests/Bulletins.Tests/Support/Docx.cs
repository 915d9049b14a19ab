using System.IO.Compression;
using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>Makes Word documents of what stands in their body, for tests.</summary>
internal static class Docx
{
    public const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string ContentTypes = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
        + "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly string Styles = $"<w:styles {Namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:name w:val=\"x\"/><w:basedOn w:val=\"loop\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"sub\"><w:name w:val=\"小标题\"/><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style></w:styles>";

    private static readonly string Numbering = $"<w:numbering {Namespaces}><w:abstractNum w:abstractNumId=\"0\">"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

    public static byte[] Of(string body) => OfPart($"<?xml version=\"1.0\"?><w:document {Namespaces}><w:body>{body}</w:body></w:document>");

    /// <summary>A document whose main part is this text, whatever it is.</summary>
    public static byte[] OfPart(string document) => Zip(
        ("[Content_Types].xml", ContentTypes),
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Office}officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Office}styles\" Target=\"styles.xml\"/>"
            + $"<Relationship Id=\"r2\" Type=\"{Office}numbering\" Target=\"numbering.xml\"/><Relationship Id=\"r3\" Type=\"{Office}attachedTemplate\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"),
        ("word/document.xml", document),
        ("word/styles.xml", Styles),
        ("word/numbering.xml", Numbering));

    public static string Paragraph(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr>{string.Join("<w:r><w:br/></w:r>", text.Split('\n').Select(Run))}</w:p>";

    public static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)}</w:t></w:r>";

    /// <summary>An archive of texts.</summary>
    public static byte[] Zip(params ReadOnlySpan<(string Name, string Text)> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
