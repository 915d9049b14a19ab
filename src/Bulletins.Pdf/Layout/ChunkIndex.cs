namespace Bulletins.Pdf.Layout;

/// <summary>Answers what stands above and below an x: chunks by narrow strips of the page, each strip from bottom to top.</summary>
internal sealed class ChunkIndex
{
    private const double Strip = 12;
    private const int MaxStrips = 400;

    private readonly Chunk[] order; // strip by strip; a wide chunk stands in many
    private readonly int[] starts; // where each strip begins in the order
    private readonly int first;
    private readonly List<Chunk> found = [];
    private int query;

    public ChunkIndex(List<Chunk> chunks)
    {
        var (low, high) = (int.MaxValue, int.MinValue);
        foreach (var chunk in chunks)
        {
            var (from, to) = Strips(chunk);
            (low, high) = (Math.Min(low, from), Math.Max(high, to));
        }

        first = low;
        starts = new int[high - low + 2];
        foreach (var chunk in chunks)
        {
            var (from, to) = Strips(chunk);
            for (var strip = from; strip <= to; strip++)
            {
                starts[strip - low + 1]++;
            }
        }

        for (var strip = 1; strip < starts.Length; strip++)
        {
            starts[strip] += starts[strip - 1];
        }

        order = new Chunk[starts[^1]];
        int[] filled = [.. starts];
        foreach (var chunk in chunks.OrderBy(c => c.Box.CenterY))
        {
            var (from, to) = Strips(chunk);
            for (var strip = from; strip <= to; strip++)
            {
                order[filled[strip - low]++] = chunk;
            }
        }
    }

    /// <summary>How far up and down from <paramref name="y"/> nothing covers the strip from <paramref name="left"/> to <paramref name="right"/>.</summary>
    public (double Bottom, double Top) Free(double left, double right, double y)
    {
        var (bottom, top) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var number = At(left); number <= At(right); number++)
        {
            var strip = StripAt(number);
            var at = FirstAbove(strip, y);
            for (var i = at; i < strip.Length && strip[i].Box.CenterY < top; i++)
            {
                if (strip[i].Box.Left < right && strip[i].Box.Right > left)
                {
                    top = Math.Min(top, strip[i].Box.Bottom);
                    break;
                }
            }

            for (var i = at - 1; i >= 0 && strip[i].Box.CenterY > bottom; i--)
            {
                if (strip[i].Box.Left < right && strip[i].Box.Right > left)
                {
                    bottom = Math.Max(bottom, strip[i].Box.Top);
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
        for (var number = At(box.Left); number <= Math.Min(At(box.Right), At(box.Left) + MaxStrips); number++)
        {
            var strip = StripAt(number);
            var start = FirstAbove(strip, box.Bottom);
            for (var i = start; i < strip.Length && i < start + most && strip[i].Box.CenterY <= box.Top; i++)
            {
                if (strip[i].Query != query && strip[i].Box.Overlaps(box))
                {
                    strip[i].Query = query;
                    found.Add(strip[i]);
                }
            }
        }

        return found;
    }

    private static (int First, int Last) Strips(Chunk chunk) => (At(chunk.Box.Left), Math.Min(At(chunk.Box.Right), At(chunk.Box.Left) + MaxStrips));

    private ReadOnlySpan<Chunk> StripAt(int number) => number >= first && number - first < starts.Length - 1 ? order.AsSpan(starts[number - first]..starts[number - first + 1]) : [];

    private static int At(double x) => (int)Math.Floor(Math.Clamp(x, -1e5, 1e5) / Strip);

    private static int FirstAbove(ReadOnlySpan<Chunk> strip, double y)
    {
        int low = 0, high = strip.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = strip[middle].Box.CenterY <= y ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
