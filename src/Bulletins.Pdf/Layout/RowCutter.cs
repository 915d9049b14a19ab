namespace Bulletins.Pdf.Layout;

/// <summary>Items between two heights that nothing crosses.</summary>
internal sealed class Row(Item first)
{
    public List<Item> Items { get; } = [first];

    public double Top { get; } = first.Box.Top;

    public double Bottom { get; private set; } = first.Box.Bottom;

    /// <summary>The size of the smallest.</summary>
    public double Smallest { get; private set; } = first.Size;

    public void Add(Item item)
    {
        Items.Add(item);
        (Bottom, Smallest) = (Math.Min(Bottom, item.Box.Bottom), Math.Min(Smallest, item.Size));
    }
}

internal static class RowCutter
{
    // How much of the smaller height two lines may share and still be above each other: em boxes of close lines touch.
    private const double Shared = 0.25;

    /// <summary>Cuts at every height that nothing crosses, from top to bottom.</summary>
    public static List<Row> Rows(IEnumerable<Item> items)
    {
        var rows = new List<Row>();
        foreach (var item in items.OrderByDescending(i => i.Box.Top))
        {
            if (rows.Count > 0 && item.Box.Top > rows[^1].Bottom + (Shared * Math.Min(item.Size, rows[^1].Smallest)))
            {
                rows[^1].Add(item);
            }
            else
            {
                rows.Add(new Row(item));
            }
        }

        return rows;
    }
}
