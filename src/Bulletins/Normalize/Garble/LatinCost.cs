using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How well garbled letters read as a word, an abbreviation or a unit where they stand.</summary>
internal static class LatinCost
{
    private const float Start = 7;
    private const float PerLetter = 4;
    private static readonly FrozenDictionary<string, bool> Known =
        TableReader.Rows("latin-words.tsv").ToFrozenDictionary(r => r[0], r => r[1] == "unit", StringComparer.Ordinal);

    public static float Of(Passage p, int start, int end)
    {
        Span<char> word = stackalloc char[end - start];
        for (var i = start; i < end; i++)
        {
            word[i - start] = FounderCode.Decode(p[i])!.Text[0];
        }

        var afterNumber = start > 0 && !p.BeginsLine(start) && NumberCost.IsDigit(p[start - 1]);
        if (Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var unit))
        {
            return unit ? (afterNumber ? 3 : 8) : 6;
        }

        var beside = (start > 0 && p.Before(start) == Gap.None && char.IsAsciiLetterOrDigit(p[start - 1])) || (end < p.Length && p.Before(end) == Gap.None && char.IsAsciiLetterOrDigit(p[end]));
        var cost = (beside ? PerLetter : Start) + (PerLetter * (word.Length - 1));
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsAsciiLetterLower(word[i - 1]) && char.IsAsciiLetterUpper(word[i]))
            {
                cost += 2;
            }
        }

        return word.Length == 1 && char.IsAsciiLetterLower(word[0]) ? cost + 3 : cost;
    }

    /// <summary>True for a letter, real or garbled.</summary>
    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || FounderCode.Decode(c)?.Role == SymbolRole.Letter;
}
