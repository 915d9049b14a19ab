namespace Bulletins.Tests.Pdf;

/// <summary>Builds font programs that hold just what tells characters: tables of codes and names, no outlines.</summary>
internal static class FontMaker
{
    /// <summary>A TrueType font of these tables.</summary>
    public static byte[] TrueType(params (string Tag, byte[] Data)[] tables)
    {
        var file = new List<byte>([0, 1, 0, 0, .. U16(tables.Length), 0, 0, 0, 0, 0, 0]);
        var at = 12 + (16 * tables.Length);
        foreach (var (tag, data) in tables)
        {
            file.AddRange([.. PdfMaker.Latin(tag), 0, 0, 0, 0, .. U32(at), .. U32(data.Length)]);
            at += data.Length;
        }

        return [.. file, .. tables.SelectMany(t => t.Data)];
    }

    /// <summary>A cmap table of subtables, each with its platform and encoding.</summary>
    public static (string Tag, byte[] Data) CharacterMap(params (int Platform, int Encoding, byte[] Data)[] subtables)
    {
        var head = new List<byte>([0, 0, .. U16(subtables.Length)]);
        var at = 4 + (8 * subtables.Length);
        foreach (var (platform, encoding, data) in subtables)
        {
            head.AddRange([.. U16(platform), .. U16(encoding), .. U32(at)]);
            at += data.Length;
        }

        return ("cmap", [.. head, .. subtables.SelectMany(s => s.Data)]);
    }

    /// <summary>A subtable that leads from each code to its glyph, in format 0, 4 (deltas), 40 (4 with a glyph array), 6 or 12.</summary>
    public static byte[] Subtable(int format, params (int Code, int Glyph)[] entries)
    {
        entries = [.. entries.OrderBy(e => e.Code)];
        switch (format)
        {
            case 0:
                var bytes = new byte[256];
                Array.ForEach(entries, e => bytes[e.Code] = (byte)e.Glyph);
                return [.. U16(0), .. U16(262), .. U16(0), .. bytes];
            case 6:
                var (first, last) = (entries[0].Code, entries[^1].Code);
                return [.. U16(6), .. U16(10 + (2 * (last - first + 1))), .. U16(0), .. U16(first), .. U16(last - first + 1),
                    .. Enumerable.Range(first, last - first + 1).SelectMany(c => U16(entries.FirstOrDefault(e => e.Code == c).Glyph))];
            case 12:
                return [.. U16(12), .. U16(0), .. U32(16 + (12 * entries.Length)), .. U32(0), .. U32(entries.Length), .. entries.SelectMany(e => U32(e.Code).Concat(U32(e.Code)).Concat(U32(e.Glyph)))];
            default:
                var segments = entries.Append((Code: 0xFFFF, Glyph: 0)).ToList();
                var count = segments.Count;
                var isArray = format == 40;
                return [.. U16(4), .. U16(16 + (8 * count) + (isArray ? 2 * entries.Length : 0)), .. U16(0), .. U16(2 * count), 0, 0, 0, 0, 0, 0,
                    .. segments.SelectMany(s => U16(s.Code)), 0, 0, .. segments.SelectMany(s => U16(s.Code)),
                    .. segments.SelectMany(s => U16(isArray ? 0 : s.Glyph - s.Code)),
                    .. segments.SelectMany((s, i) => U16(isArray && i < count - 1 ? (2 * (count - i)) + (2 * i) : 0)),
                    .. isArray ? entries.SelectMany(e => U16(e.Glyph)) : []];
        }
    }

    /// <summary>A post table with the name of each glyph; the first 258 names are the Macintosh's.</summary>
    public static (string Tag, byte[] Data) Names(params string[] names) =>
        ("post", [0, 2, 0, 0, .. new byte[28], .. U16(names.Length), .. names.SelectMany((_, i) => U16(258 + i)), .. names.SelectMany(n => (byte[])[(byte)n.Length, .. PdfMaker.Latin(n)])]);

    /// <summary>A compact font whose glyphs, behind .notdef, have these names; those that are not standard are strings of its own.</summary>
    /// <param name="codes">The font's own encoding, glyph by glyph; none for the standard one.</param>
    public static byte[] Compact(string[] names, byte[] codes)
    {
        var charset = (byte[])[0, .. names.SelectMany((_, i) => U16(391 + i))];
        var encoding = codes.Length == 0 ? [] : (byte[])[0, (byte)codes.Length, .. codes];
        return Compact(names, [], charset, encoding, names.Length);
    }

    /// <summary>A compact font of CIDs in a collection.</summary>
    public static byte[] CompactOfCids(string ordering, params int[] cids)
    {
        // Registry and ordering are the first strings of its own; the supplement is 0.
        var top = (byte[])[.. Number(391), .. Number(392), .. Number(0), 12, 30];
        return Compact(["Adobe", ordering], top, [0, .. cids.SelectMany(U16)], [], cids.Length);
    }

    /// <summary>The clear part of a Type 1 font with its own encoding.</summary>
    public static byte[] Type1(params (int Code, string Name)[] encoding) => PdfMaker.Latin(
        "%!PS-AdobeFont-1.0: Own\n/FontName /Own def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"
        + string.Concat(encoding.Select(e => FormattableString.Invariant($"dup {e.Code} /{e.Name} put\n"))) + "readonly def\ncurrentdict end\ncurrentfile eexec\n\u0080\u0081dup 65 /wrong put");

    private static byte[] Compact(string[] strings, byte[] start, byte[] charset, byte[] encoding, int glyphs)
    {
        var outlines = Index([.. Enumerable.Repeat(new byte[] { 14 }, glyphs + 1)]);
        var head = (byte[])[1, 0, 4, 1, .. Index([PdfMaker.Latin("Own")])];
        // Numbers of a fixed length: the places do not move when they are known.
        var size = head.Length + Index([new byte[start.Length + 18]]).Length + Index([.. strings.Select(PdfMaker.Latin)]).Length + 2;
        var top = (byte[])[.. start, .. Number(size), 15, .. Number(encoding.Length == 0 ? 0 : size + charset.Length), 16, .. Number(size + charset.Length + encoding.Length), 17];
        return [.. head, .. Index([top]), .. Index([.. strings.Select(PdfMaker.Latin)]), 0, 0, .. charset, .. encoding, .. outlines];
    }

    private static byte[] Index(byte[][] items)
    {
        var ends = items.Select((_, i) => 1 + items.Take(i + 1).Sum(x => x.Length));
        return [.. U16(items.Length), 2, .. U16(1), .. ends.SelectMany(U16), .. items.SelectMany(i => i)];
    }

    private static byte[] Number(int value) => [29, .. U32(value)];

    private static byte[] U16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] U32(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
