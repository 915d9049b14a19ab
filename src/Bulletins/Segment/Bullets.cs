using System.Globalization;

namespace Bulletins.Segment;

/// <summary>Reads the mark that opens an item: an ornament (📍 ◆ ●) or a number (1. 一、 ① （一）).</summary>
internal static class Bullets
{
    private const string Ornaments = "◆◇●○■□▲△▶►▪▫•◎※◈◼◻√";

    /// <summary>The sort of mark and how many characters it and the space behind it take.</summary>
    public static (BulletSort Sort, int Length) Read(string text)
    {
        if (text.Length < 2)
        {
            return (BulletSort.None, 0);
        }

        // 📍 🔹 🚩 and their kin lie outside the basic plane; ➊ in Dingbats.
        if (char.IsHighSurrogate(text[0]) && char.ConvertToUtf32(text[0], text[1]) is >= 0x1F300 and <= 0x1FAFF)
        {
            var end = text.Length > 2 && text[2] == '\ufe0f' ? 3 : 2;
            return (BulletSort.Ornament, Spaces(text, end));
        }

        if (IsOrnament(text[0]))
        {
            var end = text.Length > 1 && text[1] == '\ufe0f' ? 2 : 1;
            return (BulletSort.Ornament, Spaces(text, end));
        }

        if (text[0] is '-' or '*' or '+' or '–' or '·' && text[1] is ' ')
        {
            return (BulletSort.Ornament, Spaces(text, 1));
        }

        if (text[0] is >= '①' and <= '⑳' or >= '❶' and <= '❿' or >= '➀' and <= '➓' or >= '⑴' and <= '⒇')
        {
            return (BulletSort.Number, Spaces(text, 1));
        }

        return Numbered(text);
    }

    // ⚓ ⭐ ✈ 〓: whatever picture it is; not ☎ and ✉, which stand before an address, and not ℃ or №, which are words.
    private static bool IsOrnament(char c) =>
        Ornaments.Contains(c) || c is (>= '\u2300' and <= '\u27bf' or >= '\u2b00' and <= '\u2bff' or '〓') and not ('☎' or '☏' or '✆' or '✉') && char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol;

    private static (BulletSort Sort, int Length) Numbered(string text)
    {
        // 01 一次过站: numbered as web pages number.
        if (text.Length > 3 && text[0] == '0' && char.IsAsciiDigit(text[1]) && text[2] is ' ' or '\u3000' && Shape.IsHan(text[3]))
        {
            return (BulletSort.Number, 3);
        }

        var at = text[0] is '（' or '(' ? 1 : 0;
        var digits = at;
        while (digits < text.Length && digits < at + 3 && (char.IsAsciiDigit(text[digits]) || "一二三四五六七八九十".Contains(text[digits])))
        {
            digits++;
        }

        if (digits == at || digits >= text.Length)
        {
            return (BulletSort.None, 0);
        }

        var close = text[digits];
        if (at == 1)
        {
            return close is '）' or ')' ? (BulletSort.Number, Spaces(text, digits + 1)) : (BulletSort.None, 0);
        }

        // 3.5 is a number, 3. begins an item; 1、 and 一、 do too.
        var item = close is '、' or '．' or '）' or ')' || (close == '.' && digits + 1 < text.Length && !char.IsAsciiDigit(text[digits + 1]));
        return item ? (BulletSort.Number, Spaces(text, digits + 1)) : (BulletSort.None, 0);
    }

    private static int Spaces(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u3000')
        {
            at++;
        }

        return at;
    }
}
