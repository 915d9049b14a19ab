namespace Bulletins.Pdf.Layout;

/// <summary>The text of a line out of its letters, with spaces where gaps say so.</summary>
internal static class LineText
{
    // In ems: gaps that are spaces between Latin letters or figures, beside Chinese, and between Chinese.
    private const double LatinSpace = 0.18;
    private const double MixedSpace = 0.45;
    private const double HanSpace = 0.55;
    private const double LeastSpace = 0.08;

    // A column's letters may stand well apart: a space is what is wider by most of a letter than its narrowest gap.
    private const double SpaceDown = 0.8;
    private const int OnStack = 256;

    public static LayoutLine Make(Chunk chunk, int page)
    {
        var spots = chunk.Spots;
        Span<bool> isSpaced = spots.Length <= OnStack ? stackalloc bool[spots.Length] : new bool[spots.Length];
        var least = chunk.IsVertical ? LeastGap(spots) + SpaceDown : 0;
        var length = spots[0].Letter.Text.Length;
        for (var i = 1; i < spots.Length; i++)
        {
            isSpaced[i] = chunk.IsVertical ? GapDown(in spots[i - 1], in spots[i]) > least : IsSpaced(in spots[i - 1], in spots[i]);
            length += spots[i].Letter.Text.Length + (isSpaced[i] ? 1 : 0);
        }

        Span<char> text = length <= OnStack ? stackalloc char[length] : new char[length];
        var letters = new Letter?[length];
        var end = 0;
        for (var i = 0; i < spots.Length; i++)
        {
            var letter = spots[i].Letter;
            if (i > 0 && isSpaced[i])
            {
                text[end++] = ' ';
            }

            foreach (var c in letter.Text)
            {
                (text[end], letters[end]) = (c, letter);
                end++;
            }
        }

        return new LayoutLine(text.ToString(), letters, Box(chunk), chunk.Size, chunk.IsVertical, page);
    }

    private static PdfBox Box(Chunk chunk)
    {
        var box = chunk.Spots[0].Letter.Box;
        if (chunk.Spots[0].Letter.Direction == 0)
        {
            return chunk.Box;
        }

        foreach (ref readonly var spot in chunk.Spots)
        {
            box = box.Union(spot.Letter.Box);
        }

        return box;
    }

    private static double LeastGap(ReadOnlySpan<Spot> spots)
    {
        var least = double.MaxValue;
        for (var i = 1; i < spots.Length; i++)
        {
            least = Math.Min(least, GapDown(in spots[i - 1], in spots[i]));
        }

        return Math.Max(0, least);
    }

    private static double GapDown(ref readonly Spot before, ref readonly Spot spot) => (before.Box.Bottom - spot.Box.Top) / Math.Max(before.Size, spot.Size);

    private static bool IsSpaced(ref readonly Spot before, ref readonly Spot spot)
    {
        var gap = spot.Box.Left - before.Box.Right;
        if (gap <= 0)
        {
            return false;
        }

        var ems = gap / Math.Max(before.Size, spot.Size);
        if (before.HasSpaceBehind && ems > LeastSpace)
        {
            return true;
        }

        return ems > (before.IsHan, spot.IsHan) switch
        {
            (false, false) => LatinSpace,
            (true, true) => HanSpace,
            _ => MixedSpace,
        };
    }
}
