namespace Bulletins.Pdf.Layout;

/// <summary>The edges of a page's columns, told by where many lines of text begin or end. They hold for columns of two lines, too.</summary>
internal sealed class ColumnGrid
{
    private const int LeastLines = 6;

    // In ems of the body.
    private const double Step = 0.2;
    private const double NarrowestGutter = 0.8;
    private const double Play = 0.3;
    private const double Indent = 2;

    private readonly double body;
    private readonly List<double> begins;
    private readonly List<double> ends;

    /// <param name="lines">Lines of running text.</param>
    public ColumnGrid(IEnumerable<PdfBox> lines, double body)
    {
        this.body = body;
        var (left, right) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        foreach (var line in lines)
        {
            Count(left, line.Left);
            Count(right, line.Right);
        }

        (begins, ends) = (Edges(left), Edges(right));
    }

    /// <summary>Whether one column ends and another begins between two parts of a line.</summary>
    public bool HasGutter(double end, double begin) =>
        begin - end > NarrowestGutter * body && (IsEdge(ends, end) || IsEdge(begins, begin) || IsEdge(begins, begin - (Indent * body)));

    private bool IsEdge(List<double> edges, double x)
    {
        var at = edges.BinarySearch(x);
        at = at < 0 ? ~at : at;
        return (at < edges.Count && edges[at] - x < Play * body) || (at > 0 && x - edges[at - 1] < Play * body);
    }

    private void Count(Dictionary<int, int> counts, double x)
    {
        var at = (int)Math.Round(Math.Clamp(x, -1e5, 1e5) / (Step * body));
        counts[at] = counts.GetValueOrDefault(at) + 1;
    }

    // Where many lines do, not more of them next to it.
    private List<double> Edges(Dictionary<int, int> counts)
    {
        var edges = new List<double>();
        foreach (var (at, count) in counts)
        {
            var (before, behind) = (counts.GetValueOrDefault(at - 1), counts.GetValueOrDefault(at + 1));
            if (before + count + behind >= LeastLines && count >= before && count > behind)
            {
                edges.Add(at * Step * body);
            }
        }

        edges.Sort();
        return edges;
    }
}
