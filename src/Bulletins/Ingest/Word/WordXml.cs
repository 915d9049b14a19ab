using System.Globalization;
using System.Xml;

namespace Bulletins.Ingest.Word;

/// <summary>Reads the XML of a document's parts: no DTD, nothing external, a bounded depth.</summary>
internal static class WordXml
{
    /// <summary>Deeper than any document that a person made.</summary>
    public const int Deepest = 2000;

    public static XmlReader Reader(Stream part) => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        MaxCharactersInDocument = TextDecoder.MaxChars,
    });

    /// <summary>An element (or its end) of the word processor's own language, in either of its two namespaces.</summary>
    public static bool IsWord(XmlReader reader) =>
        reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

    public static string? Value(XmlReader reader) => Attribute(reader, "val");

    public static string? Attribute(XmlReader reader, string name)
    {
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
            {
                var value = reader.Value;
                reader.MoveToElement();
                return value;
            }
        }

        reader.MoveToElement();
        return null;
    }

    public static int? Number(string? value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Half points as points.</summary>
    public static double? Size(string? value) => Number(value) is > 0 and < 4000 and var half ? half / 2.0 : null;

    /// <summary>A switch without a value is on.</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");
}
