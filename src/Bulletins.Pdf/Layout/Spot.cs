namespace Bulletins.Pdf.Layout;

/// <summary>A letter turned upright: its box as its own writing direction sees it.</summary>
internal sealed class Spot(Letter letter, PdfBox box)
{
    public Letter Letter { get; } = letter;

    public PdfBox Box { get; } = box;

    public double Size { get; } = letter.PointSize;

    public double CenterX { get; } = box.CenterX;

    public double CenterY { get; } = box.CenterY;

    /// <summary>A space was shown behind it.</summary>
    public bool HasSpaceBehind { get; set; }

    /// <summary>Its neighbours as <see cref="ChunkBuilder"/> finds them.</summary>
    public Spot? Next { get; set; }

    public Spot? Before { get; set; }

    public Spot? Below { get; set; }

    public bool IsBelow { get; set; }

    public bool IsInColumn { get; set; }

    /// <summary>A letter stands close beside it on its line.</summary>
    public bool HasNeighbour { get; set; }

    /// <summary>It is shown before: a shadow, or false bold.</summary>
    public bool IsDouble { get; set; }

    public bool IsHan { get; } = letter.Text.Length > 0 && letter.Text[0] is >= '\u2E80' and not (>= '\uFF10' and <= '\uFF5A');

    public override string ToString() => Letter.Text;
}

/// <summary>Prepares a page's letters: what is off the page, doubled or blank goes; the rest is sorted by direction.</summary>
internal static class Spots
{
    public static IEnumerable<List<Spot>> ByDirection(PdfPage page)
    {
        var upright = new List<Spot>?[4];
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
