namespace Bulletins.Pdf.Layout;

/// <summary>Columns of vertical writing that stand beside each other are read together, from right to left.</summary>
internal static class VerticalGroups
{
    private const int MaxColumns = 2_000;

    public static IEnumerable<Item> Group(List<Chunk> columns)
    {
        var sorted = columns.OrderByDescending(c => c.Box.CenterX).Take(MaxColumns).ToList();
        var groups = new List<List<Chunk>>();
        foreach (var column in sorted)
        {
            var group = groups.Find(g => IsNext(g[^1], column));
            if (group is null)
            {
                groups.Add([column]);
            }
            else
            {
                group.Add(column);
            }
        }

        return groups.Select(Item.OfColumns).Concat(columns.Count > MaxColumns ? columns.Except(sorted).Select(Item.Of) : []);
    }

    private static bool IsNext(Chunk right, Chunk left)
    {
        var gap = right.Box.Left - left.Box.Right;
        var shared = Math.Min(right.Box.Top, left.Box.Top) - Math.Max(right.Box.Bottom, left.Box.Bottom);
        return gap < 1.5 * right.Size && gap > -0.5 * right.Size && shared > 0.3 * Math.Min(right.Box.Height, left.Box.Height);
    }
}
