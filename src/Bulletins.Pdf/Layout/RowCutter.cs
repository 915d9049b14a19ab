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
        foreach (var item in items.OrderByDescending(i => i.Box.Top))
        {
            var slack = rows.Count == 0 ? 0 : Shared * Math.Min(item.Size, rows[^1].Items.Min(i => i.Size));
            if (rows.Count > 0 && item.Box.Top > rows[^1].Bottom + slack)
            {
                rows[^1].Items.Add(item);
                rows[^1] = rows[^1] with { Bottom = Math.Min(rows[^1].Bottom, item.Box.Bottom) };
            }
            else
            {
                rows.Add(new Row([item], item.Box.Top, item.Box.Bottom));
            }
        }

        return rows;
    }
}
