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
        var joints = Joints(text);
        var joint = 0;
        for (var at = 0; at < words.Length;)
        {
            var end = words.AsSpan(at).IndexOfAny('\n', '\r', '\f');
            end = end < 0 ? words.Length : at + end;
            while (joint < joints.Count && joints[joint].At <= at)
            {
                blank = joints[joint].At == at ? Math.Max(blank, joints[joint].Blank) : blank;
                joint++;
            }

            var joined = joint < joints.Count && joints[joint].At < end;
            end = joined ? joints[joint].At : end;
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

            at = joined ? end : end + 1;
            if (!joined && end + 1 < words.Length && words[end] == '\r' && words[end + 1] == '\n')
            {
                at++;
            }
        }

        return lines;
    }

    // Where the repair joined blocks over a blank line: here, with the whole page in view, that is decided anew.
    private static List<(int At, int Blank)> Joints(NormalizedText text)
    {
        var joints = new List<(int, int)>();
        var shift = 0;
        foreach (var edit in text.Edits)
        {
            if (edit.Length >= 2)
            {
                var before = text.Source.Text.AsSpan(edit.Start, edit.Length);
                var lines = before.Count('\n');
                if (lines >= 2 && !edit.After.Contains('\n', StringComparison.Ordinal))
                {
                    var kept = Math.Min(edit.After.Length, before[..before.IndexOf('\n')].TrimEnd().Length);
                    joints.Add((edit.Start + shift + kept, lines - 1));
                }
            }

            shift += edit.After.Length - edit.Length;
        }

        return joints;
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
        var level = block is { IsHeading: true } heading ? heading.Level : 0;
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
            Bold = block is { Kind: MarkupKind.Strong } || (from - bold == 2 && source.Text[bold] == '*' && source.Text[bold + 1] == '*'),
            SetAs = block is { Kind: (MarkupKind.Headline or MarkupKind.Kicker or MarkupKind.Subtitle) and var part } ? part : null,
            IsTable = block is { Kind: MarkupKind.Table } || IsTableRow(text.Text.AsSpan(start, length)),
            IsMarkedItem = block is { Kind: MarkupKind.ListItem },
            IsLetterSpaced = Shape.IsLetterSpaced(printed),
            Indent = Shape.Width(head[..(head.Length - head.TrimStart().Length)]),
            IsJoined = last > first,
            Column = Column(source.Lines, source.Text, first, last),
            Width = tail.Length > 400 ? 800 : Shape.Width(tail),
        };
    }

    private static int Column(LineIndex lines, string source, int first, int last)
    {
        var widest = 0;
        for (var i = Math.Max(first, last - 12); i <= last; i++)
        {
            var length = lines.End(i) - lines.Start(i);
            widest = Math.Max(widest, length > 400 ? 800 : Shape.Width(source.AsSpan(lines.Start(i), length).Trim()));
        }

        return widest;
    }

    private static bool IsTableRow(ReadOnlySpan<char> line) =>
        (line.Length > 2 && line[0] == '|' && Shape.Count(line, '|') >= 3) || Shape.Count(line, '\t') >= 2;
}
