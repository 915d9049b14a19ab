namespace Bulletins.Pdf.Layout;

/// <summary>Letters that follow each other closely on one line, or a whole line put together of such.</summary>
internal sealed class Chunk
{
    public Chunk(List<Spot> spots, bool isVertical = false)
    {
        Spots = spots;
        IsVertical = isVertical;
        Box = spots.Select(s => s.Box).Aggregate((a, b) => a.Union(b));
        Size = Median(spots.Select(s => s.Size));
    }

    public List<Spot> Spots { get; }

    public PdfBox Box { get; }

    public double Size { get; }

    public bool IsVertical { get; }

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
