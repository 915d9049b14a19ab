namespace Bulletins.Normalize.Reflow;

/// <summary>What stands between two lines that become one.</summary>
internal static class Joint
{
    /// <summary>Nothing beside Chinese; a space between words of other languages.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">The last character of the first line.</param>
    /// <param name="after">The first character of the second line.</param>
    public static string Between(string text, int before, int after) =>
        IsWord(text[before]) && IsWord(text[after]) && !(Script.IsDigit(text[before]) && Script.IsDigit(text[after])) ? " " : "";

    private static bool IsWord(char c) => Script.IsLetterOrDigit(c) || c is >= '\u00c0' and <= '\u024f' or '.' or ',' or ';' or ':' or '?' or '!' or '\'' or '"' or ')' or '(';
}
