using System.Collections.Frozen;
using Bulletins.Normalize.Garble;
using Bulletins.Tables;

namespace Bulletins.Normalize.Reflow;

/// <summary>Whether two lines belong together by what stands on both sides of the line end.</summary>
internal static class Junction
{
    // How many times likelier the word is than its two halves, as a logarithm.
    private const float Gain = 3;

    // Words that ask for another: a line does not end in them but in 参与, 普及, 自由.
    private const string Bound = "的和与及或把被从由将让各每之";

    private static readonly FrozenSet<char> Counters = TableReader.Rows("counters.tsv").SelectMany(row => row[0]).ToFrozenSet();

    /// <summary>A word stands across the line end, or the second line begins with what cannot begin a clause.</summary>
    public static bool IsEvident(string text, PhysicalLine upper, PhysicalLine lower)
    {
        if (upper.Ending == LineEnding.Word && Script.IsDigit(text[upper.End - 1]) && Counters.Contains(text[lower.Start]))
        {
            return true;
        }

        if (upper.Ending != LineEnding.Word || !Script.IsHan(text[upper.End - 1]) || !Script.IsHan(text[lower.Start]))
        {
            return false;
        }

        return IsParticle(text, upper, lower) || IsScrap(text, lower) || IsCount(text, lower) || IsBound(text, upper) || IsWord(text, upper, lower);
    }

    /// <summary>Whether a line begins inside a sentence whatever stands before it: with a particle, a mark, or a verb in the past (开了夜班).</summary>
    public static bool BeginsInside(string text, PhysicalLine lower)
    {
        if (lower.Start + 2 >= lower.End || !Script.IsHan(text[lower.Start]))
        {
            return lower.Start < lower.End && Script.IsPause(text[lower.Start]);
        }

        return IsParticle(text, lower, lower) || IsScrap(text, lower)
            || text[lower.Start + 1] == '了' && text[lower.Start] is not ('为' or '除' or '到' or '有' or '看' or '听' or '过' or '好' or '算' or '对' or '罢');
    }

    // 的位置上…, 了。, 们都…; 的确, 了解, 着力 are words of their own.
    private static bool IsParticle(string text, PhysicalLine upper, PhysicalLine lower)
    {
        var next = lower.Start + 1 < lower.End ? text[lower.Start + 1] : ' ';
        return text[lower.Start] switch
        {
            '的' => next is not ('确' or '士' or '卡'),
            '了' => next is not ('解' or '不' or '却' or '然' or '如' or '得'),
            '着' => next is '。' or '，' or '、' or '；' or '的',
            '们' => true,
            '等' => next is not ('待' or '到' or '级' or '着') && text.AsSpan(upper.Start, upper.End - upper.Start).Contains('、'),
            _ => false,
        };
    }

    // 献。, 灵，并…: one character before a mark is the end of a word, unless it is one that stands alone (但，).
    private static bool IsScrap(string text, PhysicalLine lower) =>
        lower.Start + 1 < lower.End && (Script.IsPause(text[lower.Start + 1]) || text[lower.Start + 1] == ',') && text[lower.Start + 1] is not ('：' or '！' or '？')
        && text[lower.Start] is not ('但' or '而' or '即' or '故' or '看' or '听' or '是' or '对' or '好' or '不' or '啊' or '哦' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '甲' or '乙');

    // 一枚，… 两台、…: a number and what it counts begin no clause of their own.
    private static bool IsCount(string text, PhysicalLine lower) =>
        lower.Start + 2 < lower.End && text[lower.Start] is '一' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十'
        && text[lower.Start + 1] is '枚' or '台' or '个' or '名' or '项' or '次' or '座' or '辆' or '套' or '件' or '张' or '吨' or '根' or '条'
        && text[lower.Start + 2] is '，' or '、' or '。' or ',';

    private static bool IsBound(string text, PhysicalLine upper) =>
        Bound.Contains(text[upper.End - 1], StringComparison.Ordinal) && upper.End - 2 >= upper.Start && !float.IsFinite(Lexicon.Shared.Word(text.AsSpan(upper.End - 2, 2)));

    private static bool IsWord(string text, PhysicalLine upper, PhysicalLine lower)
    {
        var lexicon = Lexicon.Shared;
        Span<char> word = stackalloc char[Lexicon.LongestWord];
        for (var before = 1; before < Lexicon.LongestWord; before++)
        {
            for (var after = 1; before + after <= Lexicon.LongestWord; after++)
            {
                if (upper.End - before < upper.Start || lower.Start + after > lower.End)
                {
                    continue;
                }

                text.AsSpan(upper.End - before, before).CopyTo(word);
                text.AsSpan(lower.Start, after).CopyTo(word[before..]);
                var whole = lexicon.Word(word[..(before + after)]);
                if (float.IsFinite(whole) && whole + Gain < Cost(lexicon, word[..before]) + Cost(lexicon, word.Slice(before, after)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static float Cost(Lexicon lexicon, ReadOnlySpan<char> half)
    {
        var cost = 0f;
        foreach (var c in half)
        {
            cost += lexicon.Single(c);
        }

        return half.Length == 1 ? cost : Math.Min(cost, lexicon.Word(half));
    }
}
