namespace Bulletins.Pdf.Layout;

/// <summary>A vertical strip of the page; the outermost ones have no outer edge.</summary>
internal readonly record struct Strip(double Left, double Right)
{
    public bool Overlaps(Strip other) => Left < other.Right && other.Left < Right;
}

internal static class Strips
{
    /// <summary>The strips that nothing covers, at least so wide, from left to right.</summary>
    public static List<Strip> Free(List<Item> items, double width)
    {
        var free = new List<Strip>(items.Count + 1);
        var covered = double.NegativeInfinity;
        foreach (var item in items.Count == 1 ? items : [.. items.OrderBy(i => i.Box.Left)])
        {
            if (item.Box.Left - covered >= width)
            {
                free.Add(new Strip(covered, item.Box.Left));
            }

            covered = Math.Max(covered, item.Box.Right);
        }

        free.Add(new Strip(covered, double.PositiveInfinity));
        return free;
    }

    /// <summary>Those with something on both sides: right of where the first thing ends, left of where the last one begins.</summary>
    public static List<Strip> Inside(List<Strip> free, double firstRight, double lastLeft)
    {
        var inside = new List<Strip>();
        foreach (var strip in free)
        {
            if (strip.Left >= firstRight - 0.01 && strip.Right <= lastLeft + 0.01)
            {
                inside.Add(strip);
            }
        }

        return inside;
    }

    /// <summary>What is free in both, at least so wide.</summary>
    public static List<Strip> Shared(List<Strip> a, List<Strip> b, double width)
    {
        var shared = new List<Strip>();
        for (int i = 0, k = 0; i < a.Count && k < b.Count;)
        {
            var both = new Strip(Math.Max(a[i].Left, b[k].Left), Math.Min(a[i].Right, b[k].Right));
            if (both.Right - both.Left >= width)
            {
                shared.Add(both);
            }

            if (a[i].Right < b[k].Right)
            {
                i++;
            }
            else
            {
                k++;
            }
        }

        return shared;
    }

    /// <summary>Whether each strip has some of it in one of the others.</summary>
    public static bool AllOverlap(List<Strip> strips, List<Strip> others)
    {
        foreach (var strip in strips)
        {
            if (!others.Exists(o => o.Overlaps(strip)))
            {
                return false;
            }
        }

        return true;
    }
}
