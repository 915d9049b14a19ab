using System.Text;

namespace Bulletins.Export.Sqlite;

/// <summary>Text cut into words for the full-text search, which by itself takes Chinese up to the next mark for one word.</summary>
internal static class SearchWords
{
    /// <summary>降本。kWh is 降 本 降本 kWh: of each run of Chinese the characters, so that a word of any length is a phrase of them, and then
    /// the pairs of neighbours, so that a word of two characters is one word.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var words = new StringBuilder(text.Length * 5);
        var run = new List<Rune>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHan(rune))
            {
                run.Add(rune);
                continue;
            }

            Append(words, run);
            words.Append(rune);
        }

        Append(words, run);
        return words.ToString();
    }

    private static void Append(StringBuilder words, List<Rune> run)
    {
        foreach (var character in run)
        {
            words.Append(' ').Append(character);
        }

        for (var i = 1; i < run.Count; i++)
        {
            words.Append(' ').Append(run[i - 1]).Append(run[i]);
        }

        if (run.Count > 0)
        {
            words.Append(' ');
            run.Clear();
        }
    }

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff) or 0x3007;
}
