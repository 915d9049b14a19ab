namespace Bulletins.Pdf.Layout;

/// <summary>Lines of text under each other, with no more than a line's gap between them.</summary>
internal sealed class Column(Item first)
{
    private const double WidestIndent = 2.5; // ems

    public List<Item> Lines { get; } = [first];

    public PdfBox Box { get; private set; } = first.Box;

    public double Top => Box.Top;

    public bool Overlaps(PdfBox other) => Box.Left < other.Right && Box.Right > other.Left;

    /// <summary>The columns that lines make up, by their tops.</summary>
    /// <param name="lines">From top to bottom.</param>
    public static List<Column> Find(List<Item> lines, double widestGap)
    {
        var columns = new List<Column>();
        var open = new List<Column>();
        foreach (var line in lines)
        {
            open.RemoveAll(c => c.Lines[^1].Box.Bottom - line.Box.Top > widestGap);
            if (open.Find(c => c.CarriesOn(line)) is { } above)
            {
                above.Lines.Add(line);
                above.Box = above.Box.Union(line.Box);
            }
            else
            {
                var column = new Column(line);
                columns.Add(column);
                open.Add(column);
            }
        }

        return columns;
    }

    // A paragraph's last word and the next one's indented line hardly overlap.
    private bool CarriesOn(Item line) =>
        Lines[^1].Box.CenterY > line.Box.Top
        && (Math.Abs(line.Box.Left - Box.Left) < WidestIndent * line.Size || Math.Min(Box.Right, line.Box.Right) - Math.Max(Box.Left, line.Box.Left) > Math.Min(0.8 * line.Size, 0.5 * Math.Min(Box.Width, line.Box.Width)));
}
