namespace Bulletins.Pdf.Layout;

/// <summary>A letter turned upright: its box as its own writing direction sees it.</summary>
internal sealed class Spot(Letter letter, PdfBox box)
{
    public Letter Letter { get; } = letter;

    public PdfBox Box { get; } = box;

    public double Size { get; } = letter.PointSize;

    /// <summary>A space was shown behind it.</summary>
    public bool HasSpaceBehind { get; set; }

    public bool IsHan => Letter.Text.Length > 0 && Letter.Text[0] is >= '\u2E80' and not (>= '\uFF10' and <= '\uFF5A');

    public override string ToString() => Letter.Text;
}

/// <summary>Prepares a page's letters: what is off the page, doubled or blank goes; the rest is sorted by direction.</summary>
internal static class Spots
{
    public static IEnumerable<List<Spot>> ByDirection(PdfPage page)
    {
        var upright = new List<Spot>?[4];
        var seen = new HashSet<(string, int, int, int)>();
        Spot? before = null;
        foreach (var letter in page.Letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Text))
            {
                if (before is not null && Touches(before.Letter, letter))
                {
                    before.HasSpaceBehind = true;
                }

                continue;
            }

            var box = letter.Box;
            if (box.CenterX < -1 || box.CenterY < -1 || box.CenterX > page.Width + 1 || box.CenterY > page.Height + 1 || char.IsControl(letter.Text[0]))
            {
                continue;
            }

            // Shadows and false bold: the same letter again, less than a quarter of an em away. Four cells, as the two may lie beside a cell's edge.
            var cell = Math.Max(0.5, letter.PointSize / 4);
            var (x, y) = ((int)(box.CenterX / cell), (int)(box.CenterY / cell));
            var size = (int)Math.Round(letter.PointSize * 2);
            if (IsDoubled(seen, letter.Text, x, y, size))
            {
                continue;
            }

            seen.Add((letter.Text, x, y, size));
            before = new Spot(letter, Turn(box, letter.Direction));
            (upright[letter.Direction / 90] ??= []).Add(before);
        }

        return upright.OfType<List<Spot>>().OrderByDescending(g => g.Count);
    }

    private static bool IsDoubled(HashSet<(string, int, int, int)> seen, string text, int x, int y, int size)
    {
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (seen.Contains((text, x + dx, y + dy, size)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Touches(Letter letter, Letter space)
    {
        var reach = 0.35 * letter.PointSize;
        return Math.Abs(letter.End.X - space.Start.X) < reach && Math.Abs(letter.End.Y - space.Start.Y) < reach;
    }

    private static PdfBox Turn(PdfBox box, int direction) => direction switch
    {
        90 => new PdfBox(box.Bottom, -box.Right, box.Top, -box.Left),
        180 => new PdfBox(-box.Right, -box.Top, -box.Left, -box.Bottom),
        270 => new PdfBox(-box.Top, box.Left, -box.Bottom, box.Right),
        _ => box,
    };
}
