using System.Text;

namespace Bulletins.Pdf.Fonts;

/// <summary>Reads the names (or CIDs) and the encoding of a compact font.</summary>
internal sealed class CffProgram : FontProgram
{
    private readonly FontBytes font;
    private readonly long[] strings;
    private readonly int[] charset = [];
    private readonly Dictionary<int, int> glyphs = []; // code to glyph
    private readonly bool hasStandardEncoding;

    private CffProgram(byte[] data)
    {
        font = new FontBytes(data);
        var names = Index(font.U8(2), out var at);
        var tops = Index(at, out at);
        strings = Index(at, out _);
        if (names.Length < 2 || tops.Length < 2)
        {
            return;
        }

        var top = Dictionary(tops[0], tops[1]);
        if (top.TryGetValue(0xC1E, out var ros) && ros.Count >= 2)
        {
            IsCidKeyed = true;
            Ordering = Name((int)ros[1]);
        }

        var count = top.TryGetValue(17, out var shapes) && shapes.Count > 0 ? Math.Max(0, Index((long)shapes[0], out _).Length - 1) : 0;
        charset = ReadCharset(top.TryGetValue(15, out var set) && set.Count > 0 ? (long)set[0] : 0, count);
        var encoding = top.TryGetValue(16, out var code) && code.Count > 0 ? (long)code[0] : 0;
        hasStandardEncoding = encoding == 0;
        if (encoding > 1)
        {
            ReadEncoding(encoding);
        }
    }

    public bool IsCidKeyed { get; }

    public override string? Ordering { get; }

    public static CffProgram? TryRead(byte[] data) => data.Length > 8 && data[0] == 1 ? new CffProgram(data) : null;

    public override string? NameOfCode(int code) =>
        hasStandardEncoding || IsCidKeyed ? null : glyphs.TryGetValue(code, out var glyph) && glyph < charset.Length ? Name(charset[glyph]) : null;

    public override int GlyphOfCode(int code) => glyphs.GetValueOrDefault(code);

    public override string? TextOfGlyph(int glyph)
    {
        if (glyph <= 0 || glyph >= charset.Length)
        {
            return null;
        }

        return IsCidKeyed ? CidCollection.Find(Ordering)?.Text(charset[glyph]) : Name(charset[glyph]) is { } name ? GlyphNames.Text(name) : null;
    }

    // The places where the items begin, and where the last one ends.
    private long[] Index(long at, out long behind)
    {
        var count = font.U16(at);
        behind = at + 2;
        if (count == 0)
        {
            return [];
        }

        var size = font.U8(at + 2);
        if (size is 0 or > 4 || at + 3 + ((count + 1L) * size) > font.Length)
        {
            return [];
        }

        var start = at + 2 + ((count + 1L) * size);
        var places = new long[count + 1];
        for (var i = 0; i <= count; i++)
        {
            places[i] = start + font.Offset(at + 3 + (i * size), size);
        }

        behind = places[count];
        return places;
    }

    private Dictionary<int, List<double>> Dictionary(long at, long end)
    {
        var result = new Dictionary<int, List<double>>();
        var operands = new List<double>();
        while (at < end && at < font.Length)
        {
            int b = font.U8(at++);
            switch (b)
            {
                case <= 21:
                    result[b == 12 ? 0xC00 | font.U8(at++) : b] = operands;
                    operands = [];
                    break;
                case 28:
                    operands.Add(font.I16(at));
                    at += 2;
                    break;
                case 29:
                    operands.Add((int)font.U32(at));
                    at += 4;
                    break;
                case 30:
                    while (at < font.Length && (font.U8(at) & 15) != 15 && font.U8(at) >> 4 != 15)
                    {
                        at++;
                    }

                    at++;
                    operands.Add(0); // a fraction: none of the entries read here is one
                    break;
                case >= 32 and <= 246:
                    operands.Add(b - 139);
                    break;
                case >= 247 and <= 250:
                    operands.Add(((b - 247) * 256) + font.U8(at++) + 108);
                    break;
                case >= 251 and <= 254:
                    operands.Add((-(b - 251) * 256) - font.U8(at++) - 108);
                    break;
            }
        }

        return result;
    }

    private int[] ReadCharset(long at, int count)
    {
        var result = new int[count];
        if (at <= 2)
        {
            for (var i = 0; i < count; i++)
            {
                result[i] = i; // ISOAdobe; the two expert sets hold no letters of running text
            }

            return result;
        }

        int format = font.U8(at++);
        for (var glyph = 1; glyph < count && at < font.Length;)
        {
            var first = font.U16(at);
            var left = format == 0 ? 0 : format == 1 ? font.U8(at + 2) : font.U16(at + 2);
            at += format == 0 ? 2 : format == 1 ? 3 : 4;
            for (var i = 0; i <= left && glyph < count; i++)
            {
                result[glyph++] = first + i;
            }
        }

        return result;
    }

    private void ReadEncoding(long at)
    {
        var format = font.U8(at) & 0x7F;
        int count = font.U8(at + 1);
        for (int i = 0, glyph = 1; i < count; i++)
        {
            if (format == 0)
            {
                glyphs[font.U8(at + 2 + i)] = glyph++;
            }
            else
            {
                for (var k = 0; k <= font.U8(at + 3 + (2 * i)); k++)
                {
                    glyphs[(font.U8(at + 2 + (2 * i)) + k) & 255] = glyph++;
                }
            }
        }
    }

    private string? Name(int sid)
    {
        var standard = GlyphNames.CffStrings;
        var own = sid - standard.Length;
        return sid < 0 ? null
            : own < 0 ? standard[sid]
            : own + 1 < strings.Length ? Encoding.Latin1.GetString(font.Slice(strings[own], Math.Min(strings[own + 1] - strings[own], 256)))
            : null;
    }
}
