namespace Bulletins.Pdf.Fonts;

/// <summary>What a font shows for a code. Lengths are in the unit of the font size: 1 is an em.</summary>
/// <param name="Advance">To the right, or downwards (a positive number) in vertical writing.</param>
/// <param name="Width">For vertical writing, how broad the glyph is.</param>
/// <param name="OriginX">For vertical writing, where the glyph's vertical origin stands from its horizontal one.</param>
internal sealed record Glyph(int Code, int Bytes, string Text, LetterMapping Mapping, double Advance, double Width = 0, double OriginX = 0, double OriginY = 0)
{
    /// <summary>A single byte 32, which word spacing widens.</summary>
    public bool IsSpaceByte => Bytes == 1 && Code == 32;
}

/// <summary>A font as far as text needs it.</summary>
internal abstract class PdfFont(LetterFont facts)
{
    public LetterFont Facts { get; } = facts;

    public bool IsVertical => Facts.IsVertical;

    /// <summary>The glyph of the code that a string begins with; takes at least one byte.</summary>
    public abstract Glyph Next(ReadOnlySpan<byte> text);
}
