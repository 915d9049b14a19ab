namespace Bulletins.Pdf.Layout;

/// <summary>Finds letters near a place: rows of a fixed height, each sorted from left to right.</summary>
internal sealed class SpotGrid
{
    private readonly Dictionary<int, List<Spot>> rows = [];
    private readonly double height;

    public SpotGrid(IEnumerable<Spot> spots, double height)
    {
        this.height = height;
        foreach (var spot in spots)
        {
            var row = Row(spot.Box.CenterY);
            if (!rows.TryGetValue(row, out var list))
            {
                rows[row] = list = [];
            }

            list.Add(spot);
        }

        foreach (var list in rows.Values)
        {
            list.Sort((a, b) => a.Box.CenterX != b.Box.CenterX ? a.Box.CenterX.CompareTo(b.Box.CenterX) : a.Letter.Order.CompareTo(b.Letter.Order));
        }
    }

    /// <summary>Letters whose centers lie in a box, at most <paramref name="most"/> of a row.</summary>
    public IEnumerable<Spot> Within(double left, double bottom, double right, double top, int most = 64)
    {
        for (int row = Row(bottom), last = Math.Min(Row(top), Row(bottom) + 64); row <= last; row++)
        {
            if (!rows.TryGetValue(row, out var list))
            {
                continue;
            }

            var taken = 0;
            for (var i = First(list, left); i < list.Count && list[i].Box.CenterX <= right && taken < most; i++)
            {
                if (list[i].Box.CenterY >= bottom && list[i].Box.CenterY <= top)
                {
                    taken++;
                    yield return list[i];
                }
            }
        }
    }

    private int Row(double y) => (int)Math.Floor(Math.Clamp(y, -1e6, 1e6) / height);

    private static int First(List<Spot> list, double left)
    {
        int low = 0, high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].Box.CenterX < left ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
