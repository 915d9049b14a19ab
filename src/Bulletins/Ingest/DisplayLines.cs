namespace Bulletins.Ingest;

/// <summary>Collects the lines of a text with the type they are set in, and makes hints of them.</summary>
internal sealed class DisplayLines
{
    private const int LongestDisplay = 80;
    private const double Larger = 1.15;
    private readonly List<Line> lines = [];

    /// <summary>What the next words are set in.</summary>
    public Typography Type { get; set; }

    public void Begin(int start, MarkupKind? kind, int level) => lines.Add(new Line { Start = start, Kind = kind, Level = level });

    /// <summary>Words of this type reach to <paramref name="end"/>.</summary>
    public void End(int end, int count)
    {
        var line = lines[^1];
        line.End = end;
        line.Words += count;
        line.Bold += Type.IsBold ? count : 0;
        line.Smallest = Math.Min(line.Smallest, Type.Size);
        line.Sizes = Type.Size;
    }

    /// <summary>Headings, items and rows, and lines that stand out by their type from what most of the text is set in.</summary>
    public IReadOnlyList<MarkupBlock> Blocks(int length)
    {
        var all = lines.Sum(l => (long)l.Words);
        var usualIsBold = lines.Sum(l => (long)l.Bold) * 2 > all;
        var usual = lines.GroupBy(l => l.Sizes).OrderByDescending(g => g.Sum(l => (long)l.Words)).FirstOrDefault()?.Key ?? 0;
        var blocks = new List<MarkupBlock>();
        foreach (var line in lines)
        {
            var kind = line.Kind ?? (IsDisplay(line, usual, usualIsBold) ? MarkupKind.Strong : null);
            if (kind is { } known)
            {
                blocks.Add(new MarkupBlock(known, line.Start, Math.Min(line.End, length) - line.Start, known is MarkupKind.Heading or MarkupKind.ListItem ? line.Level : 0));
            }
        }

        return blocks;
    }

    private static bool IsDisplay(Line line, double usual, bool usualIsBold) =>
        line.Words is > 1 and <= LongestDisplay
        && ((!usualIsBold && line.Bold == line.Words) || (line.Smallest >= Larger * (usual == 0 ? 16 : usual) && line.Smallest > 0));

    private sealed class Line
    {
        public int Start { get; init; }

        public int End { get; set; }

        public MarkupKind? Kind { get; init; }

        public int Level { get; init; }

        public int Words { get; set; }

        public int Bold { get; set; }

        public double Smallest { get; set; } = double.MaxValue;

        public double Sizes { get; set; }
    }
}
