namespace Bulletins.Pdf.Layout;

/// <summary>Finds letters near a place: rows of a fixed height, each sorted from left to right.</summary>
internal sealed class SpotGrid
{
    private readonly Dictionary<int, List<Spot>> rows = [];
    private const int MostDoubles = 32;
    private readonly double height;
    private readonly List<Spot> found = [];

    public SpotGrid(IEnumerable<Spot> spots, double height)
    {
        this.height = height;
        List<Spot>? list = null;
        var current = 0;
        foreach (var spot in spots)
        {
            var row = Row(spot.CenterY);
            if (list is null || row != current)
            {
                current = row;
                if (!rows.TryGetValue(row, out list))
                {
                    rows[row] = list = [];
                }
            }

            list.Add(spot);
        }

        foreach (var row in rows.Values)
        {
            // Most content comes in order.
            if (!IsSorted(row))
            {
                row.Sort((a, b) => a.CenterX != b.CenterX ? a.CenterX.CompareTo(b.CenterX) : a.Letter.Order.CompareTo(b.Letter.Order));
            }
        }
    }

    /// <summary>Marks shadows and false bold: the same letter again, less than a quarter of an em and half its own width away (two
    /// narrow ones may be neighbours).</summary>
    /// <returns>Whether there are any.</returns>
    public bool MarkDoubles()
    {
        var any = false;
        foreach (var (at, row) in rows)
        {
            var below = rows.GetValueOrDefault(at - 1) ?? [];
            var first = 0;
            for (var i = 0; i < row.Count; i++)
            {
                any |= MarkDoubles(row[i], row, i + 1);
                while (first < below.Count && below[first].CenterX < row[i].CenterX - (0.25 * row[i].Size))
                {
                    first++;
                }

                any |= MarkDoubles(row[i], below, first);
            }
        }

        return any;
    }

    private static bool MarkDoubles(Spot spot, List<Spot> others, int from)
    {
        var any = false;
        var reach = 0.25 * spot.Size;
        for (var i = from; i < others.Count && i < from + MostDoubles && others[i].CenterX - spot.CenterX < reach; i++)
        {
            var other = others[i];
            if (other.Letter.Text == spot.Letter.Text && Math.Abs(other.Size - spot.Size) < 0.5
                && Math.Abs(other.CenterX - spot.CenterX) < 0.5 * spot.Box.Width && Math.Abs(other.CenterY - spot.CenterY) < Math.Min(reach, 0.5 * spot.Box.Height))
            {
                var (kept, gone) = spot.Letter.Order < other.Letter.Order ? (spot, other) : (other, spot);
                gone.IsDouble = any = true;
                kept.HasSpaceBehind |= gone.HasSpaceBehind;
            }
        }

        return any;
    }

    private static bool IsSorted(List<Spot> row)
    {
        for (var i = 1; i < row.Count; i++)
        {
            if (row[i].CenterX <= row[i - 1].CenterX)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Letters whose centers lie in a box, at most <paramref name="most"/> of a row. The list is used again by the next call.</summary>
    public List<Spot> Within(double left, double bottom, double right, double top, int most = 64)
    {
        found.Clear();
        for (int row = Row(bottom), last = Math.Min(Row(top), Row(bottom) + 64); row <= last; row++)
        {
            if (!rows.TryGetValue(row, out var list))
            {
                continue;
            }

            var taken = 0;
            for (var i = First(list, left); i < list.Count && list[i].CenterX <= right && taken < most; i++)
            {
                if (list[i].CenterY >= bottom && list[i].CenterY <= top)
                {
                    taken++;
                    found.Add(list[i]);
                }
            }
        }

        return found;
    }

    private int Row(double y) => (int)Math.Floor(Math.Clamp(y, -1e6, 1e6) / height);

    private static int First(List<Spot> list, double left)
    {
        int low = 0, high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].CenterX < left ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
