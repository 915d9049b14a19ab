using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Figures;

/// <summary>Verbs of two characters that are no part of an indicator's name.</summary>
internal static class VerbTable
{
    private static readonly FrozenSet<string> Verbs = TableReader.Rows("verbs.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a verb stands at a place and ends at or before another.</summary>
    public static bool At(string text, int start, int end) => start >= 0 && start + 2 <= end && Lookup.Contains(text.AsSpan(start, 2));
}
