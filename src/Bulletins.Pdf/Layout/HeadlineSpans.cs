namespace Bulletins.Pdf.Layout;

/// <summary>Tells how many columns a headline stands over. A short one, centred or flush left, covers fewer than are its own:
/// the columns that begin at one height right under it, with nothing else above them, are.</summary>
internal sealed class HeadlineSpans
{
    // In ems of the body.
    private const double FarthestBelow = 3.2;
    private const double WidestGutter = 4;
    private const double SameHeight = 0.25;
    private const double SameEdge = 0.8;
    private const double Exactly = 0.2;
    private const double WidestLeading = 1.0;
    private const double HeadlineSize = 1.15;

    // In ems of the larger line.
    private const double WidestHeadlineGap = 0.8;

    // More than a newspaper's page has.
    private const int MostItems = 4000;
    private const int MostHeadlines = 300;
    private const int MostKickers = 2;

    private readonly List<Item> items;
    private readonly double body;
    private readonly IReadOnlyList<PdfBox> rules;
    private readonly List<List<Item>> stacks;
    private readonly List<Item?> bylines;
    private readonly List<Column> columns;
    private readonly List<Column> columnsWithoutBylines;

    private HeadlineSpans(List<Item> items, double body, IReadOnlyList<PdfBox> verticalRules)
    {
        this.items = items;
        this.body = body;
        rules = verticalRules;
        stacks = Stacks();
        AddKickers();
        var heads = stacks.SelectMany(s => s).ToHashSet();
        var text = items.FindAll(i => IsText(i) && !heads.Contains(i));
        bylines = stacks.ConvertAll(s => Byline(s, text));
        var taken = bylines.OfType<Item>().ToHashSet();
        var fromTop = text.OrderByDescending(t => t.Box.Top).ToList();
        columns = Column.Find(fromTop, WidestLeading * body);
        columnsWithoutBylines = taken.Count == 0 ? columns : Column.Find(fromTop.FindAll(t => !taken.Contains(t)), WidestLeading * body);
    }

    /// <summary>The items, with a headline's lines (kicker, subtitle and byline with it) as wide as the columns under them.</summary>
    public static List<Item> Widen(List<Item> items, double body, IReadOnlyList<PdfBox> verticalRules)
    {
        if (items.Count > MostItems)
        {
            return items;
        }

        var spans = new HeadlineSpans(items, body, verticalRules);
        var lines = new Dictionary<Item, Item>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < spans.stacks.Count; i++)
        {
            var (stack, span) = spans.Span(i);
            var box = stack.Select(l => l.Box).Aggregate((a, b) => a.Union(b));
            var (left, right) = (Math.Min(span?.Left ?? box.Left, box.Left), Math.Max(span?.Right ?? box.Right, box.Right));
            foreach (var line in stack)
            {
                lines[line] = line with { Box = span is null ? line.Box : new PdfBox(left, line.Box.Bottom, right, line.Box.Top), Headline = new PdfBox(left, box.Bottom, right, box.Top), SpansColumns = span is not null };
            }
        }

        return lines.Count == 0 ? items : items.ConvertAll(i => lines.GetValueOrDefault(i, i));
    }

    private bool IsText(Item item) => !item.IsWhole && !item.Lines[0].IsVertical && item.Lines[0].HasSizeOf(body);

    private bool IsLarge(Item item) => !item.IsWhole && item.Size > HeadlineSize * body;

    // Headline lines under each other, on one axis or at one edge.
    private List<List<Item>> Stacks()
    {
        var found = new List<List<Item>>();
        foreach (var line in items.Where(IsLarge).OrderByDescending(i => i.Box.Top).Take(MostHeadlines))
        {
            var stack = found.Find(s => s[^1].Box.Bottom - line.Box.Top < WidestHeadlineGap * Math.Max(line.Size, s[^1].Size) && s[^1].Box.CenterY > line.Box.Top && IsAligned(s[^1].Box, line.Box));
            if (stack is null)
            {
                found.Add([line]);
            }
            else
            {
                stack.Add(line);
            }
        }

        return found;
    }

    // Lines that are no larger than the text, on the headline's axis, with white space above.
    private void AddKickers()
    {
        foreach (var stack in stacks)
        {
            var kickers = new List<Item>();
            for (var below = stack[0]; kickers.Count < MostKickers && OnAxis(below, stack[0]) is { } line; below = line)
            {
                kickers.Insert(0, line);
            }

            if (kickers.Count > 0 && !items.Exists(i => i.Box.CenterY > kickers[0].Box.Top && i.Box.Bottom - kickers[0].Box.Top < WidestLeading * body && i.Box.Left < kickers[0].Box.Right && i.Box.Right > kickers[0].Box.Left))
            {
                stack.InsertRange(0, kickers);
            }
        }
    }

    private Item? OnAxis(Item below, Item head) =>
        items.Find(i => !i.IsWhole && !IsLarge(i) && i.Size > 0.9 * body && i.Box.Bottom > below.Box.CenterY && i.Box.Bottom - below.Box.Top < 0.9 * below.Size && (Math.Abs(i.Box.CenterX - head.Box.CenterX) < SameEdge * body || Math.Abs(i.Box.Left - head.Box.Left) < Exactly * body));

    private bool IsAligned(PdfBox a, PdfBox b) =>
        Math.Abs(a.CenterX - b.CenterX) < SameEdge * body || Math.Abs(a.Left - b.Left) < SameEdge * body;

    // What stands right under a headline on its axis or at its edge, but may be a column's first line just as well.
    private Item? Byline(List<Item> stack, List<Item> text)
    {
        var above = stack[^1].Box;
        return text.Find(t => t.Box.Top < above.CenterY && above.Bottom - t.Box.Top < 1.2 * body && IsAligned(t.Box, above));
    }

    // A headline's lines, and the strip of the columns under it.
    private (List<Item> Lines, Strip? Span) Span(int index)
    {
        var stack = stacks[index];
        if (bylines[index] is { } byline)
        {
            List<Item> lines = [.. stack, byline];
            if (Span(lines, columnsWithoutBylines) is { } span)
            {
                return (lines, span);
            }
        }

        return (stack, Span(stack, columns));
    }

    private Strip? Span(List<Item> lines, List<Column> columns)
    {
        var head = lines.Select(l => l.Box).Aggregate((a, b) => a.Union(b));
        foreach (var first in columns.FindAll(c => Below(head, c.Top) && c.Overlaps(head)).OrderByDescending(c => c.Top))
        {
            if (Run(columns, first.Top, head, lines, out var othersFollow) is { Count: > 1 } run && Chosen(run, head, othersFollow) is { } span)
            {
                return span;
            }
        }

        return null;
    }

    private bool Below(PdfBox head, double top) => top < head.Bottom + (0.3 * body) && top > head.Bottom - (FarthestBelow * body);

    // The columns that begin at one height and follow each other, those right under the headline among them.
    private List<Column> Run(List<Column> columns, double top, PdfBox head, List<Item> lines, out bool othersFollow)
    {
        othersFollow = false;
        var all = columns.Where(c => Math.Abs(c.Top - top) < SameHeight * body).OrderBy(c => c.Box.Left).ToList();
        var level = all.FindAll(c => IsFree(c, head, lines));
        var at = level.FindIndex(c => c.Overlaps(head));
        if (at < 0)
        {
            return [];
        }

        var (first, last) = (at, at);
        while (first > 0 && AreNeighbours(level[first - 1], level[first], top))
        {
            first--;
        }

        while (last + 1 < level.Count && AreNeighbours(level[last], level[last + 1], top))
        {
            last++;
        }

        othersFollow = all.Exists(c => c.Box.Left > level[last].Box.Right && AreNeighbours(level[last], c, top));
        return level.GetRange(first, last - first + 1);
    }

    // Nothing but this headline stands between the column's top and the headline's.
    private bool IsFree(Column column, PdfBox head, List<Item> stack) =>
        !items.Exists(i => i.Box.Bottom > column.Top - (0.3 * body) && i.Box.Bottom < head.Top && i.Box.Left < column.Box.Right - (0.2 * body) && i.Box.Right > column.Box.Left + (0.2 * body) && !stack.Contains(i));

    private bool AreNeighbours(Column left, Column right, double top)
    {
        var (from, to) = (left.Box.Right, right.Box.Left);
        return to - from < WidestGutter * body && to > from - (0.5 * body) && !rules.Any(r => r.CenterX > from - 1 && r.CenterX < to + 1 && r.Top > top - body && r.Bottom < top);
    }

    // The columns that the headline is centred over, or those from its left edge on: what it agrees with more closely.
    private Strip? Chosen(List<Column> run, PdfBox head, bool othersFollow)
    {
        var first = run.FindIndex(c => c.Overlaps(head));
        var last = run.FindLastIndex(c => c.Overlaps(head));
        var (left, right) = (run[first].Box.Left, run[^1].Box.Right);
        var offEdge = Math.Abs(left - head.Left);
        var isFlush = offEdge < SameEdge * body;
        // It fills the columns that it stands over: the others have no headline but this one.
        if (isFlush && first == 0 && !othersFollow && head.Right > run[last].Box.Right - (2 * SameEdge * body))
        {
            return new Strip(left, right);
        }

        return Centred(run, head, first, last, isFlush ? offEdge + (Exactly * body) : double.MaxValue) ?? (isFlush ? new Strip(left, right) : null);
    }

    private Strip? Centred(List<Column> run, PdfBox head, int first, int last, double closest)
    {
        var columnWidth = run.Max(c => c.Box.Width);
        for (var count = run.Count; count > last - first; count--)
        {
            for (var from = Math.Max(0, last - count + 1); from <= first && from + count <= run.Count; from++)
            {
                // The last column may be of a few short lines.
                var end = run[from + count - 1].Box;
                var (left, right) = (run[from].Box.Left, Math.Max(end.Right, end.Left + columnWidth));
                var offCentre = Math.Abs(((left + right) / 2) - head.CenterX);
                if (head.Right < right + (SameEdge * body) && offCentre < Math.Min(closest, (right > end.Right ? 1.5 : 1) * SameEdge * body))
                {
                    return new Strip(left, right);
                }
            }
        }

        return null;
    }
}
