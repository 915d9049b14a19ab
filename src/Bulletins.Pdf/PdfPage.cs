namespace Bulletins.Pdf;

/// <summary>A rectangle in points, from the lower left corner of the page as it is shown.</summary>
public readonly record struct PdfBox(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public double CenterX => (Left + Right) / 2;

    public double CenterY => (Bottom + Top) / 2;

    /// <summary>The smallest box that holds both.</summary>
    public PdfBox Union(PdfBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    /// <summary>Whether both stand on one line: they share more than half of the smaller one's height.</summary>
    public bool IsBeside(PdfBox other) => Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom) > 0.5 * Math.Min(Height, other.Height);

    public bool Overlaps(PdfBox other) => Left < other.Right && other.Left < Right && Bottom < other.Top && other.Bottom < Top;
}

public readonly record struct PdfPoint(double X, double Y);

/// <summary>One page's letters in the order of its content, with what else was drawn that divides a page.</summary>
public sealed record PdfPage
{
    public required int Number { get; init; }

    /// <summary>Size in points as shown: the crop box, turned as the page says.</summary>
    public required double Width { get; init; }

    public required double Height { get; init; }

    public IReadOnlyList<Letter> Letters { get; init; } = [];

    /// <summary>Thin lines and the edges of frames.</summary>
    public IReadOnlyList<PdfBox> Rules { get; init; } = [];

    public IReadOnlyList<PdfBox> Pictures { get; init; } = [];

    public IReadOnlyList<PdfNotice> Notices { get; init; } = [];
}
