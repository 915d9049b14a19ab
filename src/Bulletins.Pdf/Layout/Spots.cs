using System.Runtime.InteropServices;

namespace Bulletins.Pdf.Layout;

/// <summary>Prepares a page's letters: what is off the page or blank goes; the rest is sorted by direction.</summary>
internal static class Spots
{
    /// <summary>The letters by the way they run, the way of most letters first. The caller disposes of the lists.</summary>
    public static IReadOnlyList<SpotList> ByDirection(PdfPage page)
    {
        var letters = page.Letters is List<Letter> list ? CollectionsMarshal.AsSpan(list) : page.Letters.ToArray();
        var upright = new SpotList?[4];
        var spaces = new List<Letter>();
        SpotList? last = null;
        for (var i = 0; i < letters.Length; i++)
        {
            var letter = letters[i];
            if (IsBlank(letter.Text))
            {
                if (last is not null && Touches(last[^1].Letter, letter))
                {
                    last[^1].HasSpaceBehind = true;
                }
                else
                {
                    spaces.Add(letter);
                }

                continue;
            }

            var (x, y) = (letter.Box.CenterX, letter.Box.CenterY);
            if (x >= -1 && y >= -1 && x <= page.Width + 1 && y <= page.Height + 1 && !char.IsControl(letter.Text[0]))
            {
                last = upright[letter.Direction / 90] ??= new SpotList(letters.Length - i);
                last.Add(letter, letter.Direction == 0 ? letter.Box : Turn(letter.Box, letter.Direction));
            }
        }

        Attach(spaces, upright);
        return [.. upright.OfType<SpotList>().OrderByDescending(g => g.Count)];
    }

    // Spaces that are not shown behind their letter stand behind it all the same.
    private static void Attach(List<Letter> spaces, SpotList?[] upright)
    {
        foreach (var group in spaces.GroupBy(s => s.Direction))
        {
            if (upright[group.Key / 90] is not { } spots)
            {
                continue;
            }

            var grid = new SpotGrid(spots, Math.Max(1, Chunk.MedianSize(spots.All)));
            foreach (var space in group)
            {
                var (box, em) = (Turn(space.Box, space.Direction), space.PointSize);
                foreach (var at in grid.Within(box.Left - (0.9 * em), box.CenterY - (0.3 * em), box.Left, box.CenterY + (0.3 * em)))
                {
                    spots[at].HasSpaceBehind |= Math.Abs(spots[at].Box.Right - box.Left) < 0.35 * em;
                }
            }
        }
    }

    // Unicode has no white space above U+3000.
    private static bool IsBlank(string text) => text.Length == 0 || (text[0] <= '\u3000' && string.IsNullOrWhiteSpace(text));

    private static bool Touches(Letter letter, Letter space)
    {
        var reach = 0.35 * letter.PointSize;
        return Math.Abs(letter.End.X - space.Start.X) < reach && Math.Abs(letter.End.Y - space.Start.Y) < reach;
    }

    private static PdfBox Turn(in PdfBox box, int direction) => direction switch
    {
        90 => new PdfBox(box.Bottom, -box.Right, box.Top, -box.Left),
        180 => new PdfBox(-box.Right, -box.Top, -box.Left, -box.Bottom),
        270 => new PdfBox(-box.Top, box.Left, -box.Bottom, box.Right),
        _ => box,
    };
}
