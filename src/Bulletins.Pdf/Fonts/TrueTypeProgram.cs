using System.Text;

namespace Bulletins.Pdf.Fonts;

/// <summary>Reads the cmap and post tables of a TrueType or OpenType font.</summary>
internal sealed class TrueTypeProgram : FontProgram
{
    private const int MaxGlyphs = 65536;
    private readonly FontBytes font;
    private readonly Dictionary<string, (long At, long Length)> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> characters = []; // glyph to code point
    private readonly HashSet<int> codePoints = [];
    private readonly Dictionary<int, int> symbols = []; // code to glyph, 0xF000 taken off
    private readonly Dictionary<int, int> bytes = []; // code to glyph of the Macintosh table
    private readonly string?[] names;
    private readonly CffProgram? outlines;

    public TrueTypeProgram(byte[] data)
    {
        font = new FontBytes(data);
        var start = font.U32(0) == 0x74746366 ? font.U32(12) : 0; // a collection: its first font
        for (var i = 0; i < Math.Min(font.U16(start + 4), 64); i++)
        {
            var entry = start + 12 + (16 * i);
            tables.TryAdd(Encoding.Latin1.GetString(font.Slice(entry, 4)), (font.U32(entry + 8), font.U32(entry + 12)));
        }

        ReadCharacterMaps();
        names = ReadNames();
        outlines = tables.TryGetValue("CFF ", out var cff) ? CffProgram.TryRead(font.Slice(cff.At, cff.Length).ToArray()) : null;
    }

    public override string? Ordering => outlines?.Ordering;

    public override bool KeepsCodes => symbols.Count > 0;

    /// <summary>The font has a table that leads from the codes of a simple font to glyphs.</summary>
    public bool HasByteCodes => symbols.Count > 0 || bytes.Count > 0;

    public bool HasCharacter(int codePoint) => codePoints.Contains(codePoint);

    public override string? TextOfGlyph(int glyph)
    {
        if (characters.TryGetValue(glyph, out var point))
        {
            return char.ConvertFromUtf32(point);
        }

        return glyph > 0 && glyph < names.Length && names[glyph] is { } name ? GlyphNames.Text(name) : outlines?.TextOfGlyph(glyph);
    }

    public override int GlyphOfCode(int code) => symbols.TryGetValue(code, out var glyph) || bytes.TryGetValue(code, out glyph) ? glyph : 0;

    private void ReadCharacterMaps()
    {
        if (!tables.TryGetValue("cmap", out var table))
        {
            return;
        }

        for (var i = 0; i < Math.Min(font.U16(table.At + 2), 32); i++)
        {
            var entry = table.At + 4 + (8 * i);
            var (platform, encoding, at) = (font.U16(entry), font.U16(entry + 2), table.At + font.U32(entry + 4));
            switch (platform, encoding)
            {
                case (0, _) or (3, 1) or (3, 10):
                    Read(at, AddCharacter);
                    break;
                case (3, 0):
                    Read(at, (code, glyph) => symbols.TryAdd(code is >= 0xF000 and <= 0xF0FF ? code & 0xFF : code, glyph));
                    break;
                case (1, 0):
                    Read(at, (code, glyph) => bytes.TryAdd(code, glyph));
                    break;
            }
        }
    }

    // Of two characters of one glyph the ordinary one: not a radical, a compatibility or a private character.
    private void AddCharacter(int code, int glyph)
    {
        if (glyph != 0 && code < 0x180)
        {
            codePoints.Add(code);
        }

        if (glyph != 0 && Rune.IsValid(code) && code >= 32 && (!characters.TryGetValue(glyph, out var known) || Rank(code) < Rank(known)))
        {
            characters[glyph] = code;
        }
    }

    private static int Rank(int code) => code switch
    {
        >= 0xE000 and <= 0xF8FF or >= 0xF0000 => 3,
        >= 0x2E80 and <= 0x2FDF or >= 0xF900 and <= 0xFAFF or >= 0xFE10 and <= 0xFE4F or >= 0x2F800 and <= 0x2FA1F => 2,
        0xA0 or 0xAD => 1,
        _ => 0,
    };

    private void Read(long at, Action<int, int> add)
    {
        var left = MaxGlyphs * 4; // as many entries as any real font has
        switch (font.U16(at))
        {
            case 0:
                for (var code = 0; code < 256; code++)
                {
                    add(code, font.U8(at + 6 + code));
                }

                break;
            case 4:
                ReadSegments(at, add, ref left);
                break;
            case 6:
                for (var i = 0; i < font.U16(at + 8); i++)
                {
                    add(font.U16(at + 6) + i, font.U16(at + 10 + (2 * i)));
                }

                break;
            case 12:
                for (long i = 0, groups = Math.Min(font.U32(at + 12), font.Length / 12); i < groups; i++)
                {
                    var group = at + 16 + (12 * i);
                    var (first, last, glyph) = (font.U32(group), font.U32(group + 4), font.U32(group + 8));
                    for (var code = first; code <= last && code <= 0x10FFFF && left-- > 0; code++)
                    {
                        add((int)code, (int)Math.Min(glyph + (code - first), MaxGlyphs));
                    }
                }

                break;
        }
    }

    private void ReadSegments(long at, Action<int, int> add, ref int left)
    {
        var doubled = font.U16(at + 6) & ~1;
        for (var i = 0; i < doubled; i += 2)
        {
            var last = font.U16(at + 14 + i);
            var first = font.U16(at + 16 + doubled + i);
            var delta = font.U16(at + 16 + (2 * doubled) + i);
            var place = at + 16 + (3 * doubled) + i;
            var range = font.U16(place);
            for (var code = first; code <= last && code != 0xFFFF && left-- > 0; code++)
            {
                var glyph = range == 0 ? code : font.U16(place + range + (2 * (code - first)));
                add(code, glyph == 0 && range != 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    private string?[] ReadNames()
    {
        if (!tables.TryGetValue("post", out var post) || font.U32(post.At) != 0x20000)
        {
            return [];
        }

        var count = font.U16(post.At + 32);
        var own = new List<string>();
        for (var at = post.At + 34 + (2L * count); at < post.At + post.Length && at < font.Length && own.Count < MaxGlyphs;)
        {
            int length = font.U8(at);
            own.Add(Encoding.Latin1.GetString(font.Slice(at + 1, length)));
            at += length + 1;
        }

        var result = new string?[count];
        for (var i = 0; i < count; i++)
        {
            var index = font.U16(post.At + 34 + (2 * i));
            result[i] = index < 258 ? GlyphNames.Macintosh[index] : index - 258 < own.Count ? own[index - 258] : null;
        }

        return result;
    }
}
