namespace Bulletins.Pdf.Layout;

/// <summary>Puts chunks of one line together, unless what lies between them is a gutter between columns:
/// a strip that stays free over several lines with text on both sides.</summary>
internal sealed class LineMerger
{
    // In ems of the body: how wide a gutter is at least, how many lines it passes, how far apart the parts of a line may be.
    private const double NarrowestGutter = 0.55;
    private const double ShortestGutter = 3.2;
    private const double WidestGap = 8;
    private const int NeighboursAsked = 24;
    private const int MostRows = 24;
    private const int MostCandidates = 12;
    private const int LeastAligned = 4;
    private const int ShortestLine = 6;

    // In ems of the body: how far up and down a gutter's other lines are looked for, and how far a gutter that was found serves.
    private const double Reach = 9;
    private const double KnownReach = 6;

    private readonly List<Chunk> chunks;
    private readonly ChunkIndex index;
    private readonly double body;
    private readonly IReadOnlyList<PdfBox> rules;
    private readonly List<Gutter> known = [];

    public LineMerger(List<Chunk> chunks, double body, IReadOnlyList<PdfBox> verticalRules)
    {
        this.chunks = chunks;
        this.body = body;
        rules = verticalRules;
        index = new ChunkIndex(chunks);
    }

    public List<Chunk> Merge()
    {
        FindNeighbours();
        var lines = new List<Chunk>();
        foreach (var first in chunks)
        {
            if (first.IsNext)
            {
                continue;
            }

            var row = new List<Chunk> { first };
            while (row[^1].Next is { } following)
            {
                row.Add(following);
            }

            AddLines(row, lines);
        }

        return lines;
    }

    // Of each chunk the nearest one to its right on the same line.
    private void FindNeighbours()
    {
        var rows = new Dictionary<int, List<Chunk>>();
        var sorted = chunks.Where(c => !c.IsVertical).OrderBy(c => c.Box.Left).ToList();
        foreach (var chunk in sorted)
        {
            var row = Row(chunk.Box.CenterY);
            if (!rows.TryGetValue(row, out var list))
            {
                rows[row] = list = [];
            }

            list.Add(chunk);
        }

        foreach (var chunk in sorted)
        {
            Chunk? nearest = null;
            for (int row = Row(chunk.Box.CenterY - chunk.Size), last = Math.Min(Row(chunk.Box.CenterY + chunk.Size), row + MostRows); row <= last; row++)
            {
                if (rows.TryGetValue(row, out var list) && Nearest(chunk, list) is { } found && (nearest is null || found.Box.Left < nearest.Box.Left))
                {
                    nearest = found;
                }
            }

            if (nearest is { IsNext: false } && Math.Max(nearest.Size, chunk.Size) < 1.7 * Math.Min(nearest.Size, chunk.Size))
            {
                (chunk.Next, nearest.IsNext) = (nearest, true);
            }
        }
    }

    private int Row(double y) => (int)Math.Floor(Math.Clamp(y, -1e6, 1e6) / body);

    private Chunk? Nearest(Chunk chunk, List<Chunk> row)
    {
        var (from, to) = (chunk.Box.Right - (0.3 * body), chunk.Box.Right + (WidestGap * Math.Max(body, chunk.Size)));
        int low = 0, high = row.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = row[middle].Box.Left < from ? (middle + 1, high) : (low, middle);
        }

        for (var i = low; i < row.Count && i < low + NeighboursAsked && row[i].Box.Left < to; i++)
        {
            if (row[i] != chunk && row[i].IsBeside(chunk))
            {
                return row[i];
            }
        }

        return null;
    }

    private void AddLines(List<Chunk> row, List<Chunk> lines)
    {
        var line = new List<Chunk> { row[0] };
        for (var i = 1; i < row.Count; i++)
        {
            if (IsSpaced(row, i) || !IsGutter(row[i - 1], row[i]))
            {
                line.Add(row[i]);
                continue;
            }

            lines.Add(Join(line));
            line = [row[i]];
        }

        lines.Add(Join(line));
    }

    private static Chunk Join(List<Chunk> parts) => parts.Count == 1 ? parts[0] : new Chunk([.. parts.SelectMany(p => p.Spots)]);

    // A letter-spaced headline: gaps of one width between single letters. A gutter below one of them does not cut it.
    private static bool IsSpaced(List<Chunk> row, int at)
    {
        var (left, right) = (row[at - 1], row[at]);
        if (left.Spots.Count > 2 || right.Spots.Count > 2)
        {
            return false;
        }

        var gap = right.Box.Left - left.Box.Right;
        var other = double.MaxValue;
        if (at >= 2 && row[at - 2].Spots.Count <= 2)
        {
            other = left.Box.Left - row[at - 2].Box.Right;
        }

        if (at + 1 < row.Count && row[at + 1].Spots.Count <= 2)
        {
            other = Math.Min(other, row[at + 1].Box.Left - right.Box.Right);
        }

        return other < double.MaxValue && gap <= 1.3 * other;
    }

    private bool IsGutter(Chunk left, Chunk right)
    {
        var (from, to, y) = (left.Box.Right, right.Box.Left, (left.Box.CenterY + right.Box.CenterY) / 2);
        foreach (var rule in rules)
        {
            if (rule.CenterX > from - 1 && rule.CenterX < to + 1 && rule.Bottom < y && rule.Top > y && rule.Height > 2 * body)
            {
                return true;
            }
        }

        var width = NarrowestGutter * body;
        if (to - from < width)
        {
            return false;
        }

        // The line above has it too.
        if (known.Exists(g => g.X >= from && g.X + width <= to && g.Bottom < y && g.Top > y && Math.Abs(g.Y - y) < KnownReach * body
            && left.Box.Right <= g.EdgeLeft + (0.3 * body) && right.Box.Left >= g.EdgeRight - (0.3 * body)))
        {
            return true;
        }

        foreach (var x in Candidates(from, to, y, width))
        {
            var (bottom, top) = index.Free(x + 0.05, x + width - 0.05, y);
            if (top - bottom >= ShortestGutter * body && HasColumns(left, right, x + (width / 2), bottom, top))
            {
                return true;
            }
        }

        return false;
    }

    // Where in the gap the gutter may begin: in the middle, at its edges, and where a line above or below ends or leaves room for it.
    private IEnumerable<double> Candidates(double from, double to, double y, double width)
    {
        var found = new List<double> { (from + to - width) / 2, from, to - width };
        for (var i = 0; i < 3; i++)
        {
            yield return found[i];
        }

        var others = index.Within(new PdfBox(from, y - (Reach * body), to, y + (Reach * body)), NeighboursAsked).SelectMany(c => (IEnumerable<double>)[c.Box.Right, c.Box.Left - width]).ToList();
        foreach (var x in others)
        {
            if (x > from && x < to - width && found.Count < MostCandidates && !found.Exists(f => Math.Abs(f - x) < 0.1 * body))
            {
                found.Add(x);
                yield return x;
            }
        }
    }

    // Text of more than single letters stands on both sides, and the gap is at least as wide as the gutter of those lines.
    private bool HasColumns(Chunk left, Chunk right, double x, double bottom, double top)
    {
        var y = left.Box.CenterY;
        var (low, high) = (Math.Max(bottom, y - (Reach * body)), Math.Min(top, y + (Reach * body)));
        var around = index.Within(new PdfBox(x - (2.5 * body), low, x + (2.5 * body), high), 64).ToList();
        var letters = around.Sum(c => c.Spots.Count);
        var before = around.FindAll(c => c != left && c != right && c.Box.Right <= x);
        var behind = around.FindAll(c => c != left && c != right && c.Box.Left >= x);
        var edgeLeft = before.Count == 0 ? double.NegativeInfinity : before.Max(c => c.Box.Right);
        var edgeRight = behind.Count == 0 ? double.PositiveInfinity : behind.Min(c => c.Box.Left);
        var isBehind = behind.Count >= 2 && right.Box.Left >= edgeRight - (0.3 * body);
        if (before.Count >= 2 && isBehind && letters >= 3 * (before.Count + behind.Count + 2) && left.Box.Right <= edgeLeft + (0.3 * body))
        {
            known.RemoveAll(g => Math.Abs(g.X - x) < body);
            known.Add(new Gutter(x - (NarrowestGutter * body / 2), bottom, top, y, edgeLeft, edgeRight));
            return true;
        }

        // The lines on one side end anywhere: then those on the other must begin or end at one edge, and be lines of text.
        // A headline beside them is none of their own.
        var begins = behind.Count(c => IsRunningText(c) && c.Box.Left - edgeRight < 0.2 * body);
        var ends = before.Count(c => IsRunningText(c) && edgeLeft - c.Box.Right < 0.2 * body);
        var differ = Math.Abs(left.Size - right.Size) > 0.2 * body;
        return (isBehind && IsEdge(begins, behind.Count) && (differ ? IsBodySize(right) : IsBodySize(left) && IsColumn(left, low, high)))
            || (differ && IsEdge(ends, before.Count) && IsRunningText(left) && right.Box.Left >= x);
    }

    // A gutter found between two lines at a height, and the edges of the text on both sides of it there.
    private readonly record struct Gutter(double X, double Bottom, double Top, double Y, double EdgeLeft, double EdgeRight);

    private static bool IsEdge(int aligned, int all) => aligned >= LeastAligned && aligned * 10 >= all * 7;

    private bool IsColumn(Chunk left, double low, double high)
    {
        var beside = index.Within(new PdfBox(left.Box.Left, low, left.Box.Right, high), 64).Where(c => c != left && Math.Abs(c.Box.Left - left.Box.Left) < 2.5 * body && IsRunningText(c));
        return beside.Take(LeastAligned).Count() == LeastAligned;
    }

    private bool IsRunningText(Chunk line) => line.Spots.Count >= ShortestLine && IsBodySize(line);

    private bool IsBodySize(Chunk line) => Math.Abs(line.Size - body) < 0.15 * body;
}
