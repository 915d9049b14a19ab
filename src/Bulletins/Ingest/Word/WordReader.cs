using System.Globalization;
using System.Xml;

namespace Bulletins.Ingest.Word;

/// <summary>Reads the paragraphs and tables of a document's part, as they are printed when all tracked changes are accepted.</summary>
/// <remarks>Deleted and moved-away text, hidden text, field codes, comments and old formatting are left out; of alternatives the first is taken.</remarks>
internal sealed class WordReader
{
    private readonly WordStyles styles;
    private readonly Stack<Place> places = new();
    private Place place = new("");
    private Typography type;
    private bool isHidden;
    private bool isSuperscript;
    private readonly Stack<bool> fields = new(); // of the open fields, whether their code, not their result, is being read

    private WordReader(WordStyles styles) => this.styles = styles;

    /// <summary>Footnotes and endnotes are blocks of their own: <paramref name="note"/> is the element that holds one.</summary>
    /// <exception cref="XmlException">The part is no XML, holds a DTD or is nested too deep.</exception>
    public static List<WordBlock> Read(Stream part, WordStyles styles, string? note = null)
    {
        var word = new WordReader(styles);
        using var reader = WordXml.Reader(part);
        word.Read(reader, note);
        return word.places.Count == 0 ? word.place.Blocks : word.places.Last().Blocks;
    }

    private void Read(XmlReader reader, string? note)
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.Depth > WordXml.Deepest)
            {
                throw new XmlException($"nested more than {WordXml.Deepest} deep");
            }

            if (reader.NodeType == XmlNodeType.Element && (IsLeftOut(reader) || (reader.LocalName == note && WordXml.Attribute(reader, "type") is "separator" or "continuationSeparator" or "continuationNotice")))
            {
                reader.Skip(); // stands on the next node
                more = !reader.EOF;
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                var isEmpty = reader.IsEmptyElement;
                var name = WordXml.IsWord(reader) ? reader.LocalName : reader.LocalName == "t" && reader.NamespaceURI.Contains("math", StringComparison.Ordinal) ? "t" : "";
                if (name == "t")
                {
                    // Reads to behind the end tag.
                    Put(reader.ReadElementContentAsString());
                    more = !reader.EOF;
                    continue;
                }

                Start(name, reader);
                if (isEmpty)
                {
                    End(name);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement && WordXml.IsWord(reader))
            {
                End(reader.LocalName);
            }

            more = reader.Read();
        }
    }

    private static bool IsLeftOut(XmlReader reader) => reader.LocalName switch
    {
        "Fallback" => true,
        "del" or "moveFrom" => WordXml.IsWord(reader) && !reader.IsEmptyElement,
        "pPrChange" or "rPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange" or "sectPr" or "delText" or "instrText" or "delInstrText" or "rt" or "tblPr" or "tblGrid" => WordXml.IsWord(reader),
        _ => false,
    };

    private void Start(string name, XmlReader reader)
    {
        switch (name)
        {
            case "p":
                place.Paragraph = new WordParagraph();
                break;
            case "tbl":
                Enter(new Place(name) { Table = new WordTable() });
                break;
            case "tr":
                place.Table?.Rows.Add([]);
                break;
            case "tc" when place.Table is { Rows.Count: > 0 } table:
                var cell = new List<WordBlock>();
                table.Rows[^1].Add(cell);
                Enter(new Place(name) { Blocks = cell });
                break;
            case "txbxContent" when place.Paragraph is { } anchor:
                Enter(new Place(name) { Blocks = anchor.Boxes });
                break;
            case "pPr":
                place.InProperties = true;
                break;
            case "r":
                type = styles.TypeOf(place.Paragraph?.Style);
                (isHidden, isSuperscript) = (false, false);
                break;
            case "del" when place.Table is not null:
                place.RowIsDeleted = true;
                break;
            case "del" when place.InProperties && place.Paragraph is not null:
                place.Paragraph.RunsOn = true;
                break;
            default:
                if (place.Paragraph is { } paragraph)
                {
                    if (place.InProperties)
                    {
                        Property(name, WordXml.Value(reader), paragraph);
                    }
                    else
                    {
                        Run(name, reader);
                    }
                }

                break;
        }
    }

    private static void Property(string name, string? value, WordParagraph paragraph)
    {
        switch (name)
        {
            case "pStyle":
                paragraph.Style = value;
                break;
            case "outlineLvl" when WordXml.Number(value) is { } level:
                paragraph.Outline = level < 9 ? Math.Min(6, level + 1) : 0;
                break;
            case "numId":
                paragraph.Numbering = value;
                break;
            case "ilvl":
                paragraph.NumberingLevel = WordXml.Number(value);
                break;
        }
    }

    private void Run(string name, XmlReader reader)
    {
        switch (name)
        {
            case "rStyle" when WordXml.Value(reader) is { } style:
                var styled = styles.TypeOf(style);
                type = type with { IsBold = type.IsBold || styled.IsBold };
                break;
            case "b":
                type = type with { IsBold = WordXml.IsOn(WordXml.Value(reader)) };
                break;
            case "sz" when WordXml.Size(WordXml.Value(reader)) is { } size:
                type = type with { Size = size };
                break;
            case "vanish":
                isHidden = WordXml.IsOn(WordXml.Value(reader));
                break;
            case "vertAlign":
                isSuperscript = WordXml.Value(reader) == "superscript";
                break;
            case "fldChar":
                Field(WordXml.Attribute(reader, "fldCharType"));
                break;
            case "tab" or "ptab":
                Put(" ");
                break;
            case "br" or "cr":
                Put(WordXml.Attribute(reader, "type") is "page" or "column" ? "\f" : "\n");
                break;
            case "noBreakHyphen":
                Put("-");
                break;
            case "sym" when int.TryParse(WordXml.Attribute(reader, "char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xD800 or (>= 0xE000 and < 0xFFFE):
                Put(((char)code).ToString());
                break;
        }
    }

    private void Field(string? mark)
    {
        if (mark == "begin")
        {
            fields.Push(true);
        }
        else if (fields.TryPop(out _) && mark == "separate")
        {
            fields.Push(false);
        }
    }

    private void Put(string text)
    {
        if (place.Paragraph is not { } paragraph || isHidden || fields.Contains(true))
        {
            return;
        }

        if (isSuperscript && text.Length is 1 or 2 && text.All(char.IsAsciiDigit))
        {
            text = string.Concat(text.Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
        }

        paragraph.Append(text, type);
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when place.Paragraph is { } paragraph:
                place.Add(paragraph);
                break;
            case "pPr":
                place.InProperties = false;
                break;
            case "tr" when place is { RowIsDeleted: true, Table.Rows.Count: > 0 }:
                place.Table.Rows.RemoveAt(place.Table.Rows.Count - 1);
                place.RowIsDeleted = false;
                break;
            case "tc" or "txbxContent" when place.Element == name:
                Leave();
                break;
            case "tbl" when place.Table is { } table:
                Leave();
                place.Blocks.Add(table);
                break;
        }
    }

    private void Enter(Place inner)
    {
        places.Push(place);
        place = inner;
    }

    private void Leave() => place = places.Pop();

    // Where blocks are being collected: the body, a cell, a text box; or the table whose rows are.
    private sealed class Place(string element)
    {
        public string Element { get; } = element;

        public bool RowIsDeleted { get; set; }

        public List<WordBlock> Blocks { get; init; } = [];

        public WordTable? Table { get; init; }

        public WordParagraph? Paragraph { get; set; }

        public bool InProperties { get; set; }

        public void Add(WordParagraph paragraph)
        {
            Paragraph = null;
            if (Blocks.Count > 0 && Blocks[^1] is WordParagraph { RunsOn: true } before)
            {
                foreach (var (length, type) in paragraph.Runs)
                {
                    before.Runs.Add((length, type));
                }

                before.Text.Append(paragraph.Text);
                before.Boxes.AddRange(paragraph.Boxes);
                before.RunsOn = paragraph.RunsOn;
                return;
            }

            Blocks.Add(paragraph);
        }
    }
}
