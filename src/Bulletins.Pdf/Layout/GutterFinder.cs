namespace Bulletins.Pdf.Layout;

/// <summary>Finds the gutters between columns: strips that stay free over several lines with text on both sides.</summary>
internal sealed class GutterFinder
{
    // In ems of the body: how wide a gutter is at least, how many lines it passes.
    private const double NarrowestGutter = 0.55;
    private const double ShortestGutter = 3.2;
    private const double NarrowestShort = 0.8;
    private const int FewestInHeadline = 4;
    private const double WidestBlank = 2.5; // between the words of a headline, in its own ems
    private const int NeighboursAsked = 24;
    private const int MostAround = 64;
    private const int MostCandidates = 12;
    private const int LeastAligned = 4;
    private const int ShortestLine = 6;

    // In ems of the body: how far up and down a gutter's other lines are looked for, and how far a gutter that was found serves.
    private const double Reach = 9;
    private const double KnownReach = 6;

    private readonly ChunkIndex index;
    private readonly double body;
    private readonly IReadOnlyList<PdfBox> verticalRules;
    private readonly ColumnGrid grid;
    private readonly List<Gutter> known = [];
    private readonly List<double> tried = [];

    public GutterFinder(List<Chunk> chunks, double body, IReadOnlyList<PdfBox> verticalRules)
    {
        index = new ChunkIndex(chunks);
        this.body = body;
        this.verticalRules = verticalRules;
        grid = new ColumnGrid(chunks.Where(IsRunningText).Select(c => c.Box), body);
    }

    /// <summary>Whether two chunks that stand next to each other on a line stand in two columns.</summary>
    public bool IsBetween(Chunk left, Chunk right)
    {
        var (from, to, y) = (left.Box.Right, right.Box.Left, (left.Box.CenterY + right.Box.CenterY) / 2);
        foreach (var rule in verticalRules)
        {
            if (rule.CenterX > from - 1 && rule.CenterX < to + 1 && rule.Bottom < y && rule.Top > y && rule.Height > 2 * body)
            {
                return true;
            }
        }

        var width = NarrowestGutter * body;
        if (to - from < width || IsShownSpace(left, right))
        {
            return false;
        }

        return AreHeadlines(left, right) || (left.HasSizeOf(body) && right.HasSizeOf(body) && grid.HasGutter(from, to)) || IsKnown(left, right, y, width) || HasGutter(left, right, y, width);
    }

    // Between the words of a headline, wherever the columns under it part.
    private bool IsShownSpace(Chunk left, Chunk right) =>
        left.Spots[^1].HasSpaceBehind && left.Size > 1.2 * body && Math.Abs(left.Size - right.Size) < 0.1 * left.Size && right.Box.Left - left.Box.Right < 1.2 * left.Size;

    // Headlines beside each other: of two sizes, or farther apart than the words of one.
    private bool AreHeadlines(Chunk left, Chunk right)
    {
        var (small, large) = (Math.Min(left.Size, right.Size), Math.Max(left.Size, right.Size));
        if (small > 1.2 * body && left.Spots.Length >= FewestInHeadline && right.Spots.Length >= FewestInHeadline && right.Box.Left - left.Box.Right > WidestBlank * large)
        {
            return true;
        }

        return large - small > 0.12 * large && right.Box.Left - left.Box.Right > (small > 1.12 * body ? NarrowestShort * body : 1.2 * large);
    }

    // The line above has it too.
    private bool IsKnown(Chunk left, Chunk right, double y, double width)
    {
        foreach (var g in known)
        {
            if (g.X >= left.Box.Right && g.X + width <= right.Box.Left && g.Bottom < y && g.Top > y && Math.Abs(g.Y - y) < KnownReach * body
                && left.Box.Right <= g.EdgeLeft + (0.3 * body) && right.Box.Left >= g.EdgeRight - (0.3 * body))
            {
                return true;
            }
        }

        return false;
    }

    // Where in the gap the gutter may begin: in the middle, at its edges, and where a line above or below ends or leaves room for it.
    private bool HasGutter(Chunk left, Chunk right, double y, double width)
    {
        var (from, to) = (left.Box.Right, right.Box.Left);
        if (BeginsAt((from + to - width) / 2) || BeginsAt(from) || BeginsAt(to - width))
        {
            return true;
        }

        tried.Clear();
        tried.AddRange([(from + to - width) / 2, from, to - width]);
        foreach (var other in index.Within(new PdfBox(from, y - (Reach * body), to, y + (Reach * body)), NeighboursAsked))
        {
            AddCandidate(other.Box.Right, from, to - width);
            AddCandidate(other.Box.Left - width, from, to - width);
        }

        for (var i = 3; i < tried.Count; i++)
        {
            if (BeginsAt(tried[i]))
            {
                return true;
            }
        }

        return false;

        bool BeginsAt(double x)
        {
            var (bottom, top) = index.Free(x + 0.05, x + width - 0.05, y);
            return top - bottom >= ShortestGutter * body && HasColumns(left, right, x + (width / 2), bottom, top);
        }
    }

    private void AddCandidate(double x, double from, double to)
    {
        if (x <= from || x >= to || tried.Count >= MostCandidates)
        {
            return;
        }

        foreach (var other in tried)
        {
            if (Math.Abs(other - x) < 0.1 * body)
            {
                return;
            }
        }

        tried.Add(x);
    }

    // Text of more than single letters stands on both sides, and the gap is at least as wide as the gutter of those lines.
    private bool HasColumns(Chunk left, Chunk right, double x, double bottom, double top)
    {
        var y = left.Box.CenterY;
        var (low, high) = (Math.Max(bottom, y - (Reach * body)), Math.Min(top, y + (Reach * body)));
        var around = index.Within(new PdfBox(x - (2.5 * body), low, x + (2.5 * body), high), MostAround);
        var (letters, before, behind) = (0, 0, 0);
        var (edgeLeft, edgeRight) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var chunk in around)
        {
            letters += chunk.Spots.Length;
            if (chunk == left || chunk == right)
            {
                continue;
            }

            if (chunk.Box.Right <= x)
            {
                (before, edgeLeft) = (before + 1, Math.Max(edgeLeft, chunk.Box.Right));
            }

            if (chunk.Box.Left >= x)
            {
                (behind, edgeRight) = (behind + 1, Math.Min(edgeRight, chunk.Box.Left));
            }
        }

        var isBehind = behind >= 2 && right.Box.Left >= edgeRight - (0.3 * body);
        if (before >= 2 && isBehind && letters >= 3 * (before + behind + 2) && left.Box.Right <= edgeLeft + (0.3 * body))
        {
            Remember(new Gutter(x - (NarrowestGutter * body / 2), bottom, top, y, edgeLeft, edgeRight), x);
            return true;
        }

        var (running, begins, ends) = (0, 0, 0);
        foreach (var chunk in around)
        {
            if (chunk != left && chunk != right && IsRunningText(chunk) && (chunk.Box.Right <= x || chunk.Box.Left >= x))
            {
                running++;
                begins += chunk.Box.Left >= x && chunk.Box.Left - edgeRight < 0.2 * body ? 1 : 0;
                ends += chunk.Box.Right <= x && edgeLeft - chunk.Box.Right < 0.2 * body ? 1 : 0;
            }
        }

        // Columns of two or three lines: then nearly all must be lines of text.
        var (isLeftText, isRightText) = (IsRunningText(left), IsRunningText(right));
        running += (isLeftText ? 1 : 0) + (isRightText ? 1 : 0);
        var all = before + behind + 2;
        if (before > 0 && behind > 0 && right.Box.Left - left.Box.Right > NarrowestShort * body && left.Box.Right <= edgeLeft + (0.3 * body) && right.Box.Left >= edgeRight - (0.3 * body)
            && all - running <= Math.Max(1, all / 4))
        {
            return true;
        }

        // The lines on one side end anywhere: then those on the other must begin or end at one edge, and be lines of text.
        // A headline beside them is none of their own.
        var differ = Math.Abs(left.Size - right.Size) > 0.2 * body;
        var isBesideText = isLeftText && isRightText && ends > 0 && edgeLeft - left.Box.Right < 0.2 * body;
        return (isBehind && IsEdge(begins, behind) && (differ ? right.HasSizeOf(body) : isBesideText || (left.HasSizeOf(body) && IsColumn(left, low, high))))
            || (differ && IsEdge(ends, before) && isLeftText && right.Box.Left >= x);
    }

    private void Remember(Gutter gutter, double x)
    {
        known.RemoveAll(g => Math.Abs(g.X - x) < body);
        known.Add(gutter);
    }

    private static bool IsEdge(int aligned, int all) => aligned >= LeastAligned && aligned * 10 >= all * 7;

    private bool IsColumn(Chunk left, double low, double high)
    {
        var beside = 0;
        foreach (var chunk in index.Within(new PdfBox(left.Box.Left, low, left.Box.Right, high), MostAround))
        {
            beside += chunk != left && Math.Abs(chunk.Box.Left - left.Box.Left) < 2.5 * body && IsRunningText(chunk) ? 1 : 0;
        }

        return beside >= LeastAligned;
    }

    private bool IsRunningText(Chunk line) => line.Spots.Length >= ShortestLine && line.HasSizeOf(body);

    // A gutter found between two lines at a height, and the edges of the text on both sides of it there.
    private readonly record struct Gutter(double X, double Bottom, double Top, double Y, double EdgeLeft, double EdgeRight);
}
