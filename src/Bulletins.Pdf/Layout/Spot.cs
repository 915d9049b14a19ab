namespace Bulletins.Pdf.Layout;

/// <summary>A letter turned upright: its box as its own writing direction sees it, and its neighbours as <see cref="ChunkBuilder"/>
/// finds them, by their position in the <see cref="SpotList"/>.</summary>
internal struct Spot(Letter letter, in PdfBox box)
{
    public const int None = -1;

    public readonly Letter Letter { get; } = letter;

    public readonly PdfBox Box { get; } = box;

    public readonly double Size { get; } = letter.PointSize;

    public int Next { get; set; } = None;

    public int Before { get; set; } = None;

    public int Below { get; set; } = None;

    public bool IsBelow { get; set; }

    public bool IsInColumn { get; set; }

    /// <summary>A letter stands close beside it on its line.</summary>
    public bool HasNeighbour { get; set; }

    /// <summary>A space was shown behind it.</summary>
    public bool HasSpaceBehind { get; set; }

    /// <summary>It is shown before: a shadow, or false bold.</summary>
    public bool IsDouble { get; set; }

    public readonly bool IsHan { get; } = letter.Text[0] is >= '\u2E80' and not (>= '\uFF10' and <= '\uFF5A');

    public readonly double CenterX => Box.CenterX;

    public readonly double CenterY => Box.CenterY;

    public override readonly string ToString() => Letter.Text;
}
