namespace Bulletins.Pdf.Layout;

/// <summary>Letters that follow each other closely on one line, or a whole line put together of such.</summary>
internal sealed class Chunk
{
    private readonly ArraySegment<Spot> spots;

    public Chunk(ArraySegment<Spot> spots, bool isVertical = false)
    {
        this.spots = spots;
        IsVertical = isVertical;
        ref readonly var first = ref Spots[0];
        var (box, isOneSize, heavy) = (first.Box, true, 0);
        foreach (ref readonly var spot in Spots)
        {
            box = box.Union(spot.Box);
            isOneSize &= spot.Size == first.Size;
            heavy += spot.Letter.Font.IsBold ? 1 : 0;
        }

        Box = box;
        Size = isOneSize ? first.Size : MedianSize(Spots);
        IsHeavy = heavy * 2 > Spots.Length;
    }

    public ReadOnlySpan<Spot> Spots => spots;

    public PdfBox Box { get; }

    public double Size { get; }

    public bool IsVertical { get; }

    /// <summary>Most of its letters are bold.</summary>
    public bool IsHeavy { get; }

    /// <summary>The next one on its line, and whether it is the next one of another.</summary>
    public Chunk? Next { get; set; }

    public bool IsNext { get; set; }

    /// <summary>The last query of a <see cref="ChunkIndex"/> that found it.</summary>
    public int Query { get; set; }

    public static Chunk Join(List<Chunk> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var joined = new Spot[parts.Sum(p => p.Spots.Length)];
        var filled = 0;
        foreach (var part in parts)
        {
            part.Spots.CopyTo(joined.AsSpan(filled));
            filled += part.Spots.Length;
        }

        return new Chunk(joined);
    }

    public static double MedianSize(ReadOnlySpan<Spot> spots)
    {
        var sizes = new double[spots.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = spots[i].Size;
        }

        return Median(sizes);
    }

    /// <summary>Sorts the values.</summary>
    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? 0 : values[values.Length / 2];
    }

    public bool IsBeside(Chunk other) => Box.IsBeside(other.Box);

    /// <summary>It is set in the size of the text around it, or near it.</summary>
    public bool HasSizeOf(double body) => Math.Abs(Size - body) < 0.15 * body;

    public override string ToString() => string.Concat(spots.Select(s => s.Letter.Text));
}
