namespace Bulletins.Pdf.Layout;

/// <summary>Items between two heights that nothing crosses.</summary>
internal sealed class Row(Item first)
{
    public List<Item> Items { get; } = [first];

    public double Top { get; } = first.Box.Top;

    public double Bottom { get; private set; } = first.Box.Bottom;

    /// <summary>Where the first ends on the right, and where the last begins.</summary>
    public double FirstRight { get; private set; } = first.Box.Right;

    public double LastLeft { get; private set; } = first.Box.Left;

    /// <summary>The size of the smallest.</summary>
    public double Smallest { get; private set; } = first.Size;

    public void Add(Item item)
    {
        Items.Add(item);
        (Bottom, Smallest) = (Math.Min(Bottom, item.Box.Bottom), Math.Min(Smallest, item.Size));
        (FirstRight, LastLeft) = (Math.Min(FirstRight, item.Box.Right), Math.Max(LastLeft, item.Box.Left));
    }
}

internal static class RowCutter
{
    // How much of the smaller height two lines may share and still be above each other: em boxes of close lines touch.
    private const double Shared = 0.25;

    /// <summary>Cuts at every height that nothing crosses, from top to bottom.</summary>
    public static List<Row> Rows(List<Item> items)
    {
        if (items.Count == 1)
        {
            return [new Row(items[0])];
        }

        var rows = new List<Row>();
        foreach (var item in IsSorted(items) ? items : [.. items.OrderByDescending(i => i.Box.Top)])
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

    private static bool IsSorted(List<Item> items)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (items[i].Box.Top > items[i - 1].Box.Top)
            {
                return false;
            }
        }

        return true;
    }
}
