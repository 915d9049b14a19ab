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
    private const float NameInCredit = 0; // （闻一川 袁小满）: what stands between spaces and brackets is a name
    private const float UsualGiven = 5;
    private const float OtherGiven = 8.5f;
    private const float RareGiven = 11; // 尧 or 渊, which behind a name are 、 and （
    private const float Roll = 4; // 王曦尧赵云: the next name of a roll follows
    private const float OneCharacter = 1.5f; // given names of one character are the rarer ones
    private const float Acts = -4; // 主任袁立业接到…, 党员尧大勇的…
    private const float Speaker = 8; // 经理袁野介绍
    private const string NoNames = "也都又便还则即才并先再很只不没正将会能可要应该被把对向从与和跟给让叫使请他她我你您边后前时一二三两各本该所有是在已就";
    private const float CommonWord = 9.5f; // a word this frequent is seldom a given name
    private const string NoGiven = "冤"; // ill luck: nobody is called so
    private const string Openers = "（(渊、";
    private const string Closers = "）)冤、";
    private static readonly FrozenSet<string> Titles = TableReader.Rows("name-titles.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Verbs = TableReader.Rows("person-verbs.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<char, float> Surnames = TableReader.Rows("surnames.tsv")
        .Where(r => r[0].Length == 1).ToFrozenDictionary(r => r[0][0], r => r[1] switch { "3" => 4.5f, "2" => 6.5f, _ => 9f });
    private static readonly SearchValues<char> Given = SearchValues.Create(TableReader.Rows("given-chars.tsv").SelectMany(r => r[0]).ToArray());

    public static bool IsSurname(char c) => Surnames.ContainsKey(c);

    /// <summary>The cost of reading some characters as surname and given name; infinity where they are none.</summary>
    public static float Of(Lexicon lexicon, Passage p, int at, int length)
    {
        if (!Surnames.TryGetValue(p[at], out var cost))
        {
            return float.PositiveInfinity;
        }

        var credit = IsCredit(p, at, length);
        var suspect = FounderCode.Decode(p[at])?.Class == GarbleClasses.Punctuation;
        var titled = at > 1 && p.Before(at) != Gap.Blank && (p[at - 1] is '员' or '长' or '总' or '师' || Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Chars.Slice(at - 2, 2)));
        if (suspect && !credit && !titled)
        {
            return float.PositiveInfinity; // without a title before it a comma is likelier
        }

        if (suspect && !credit && length == Longest && !(Given.Contains(p[at + 1]) && Given.Contains(p[at + 2])))
        {
            return float.PositiveInfinity;
        }

        cost += (credit ? NameInCredit : titled ? NameBehindTitle : Name) + (length == 2 ? OneCharacter : 0);
        var acts = titled && !credit && DoesSomething(lexicon, p, at, length);
        if (acts && length == 2 && suspect)
        {
            return Speaker;
        }

        cost += acts && length == Longest ? Acts : 0;
        for (var i = at + 1; i < at + length; i++)
        {
            cost += NoGiven.Contains(p[i]) ? float.PositiveInfinity
                : credit ? UsualGiven
                : FounderCode.Decode(p[i])?.Class == GarbleClasses.Punctuation ? RareGiven + (p[i] == '尧' && i + 1 < p.Length && IsSurname(p[i + 1]) ? Roll : 0)
                : Given.Contains(p[i]) ? UsualGiven : OtherGiven;
        }

        return cost;
    }

    // Closed in on both sides by a space or a bracket: a comma has no space before it, and none follows a bracket.
    private static bool IsCredit(Passage p, int at, int length)
    {
        var end = at + length;
        var opens = p.Before(at) != Gap.None || (at > 0 && Openers.Contains(p[at - 1]));
        var closes = p.Before(end) != Gap.None || (end < p.Length && Closers.Contains(p[end]));
        return opens && closes && InBrackets(p, at, end);
    }

    // The bracket that opens before the name closes behind it, and nothing but names and spaces stands in it.
    private static bool InBrackets(Passage p, int at, int end)
    {
        for (var i = at - 1; ; i--)
        {
            if (i < 0 || at - i > MarkCost.LongestByline || p.BeginsLine(i + 1))
            {
                return false;
            }

            if (p[i] is '（' or '(' or '渊')
            {
                break;
            }
        }

        for (var i = end; i < p.Length && i - end <= MarkCost.LongestByline; i++)
        {
            if (p[i] is '）' or ')' or '冤')
            {
                return true;
            }
        }

        return false;
    }

    // A person acts behind the name, and the given name is no frequent word of its own.
    private static bool DoesSomething(Lexicon lexicon, Passage p, int at, int length)
    {
        var end = at + length;
        return end < p.Length && p.Before(end) == Gap.None
            && (length == Longest ? lexicon.Word(p.Chars.Slice(at + 1, length - 1)) > CommonWord : !NoNames.Contains(p[at + 1]))
            && !Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Chars.Slice(at + 1, length - 1))
            && (Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Chars.Slice(end, 1)) || (end + 2 <= p.Length && Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Chars.Slice(end, 2))));
    }
}
