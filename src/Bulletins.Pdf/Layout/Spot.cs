namespace Bulletins.Pdf.Layout;

/// <summary>A letter turned upright: its box as its own writing direction sees it, and its neighbours as <see cref="ChunkBuilder"/>
/// finds them, by their position in the <see cref="SpotList"/>.</summary>
internal struct Spot
{
    public const int None = -1;

    public Letter Letter { get; private set; }

    public PdfBox Box { get; private set; }

    public double Size { get; private set; }

    public int Next { get; set; }

    public int Before { get; set; }

    public int Below { get; set; }

    public bool IsBelow { get; set; }

    public bool IsInColumn { get; set; }

    /// <summary>A letter stands close beside it on its line.</summary>
    public bool HasNeighbour { get; set; }

    /// <summary>A space was shown behind it.</summary>
    public bool HasSpaceBehind { get; set; }

    /// <summary>It is shown before: a shadow, or false bold.</summary>
    public bool IsDouble { get; set; }

    public bool IsHan { get; private set; }

    public readonly double CenterX => Box.CenterX;

    public readonly double CenterY => Box.CenterY;

    /// <summary>Fills an empty one where it stands, which takes half the time of making one and copying it there.</summary>
    public void Fill(Letter letter, in PdfBox box)
    {
        (Letter, Box, Size) = (letter, box, letter.PointSize);
        (Next, Before, Below) = (None, None, None);
        IsHan = letter.Text[0] is >= '\u2E80' and not (>= '\uFF10' and <= '\uFF5A');
    }

    public override readonly string ToString() => Letter.Text;
}
