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
        int[] filled = [.. starts];
        foreach (var run in runs)
        {
            for (var i = 0; i < run.Count; i++)
            {
                order[filled[run.Row]++] = run.First + i;
            }
        }

        for (var row = 0; row < levels.Count; row++)
        {
            Sort(order.AsSpan(starts[row]..starts[row + 1]));
        }
    }

    /// <summary>Marks shadows and false bold: the same letter again, less than a quarter of an em and half its own width away (two
    /// narrow ones may be neighbours).</summary>
    /// <returns>Whether there are any.</returns>
    public bool MarkDoubles()
    {
        var any = false;
        for (var number = 0; number < levels.Count; number++)
        {
            var row = Row(number);
            var below = RowAt(levels[number] - 1);
            var first = 0;
            for (var i = 0; i < row.Length; i++)
            {
                any |= MarkDoubles(row[i], row, i + 1);
                var from = spots[row[i]].CenterX - (0.25 * spots[row[i]].Size);
                while (first < below.Length && spots[below[first]].CenterX < from)
                {
                    first++;
                }

                any |= MarkDoubles(row[i], below, first);
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
            var row = RowAt(level);
            var taken = 0;
            for (var i = First(row, left); i < row.Length && taken < most; i++)
            {
                ref var spot = ref spots[row[i]];
                if (spot.CenterX > right)
                {
                    break;
                }

                if (spot.CenterY >= bottom && spot.CenterY <= top)
                {
                    taken++;
                    found.Add(row[i]);
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

    private void Sort(Span<int> row)
    {
        // Most content comes in order.
        for (var i = 1; i < row.Length; i++)
        {
            if (spots[row[i]].CenterX <= spots[row[i - 1]].CenterX)
            {
                row.Sort((a, b) => spots[a].CenterX.CompareTo(spots[b].CenterX) is not 0 and var order ? order : a.CompareTo(b));
                return;
            }
        }
    }

    private bool MarkDoubles(int at, ReadOnlySpan<int> others, int from)
    {
        var any = false;
        ref var spot = ref spots[at];
        var (x, reach) = (spot.CenterX, 0.25 * spot.Size);
        for (var i = from; i < others.Length && i < from + MostDoubles; i++)
        {
            ref var other = ref spots[others[i]];
            var right = other.CenterX - x;
            if (right >= reach)
            {
                break;
            }

            if (other.Letter.Text == spot.Letter.Text && Math.Abs(other.Size - spot.Size) < 0.5
                && Math.Abs(right) < 0.5 * spot.Box.Width && Math.Abs(other.CenterY - spot.CenterY) < Math.Min(reach, 0.5 * spot.Box.Height))
            {
                var (kept, gone) = at < others[i] ? (at, others[i]) : (others[i], at);
                spots[gone].IsDouble = any = true;
                spots[kept].HasSpaceBehind |= spots[gone].HasSpaceBehind;
            }
        }

        return any;
    }

    private ReadOnlySpan<int> Row(int number) => order.AsSpan(starts[number]..starts[number + 1]);

    private ReadOnlySpan<int> RowAt(int level) => rowAt.TryGetValue(level, out var number) ? Row(number) : [];

    private int Level(double y) => (int)Math.Floor(Math.Clamp(y, -1e6, 1e6) / height);

    private int First(ReadOnlySpan<int> row, double left)
    {
        int low = 0, high = row.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spots[row[middle]].CenterX < left ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private readonly record struct Run(int Row, int First, int Count);
}
