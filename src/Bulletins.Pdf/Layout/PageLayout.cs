namespace Bulletins.Pdf.Layout;

/// <summary>The reading order of a page: letters to lines, lines to columns by the white space between them, columns to blocks.</summary>
public static class PageLayout
{
    private const int MaxRules = 300;

    /// <summary>The page's blocks as they are read. Text turned by 90 degrees follows the upright text.</summary>
    public static IReadOnlyList<LayoutBlock> Read(PdfPage page)
    {
        var blocks = new List<LayoutBlock>();
        foreach (var spots in Spots.ByDirection(page))
        {
            using (spots)
            {
                var isTurned = spots[0].Letter.Direction != 0;
                blocks.AddRange(Read(spots, isTurned ? [] : page.Rules, page.Number));
            }
        }

        return blocks;
    }

    private static IEnumerable<LayoutBlock> Read(SpotList spots, IReadOnlyList<PdfBox> rules, int page)
    {
        var body = BodySize(spots);
        var vertical = rules.Where(r => r.Height > 2 * r.Width).OrderByDescending(r => r.Height).Take(MaxRules).ToList();
        var horizontal = rules.Where(r => r.Width > 2 * r.Height).OrderByDescending(r => r.Width).Take(MaxRules).ToList();
        var chunks = ChunkBuilder.Build(spots, body, vertical);
        var lines = new LineMerger(chunks, body, vertical).Merge();
        var items = lines.Where(l => !l.IsVertical).Select(Item.Of).Concat(VerticalGroups.Group(lines.FindAll(l => l.IsVertical))).ToList();
        return PageCutter.Cut(HeadlineSpans.Widen(items, body, vertical), body, horizontal).SelectMany(column => BlockBuilder.Build(column, body, page));
    }

    // The size that most letters have, in half points.
    private static double BodySize(SpotList spots)
    {
        var counts = new Dictionary<double, int>();
        var (size, count) = (0.0, 0);
        foreach (ref readonly var spot in spots.All)
        {
            if (spot.Size != size)
            {
                Add();
                (size, count) = (spot.Size, 0);
            }

            count++;
        }

        Add();
        return Math.Max(1, counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key / 2);

        void Add() => counts[Math.Round(size * 2)] = counts.GetValueOrDefault(Math.Round(size * 2)) + count;
    }
}
