namespace Bulletins.Pdf.Content;

/// <summary>Remembers the rectangles and straight lines of a path until it is painted. Curves divide no columns.</summary>
internal sealed class PathTracker(PageCollector collector)
{
    private const int MaxPending = 5_000;
    private readonly List<(PdfBox Box, bool IsRectangle)> pending = [];
    private PdfPoint current;
    private PdfPoint first;

    /// <summary>Does what an operator says, if it is one of paths.</summary>
    public void Execute(int op, Operands o, in Matrix m, bool isVisible)
    {
        switch (op)
        {
            case ('r' << 8) | 'e':
                Rectangle(o.Number(3), o.Number(2), o.Number(1), o.Number(0), m);
                break;
            case 'm':
                Move(o.Number(1), o.Number(0), m);
                break;
            case 'l':
                Line(o.Number(1), o.Number(0), m);
                break;
            case 'c' or 'v' or 'y':
                Curve(o.Number(1), o.Number(0), m);
                break;
            case 'h':
                Close();
                break;
            case 'S':
                Paint(false, isVisible);
                break;
            case 's':
                Close();
                Paint(false, isVisible);
                break;
            case 'f' or 'F' or (('f' << 8) | '*'):
                Paint(isVisible, false);
                break;
            case 'B' or 'b' or (('B' << 8) | '*') or (('b' << 8) | '*'):
                Paint(isVisible, isVisible);
                break;
            case 'n':
                Paint(false, false);
                break;
        }
    }

    private void Rectangle(double x, double y, double width, double height, in Matrix m)
    {
        if (pending.Count < MaxPending)
        {
            pending.Add((m.Apply(x, y, x + width, y + height), true));
        }

        current = first = m.Apply(x, y);
    }

    private void Move(double x, double y, in Matrix m) => current = first = m.Apply(x, y);

    private void Line(double x, double y, in Matrix m) => LineTo(m.Apply(x, y));

    private void Curve(double x, double y, in Matrix m) => current = m.Apply(x, y);

    private void Close() => LineTo(first);

    private void Paint(bool fill, bool stroke)
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
