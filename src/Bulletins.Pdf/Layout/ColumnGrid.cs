namespace Bulletins.Pdf.Layout;

/// <summary>The gutters of a page's columns, told by where many lines of text end and, right behind, many begin. They hold for columns of two lines, too.</summary>
internal sealed class ColumnGrid
{
    private const int LeastLines = 6;

    // In ems of the body.
    private const double Step = 0.2;
    private const double Narrowest = 0.6;
    private const double Widest = 4;
    private const double Play = 0.3;

    private readonly double play;
    private readonly List<Strip> gutters = [];

    /// <param name="lines">Lines of running text.</param>
    public ColumnGrid(IEnumerable<PdfBox> lines, double body)
    {
        play = Play * body;
        var (begins, ends) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        foreach (var line in lines)
        {
            Count(begins, line.Left);
            Count(ends, line.Right);
        }

        var left = Edges(begins);
        foreach (var end in Edges(ends))
        {
            var next = left.BinarySearch(end + (Narrowest * body));
            next = next < 0 ? ~next : next;
            if (next < left.Count && left[next] < end + (Widest * body))
            {
                gutters.Add(new Strip(end, left[next]));
            }
        }

        void Count(Dictionary<int, int> counts, double x)
        {
            var at = (int)Math.Round(Math.Clamp(x, -1e5, 1e5) / (Step * body));
            counts[at] = counts.GetValueOrDefault(at) + 1;
        }

        // Where many lines do, not more of them next to it.
        List<double> Edges(Dictionary<int, int> counts) =>
            [.. counts.Where(c => c.Value + counts.GetValueOrDefault(c.Key + 1) + counts.GetValueOrDefault(c.Key - 1) >= LeastLines && c.Value >= counts.GetValueOrDefault(c.Key - 1) && c.Value > counts.GetValueOrDefault(c.Key + 1)).Select(c => c.Key * Step * body).Order()];
    }

    /// <summary>Whether a whole gutter lies between an end and the next beginning.</summary>
    public bool HasGutter(double end, double begin)
    {
        foreach (var gutter in gutters)
        {
            if (end <= gutter.Left + play && begin >= gutter.Right - play)
            {
                return true;
            }
        }

        return false;
    }
}
