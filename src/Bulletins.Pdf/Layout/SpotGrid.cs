namespace Bulletins.Pdf.Layout;

/// <summary>Finds letters near a place: rows of a fixed height, each sorted from left to right. Letters are given by their position in
/// the list; those that stand in a column of vertical writing are left out.</summary>
internal sealed class SpotGrid
{
    private const int MostDoubles = 32;
    private const int MostRows = 64;

    private readonly SpotList spots;
    private readonly double height;
    private readonly Dictionary<int, int> rowAt = []; // the row's number by its level, numbered as the content comes to them
    private readonly List<int> levels = [];
    private readonly int[] starts; // where each row begins in the order
    private readonly int[] order; // the letters row by row
    private readonly double[] centers; // of each in that order, from the left
    private readonly List<int> found = [];

    public SpotGrid(SpotList spots, double height)
    {
        (this.spots, this.height) = (spots, height);
        var runs = Runs();
        starts = new int[levels.Count + 1];
        foreach (var run in runs)
        {
            starts[run.Row + 1] += run.Count;
        }

        for (var row = 1; row < starts.Length; row++)
        {
            starts[row] += starts[row - 1];
        }

        order = new int[starts[^1]];
        centers = new double[order.Length];
        int[] filled = [.. starts];
        foreach (var run in runs)
        {
            for (var i = 0; i < run.Count; i++)
            {
                var place = filled[run.Row]++;
                order[place] = run.First + i;
                centers[place] = spots[run.First + i].CenterX;
            }
        }

        for (var row = 0; row < levels.Count; row++)
        {
            Sort(starts[row], starts[row + 1]);
        }
    }

    /// <summary>Marks shadows and false bold: the same letter again, less than a quarter of an em and half its own width away (two
    /// narrow ones may be neighbours).</summary>
    /// <returns>Whether there are any.</returns>
    public bool MarkDoubles()
    {
        var any = false;
        for (var row = 0; row < levels.Count; row++)
        {
            var (first, behind) = rowAt.TryGetValue(levels[row] - 1, out var below) ? (starts[below], starts[below + 1]) : (0, 0);
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                var reach = 0.25 * spots[order[i]].Size;
                while (first < behind && centers[first] < centers[i] - reach)
                {
                    first++;
                }

                any |= i + 1 < starts[row + 1] && centers[i + 1] - centers[i] < reach && MarkDoubles(i, i + 1, starts[row + 1], reach);
                any |= first < behind && centers[first] - centers[i] < reach && MarkDoubles(i, first, behind, reach);
            }
        }

        return any;
    }

    /// <summary>Letters whose centers lie in a box, at most <paramref name="most"/> of a row. The list is used again by the next call.</summary>
    public List<int> Within(double left, double bottom, double right, double top, int most = 64)
    {
        found.Clear();
        for (int level = Level(bottom), last = Math.Min(Level(top), level + MostRows); level <= last; level++)
        {
            if (!rowAt.TryGetValue(level, out var row))
            {
                continue;
            }

            var taken = 0;
            for (var i = First(row, left); i < starts[row + 1] && taken < most && centers[i] <= right; i++)
            {
                var y = spots[order[i]].CenterY;
                if (y >= bottom && y <= top)
                {
                    taken++;
                    found.Add(order[i]);
                }
            }
        }

        return found;
    }

    // Letters of one row that follow each other in the content: most of a line.
    private List<Run> Runs()
    {
        var runs = new List<Run>();
        var (current, first, level, y) = (-1, 0, 0, double.NaN);
        for (var i = 0; i <= spots.Count; i++)
        {
            var row = current;
            if (i == spots.Count || spots[i].IsInColumn)
            {
                (row, y) = (-1, double.NaN);
            }
            else if (spots[i].CenterY != y)
            {
                y = spots[i].CenterY;
                row = current >= 0 && Level(y) == level ? current : Number(level = Level(y));
            }

            if (row != current)
            {
                if (current >= 0)
                {
                    runs.Add(new Run(current, first, i - first));
                }

                (current, first) = (row, i);
            }
        }

        return runs;
    }

    private int Number(int level)
    {
        if (!rowAt.TryGetValue(level, out var number))
        {
            rowAt[level] = number = levels.Count;
            levels.Add(level);
        }

        return number;
    }

    private void Sort(int start, int behind)
    {
        // Most content comes in order.
        for (var i = start + 1; i < behind; i++)
        {
            if (centers[i] <= centers[i - 1])
            {
                Sorting.ByKey(centers.AsSpan(start..behind), order.AsSpan(start..behind));
                return;
            }
        }
    }

    private bool MarkDoubles(int at, int from, int behind, double reach)
    {
        var any = false;
        for (var i = from; i < behind && i < from + MostDoubles && centers[i] - centers[at] < reach; i++)
        {
            ref var spot = ref spots[order[at]];
            ref var other = ref spots[order[i]];
            if (Math.Abs(other.CenterY - spot.CenterY) < Math.Min(reach, 0.5 * spot.Box.Height) && Math.Abs(centers[i] - centers[at]) < 0.5 * spot.Box.Width
                && Math.Abs(other.Size - spot.Size) < 0.5 && other.Letter.Text == spot.Letter.Text)
            {
                var (kept, gone) = order[at] < order[i] ? (order[at], order[i]) : (order[i], order[at]);
                spots[gone].IsDouble = any = true;
                spots[kept].HasSpaceBehind |= spots[gone].HasSpaceBehind;
            }
        }

        return any;
    }

    private int Level(double y) => (int)Math.Floor(Math.Clamp(y, -1e6, 1e6) / height);

    private int First(int row, double left)
    {
        int low = starts[row], high = starts[row + 1];
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = centers[middle] < left ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private readonly record struct Run(int Row, int First, int Count);
}
