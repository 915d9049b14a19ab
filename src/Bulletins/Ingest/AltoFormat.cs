using System.Globalization;
using System.Xml;
using Bulletins.Ingest.Ocr;

namespace Bulletins.Ingest;

/// <summary>ALTO XML, which libraries and OCR engines write: pages, blocks, lines and words with boxes and confidence. Lines and columns are the
/// file's; spans have the page and, where the unit is no pixel, the box.</summary>
internal sealed class AltoFormat : ISourceFormat
{
    public string Name => "alto";

    public IReadOnlyList<string> Extensions { get; } = [".alto"];

    public bool Recognizes(SourceFile file) => file.Head.StartsWith('<') && file.Head.Contains("<alto", StringComparison.OrdinalIgnoreCase) && !file.Head.Contains("<html", StringComparison.OrdinalIgnoreCase);

    public IngestResult Read(SourceFile file)
    {
        var (decoded, failure) = DecodedText.Of(file);
        if (decoded is null)
        {
            return failure!;
        }

        var layout = new OcrLayout(decoded.Text, decoded.Lines);
        try
        {
            using var reader = XmlReader.Create(new StringReader(decoded.Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
            Read(reader, decoded, layout);
        }
        catch (XmlException e)
        {
            return IngestResult.Failed(file.Path, "damaged", $"the XML is damaged or not complete ({e.Message.TrimEnd('.')}): have it written again");
        }

        return layout.Result(file, decoded, "application/xml");
    }

    private static void Read(XmlReader reader, DecodedText decoded, OcrLayout layout)
    {
        var scale = 0.0; // points a unit
        var height = 0.0;
        var line = 0.0;
        var isTight = false;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "MeasurementUnit":
                    scale = reader.Read() ? reader.Value.Trim() switch { "mm10" => 72 / 254.0, "inch1200" => 72 / 1200.0, _ => 0 } : 0;
                    break;
                case "Page":
                    height = Number(reader, "HEIGHT") ?? 0;
                    layout.Page((int?)Number(reader, "PHYSICAL_IMG_NR"));
                    break;
                case "TextBlock":
                    layout.Block();
                    break;
                case "TextLine":
                    layout.Line();
                    line = Number(reader, "HEIGHT") ?? 0;
                    isTight = false;
                    break;
                case "SP":
                    isTight = false;
                    break;
                case "String" or "HYP":
                    var box = Box(reader, height, scale);
                    var confidence = Number(reader, "WC");
                    (double, double)? extent = Number(reader, "HPOS") is { } left && Number(reader, "WIDTH") is { } width ? (left, left + width) : null;
                    if (reader.MoveToAttribute("CONTENT"))
                    {
                        var (from, to) = Value((IXmlLineInfo)reader, decoded);
                        layout.Word(from, to, box, line, confidence, isTight, extent);
                        isTight = true;
                    }

                    break;
            }
        }
    }

    // Where the value of the attribute stands in the file, between its quotation marks.
    private static (int From, int To) Value(IXmlLineInfo place, DecodedText decoded)
    {
        var text = decoded.Text;
        var at = decoded.Lines.Start(place.LineNumber - 1) + place.LinePosition - 1;
        var open = at + text.AsSpan(at).IndexOfAny('"', '\'');
        return (open + 1, open + 1 + text.AsSpan(open + 1).IndexOf(text[open]));
    }

    private static Box? Box(XmlReader reader, double page, double scale) =>
        scale > 0 && page > 0 && Number(reader, "HPOS") is { } left && Number(reader, "VPOS") is { } top && Number(reader, "WIDTH") is { } width && Number(reader, "HEIGHT") is { } height
            ? OcrLayout.Points(left, top, left + width, top + height, page, scale)
            : null;

    private static double? Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9 ? number : null;
}
