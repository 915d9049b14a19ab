using System.Text;

namespace Bulletins.Pdf.Layout;

/// <summary>The text of a line out of its letters, with spaces where gaps say so.</summary>
internal static class LineText
{
    // In ems: gaps that are spaces between Latin letters or figures, beside Chinese, and between Chinese.
    private const double LatinSpace = 0.18;
    private const double MixedSpace = 0.45;
    private const double HanSpace = 0.55;

    public static LayoutLine Make(Chunk chunk, int page)
    {
        var text = new StringBuilder(chunk.Spots.Count);
        var places = new List<PdfBox?>(chunk.Spots.Count);
        var fonts = new List<LetterFont>(chunk.Spots.Count);
        Spot? before = null;
        foreach (var spot in chunk.Spots)
        {
            if (before is not null && IsSpaced(before, spot, chunk.IsVertical))
            {
                text.Append(' ');
                places.Add(null);
                fonts.Add(before.Letter.Font);
            }

            text.Append(spot.Letter.Text);
            for (var i = 0; i < spot.Letter.Text.Length; i++)
            {
                places.Add(spot.Letter.Box);
                fonts.Add(spot.Letter.Font);
            }

            before = spot;
        }

        var box = chunk.Spots.Select(s => s.Letter.Box).Aggregate((a, b) => a.Union(b));
        return new LayoutLine(text.ToString(), [.. places], box, chunk.Size, [.. fonts], chunk.IsVertical, page);
    }

    private static bool IsSpaced(Spot before, Spot spot, bool isVertical)
    {
        var gap = (isVertical ? before.Box.Bottom - spot.Box.Top : spot.Box.Left - before.Box.Right) / Math.Max(before.Size, spot.Size);
        if (isVertical)
        {
            return gap > 1.2;
        }

        if (before.HasSpaceBehind && gap > 0.08)
        {
            return true;
        }

        return gap > (before.IsHan, spot.IsHan) switch
        {
            (false, false) => LatinSpace,
            (true, true) => HanSpace,
            _ => MixedSpace,
        };
    }
}
