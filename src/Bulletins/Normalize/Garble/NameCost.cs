using System.Buffers;
using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How well characters read as a person's name: 袁建军 after 书记 is no comma, the 源 of 李志源 no 4.</summary>
internal static class NameCost
{
    public const int Longest = 3;
    private const float Name = 5.3f;
    private const float NameBehindTitle = 2.8f;
    private const float UsualGiven = 5;
    private const float OtherGiven = 8.5f;
    private const float RareGiven = 11; // 尧 or 渊, which behind a name are 、 and （
    private const float OneCharacter = 1.5f; // given names of one character are the rarer ones
    private static readonly FrozenSet<string> Titles = TableReader.Rows("name-titles.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<char, float> Surnames = TableReader.Rows("surnames.tsv")
        .Where(r => r[0].Length == 1).ToFrozenDictionary(r => r[0][0], r => r[1] switch { "3" => 4.5f, "2" => 6.5f, _ => 9f });
    private static readonly SearchValues<char> Given = SearchValues.Create(TableReader.Rows("given-chars.tsv").SelectMany(r => r[0]).ToArray());

    public static bool IsSurname(char c) => Surnames.ContainsKey(c);

    /// <summary>The cost of reading some characters as surname and given name; infinity where the first is no surname.</summary>
    public static float Of(Passage p, int at, int length)
    {
        if (!Surnames.TryGetValue(p[at], out var cost))
        {
            return float.PositiveInfinity;
        }

        var titled = at > 1 && !p.BeginsLine(at) && Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Chars.Slice(at - 2, 2));
        if (!titled && FounderCode.Decode(p[at])?.Class == GarbleClasses.Punctuation)
        {
            return float.PositiveInfinity; // without a title before it a comma is likelier
        }

        if (titled && length == Longest && FounderCode.Decode(p[at])?.Class == GarbleClasses.Punctuation && !(Given.Contains(p[at + 1]) && Given.Contains(p[at + 2])))
        {
            return float.PositiveInfinity;
        }

        cost += (titled ? NameBehindTitle : Name) + (length == 2 ? OneCharacter : 0);
        for (var i = at + 1; i < at + length; i++)
        {
            cost += FounderCode.Decode(p[i])?.Class == GarbleClasses.Punctuation ? RareGiven : Given.Contains(p[i]) ? UsualGiven : OtherGiven;
        }

        return cost;
    }
}
