namespace Bulletins.Pdf.Fonts;

/// <summary>A CMap that the file holds: code spaces, CIDs, or the text of codes (ToUnicode).</summary>
internal sealed class EmbeddedMap(bool isVertical, CharacterMap? parent) : CharacterMap(isVertical)
{
    private const int MaxSpaces = 100;

    private readonly List<(int Bytes, uint Low, uint High)> spaces = [];
    private readonly Dictionary<int, int> cids = [];
    private readonly Dictionary<int, string> texts = [];
    private readonly CodeRanges<int> cidRanges = new();
    private readonly CodeRanges<string> textRanges = new();

    public override string? Ordering => parent?.Ordering;

    public int Count => cids.Count + texts.Count + cidRanges.Count + textRanges.Count;

    public void AddSpace(int bytes, uint low, uint high)
    {
        if (spaces.Count < MaxSpaces)
        {
            spaces.Add((bytes, low, high));
        }
    }

    public void AddCid(int code, int cid) => cids[code] = cid;

    public void AddText(int code, string text) => texts[code] = text;

    public void AddCids(int low, int high, int cid) => cidRanges.Add(low, high, cid);

    public void AddTexts(int low, int high, string text) => textRanges.Add(low, high, text);

    public override CharacterCode Next(ReadOnlySpan<byte> text)
    {
        if (spaces.Count == 0)
        {
            return parent?.Next(text) ?? Take(text, 2);
        }

        uint value = 0;
        for (var bytes = 1; bytes <= Math.Min(4, text.Length); bytes++)
        {
            value = (value << 8) | text[bytes - 1];
            foreach (var space in spaces)
            {
                if (space.Bytes == bytes && IsInside(value, space))
                {
                    return new CharacterCode((int)value, bytes);
                }
            }
        }

        // No code: as many bytes as the shortest one has.
        return Take(text, spaces.Min(s => s.Bytes));
    }

    public override int Cid(CharacterCode code)
    {
        if (cids.TryGetValue(code.Value, out var cid))
        {
            return cid;
        }

        return cidRanges.TryFind(code.Value, out var first, out var offset) ? first + offset : parent?.Cid(code) ?? 0;
    }

    public override string? Text(CharacterCode code)
    {
        if (texts.TryGetValue(code.Value, out var text))
        {
            return text;
        }

        if (textRanges.TryFind(code.Value, out var first, out var offset))
        {
            return Shift(first, offset);
        }

        // A CID of its own is another character than the parent's.
        return cids.ContainsKey(code.Value) || cidRanges.TryFind(code.Value, out _, out _) ? null : parent?.Text(code);
    }

    // Every byte of a code lies between the bytes of the ends.
    private static bool IsInside(uint value, (int Bytes, uint Low, uint High) space)
    {
        for (var shift = 0; shift < space.Bytes * 8; shift += 8)
        {
            var b = (value >> shift) & 255;
            if (b < ((space.Low >> shift) & 255) || b > ((space.High >> shift) & 255))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text whose last character stands that many places further on; null where that is none.</summary>
    public static string? Shift(string text, int by)
    {
        if (text.Length >= 2 && char.IsSurrogatePair(text, text.Length - 2))
        {
            var point = char.ConvertToUtf32(text, text.Length - 2) + by;
            return point <= 0x10FFFF ? text[..^2] + char.ConvertFromUtf32(point) : null;
        }

        var last = text[^1] + by;
        // Control characters are no text: tab and the line ends apart, which some producers write for gaps.
        return last is > 0xFFFF or (>= 0xD800 and < 0xE000) or (< ' ' and not ('\t' or '\n' or '\r')) ? null : text[..^1] + (char)last;
    }
}
