namespace Bulletins.Pdf.Layout;

/// <summary>Rows that are cut into columns together.</summary>
internal sealed class RowGroup
{
    private double firstRight = double.PositiveInfinity;
    private double lastLeft = double.NegativeInfinity;
    private List<Strip>? gutters;

    public RowGroup(Row row, List<Strip> free, bool isSolid, bool isHeaded)
    {
        IsSolid = isSolid;
        IsHeaded = isHeaded;
        Free = free;
        Add(row, free);
    }

    public List<Item> Items { get; } = [];

    /// <summary>The strips that all rows leave free.</summary>
    public List<Strip> Free { get; private set; }

    /// <summary>A line over everything: it is not cut, and closes what stands above it.</summary>
    public bool IsSolid { get; }

    /// <summary>Such a line stands right above.</summary>
    public bool IsHeaded { get; }

    /// <summary>Free strips with something on both sides.</summary>
    public List<Strip> Gutters => gutters ??= Strips.Inside(Free, firstRight, lastLeft);

    public void Add(Row row, List<Strip> free)
    {
        (Free, gutters) = (free, null);
        Items.AddRange(row.Items);
        (firstRight, lastLeft) = (Math.Min(firstRight, row.FirstRight), Math.Max(lastLeft, row.LastLeft));
    }

    public List<Strip> GuttersWith(Row more, List<Strip> free) => Strips.Inside(free, Math.Min(firstRight, more.FirstRight), Math.Max(lastLeft, more.LastLeft));

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
