using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How well garbled letters read as a word, an abbreviation or a unit where they stand.</summary>
internal static class LatinCost
{
    private const float Start = 10; // a word that no table knows, away from digits and other letters
    private const float Chance = 1.5f;
    private const float PerLetter = 4;
    private const float PerCapital = 3.2f; // letters of an abbreviation
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
        var hyphened = start > 1 && p.Before(start) == Gap.None && p[start - 1] is '-' or '—' or '原' or '要' && char.IsAsciiLetterOrDigit(p[start - 2])
            || end + 1 < p.Length && p[end] is '-' or '原' && NumberCost.IsDigit(p[end + 1]);
        if (!hyphened && Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var unit))
        {
            return unit ? (afterNumber ? 3 : 10, afterNumber ? 6 : Chance) : word.Length == 1 ? (8.5f, Chance) : (6, Arc.Solid);
        }

        var beside = hyphened || (start > 0 && p.Before(start) == Gap.None && char.IsAsciiLetterOrDigit(p[start - 1])) || (end < p.Length && p.Before(end) == Gap.None && char.IsAsciiLetterOrDigit(p[end]));
        var cost = (beside ? PerLetter : Start) + ((AllCapitals(word) ? PerCapital : PerLetter) * (word.Length - 1));
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsAsciiLetterLower(word[i - 1]) && char.IsAsciiLetterUpper(word[i]))
            {
                cost += 2;
            }
        }

        // Small letters by themselves are units, which are known, or long words.
        cost += !beside && word.Length <= 3 && !word.ContainsAnyInRange('A', 'Z') ? 5 : 0;
        return (word.Length == 1 && !beside ? cost + 2 : cost, word.Length > 2 ? 5 : hyphened ? PerLetter : Chance);
    }

    private static bool AllCapitals(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>True for a letter, real or garbled.</summary>
    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || FounderCode.Decode(c)?.Role == SymbolRole.Letter;
}
