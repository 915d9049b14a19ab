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
        var length = chunk.Spots[0].Letter.Text.Length;
        for (var i = 1; i < chunk.Spots.Count; i++)
        {
            length += chunk.Spots[i].Letter.Text.Length + (IsSpaced(chunk.Spots[i - 1], chunk.Spots[i], chunk.IsVertical) ? 1 : 0);
        }

        var (text, places, fonts) = (new StringBuilder(length), new PdfBox?[length], new LetterFont[length]);
        var box = chunk.Spots[0].Letter.Box;
        Spot? before = null;
        foreach (var spot in chunk.Spots)
        {
            if (before is not null && IsSpaced(before, spot, chunk.IsVertical))
            {
                fonts[text.Length] = before.Letter.Font;
                text.Append(' ');
            }

            for (var i = text.Length; i < text.Length + spot.Letter.Text.Length; i++)
            {
                (places[i], fonts[i]) = (spot.Letter.Box, spot.Letter.Font);
            }

            text.Append(spot.Letter.Text);
            box = box.Union(spot.Letter.Box);
            before = spot;
        }

        return new LayoutLine(text.ToString(), places, box, chunk.Size, fonts, chunk.IsVertical, page);
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
