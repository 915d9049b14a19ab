using System.Globalization;
using System.Text;

namespace Bulletins.Cli.Output;

/// <summary>How many cells text takes on a terminal: Chinese takes two, a combining mark none.</summary>
internal static class DisplayWidth
{
    // East Asian Width W and F (Unicode 16), blocks rounded to what is assigned in practice; "ambiguous" is narrow, as terminals default to.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115f), (0x231a, 0x231b), (0x2329, 0x232a), (0x23e9, 0x23ec), (0x23f0, 0x23f0), (0x23f3, 0x23f3), (0x25fd, 0x25fe),
        (0x2614, 0x2615), (0x2648, 0x2653), (0x267f, 0x267f), (0x2693, 0x2693), (0x26a1, 0x26a1), (0x26aa, 0x26ab), (0x26bd, 0x26be),
        (0x26c4, 0x26c5), (0x26ce, 0x26ce), (0x26d4, 0x26d4), (0x26ea, 0x26ea), (0x26f2, 0x26f3), (0x26f5, 0x26f5), (0x26fa, 0x26fa),
        (0x26fd, 0x26fd), (0x2705, 0x2705), (0x270a, 0x270b), (0x2728, 0x2728), (0x274c, 0x274c), (0x274e, 0x274e), (0x2753, 0x2755),
        (0x2757, 0x2757), (0x2795, 0x2797), (0x27b0, 0x27b0), (0x27bf, 0x27bf), (0x2b1b, 0x2b1c), (0x2b50, 0x2b50), (0x2b55, 0x2b55),
        (0x2e80, 0x303e), (0x3041, 0x33ff), (0x3400, 0x4dbf), (0x4e00, 0x9fff), (0xa000, 0xa4cf), (0xa960, 0xa97f), (0xac00, 0xd7a3),
        (0xf900, 0xfaff), (0xfe10, 0xfe19), (0xfe30, 0xfe6b), (0xff01, 0xff60), (0xffe0, 0xffe6), (0x16fe0, 0x18aff), (0x1aff0, 0x1b2ff),
        (0x1f004, 0x1f004), (0x1f0cf, 0x1f0cf), (0x1f18e, 0x1f18e), (0x1f191, 0x1f19a), (0x1f200, 0x1f320), (0x1f32d, 0x1f335),
        (0x1f337, 0x1f37c), (0x1f37e, 0x1f393), (0x1f3a0, 0x1f3ca), (0x1f3cf, 0x1f3d3), (0x1f3e0, 0x1f3f0), (0x1f3f4, 0x1f3f4),
        (0x1f3f8, 0x1f43e), (0x1f440, 0x1f440), (0x1f442, 0x1f4fc), (0x1f4ff, 0x1f53d), (0x1f54b, 0x1f54e), (0x1f550, 0x1f567),
        (0x1f57a, 0x1f57a), (0x1f595, 0x1f596), (0x1f5a4, 0x1f5a4), (0x1f5fb, 0x1f64f), (0x1f680, 0x1f6c5), (0x1f6cc, 0x1f6cc),
        (0x1f6d0, 0x1f6d2), (0x1f6d5, 0x1f6d7), (0x1f6dc, 0x1f6df), (0x1f6eb, 0x1f6ec), (0x1f6f4, 0x1f6fc), (0x1f7e0, 0x1f7eb),
        (0x1f90c, 0x1f93a), (0x1f93c, 0x1f945), (0x1f947, 0x1f9ff), (0x1fa70, 0x1faff), (0x20000, 0x3fffd),
    ];

    private const string Closing = "，。、；：？！）》”’」』】〉…—%‰,.;:?!)]";

    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return rune.Value is < 0x20 or (>= 0x7f and < 0xa0) or 0xad ? 0 : 1;
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
            : IsWide(rune.Value) ? 2 : 1;
    }

    /// <summary>Filled with spaces to a width; not cut.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>Cut to a width, the last cell an ellipsis where something is missing.</summary>
    public static string Clip(string text, int width)
    {
        var clipped = new StringBuilder();
        var used = 0;
        var room = 0; // characters that fit together with an ellipsis
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > width)
            {
                return clipped.ToString(0, room) + "…";
            }

            clipped.Append(rune);
            room = used < width ? clipped.Length : room;
        }

        return text;
    }

    /// <summary>Broken into lines of at most a width: at spaces, and between Chinese characters, but not before a closing mark.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var start = 0; // of the line
        var used = 0;
        var breakAt = 0; // the last place where the line may end
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.TryGetRuneAt(text, i, out var whole) ? whole : Rune.ReplacementChar;
            var cells = Of(rune);
            if (i > start && (text[i] == ' ' || (cells == 2 && !Closing.Contains(text[i])) || (text[i - 1] > 0x2e80 && !Closing.Contains(text[i]))))
            {
                breakAt = i;
            }

            if (used + cells > width && breakAt > start && text[i] != ' ')
            {
                yield return text[start..breakAt].TrimEnd();
                start = breakAt;
                start += text[start] == ' ' ? 1 : 0;
                used = Of(text[start..i]);
            }

            used += cells;
            i += rune.Utf16SequenceLength;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    private static bool IsWide(int value)
    {
        int low = 0, high = Wide.Length - 1;
        while (low <= high)
        {
            var mid = (low + high) / 2;
            if (value < Wide[mid].First)
            {
                high = mid - 1;
            }
            else if (value > Wide[mid].Last)
            {
                low = mid + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
