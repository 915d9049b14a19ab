using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>Reads the lines of a normalized text with what the source shows of each: width, indentation, letter-spacing, markup.</summary>
internal static class LineReader
{
    public static List<Line> Read(NormalizedText text)
    {
        var lines = new List<Line>();
        var words = text.Text;
        var blank = 0;
        for (var at = 0; at < words.Length;)
        {
            var end = words.AsSpan(at).IndexOfAny('\n', '\r', '\f');
            end = end < 0 ? words.Length : at + end;
            var line = words.AsSpan(at, end - at);
            var start = at + line.Length - line.TrimStart().Length;
            var length = line.Trim().Length;
            if (length == 0)
            {
                blank++;
            }
            else
            {
                var read = Describe(text, start, length, blank);
                if (read.Length > 0)
                {
                    lines.Add(read);
                    blank = 0;
                }
            }

            at = end + 1;
            if (end + 1 < words.Length && words[end] == '\r' && words[end + 1] == '\n')
            {
                at++;
            }
        }

        return lines;
    }

    private static Line Describe(NormalizedText text, int start, int length, int blank)
    {
        var source = text.Source;
        var (from, to) = text.SourceRange(start, length);
        var first = source.Lines.LineOf(from);
        var last = source.Lines.LineOf(Math.Max(from, to - 1));
        var head = source.Text.AsSpan(source.Lines.Start(first), source.Lines.End(first) - source.Lines.Start(first));
        var tail = source.Text.AsSpan(source.Lines.Start(last), source.Lines.End(last) - source.Lines.Start(last)).Trim();
        var printed = source.Text.AsSpan(from, Math.Min(to - from, 200));
        var block = source.Markup.BlockAt(from);
        var mark = 0;
        var level = block is { Kind: MarkupKind.Heading } heading ? heading.Level : 0;
        // A heading mark that nobody took out.
        while (mark < length && mark < 6 && text.Text[start + mark] == '#')
        {
            mark++;
        }

        if (mark > 0 && (mark == length || text.Text[start + mark] == ' '))
        {
            level = mark;
            while (mark < length && text.Text[start + mark] == ' ')
            {
                mark++;
            }
        }
        else
        {
            mark = 0;
        }

        var bold = Math.Max(0, from - 2);
        return new Line(start + mark, length - mark, text.Text.Substring(start + mark, length - mark))
        {
            Blank = blank,
            Level = level,
            Bold = from - bold == 2 && source.Text[bold] == '*' && source.Text[bold + 1] == '*',
            IsTable = block is { Kind: MarkupKind.Table } || IsTableRow(text.Text.AsSpan(start, length)),
            IsMarkedItem = block is { Kind: MarkupKind.ListItem },
            IsLetterSpaced = Shape.IsLetterSpaced(printed),
            Indent = Shape.Width(head[..(head.Length - head.TrimStart().Length)]),
            Width = tail.Length > 400 ? 800 : Shape.Width(tail),
        };
    }

    private static bool IsTableRow(ReadOnlySpan<char> line) =>
        (line.Length > 2 && line[0] == '|' && Shape.Count(line, '|') >= 3) || Shape.Count(line, '\t') >= 2;
}
