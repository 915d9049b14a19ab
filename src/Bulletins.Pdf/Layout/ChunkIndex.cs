namespace Bulletins.Pdf.Layout;

/// <summary>Answers what stands above and below an x: chunks by narrow strips of the page, each strip from bottom to top.</summary>
internal sealed class ChunkIndex
{
    private const double Strip = 12;
    private const int MaxStrips = 400;
    private readonly Dictionary<int, List<Chunk>> strips = [];
    private readonly List<Chunk> found = [];
    private int query;

    public ChunkIndex(IEnumerable<Chunk> chunks)
    {
        foreach (var chunk in chunks)
        {
            var first = At(chunk.Box.Left);
            for (var i = first; i <= Math.Min(At(chunk.Box.Right), first + MaxStrips); i++)
            {
                if (!strips.TryGetValue(i, out var list))
                {
                    strips[i] = list = [];
                }

                list.Add(chunk);
            }
        }

        foreach (var list in strips.Values)
        {
            list.Sort((a, b) => a.Box.CenterY.CompareTo(b.Box.CenterY));
        }
    }

    /// <summary>How far up and down from <paramref name="y"/> nothing covers the strip from <paramref name="left"/> to <paramref name="right"/>.</summary>
    public (double Bottom, double Top) Free(double left, double right, double y)
    {
        var (bottom, top) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var strip = At(left); strip <= At(right); strip++)
        {
            if (!strips.TryGetValue(strip, out var list))
            {
                continue;
            }

            var at = FirstAbove(list, y);
            for (var i = at; i < list.Count && list[i].Box.CenterY < top; i++)
            {
                if (list[i].Box.Left < right && list[i].Box.Right > left)
                {
                    top = Math.Min(top, list[i].Box.Bottom);
                    break;
                }
            }

            for (var i = at - 1; i >= 0 && list[i].Box.CenterY > bottom; i--)
            {
                if (list[i].Box.Left < right && list[i].Box.Right > left)
                {
                    bottom = Math.Max(bottom, list[i].Box.Top);
                    break;
                }
            }
        }

        return (bottom, top);
    }

    /// <summary>Chunks that touch a box, at most <paramref name="most"/> of each strip. The list is used again by the next call.</summary>
    public List<Chunk> Within(PdfBox box, int most)
    {
        found.Clear();
        query++;
        for (var strip = At(box.Left); strip <= Math.Min(At(box.Right), At(box.Left) + MaxStrips); strip++)
        {
            if (!strips.TryGetValue(strip, out var list))
            {
                continue;
            }

            var taken = 0;
            for (var i = FirstAbove(list, box.Bottom); i < list.Count && list[i].Box.CenterY <= box.Top && taken < most; i++, taken++)
            {
                if (list[i].Query != query && list[i].Box.Overlaps(box))
                {
                    list[i].Query = query;
                    found.Add(list[i]);
                }
            }
        }

        return found;
    }

    private static int At(double x) => (int)Math.Floor(Math.Clamp(x, -1e5, 1e5) / Strip);

    private static int FirstAbove(List<Chunk> list, double y)
    {
        int low = 0, high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].Box.CenterY <= y ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
