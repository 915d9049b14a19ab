namespace Bulletins.Pdf.Fonts;

/// <summary>What an embedded font says of its glyphs. Outlines are not read.</summary>
internal abstract class FontProgram
{
    /// <summary>The character of a glyph; null where the font does not say.</summary>
    public abstract string? TextOfGlyph(int glyph);

    /// <summary>The glyph's name at a code of the font's own encoding.</summary>
    public virtual string? NameOfCode(int code) => null;

    /// <summary>The glyph at a code of a simple font, 0 for none.</summary>
    public virtual int GlyphOfCode(int code) => 0;

    /// <summary>The character collection that the glyphs' CIDs belong to.</summary>
    public virtual string? Ordering => null;

    /// <summary>Glyphs stand at their own numbers under codes that began as characters (a symbolic TrueType with 0xF000 codes).</summary>
    public virtual bool KeepsCodes => false;
}
