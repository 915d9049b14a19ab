namespace Bulletins.Pdf.Fonts;

/// <summary>A font whose codes are bytes; in one that is known to be Chinese and has no tables, GBK pairs.</summary>
internal sealed class SimpleFont(LetterFont facts, Func<int, (string? Text, LetterMapping Mapping)> texts, Func<int, double> widths, bool readsGbk) : PdfFont(facts)
{
    private readonly Glyph?[] glyphs = new Glyph?[256];
    private readonly Dictionary<int, Glyph> pairs = [];

    public override Glyph Next(ReadOnlySpan<byte> text)
    {
        if (readsGbk && text.Length > 1 && text[0] >= 0x81 && text[0] < 0xFF && text[1] >= 0x40 && Pair(text[0], text[1]) is { } pair)
        {
            return pair;
        }

        return glyphs[text[0]] ??= Single(text[0]);
    }

    private Glyph Single(int code)
    {
        var (text, mapping) = texts(code);
        return text is null ? new Glyph(code, 1, Letter.UnknownText, LetterMapping.Unknown, widths(code)) : new Glyph(code, 1, text, mapping, widths(code));
    }

    private Glyph? Pair(byte lead, byte trail)
    {
        var code = (lead << 8) | trail;
        if (!pairs.TryGetValue(code, out var glyph))
        {
            var text = PredefinedMaps.Gb18030.GetString([lead, trail]);
            var isOne = text.Length == 1 && text[0] != '\uFFFD';
            glyph = new Glyph(code, 2, isOne ? text : "", LetterMapping.Guessed, widths(lead) + widths(trail));
            pairs[code] = glyph;
        }

        return glyph.Text.Length > 0 ? glyph : null;
    }
}
