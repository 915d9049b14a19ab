using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How well garbled letters read as a word, an abbreviation or a unit where they stand.</summary>
internal static class LatinCost
{
    private const float Start = 10; // a word that no table knows, away from digits and other letters
    private const float Chance = 1.5f;
    private const float PerLetter = 4;
    private static readonly FrozenDictionary<string, bool> Known =
        TableReader.Rows("latin-words.tsv").ToFrozenDictionary(r => r[0], r => r[1] == "unit", StringComparer.Ordinal);

    /// <summary>The reading's cost, and what it proves.</summary>
    public static (float Cost, float Proof) Of(Passage p, int start, int end)
    {
        Span<char> word = stackalloc char[end - start];
        for (var i = start; i < end; i++)
        {
            word[i - start] = FounderCode.Decode(p[i])!.Text[0];
        }

        var afterNumber = start > 0 && !p.BeginsLine(start) && NumberCost.IsDigit(p[start - 1]);
        if (Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var unit))
        {
            return unit ? (afterNumber ? 3 : 10, afterNumber ? 6 : Chance) : word.Length == 1 ? (8.5f, Chance) : (6, Arc.Solid);
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

        return (word.Length == 1 && !beside ? cost + 2 : cost, word.Length > 2 ? 5 : Chance);
    }

    /// <summary>True for a letter, real or garbled.</summary>
    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || FounderCode.Decode(c)?.Role == SymbolRole.Letter;
}
