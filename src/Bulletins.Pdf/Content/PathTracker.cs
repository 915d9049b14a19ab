namespace Bulletins.Pdf.Content;

/// <summary>Remembers the rectangles and straight lines of a path until it is painted. Curves divide no columns.</summary>
internal sealed class PathTracker(PageCollector collector)
{
    private const int MaxPending = 5_000;
    private readonly List<(PdfBox Box, bool IsRectangle)> pending = [];
    private PdfPoint current;
    private PdfPoint first;

    public void Rectangle(double x, double y, double width, double height, in Matrix m)
    {
        if (pending.Count < MaxPending)
        {
            pending.Add((m.Apply(x, y, x + width, y + height), true));
        }

        current = first = m.Apply(x, y);
    }

    public void Move(double x, double y, in Matrix m) => current = first = m.Apply(x, y);

    public void Line(double x, double y, in Matrix m) => LineTo(m.Apply(x, y));

    public void Curve(double x, double y, in Matrix m) => current = m.Apply(x, y);

    public void Close() => LineTo(first);

    public void Paint(bool fill, bool stroke)
    {
        foreach (var (box, isRectangle) in pending)
        {
            if (isRectangle && stroke)
            {
                collector.AddFrame(box);
            }
            else if (isRectangle ? fill : stroke)
            {
                collector.AddRule(box);
            }
        }

        pending.Clear();
    }

    private void LineTo(PdfPoint to)
    {
        if (pending.Count < MaxPending && (Math.Abs(to.X - current.X) < 1 || Math.Abs(to.Y - current.Y) < 1))
        {
            pending.Add((new PdfBox(Math.Min(current.X, to.X), Math.Min(current.Y, to.Y), Math.Max(current.X, to.X), Math.Max(current.Y, to.Y)), false));
        }

        current = to;
    }
}
