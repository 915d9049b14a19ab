namespace Bulletins.Normalize;

/// <summary>What kind of writing a character belongs to. Offsets outside the text belong to none.</summary>
internal static class Script
{
    public static bool IsHan(char c) =>
        c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or >= '\uf900' and <= '\ufaff' or '\u3007';

    /// <summary>Whether a Han character begins, or ends, at this offset (the rare ones are surrogate pairs).</summary>
    public static bool IsHanAt(string text, int at)
    {
        if ((uint)at >= (uint)text.Length)
        {
            return false;
        }

        var c = text[at];
        return IsHan(c)
            || c is >= '\ud840' and <= '\ud88d' && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            || char.IsLowSurrogate(c) && at > 0 && text[at - 1] is >= '\ud840' and <= '\ud88d';
    }

    public static bool IsKana(char c) => c is >= '\u3041' and <= '\u30ff' and not '\u30fb' and not '\u30fc' or >= '\u31f0' and <= '\u31ff' or >= '\uff66' and <= '\uff9d';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    public static bool IsLetterOrDigit(char c) => IsLetter(c) || IsDigit(c);

    /// <summary>Space characters that separate words on one line; tabs are not among them, they separate cells.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\u00a0' or >= '\u2000' and <= '\u200a' or '\u202f' or '\u205f' or '\u3000';

    public static bool IsLineEnd(char c) => c is '\n' or '\r';

    /// <summary>Marks after which a clause goes on or ends, and which stand close to the word before them.</summary>
    public static bool IsPause(char c) => c is '，' or '、' or '；' or '：' or '。' or '！' or '？';

    public static bool IsOpening(char c) => c is '（' or '《' or '〈' or '“' or '‘' or '【' or '〔' or '「' or '『';

    public static bool IsClosing(char c) => c is '）' or '》' or '〉' or '”' or '’' or '】' or '〕' or '」' or '』';

    public static bool IsChinesePunctuation(char c) => IsPause(c) || IsOpening(c) || IsClosing(c) || c is '…' or '—' or '·' or '～';

    public static bool IsChinese(string text, int at) => IsHanAt(text, at) || ((uint)at < (uint)text.Length && IsChinesePunctuation(text[at]));

    /// <summary>Columns a character takes in print: two for a Chinese one, one for the others.</summary>
    public static int Width(char c) => c < '\u1100' ? 1 : char.IsLowSurrogate(c) ? 0 : c is >= '\u2000' and <= '\u2bff' and not '—' and not '…' and not '“' and not '”' and not '‘' and not '’' ? 1 : 2;
}
