namespace Bulletins.Pdf.Layout;

/// <summary>Cuts a page into single columns, in reading order. Rows that leave the same strips free belong together and
/// are cut into columns; a row that closes a gutter (a headline over the columns) stands by itself.</summary>
internal sealed class PageCutter(double body, IReadOnlyList<PdfBox> horizontalRules)
{
    private const int MaxDepth = 40;

    // A paragraph's indented first line and its last word need not overlap: its other lines tell.
    private const int FewLines = 3;

    // In ems of the body: how wide a gutter is at least, and how much more than the usual gap between lines sets parts of a page apart.
    private const double NarrowestGutter = 0.45;
    private const double Apart = 0.4;

    // In ems of the body: how close in height a headline has others beside it.
    private const double NextTo = 0.5;

    private readonly List<List<Item>> columns = [];

    /// <summary>The columns, each with its items from top to bottom.</summary>
    public static List<List<Item>> Cut(List<Item> items, double body, IReadOnlyList<PdfBox> horizontalRules)
    {
        var cutter = new PageCutter(body, horizontalRules);
        cutter.Cut(items, 0);
        return cutter.columns;
    }

    private void Cut(List<Item> items, int depth)
    {
        if (items.Count <= 1 || depth >= MaxDepth)
        {
            AddUncut(items);
            return;
        }

        var groups = Groups(items);
        foreach (var group in groups)
        {
            if (groups.Count > 1 && !group.IsSolid)
            {
                Cut(group.Items, depth + 1);
                continue;
            }

            var parts = group.IsSolid ? [group.Items] : group.Parts();
            if (parts.Count == 1)
            {
                AddUncut(group.Items);
                continue;
            }

            foreach (var part in parts)
            {
                Cut(part, depth + 1);
            }
        }
    }

    // A column, or text that no straight cut divides: from top to bottom, what stands on one line from the left.
    private void AddUncut(List<Item> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        var sorted = new List<Item>(items.Count);
        foreach (var row in RowCutter.Rows(items))
        {
            sorted.AddRange(row.Items.Count == 1 ? row.Items : row.Items.OrderBy(i => i.Box.Left).ThenByDescending(i => i.Box.Top));
        }

        if (columns.Count > 0 && IsUnderAny(columns[^1], sorted[0].Box) && columns[^1][^1].Box.Bottom - sorted[0].Box.Top < 3 * body)
        {
            columns[^1].AddRange(sorted);
        }
        else
        {
            columns.Add(sorted);
        }
    }

    private static bool IsUnderAny(List<Item> column, PdfBox box)
    {
        for (var i = column.Count - 1; i >= Math.Max(0, column.Count - FewLines); i--)
        {
            if (IsUnder(column[i].Box, box))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnder(PdfBox above, PdfBox box) =>
        above.Bottom > box.Bottom && Math.Min(above.Right, box.Right) - Math.Max(above.Left, box.Left) > 0.5 * Math.Min(above.Width, box.Width);

    private List<RowGroup> Groups(List<Item> items)
    {
        var region = items.Select(i => i.Box).Aggregate((a, b) => a.Union(b));
        var rows = RowCutter.Rows(items);
        var usualGap = Chunk.Median([.. Enumerable.Range(1, rows.Count - 1).Select(i => rows[i - 1].Bottom - rows[i].Top)]);
        var groups = new List<RowGroup>();
        Row? before = null;
        foreach (var row in rows)
        {
            var free = Strips.Free(row.Items, NarrowestGutter * body);
            var isAlone = row.Items.Count == 1 && IsAlone(row.Items[0], items);
            var isLine = isAlone && (row.Items[0].Headline is not null || row.Items[0].Size > 1.2 * body || row.Items[0].Box.Width > 0.6 * region.Width);
            if (before is null || IsRuled(before, row, region) || !Joins(groups[^1], row, free, isLine, before.Bottom - row.Top > usualGap + (Apart * body)))
            {
                var closes = isLine || (isAlone && groups.Count > 0 && Closes(groups[^1], row, free));
                groups.Add(new RowGroup(row, free, closes, groups.Count > 0 && groups[^1].IsSolid));
            }
            else
            {
                groups[^1].Add(row, Strips.Shared(groups[^1].Free, free, NarrowestGutter * body));
            }

            before = row;
        }

        return groups;
    }

    // Headlines beside each other need not have their lines at the same heights.
    private bool IsAlone(Item item, List<Item> region)
    {
        if (item.Headline is not { } headline)
        {
            return true;
        }

        var (bottom, top) = (headline.Bottom - (NextTo * body), headline.Top + (NextTo * body));
        foreach (var other in region)
        {
            if ((other.Box.Right < headline.Left || other.Box.Left > headline.Right) && other.Box.Bottom < top && other.Box.Top > bottom)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Closes(RowGroup group, Row row, List<Strip> free) =>
        row.Items.Count == 1 && group.Gutters.Count > 0 && !Strips.AllOverlap(group.Gutters, free);

    private bool Joins(RowGroup group, Row row, List<Strip> free, bool isLine, bool isApart)
    {
        // A headline that has its row for itself is over what follows, however short it is.
        if (group.IsSolid || isLine || Closes(group, row, free))
        {
            return group.IsSolid && isLine;
        }

        // Under a headline over all of them columns end together: where they pause before a headline, that one's begin.
        if (group.IsHeaded && isApart && row.Items.Exists(i => i.Headline is not null))
        {
            return false;
        }

        var gutters = group.Gutters;
        var shared = Strips.Shared(group.Free, free, NarrowestGutter * body);
        var after = group.GuttersWith(row, shared);
        if (after.Count == 0)
        {
            return gutters.Count == 0 && Strips.Inside(free, row.FirstRight, row.LastLeft).Count == 0;
        }

        // Where all columns pause and a gutter ends, another part of the page begins, if a headline over all of it says
        // that the columns above belong together. Without one they are stacks side by side.
        var lost = !Strips.AllOverlap(gutters, shared);
        return !(lost && group.IsHeaded && isApart);
    }

    private bool IsRuled(Row above, Row below, PdfBox region)
    {
        foreach (var rule in horizontalRules)
        {
            if (rule.Left < region.Left + (0.1 * region.Width) && rule.Right > region.Right - (0.1 * region.Width)
                && rule.CenterY < above.Bottom + (0.2 * body) && rule.CenterY > below.Top - (0.2 * body))
            {
                return true;
            }
        }

        return false;
    }
}
