namespace Bulletins.Pdf.Layout;

/// <summary>Rows that are cut into columns together.</summary>
internal sealed class RowGroup
{
    private double firstRight = double.PositiveInfinity;
    private double lastLeft = double.NegativeInfinity;
    private List<Strip>? gutters;

    public RowGroup(IEnumerable<Item> items, List<Strip> free, bool isSolid, bool isHeaded)
    {
        IsSolid = isSolid;
        IsHeaded = isHeaded;
        Free = [];
        Add(items, free);
    }

    public List<Item> Items { get; } = [];

    /// <summary>The strips that all rows leave free.</summary>
    public List<Strip> Free { get; private set; }

    /// <summary>A line over everything: it is not cut, and closes what stands above it.</summary>
    public bool IsSolid { get; }

    /// <summary>Such a line stands right above.</summary>
    public bool IsHeaded { get; }

    /// <summary>Free strips with something on both sides.</summary>
    public List<Strip> Gutters => gutters ??= GuttersWith([], Free);

    public void Add(IEnumerable<Item> items, List<Strip> free)
    {
        (Free, gutters) = (free, null);
        foreach (var item in items)
        {
            Items.Add(item);
            (firstRight, lastLeft) = (Math.Min(firstRight, item.Box.Right), Math.Max(lastLeft, item.Box.Left));
        }
    }

    public List<Strip> GuttersWith(List<Item> more, List<Strip> free)
    {
        var (first, last) = (firstRight, lastLeft);
        foreach (var item in more)
        {
            (first, last) = (Math.Min(first, item.Box.Right), Math.Max(last, item.Box.Left));
        }

        return free.FindAll(s => s.Left >= first - 0.01 && s.Right <= last + 0.01);
    }

    /// <summary>The items cut at the gutters, from left to right.</summary>
    public List<List<Item>> Parts()
    {
        var cuts = Gutters.Select(g => (g.Left + g.Right) / 2).ToList();
        var parts = Enumerable.Range(0, cuts.Count + 1).Select(_ => new List<Item>()).ToList();
        foreach (var item in Items)
        {
            var at = cuts.BinarySearch(item.Box.CenterX);
            parts[at < 0 ? ~at : at].Add(item);
        }

        parts.RemoveAll(p => p.Count == 0);
        return parts;
    }
}
