namespace Bulletins.Pdf.Layout;

/// <summary>Items between two heights that nothing crosses.</summary>
internal sealed record Row(List<Item> Items, double Top, double Bottom);

internal static class RowCutter
{
    // How much of the smaller height two lines may share and still be above each other: em boxes of close lines touch.
    private const double Shared = 0.25;

    /// <summary>Cuts at every height that nothing crosses, from top to bottom.</summary>
    public static List<Row> Rows(IEnumerable<Item> items)
    {
        var rows = new List<Row>();
        var smallest = 0.0;
        foreach (var item in items.OrderByDescending(i => i.Box.Top))
        {
            var slack = Shared * Math.Min(item.Size, smallest);
            if (rows.Count > 0 && item.Box.Top > rows[^1].Bottom + slack)
            {
                rows[^1].Items.Add(item);
                smallest = Math.Min(smallest, item.Size);
                rows[^1] = rows[^1] with { Bottom = Math.Min(rows[^1].Bottom, item.Box.Bottom) };
            }
            else
            {
                rows.Add(new Row([item], item.Box.Top, item.Box.Bottom));
                smallest = item.Size;
            }
        }

        return rows;
    }
}
