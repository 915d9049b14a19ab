using System.Text;

namespace Bulletins.Pdf.Fonts;

/// <summary>The CMaps that a file may name without holding them. Their codes are Unicode or a code page, so that the
/// characters follow without Adobe's CMap files; CIDs, which only the widths need, come from the collections backwards.</summary>
internal static class PredefinedMaps
{
    private const int Gb = CodePageMap.Gb18030;

    // Name without -H or -V, ordering, code page, CID of the half-width "!" where ASCII is not proportional (0 where it is).
    private static readonly (string Name, string Ordering, int CodePage, int HalfWidth)[] CodePages =
    [
        ("GB-EUC", "GB1", Gb, 814), ("GBpc-EUC", "GB1", Gb, 0), ("GBK-EUC", "GB1", Gb, 814), ("GBKp-EUC", "GB1", Gb, 0), ("GBK2K", "GB1", Gb, 0),
        ("B5pc", "CNS1", 950, 0), ("ETen-B5", "CNS1", 950, 13649), ("ETenms-B5", "CNS1", 950, 0), ("HKscs-B5", "CNS1", 950, 0), ("CNS-EUC", "CNS1", CodePageMap.Ascii, 13649),
        ("83pv-RKSJ", "Japan1", 932, 0), ("90ms-RKSJ", "Japan1", 932, 232), ("90msp-RKSJ", "Japan1", 932, 0), ("90pv-RKSJ", "Japan1", 932, 0),
        ("Add-RKSJ", "Japan1", 932, 232), ("Ext-RKSJ", "Japan1", 932, 232), ("EUC", "Japan1", 51932, 232),
        ("KSC-EUC", "Korea1", 949, 8095), ("KSCms-UHC", "Korea1", 949, 0), ("KSCms-UHC-HW", "Korea1", 949, 8095), ("KSCpc-EUC", "Korea1", 949, 0),
    ];

    private static readonly (string Prefix, string Ordering)[] Unicode = [("UniGB-", "GB1"), ("UniCNS-", "CNS1"), ("UniJIS", "Japan1"), ("UniKS-", "Korea1")];

    public static CharacterMap? Find(string name)
    {
        var isVertical = name.EndsWith("-V", StringComparison.Ordinal);
        var stem = isVertical || name.EndsWith("-H", StringComparison.Ordinal) ? name[..^2] : name;
        if (stem == "Identity")
        {
            return new IdentityMap(isVertical);
        }

        if (stem is "H" or "V")
        {
            // JIS in seven bits: EUC without its high bits.
            return new CodePageMap(Page(CodePageMap.EucJp), "Japan1", 0, null, stem == "V", 0x80);
        }

        foreach (var (prefix, ordering) in Unicode)
        {
            if (stem.StartsWith(prefix, StringComparison.Ordinal))
            {
                var form = stem.Contains("UTF8", StringComparison.Ordinal) ? 1 : stem.Contains("UTF32", StringComparison.Ordinal) ? 4 : 2;
                return new UnicodeMap(form, ordering, isVertical, CMapRest.Find(prefix.TrimEnd('-')));
            }
        }

        foreach (var (known, ordering, page, half) in CodePages)
        {
            if (stem == known)
            {
                return new CodePageMap(Page(page), ordering, half, CMapRest.Find(known), isVertical);
            }
        }

        return null;
    }

    /// <summary>GB 18030, with nothing in the place of bytes that are no character.</summary>
    public static Encoding Gb18030 => Page(Gb);

    private static Encoding Page(int page)
    {
        var unknown = new DecoderReplacementFallback(Letter.UnknownText);
        return CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, unknown) ?? Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, unknown);
    }
}

/// <summary>Codes that are UTF-8, UTF-16 (UCS-2 with it) or UTF-32.</summary>
internal sealed class UnicodeMap(int unit, string ordering, bool isVertical, CMapRest? rest = null) : CharacterMap(isVertical)
{
    public override string Ordering => ordering;

    public override CharacterCode Next(ReadOnlySpan<byte> text) => Take(text, unit switch
    {
        1 => text[0] switch { < 0xC0 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 },
        4 => 4,
        _ => text.Length >= 4 && text[0] is >= 0xD8 and <= 0xDB && text[2] is >= 0xDC and <= 0xDF ? 4 : 2,
    });

    public override int Cid(CharacterCode code) => CodePoint(code) is var point && rest?.Cid(point) is > 0 and var told ? told : CidCollection.Find(ordering)?.Cid(point) ?? 0;

    public override string? Text(CharacterCode code)
    {
        var point = CodePoint(code);
        return rest?.Cid(point) is > 0 and var told && CidCollection.Find(ordering)?.Text(told) is { } text ? text
            : Rune.TryCreate(point, out var rune) && rune.Value != 0 ? rune.ToString() : null;
    }

    private int CodePoint(CharacterCode code)
    {
        var value = code.Value;
        return (unit, code.Bytes) switch
        {
            (2, 4) => 0x10000 + (((value >> 16) & 0x3FF) << 10) + (value & 0x3FF),
            (1, 2) => ((value >> 8) & 0x1F) << 6 | (value & 0x3F),
            (1, 3) => ((value >> 16) & 0xF) << 12 | ((value >> 8) & 0x3F) << 6 | (value & 0x3F),
            (1, 4) => ((value >> 24) & 7) << 18 | ((value >> 16) & 0x3F) << 12 | ((value >> 8) & 0x3F) << 6 | (value & 0x3F),
            _ => value,
        };
    }
}

/// <summary>Codes of one or two bytes (four in GB 18030 and the second plane of CNS) of an encoding.</summary>
/// <param name="high">Bits that the code page's bytes have and those of the CMap have not.</param>
internal sealed class CodePageMap(Encoding encoding, string ordering, int halfWidth, CMapRest? rest, bool isVertical, byte high = 0) : CharacterMap(isVertical)
{
    /// <summary>GB 18030, which holds GBK and GB 2312.</summary>
    public const int Gb18030 = 54936;

    public const int EucJp = 51932;

    /// <summary>Stands for CNS 11643, which .NET does not know: everything else is in the rest.</summary>
    public const int Ascii = 20127;

    public override string Ordering => ordering;

    public override CharacterCode Next(ReadOnlySpan<byte> text)
    {
        var first = text[0];
        if (high == 0 && (first <= 0x80 || first == 0xFF || (encoding.CodePage == 932 && first is >= 0xA0 and <= 0xDF)))
        {
            return Take(text, 1);
        }

        return Take(text, encoding.CodePage switch
        {
            Gb18030 when text.Length >= 4 && text[1] is >= 0x30 and <= 0x39 && text[3] is >= 0x30 and <= 0x39 => 4,
            Ascii when first == 0x8E => 4,
            _ => rest?.Cid(first) > 0 ? 1 : 2,
        });
    }

    public override int Cid(CharacterCode code)
    {
        if (code.Bytes == 1 && halfWidth > 0 && code.Value is > 0x20 and < 0x7F)
        {
            return halfWidth + code.Value - 0x21;
        }

        return rest?.Cid(code.Value) is > 0 and var told ? told
            : Text(code) is { } text && Rune.GetRuneAt(text, 0) is var rune ? CidCollection.Find(ordering)?.Cid(rune.Value) ?? 0 : 0;
    }

    public override string? Text(CharacterCode code)
    {
        if (rest?.Cid(code.Value) is > 0 and var told)
        {
            return CidCollection.Find(ordering)?.Text(told);
        }

        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < code.Bytes; i++)
        {
            bytes[i] = (byte)((code.Value >> (8 * (code.Bytes - 1 - i))) | high);
        }

        var text = encoding.GetString(bytes[..code.Bytes]);
        return text.Length is 0 or > 2 || text.Contains('\uFFFD', StringComparison.Ordinal) || text[0] == '\0' ? null : text;
    }
}
