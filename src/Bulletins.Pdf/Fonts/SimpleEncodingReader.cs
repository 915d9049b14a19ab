using System.Globalization;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Fonts;

/// <summary>What the codes of a simple font are when no ToUnicode map tells: its encoding, differences, and the font program.</summary>
internal sealed class SimpleEncodingReader
{
    private readonly string?[] differences = new string?[256];
    private readonly string? named;
    private readonly string usual;
    private readonly FontProgram? program;
    private readonly bool isSymbolic;
    private readonly bool isSymbolFont;

    public SimpleEncodingReader(PdfFile file, PdfDictionary font, string name, PdfDictionary? descriptor, FontProgram? program)
    {
        this.program = program;
        isSymbolic = descriptor is not null && file.GetNumber(descriptor, "Flags") is { } flags && ((int)flags & 4) != 0;
        usual = name.StartsWith("Symbol", StringComparison.Ordinal) ? SimpleEncodings.Symbol
            : name.Contains("Dingbats", StringComparison.OrdinalIgnoreCase) ? SimpleEncodings.Dingbats
            : SimpleEncodings.Standard;
        isSymbolFont = usual != SimpleEncodings.Standard || name.Contains("Wingdings", StringComparison.OrdinalIgnoreCase) || name.Contains("Webdings", StringComparison.OrdinalIgnoreCase);
        var encoding = file.Get(font, "Encoding");
        named = SimpleEncodings.Find((encoding as PdfName)?.Value);
        if (encoding is PdfDictionary dictionary)
        {
            named = SimpleEncodings.Find(file.GetName(dictionary, "BaseEncoding"));
            ReadDifferences(file, file.Get<PdfArray>(dictionary, "Differences"));
        }
    }

    public (string? Text, LetterMapping Mapping) Text(int code)
    {
        if (differences[code] is { } name)
        {
            return GlyphNames.Text(name) is { } text ? (text, LetterMapping.Mapped) : Numbered(name, code);
        }

        if (program is TrueTypeProgram trueType && (isSymbolic || named is null))
        {
            return TrueType(trueType, code);
        }

        if (named is null && program?.NameOfCode(code) is { } own)
        {
            return (GlyphNames.Text(own), LetterMapping.Mapped);
        }

        if (named is null && program is CffProgram && program.GlyphOfCode(code) is > 0 and var glyph)
        {
            return (program.TextOfGlyph(glyph), LetterMapping.Mapped);
        }

        // Wingdings with an encoding for letters: the letters are only the keys of its pictures.
        var table = isSymbolFont ? usual : named ?? usual;
        var mapping = isSymbolFont && usual == SimpleEncodings.Standard ? LetterMapping.Unknown : LetterMapping.Mapped;
        return mapping == LetterMapping.Mapped && table[code] != '\0' ? (table[code].ToString(), mapping) : (null, LetterMapping.Unknown);
    }

    // "g17", "glyph17", "index17" number a glyph of the font; "C65" and "G41" beside code 65 are names made of the code.
    private (string?, LetterMapping) Numbered(string name, int code)
    {
        var digits = name.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz");
        if (program is TrueTypeProgram font && name[..^digits.Length] is "g" or "gid" or "glyph" or "index"
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var glyph) && font.TextOfGlyph(glyph) is { } text)
        {
            return (text, LetterMapping.Mapped);
        }

        var isCode = code is > 0x20 and < 0x7F && !isSymbolFont && name.Length > 2 && name[0] is 'C' or 'c' or 'G'
            && int.TryParse(name.AsSpan(1), name[0] == 'G' ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == code;
        return isCode ? (((char)code).ToString(), LetterMapping.Guessed) : (null, LetterMapping.Unknown);
    }

    private (string?, LetterMapping) TrueType(TrueTypeProgram font, int code)
    {
        if (font.TextOfGlyph(font.GlyphOfCode(code)) is { } text)
        {
            return (text, LetterMapping.Mapped);
        }

        if (named is not null && !isSymbolFont && named[code] != '\0')
        {
            return (named[code].ToString(), LetterMapping.Mapped);
        }

        // Without an encoding the codes of a font for text are those of its table for the Macintosh; where it has no table
        // for bytes at all, those of the usual encoding, as far as it has such characters.
        var letter = isSymbolFont || named is not null ? '\0' : font.HasByteCodes ? SimpleEncodings.Macintosh[code] : usual[code];
        if (letter != '\0' && (font.HasByteCodes ? !isSymbolic && font.GlyphOfCode(code) != 0 : font.HasCharacter(letter)))
        {
            return (letter.ToString(), LetterMapping.Guessed);
        }

        // Codes that were characters once: most writers of symbolic subsets keep ASCII as it is.
        return font.KeepsCodes && !isSymbolFont && code is > 0x20 and < 0x7F && font.GlyphOfCode(code) != 0
            ? (((char)code).ToString(), LetterMapping.Guessed)
            : code == 0x20 ? (" ", LetterMapping.Guessed) : (null, LetterMapping.Unknown);
    }

    private void ReadDifferences(PdfFile file, PdfArray? array)
    {
        var code = 0;
        foreach (var item in array?.Items ?? [])
        {
            switch (file.Resolve(item))
            {
                case double number:
                    code = (int)Math.Clamp(number, 0, 255);
                    break;
                case PdfName name:
                    if (code < 256)
                    {
                        differences[code++] = name.Value;
                    }

                    break;
            }
        }
    }
}
