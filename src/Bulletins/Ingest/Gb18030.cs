namespace Bulletins.Ingest;

/// <summary>The byte structure of GB 18030: one byte up to 0x7F, two bytes (GBK), or four.</summary>
internal static class Gb18030
{
    // The linear index of the four-byte codes: U+0080 to U+FFFF, and from 0x90308130 the supplementary planes.
    private const int LastBmp = 39419;
    private const int FirstSupplementary = 189000;
    private const int LastSupplementary = FirstSupplementary + 0xFFFFF;

    /// <summary>The length of the character that begins here, or 0 where none does.</summary>
    /// <param name="units">Its length in UTF-16.</param>
    public static int CharacterAt(ReadOnlySpan<byte> bytes, out int units)
    {
        units = 1;
        var lead = bytes[0];
        if (lead < 0x80)
        {
            return 1;
        }

        if (lead is 0x80 or 0xFF || bytes.Length < 2)
        {
            return 0;
        }

        var second = bytes[1];
        if (second is >= 0x40 and <= 0xFE and not 0x7F)
        {
            return 2;
        }

        if (second is < 0x30 or > 0x39 || bytes.Length < 4 || bytes[2] is 0x80 or 0xFF or < 0x80 || bytes[3] is < 0x30 or > 0x39)
        {
            return 0;
        }

        var index = ((((((lead - 0x81) * 10) + second - 0x30) * 126) + bytes[2] - 0x81) * 10) + bytes[3] - 0x30;
        units = index > LastBmp ? 2 : 1;
        return index is <= LastBmp or (>= FirstSupplementary and <= LastSupplementary) ? 4 : 0;
    }

    /// <summary>How much of what is beyond ASCII is GB 2312 (symbols, the two levels of Han), as nearly all of a real text is.
    /// Two-byte codes outside it and four-byte codes count half: they are rare in text and common in chance.</summary>
    public static double PlausibleShare(ReadOnlySpan<byte> bytes)
    {
        double good = 0, all = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }

            var length = CharacterAt(bytes[i..], out _);
            if (length == 0 && bytes.Length - i < 4)
            {
                break; // cut by the end of the sample
            }

            all += Math.Max(length, 1);
            good += length == 2 && IsGb2312(bytes[i], bytes[i + 1]) ? 2 : length / 2.0;
            i += Math.Max(length, 1);
        }

        return all == 0 ? 0 : good / all;
    }

    private static bool IsGb2312(byte lead, byte trail) => trail >= 0xA1 && lead is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xF7);
}
