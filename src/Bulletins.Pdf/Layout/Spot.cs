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
        var seen = new Dictionary<(string, int, int, int), PdfBox>();
        var spaces = new List<Letter>();
        Spot? before = null;
        foreach (var letter in page.Letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Text))
            {
                if (before is not null && Touches(before.Letter, letter))
                {
                    before.HasSpaceBehind = true;
                }
                else
                {
                    spaces.Add(letter);
                }

                continue;
            }

            var box = letter.Box;
            if (box.CenterX < -1 || box.CenterY < -1 || box.CenterX > page.Width + 1 || box.CenterY > page.Height + 1 || char.IsControl(letter.Text[0]))
            {
                continue;
            }

            if (IsDoubled(seen, letter))
            {
                continue;
            }

            before = new Spot(letter, Turn(box, letter.Direction));
            (upright[letter.Direction / 90] ??= []).Add(before);
        }

        Attach(spaces, upright);
        return upright.OfType<List<Spot>>().OrderByDescending(g => g.Count);
    }

    // Spaces that are not shown behind their letter stand behind it all the same.
    private static void Attach(List<Letter> spaces, List<Spot>?[] upright)
    {
        foreach (var group in spaces.GroupBy(s => s.Direction))
        {
            if (upright[group.Key / 90] is not { } spots)
            {
                continue;
            }

            var grid = new SpotGrid(spots, Math.Max(1, Chunk.Median(spots.Select(s => s.Size))));
            foreach (var space in group)
            {
                var (box, em) = (Turn(space.Box, space.Direction), space.PointSize);
                foreach (var spot in grid.Within(box.Left - (0.9 * em), box.CenterY - (0.3 * em), box.Left, box.CenterY + (0.3 * em)))
                {
                    spot.HasSpaceBehind |= Math.Abs(spot.Box.Right - box.Left) < 0.35 * em;
                }
            }
        }
    }

    // Shadows and false bold: the same letter again, less than a quarter of an em and half its own width away (two narrow ones may
    // be neighbours). It may lie in the next cell.
    private static bool IsDoubled(Dictionary<(string, int, int, int), PdfBox> seen, Letter letter)
    {
        var (box, reach) = (letter.Box, letter.PointSize / 4);
        var cell = Math.Max(0.5, reach);
        var (x, y, size) = ((int)(box.CenterX / cell), (int)(box.CenterY / cell), (int)Math.Round(letter.PointSize * 2));
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (seen.TryGetValue((letter.Text, x + dx, y + dy, size), out var other)
                    && Math.Abs(other.CenterX - box.CenterX) < Math.Min(reach, 0.5 * box.Width) && Math.Abs(other.CenterY - box.CenterY) < Math.Min(reach, 0.5 * box.Height))
                {
                    return true;
                }
            }
        }

        seen[(letter.Text, x, y, size)] = box;
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
