namespace Bulletins.Ingest;

/// <summary>Reads the marks and blocks of a Markdown text. Markdig finds lists, quotes, links and images; headings, rules, bold, tables
/// and HTML are read here, because CommonMark's rules for them fail on Chinese text and on what OCR engines write.</summary>
internal static class MarkdownReader
{
    public static Markup Read(string text)
    {
        var marks = new List<MarkupMark>();
        var blocks = new List<MarkupBlock>();
        ReadLines(text, marks, blocks);
        StrongScanner.Scan(text, (open, close) =>
        {
            marks.Add(new MarkupMark(open.Start, open.Length));
            marks.Add(new MarkupMark(close.Start, close.Length));
        });
        HtmlMarks.Read(text, marks, blocks);
        ReadEscapes(text, marks);
        MarkdigReader.Read(text, marks, blocks);
        return new Markup { Marks = Settle(marks, m => m.Start, m => m.End), Blocks = Settle(blocks, b => b.Start, b => b.Start + b.Length) };
    }

    /// <summary>What stands in the brackets of a link: no Han, no space, and a dot, a slash or a hash.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', '"');
        var address = end > 0 ? text[..end] : text; // a title may follow
        return address.IndexOfAny("./#") >= 0 && address.IndexOfAnyExceptInRange('!', '~') < 0;
    }

    private static void ReadLines(string text, List<MarkupMark> marks, List<MarkupBlock> blocks)
    {
        var table = new PipeTableReader(text, marks, blocks);
        foreach (var (start, end) in TextLines.Of(text))
        {
            var line = text.AsSpan(start, end - start);
            if (table.Take(start, end))
            {
                continue;
            }

            if (MarkdownLine.IsFence(line) || MarkdownLine.IsRule(line))
            {
                marks.Add(new MarkupMark(start, end - start));
            }
            else if (MarkdownLine.Heading(line) is { Level: > 0 } heading)
            {
                marks.Add(new MarkupMark(start, heading.Start));
                if (heading.End < line.TrimEnd().Length)
                {
                    marks.Add(new MarkupMark(start + heading.End, line.TrimEnd().Length - heading.End));
                }

                blocks.Add(new MarkupBlock(MarkupKind.Heading, start, end - start, heading.Level));
            }
        }

        table.Close();
    }

    /// <summary>A backslash before a character that would otherwise be a mark. <c>\(</c> opens a formula of OCR engines and stays.</summary>
    private static void ReadEscapes(string text, List<MarkupMark> marks)
    {
        for (var i = 0; text.AsSpan(i).IndexOf('\\') is var next and >= 0;)
        {
            i += next + 1;
            if (i < text.Length && "\\`*_{}[]<>#+-.!|~\"'".Contains(text[i]))
            {
                marks.Add(new MarkupMark(i - 1, 1));
                i++;
            }
        }
    }

    /// <summary>In order, without overlap: of two that meet the one that begins first, and of those the longer.</summary>
    private static List<T> Settle<T>(List<T> items, Func<T, int> start, Func<T, int> end)
    {
        var settled = new List<T>(items.Count);
        var behind = 0;
        foreach (var item in items.OrderBy(start).ThenByDescending(end))
        {
            if (start(item) >= behind && end(item) > start(item))
            {
                settled.Add(item);
                behind = end(item);
            }
        }

        return settled;
    }
}
