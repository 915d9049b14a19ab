namespace Bulletins.Pdf.Layout;

/// <summary>Letters that follow each other closely on one line, or a whole line put together of such.</summary>
internal sealed class Chunk
{
    public Chunk(List<Spot> spots, bool isVertical = false)
    {
        Spots = spots;
        IsVertical = isVertical;
        Box = spots[0].Box;
        var (isOneSize, heavy) = (true, 0);
        foreach (var spot in spots)
        {
            Box = Box.Union(spot.Box);
            isOneSize &= spot.Size == spots[0].Size;
            heavy += spot.Letter.Font.IsBold ? 1 : 0;
        }

        Size = isOneSize ? spots[0].Size : Median(spots.Select(s => s.Size));
        IsHeavy = heavy * 2 > spots.Count;
    }

    public List<Spot> Spots { get; }

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

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }

    /// <summary>Whether two chunks stand on one line: most of the smaller one's height, and baselines that agree.</summary>
    public bool IsBeside(Chunk other)
    {
        var shared = Math.Min(Box.Top, other.Box.Top) - Math.Max(Box.Bottom, other.Box.Bottom);
        return shared > 0.5 * Math.Min(Box.Height, other.Box.Height);
    }

    public override string ToString() => string.Concat(Spots.Select(s => s.Letter.Text));
}
