namespace Bulletins.Pdf.Layout;

/// <summary>Cuts a column into blocks: where the size changes, where a gap is wider than between lines, where a paragraph is indented.</summary>
internal sealed class BlockBuilder
{
    // In ems: a paragraph's indentation is about two, what stands at the column's edge may stand a little off it.
    private const double LeastIndent = 1.2;
    private const double MostIndent = 3.5;
    private const double Slack = 0.8;

    private readonly List<(Item Item, Chunk Line)> lines;
    private readonly double body;
    private readonly double left;
    private readonly double right;
    private readonly double usualGap;
    private readonly bool hasText;
    private readonly bool hasIndents;

    private BlockBuilder(List<Item> column, double body)
    {
        this.body = body;
        lines = new List<(Item, Chunk)>(column.Count);
        var text = new List<Chunk>(column.Count);
        foreach (var item in column)
        {
            foreach (var line in item.Lines)
            {
                lines.Add((item, line));
                if (IsText(lines[^1]))
                {
                    text.Add(line);
                }
            }
        }

        hasText = text.Count > 0;
        if (hasText)
        {
            left = Edge(text.ConvertAll(l => l.Box.Left), isRight: false);
            right = Edge(text.ConvertAll(l => l.Box.Right), isRight: true);
            hasIndents = text.FindAll(l => Indent(l) is > LeastIndent and < MostIndent).Count >= 2;
            usualGap = UsualGap(text);
        }
    }

    public static IEnumerable<LayoutBlock> Build(List<Item> column, double body, int page)
    {
        var builder = new BlockBuilder(column, body);
        var isClose = false;
        for (int first = 0, i = 1; i <= builder.lines.Count; i++)
        {
            var begins = i == builder.lines.Count || builder.Begins(i);
            if (begins || builder.IsOver(first, i))
            {
                yield return builder.Block(first, i, page) with { FollowsClosely = isClose };
                (first, isClose) = (i, !begins && !builder.hasIndents);
            }
        }
    }

    private LayoutBlock Block(int first, int end, int page)
    {
        var made = new List<LayoutLine>(end - first);
        for (var i = first; i < end; i++)
        {
            var line = LineText.Make(lines[i].Line, page);
            line.Indent = IsText(lines[i]) ? Math.Max(0, Indent(lines[i].Line)) : 0;
            line.IsWrapped = i + 1 < end && IsFull(lines[i].Line, lines[i + 1].Line);
            made.Add(line);
        }

        if (IsUnclear(made) && !(made[0].IsWrapped && made[0].Indent is > LeastIndent and < MostIndent))
        {
            made.ForEach(l => l.IsWrapped = false);
        }

        return new LayoutBlock(made)
        {
            Headline = lines[first].Item.Headline,
            SpansColumns = lines[first].Item.SpansColumns,
            BeginsColumnFlush = first == 0 && IsText(lines[0]) && Indent(lines[0].Line) < Slack,
            EndsColumn = end == lines.Count && IsText(lines[^1]),
            EndsColumnFull = end == lines.Count && IsText(lines[^1]) && IsFull(lines[^1].Line, null),
        };
    }

    // Full lines, and others that end inside a sentence: the column's width is not this text's. Whoever knows the words may join its lines.
    private static bool IsUnclear(List<LayoutLine> made) =>
        made.Exists(l => l.IsWrapped) && made.SkipLast(1).Any(l => !l.IsWrapped && !EndsSentence(l.Text[^1]));

    private static bool EndsSentence(char last) => "。！？…；：”’」』）》】.!?;:)".Contains(last, StringComparison.Ordinal);

    private static bool EndsSentence(Chunk line) => line.Spots[^1].Letter.Text is [.., var last] && EndsSentence(last);

    // A headline's byline or kicker may be of the text's size.
    private bool IsText((Item Item, Chunk Line) line) => line.Item.Headline is null && !line.Line.IsVertical && line.Line.HasSizeOf(body);

    private double Indent(Chunk line) => (line.Box.Left - left) / body;

    // No letter more would fit: a line that ends earlier was ended by its author.
    private bool IsFull(Chunk line, Chunk? next)
    {
        if (!hasText || line.IsVertical || line.Box.Right > right + (2 * body))
        {
            return false;
        }

        var needed = next is null ? line.Size : Math.Min(next.Spots[0].Box.Width, line.Size) + WordWidth(next);
        return line.Box.Right + needed > right - (0.3 * body);
    }

    // A Latin word goes to the next line as a whole.
    private static double WordWidth(Chunk line)
    {
        var end = 1;
        while (end < line.Spots.Length && !line.Spots[end].IsHan && !line.Spots[end - 1].IsHan && !line.Spots[end - 1].HasSpaceBehind
            && line.Spots[end].Box.Left - line.Spots[end - 1].Box.Right < 0.15 * line.Size)
        {
            end++;
        }

        return line.Spots[end - 1].Box.Right - line.Spots[0].Box.Right;
    }

    private bool Begins(int at)
    {
        var (above, here) = (lines[at - 1], lines[at]);
        var (a, b) = (above.Line, here.Line);
        if (above.Item.IsWhole || here.Item.IsWhole)
        {
            // The byline beside a vertical headline is no part of it.
            return above.Item != here.Item || (a.IsVertical && Math.Abs(a.Size - b.Size) > 0.2 * Math.Max(a.Size, b.Size));
        }

        if (Math.Abs(a.Size - b.Size) > 0.12 * Math.Max(a.Size, b.Size) || (a.IsHeavy != b.IsHeavy && (!IsText(above) || !IsFull(a, b))))
        {
            return true;
        }

        var gap = a.Box.Bottom - b.Box.Top;
        var usual = IsText(above) ? usualGap : 0.6 * a.Size;
        if (gap > usual + (0.5 * a.Size) || a.IsBeside(b))
        {
            return true;
        }

        // A paragraph's first line is indented by two ems, in a column whose other lines are not.
        return IsText(here) && Indent(b) is > LeastIndent and < MostIndent && (Indent(a) < Slack || a.Box.Right < right - body);
    }

    // A paragraph of full lines has come to its end, in a short line or (what follows is a heading's short line) in a full one.
    private bool IsOver(int first, int at)
    {
        var (a, b) = (lines[at - 1].Line, lines[at].Line);
        if (!IsText(lines[at - 1]) || !IsText(lines[at]) || !EndsSentence(a) || (at - first > 1 && !IsFull(lines[at - 2].Line, a)))
        {
            return false;
        }

        return !IsFull(a, b)
            ? at - first > 1
            : !"。！？…”".Contains(b.Spots[^1].Letter.Text, StringComparison.Ordinal) && (at + 1 == lines.Count ? !IsFull(b, null) : Begins(at + 1) || !IsFull(b, lines[at + 1].Line));
    }

    // Not the middle one: a poem's lines stand farther apart than the paragraphs' around it.
    private double UsualGap(List<Chunk> text)
    {
        var gaps = new List<double>(text.Count);
        for (var i = 1; i < text.Count; i++)
        {
            var gap = text[i - 1].Box.Bottom - text[i].Box.Top;
            if (gap > -0.3 * body && gap < 2 * body)
            {
                gaps.Add(gap);
            }
        }

        gaps.Sort();
        return gaps.Count == 0 ? 0 : gaps[gaps.Count / 4];
    }

    // Where most lines begin or end, within half an em.
    private double Edge(List<double> values, bool isRight)
    {
        values.Sort();
        var (edge, most) = (0.0, 0);
        for (int first = 0, i = 1; i <= values.Count; i++)
        {
            if (i < values.Count && Place(values[i]) == Place(values[first]))
            {
                continue;
            }

            if (i - first > most || (isRight && i - first == most))
            {
                (edge, most) = (isRight ? values[i - 1] : values[first], i - first);
            }

            first = i;
        }

        return edge;

        double Place(double value) => Math.Round(value / (0.5 * body));
    }
}
