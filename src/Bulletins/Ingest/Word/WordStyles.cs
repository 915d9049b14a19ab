using System.Xml;

namespace Bulletins.Ingest.Word;

/// <summary>What a document's styles say of type, headings and numbering, each style with what it is based on.</summary>
internal sealed class WordStyles
{
    private const int DeepestStyle = 32;
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private Style defaults = new();
    private string? paragraphDefault;

    /// <summary>Reads <c>styles.xml</c>; without one, everything is running text.</summary>
    public static WordStyles Read(Stream? part)
    {
        var result = new WordStyles();
        if (part is not null)
        {
            using var reader = WordXml.Reader(part);
            result.Read(reader);
        }

        return result;
    }

    public Typography TypeOf(string? style)
    {
        var (bold, size) = (defaults.Bold ?? false, defaults.Size ?? 10);
        foreach (var one in Chain(style).Reverse())
        {
            (bold, size) = (one.Bold ?? bold, one.Size ?? size);
        }

        return new Typography(bold, size);
    }

    /// <summary>A heading's level from 1, or 0.</summary>
    public int LevelOf(string? style) => Chain(style).Select(s => s.Outline ?? Named(s.Name)).FirstOrDefault(l => l is not null) ?? 0;

    public (string? Numbering, int Level) NumberingOf(string? style) =>
        Chain(style).FirstOrDefault(s => s.Numbering is not null) is { } found ? (found.Numbering, found.NumberingLevel) : (null, 0);

    // heading 2, 标题 2, Title: the names of built-in styles in every language version begin like these.
    private static int? Named(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower is "title" or "标题" ? 1
            : (lower.StartsWith("heading ", StringComparison.Ordinal) || lower.StartsWith("标题 ", StringComparison.Ordinal)) && lower[^1] is >= '1' and <= '9' ? Math.Min(6, lower[^1] - '0')
            : null;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        id ??= paragraphDefault;
        for (var i = 0; i < DeepestStyle && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private void Read(XmlReader reader)
    {
        Style? current = null;
        while (reader.Read())
        {
            if (!WordXml.IsWord(reader))
            {
                continue;
            }

            if (reader.NodeType == XmlNodeType.EndElement)
            {
                current = reader.LocalName is "style" or "docDefaults" ? null : current;
                continue;
            }

            switch (reader.LocalName)
            {
                case "docDefaults":
                    current = defaults = new Style();
                    break;
                case "style":
                    current = new Style();
                    if (WordXml.Attribute(reader, "styleId") is { } id)
                    {
                        styles[id] = current;
                        paragraphDefault = WordXml.Attribute(reader, "type") == "paragraph" && WordXml.Attribute(reader, "default") is "1" or "true" ? id : paragraphDefault;
                    }

                    break;
                case "tblStylePr":
                    reader.Skip();
                    break;
                default:
                    if (current is not null)
                    {
                        Property(reader, current);
                    }

                    break;
            }
        }
    }

    private static void Property(XmlReader reader, Style style)
    {
        var value = WordXml.Value(reader);
        switch (reader.LocalName)
        {
            case "name":
                style.Name = value ?? "";
                break;
            case "basedOn":
                style.BasedOn = value;
                break;
            case "outlineLvl" when WordXml.Number(value) is { } level:
                style.Outline = level < 9 ? Math.Min(6, level + 1) : 0;
                break;
            case "sz" when WordXml.Size(value) is { } size:
                style.Size = size;
                break;
            case "b":
                style.Bold = WordXml.IsOn(value);
                break;
            case "numId":
                style.Numbering = value;
                break;
            case "ilvl":
                style.NumberingLevel = WordXml.Number(value) ?? 0;
                break;
        }
    }

    private sealed class Style
    {
        public string Name { get; set; } = "";

        public string? BasedOn { get; set; }

        public int? Outline { get; set; }

        public double? Size { get; set; }

        public bool? Bold { get; set; }

        public string? Numbering { get; set; }

        public int NumberingLevel { get; set; }
    }
}
