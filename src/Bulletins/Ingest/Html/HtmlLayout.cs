using System.Buffers;
using System.Collections.Frozen;

namespace Bulletins.Ingest.Html;

/// <summary>Lays a page's words out as text: blocks apart by blank lines, lines by line ends, a table's row on a line with its cells apart by bars.</summary>
internal sealed class HtmlLayout
{
    private const int ShownWords = 40;
    private static readonly SearchValues<char> Special = SearchValues.Create("& \t\r\n\f\0");

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.Ordinal,
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "founder-content", "founder-title", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

    private readonly HtmlPage page;
    private readonly HtmlFurniture furniture;
    private readonly MarkedFileBuilder words;
    private readonly DisplayLines lines = new();
    private readonly Stack<HtmlNode> open = new();
    private HtmlNode? table; // the table of data that is being read
    private HtmlNode? row; // the row of a layout that is read as one line
    private HtmlNode? heading;
    private HtmlNode? item;
    private int preformatted;
    private bool itemIsNew;

    public HtmlLayout(HtmlPage page, HtmlFurniture furniture)
    {
        (this.page, this.furniture) = (page, furniture);
        words = new MarkedFileBuilder(page.Text);
    }

    /// <summary>What was set aside, in order: where it begins, its first words and how many there are.</summary>
    public List<(int Offset, string Words, int Count)> SetAside { get; } = [];

    public MarkedFile Build(LineIndex index, out string text, out IReadOnlyList<MarkupBlock> blocks)
    {
        var types = new Typography[page.Nodes.Count];
        var kept = -1; // how many words there were when something was last set aside
        for (var i = 1; i < page.Nodes.Count; i++)
        {
            var node = page.Nodes[i];
            while (open.TryPeek(out var inner) && inner.LastIndex < i)
            {
                Close(open.Pop());
            }

            if (page.IsSilent(node))
            {
                i = node.LastIndex;
                continue;
            }

            if (furniture.IsFurniture(node))
            {
                kept = PutAside(node, kept);
                i = node.LastIndex;
                continue;
            }

            types[i] = types[node.Parent!.Index];
            if (node.IsText)
            {
                lines.Type = types[i];
                Put(node);
                continue;
            }

            types[i] = HtmlType.Of(node, types[i]);
            Open(node);
            open.Push(node);
        }

        var file = words.Build(index, out text);
        blocks = lines.Blocks(text.Length);
        return file;
    }

    private int PutAside(HtmlNode node, int kept)
    {
        words.Separate(IsBlock(node) ? Gap.Paragraph : Gap.Space);
        if (words.Length == kept && SetAside.Count > 0)
        {
            var (offset, shown, count) = SetAside[^1];
            SetAside[^1] = (offset, shown.Length >= ShownWords ? shown : shown + " " + page.Squeezed(node, ShownWords - shown.Length), count + page.Words(node));
        }
        else if (page.Words(node) > 0)
        {
            SetAside.Add((node.Start, page.Squeezed(node, ShownWords), page.Words(node)));
        }

        return words.Length;
    }

    private static bool IsBlock(HtmlNode node) =>
        Blocks.Contains(node.Name) || (node.Attribute("style") is { } style && style.Contains("display", StringComparison.OrdinalIgnoreCase)
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:block", StringComparison.OrdinalIgnoreCase));

    private void Open(HtmlNode node)
    {
        switch (node.Name)
        {
            case "br":
                words.Separate(table is not null ? Gap.Space : words.Gap == Gap.Line ? Gap.Paragraph : Gap.Line);
                return;
            case "tr" when table is not null:
                words.Separate(Gap.Line);
                return;
            case "td" or "th" when table is not null:
                words.Separate(Gap.Cell);
                return;
            case "table" when HtmlTable.IsData(page, node):
                table = node;
                break;
            case "tr" when HtmlTable.IsLine(page, node):
                row = node;
                break;
            case "pre":
                preformatted++;
                break;
            case "li" when node.Parent?.Name is "ul" or "ol" && !HasBlocks(node):
                item = node;
                itemIsNew = true;
                break;
        }

        if (heading is null && (node.Name is ['h', >= '1' and <= '6'] || node == furniture.Title))
        {
            heading = node;
        }

        Separate(node);
    }

    private void Close(HtmlNode node)
    {
        Separate(node);
        preformatted -= node.Name == "pre" ? 1 : 0;
        table = node == table ? null : table;
        row = node == row ? null : row;
        heading = node == heading ? null : heading;
        item = node == item ? null : item;
    }

    private void Separate(HtmlNode node)
    {
        if (row is not null && node.Name is "td" or "th")
        {
            words.Separate(Gap.Space);
        }
        else if (IsBlock(node))
        {
            words.Separate(table is null || node == table || node.Name == "caption" ? Gap.Paragraph
                : node.Name is "tr" ? Gap.Line
                : node.Name is "td" or "th" ? Gap.Cell
                : Gap.Space);
        }
    }

    private bool HasBlocks(HtmlNode node)
    {
        for (var i = node.Index + 1; i <= node.LastIndex; i++)
        {
            if (Blocks.Contains(page.Nodes[i].Name))
            {
                return true;
            }
        }

        return false;
    }

    private void Put(HtmlNode node)
    {
        if (IsBlank(node))
        {
            words.Separate(Gap.Space);
            return;
        }

        var text = page.Text;
        var wrapped = false; // white space with a line end, and nothing else, stands before
        for (var i = node.Start; i < node.End;)
        {
            var run = text.AsSpan(i, node.End - i).IndexOfAny(Special);
            var stop = run < 0 ? node.End : i + run;
            if (stop > i)
            {
                // A source that wraps its lines between two Chinese characters means no space.
                words.Separate(wrapped && !(WideCharacters.IsWide(words.Last) && WideCharacters.IsWide(text[i])) ? Gap.Space : Gap.None);
                wrapped = false;
                PutWords(node, i, stop);
                i = stop;
            }
            else if (text[i] == '&')
            {
                words.Separate(wrapped ? Gap.Space : Gap.None);
                wrapped = false;
                i += PutReference(node, i);
            }
            else
            {
                var end = text.AsSpan(i, node.End - i).IndexOfAnyExcept(" \t\r\n\f\0") is var length and >= 0 ? i + length : node.End;
                wrapped = PutSpace(text.AsSpan(i, end - i), i > node.Start && end < node.End);
                i = end;
            }
        }
    }

    /// <summary>Takes a run of white space; true where it is a wrapped line, which is a space or nothing.</summary>
    private bool PutSpace(ReadOnlySpan<char> space, bool isInside)
    {
        var breaks = space.Contains('\n') || space.Contains('\r');
        if (preformatted > 0 && breaks)
        {
            words.Separate(space.Count('\n') > 1 ? Gap.Paragraph : Gap.Line);
            return false;
        }

        if (breaks && isInside)
        {
            return true;
        }

        words.Separate(space.Trim('\0').Length == 0 ? Gap.None : Gap.Space);
        return false;
    }

    private void PutWords(HtmlNode node, int from, int to)
    {
        Begin();
        if (node.Parent!.Name == "sup" && to - from <= 2 && page.Text.AsSpan(from, to - from).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            // m<sup>2</sup>: 120m2 would do, 10<sup>4</sup> as 104 would not.
            for (var i = from; i < to; i++)
            {
                words.Put("⁰¹²³⁴⁵⁶⁷⁸⁹"[page.Text[i] - '0'].ToString(), i, i + 1);
            }
        }
        else
        {
            words.PutVerbatim(from, to);
        }

        lines.End(words.Length, to - from);
    }

    private int PutReference(HtmlNode node, int at)
    {
        var length = CharacterReference.Read(page.Text.AsSpan(at, Math.Min(40, node.End - at)), out var characters);
        if (length > 0 && characters.AsSpan().IndexOfAnyExcept(" \t\r\n\f") < 0)
        {
            words.Separate(Gap.Space);
            return length;
        }

        Begin();
        words.Put(length == 0 ? "&" : characters == "\u00a0" ? " " : characters, at, at + Math.Max(length, 1));
        lines.End(words.Length, 1);
        return Math.Max(length, 1);
    }

    // What the next words are part of, where they begin a line.
    private void Begin()
    {
        if (!words.IsAtLineStart)
        {
            return;
        }

        var kind = heading is not null ? MarkupKind.Heading : table is not null ? MarkupKind.Table : itemIsNew && item is not null ? MarkupKind.ListItem : (MarkupKind?)null;
        itemIsNew = false;
        lines.Begin(words.Length == 0 ? 0 : words.Length + (words.Gap == Gap.Line ? 1 : 2), kind, heading?.Name is ['h', var level] ? level - '0' : 1);
    }

    private bool IsBlank(HtmlNode node)
    {
        var span = page.Text.AsSpan(node.Start, node.End - node.Start);
        foreach (var c in span)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\0' or '\u200b' or '\ufeff' or '&'))
            {
                return span.Contains('&') && string.IsNullOrWhiteSpace(CharacterReference.Decode(span.Length > 4000 ? span[..4000] : span));
            }
        }

        return !span.Contains('&') || string.IsNullOrWhiteSpace(CharacterReference.Decode(span));
    }
}
