namespace Bulletins.Ingest.Pdf;

/// <summary>Tells the parts of printed headlines by their sizes: the largest lines are the headline, smaller ones over it the kicker, under it the subtitle.</summary>
internal static class HeadlineParts
{
    /// <summary>The size of a headline that stands by itself, against the body's.</summary>
    public const double Least = 1.25;

    private const double LeastPart = 1.08;
    private const double SameSize = 0.92;
    private const int Longest = 60;

    // Within a newspaper's narrow column: no subhead is set so large against the body, unless the headline over it is larger by far.
    private const double LargestSubhead = 1.4;
    private const double LikeTheLast = 0.85;
    private const double WidestNarrow = 0.4;
    private const int FewestLines = 20;

    /// <summary>Of each block what it is: a heading (a headline where it stands over several columns), its kicker or subtitle, or null.</summary>
    public static MarkupKind?[] Find(IReadOnlyList<PdfBlock> blocks, double body)
    {
        var kinds = new MarkupKind?[blocks.Count];
        var newspaper = NewspaperPages(blocks, body);
        var last = 0.0;
        for (var first = 0; first < blocks.Count;)
        {
            var end = first + 1;
            while (end < blocks.Count && blocks[first].Headline is not null && blocks[end].Headline == blocks[first].Headline)
            {
                end++;
            }

            var largest = Enumerable.Range(first, end - first).Max(i => blocks[i].Size);
            if (largest >= Least * body && !blocks[first].IsRow)
            {
                var isHeadline = blocks[first].SpansColumns || (newspaper.Contains(blocks[first].Page) && largest >= LargestSubhead * body && largest >= LikeTheLast * last);
                last = blocks[first].SpansColumns ? 0 : isHeadline ? largest : last;
                Mark(blocks, first, end, largest, body, isHeadline ? MarkupKind.Headline : MarkupKind.Heading, kinds);
            }

            first = end;
        }

        return kinds;
    }

    private static void Mark(IReadOnlyList<PdfBlock> blocks, int first, int end, double largest, double body, MarkupKind kind, MarkupKind?[] kinds)
    {
        var isAbove = true;
        for (var i = first; i < end; i++)
        {
            if (blocks[i].Lines.Sum(l => l.Text.Length) > Longest)
            {
                continue;
            }

            if (blocks[i].Size >= SameSize * largest)
            {
                (kinds[i], isAbove) = (kind, false);
            }
            else if (blocks[i].Size > LeastPart * body)
            {
                kinds[i] = isAbove ? MarkupKind.Kicker : MarkupKind.Subtitle;
            }
        }
    }

    // Pages of three columns and more with headlines over several of them: what follows in one column only is no newspaper's page.
    private static HashSet<int> NewspaperPages(IReadOnlyList<PdfBlock> blocks, double body)
    {
        var pages = new HashSet<int>();
        foreach (var page in blocks.GroupBy(b => b.Page))
        {
            var widths = page.SelectMany(b => b.Lines).Where(l => Math.Abs(l.Size - body) < 0.15 * body).Select(l => l.Box.Width).Order().ToList();
            var width = page.Max(b => b.Box.Right) - page.Min(b => b.Box.Left);
            if (widths.Count >= FewestLines && page.Any(b => b.SpansColumns) && widths[widths.Count * 9 / 10] < WidestNarrow * width)
            {
                pages.Add(page.Key);
            }
        }

        return pages;
    }
}
