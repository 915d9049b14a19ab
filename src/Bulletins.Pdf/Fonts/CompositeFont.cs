namespace Bulletins.Pdf.Fonts;

/// <summary>A Type 0 font: codes of one to four bytes through a CMap to CIDs.</summary>
internal sealed class CompositeFont(LetterFont facts, CharacterMap map, CidTexts texts, CidWidths widths) : PdfFont(facts)
{
    private readonly Dictionary<long, Glyph> glyphs = [];

    public override Glyph Next(ReadOnlySpan<byte> text)
    {
        var code = map.Next(text);
        var key = ((long)code.Bytes << 32) | (uint)code.Value;
        if (!glyphs.TryGetValue(key, out var glyph))
        {
            glyphs[key] = glyph = Make(code);
        }

        return glyph;
    }

    private Glyph Make(CharacterCode code)
    {
        var cid = map.Cid(code);
        var found = texts.Find(code, cid);
        var (text, mapping) = found is null ? (Letter.UnknownText, LetterMapping.Unknown) : (found, LetterMapping.Mapped);
        var width = widths.Width(cid);
        if (!IsVertical)
        {
            return new Glyph(code.Value, code.Bytes, text, mapping, width);
        }

        var (down, x, y) = widths.Vertical(cid);
        return new Glyph(code.Value, code.Bytes, text, mapping, down, width, x ?? width / 2, y);
    }
}

/// <summary>Where the text of a CID is looked for, the surest place first.</summary>
internal sealed class CidTexts(CharacterMap? toUnicode, CharacterMap encoding, string? ordering, FontProgram? program, Func<int, int>? glyphOfCid)
{
    private readonly CidCollection? collection = CidCollection.Find(ordering);

    public string? Find(CharacterCode code, int cid) =>
        toUnicode?.Text(code)
        ?? encoding.Text(code)
        ?? (glyphOfCid is null ? null : program?.TextOfGlyph(glyphOfCid(cid)))
        ?? collection?.Text(cid)
        ?? (glyphOfCid is null ? ProgramText(cid) : null);

    // CIDs of a CID-keyed program are looked up in its own collection; in another one they are glyphs.
    private string? ProgramText(int cid) => program switch
    {
        CffProgram { IsCidKeyed: true } => CidCollection.Find(program.Ordering)?.Text(cid),
        TrueTypeProgram { Ordering: not null } => CidCollection.Find(program.Ordering)?.Text(cid),
        null => null,
        _ => program.TextOfGlyph(cid),
    };
}
