namespace Bulletins.Pdf.Layout;

/// <summary>Puts chunks of one line together, unless what lies between them is a gutter between columns.</summary>
internal sealed class LineMerger
{
    // In ems of the body: how far apart the parts of a line may be.
    private const double WidestGap = 8;
    private const int NeighboursAsked = 24;
    private const int MostRows = 24;

    private readonly List<Chunk> chunks;
    private readonly double body;
    private readonly GutterFinder gutters;

    public LineMerger(List<Chunk> chunks, double body, IReadOnlyList<PdfBox> verticalRules)
    {
        this.chunks = chunks;
        this.body = body;
        gutters = new GutterFinder(chunks, body, verticalRules);
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
            if (IsSpaced(row, i) || !gutters.IsBetween(row[i - 1], row[i]))
            {
                line.Add(row[i]);
                continue;
            }

            lines.Add(Chunk.Join(line));
            line = [row[i]];
        }

        lines.Add(Chunk.Join(line));
    }

    // A letter-spaced headline: gaps of one width between single letters. A gutter below one of them does not cut it.
    private static bool IsSpaced(List<Chunk> row, int at)
    {
        var (left, right) = (row[at - 1], row[at]);
        if (left.Spots.Length > 2 || right.Spots.Length > 2)
        {
            return false;
        }

        var gap = right.Box.Left - left.Box.Right;
        var other = double.MaxValue;
        if (at >= 2 && row[at - 2].Spots.Length <= 2)
        {
            other = left.Box.Left - row[at - 2].Box.Right;
        }

        if (at + 1 < row.Count && row[at + 1].Spots.Length <= 2)
        {
            other = Math.Min(other, row[at + 1].Box.Left - right.Box.Right);
        }

        return other < double.MaxValue && gap <= 1.3 * other;
    }
}
