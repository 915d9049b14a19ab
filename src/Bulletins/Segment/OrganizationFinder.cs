using System.Collections.Frozen;
using Bulletins.Normalize.Garble;
using Bulletins.Tables;

namespace Bulletins.Segment;

/// <summary>
/// Finds the unit that an article is about, as printed: in the kicker, before the headline's colon, or first in the body.
/// In running text a unit's name is a stretch of words without a verb that ends, at a word's end, in a unit's word; a fragment
/// (促进党建工 of 促进党建工作, 最深处) is worse than none.
/// </summary>
internal static class OrganizationFinder
{
    private const int Reach = 160;
    private const int Longest = 26;

    /// <summary>Word → true where a unit's word right behind it means no certain unit: 该厂, 某矿, 一家企业.</summary>
    private static readonly FrozenDictionary<string, bool> Breaks =
        TableReader.Rows("unit-breaks.tsv").ToFrozenDictionary(r => r[0], r => r[1] == "skip", StringComparer.Ordinal);

    // 标志性工程, 传统企业, 全面建设 end like names of units in a kicker, in running text they are words.
    private static readonly string[] Sure =
    [
        "公司", "集团", "厂", "矿", "局", "院", "部", "处", "科", "队", "段", "所", "站", "社", "委", "办", "办公室", "中心", "车间", "工区", "作业区", "支部", "总支", "党委", "工会", "协会", "学会", "联合会", "基地", "班组", "大学", "学院", "中学", "银行", "医院", "机务段", "工段", "船厂", "电站", "总会", "分会", "股份",
    ];

    public static string? Find(string? kicker, string? headline, string? body)
    {
        var start = body is null ? "" : body[..Math.Min(Reach, body.Length)];
        if (kicker is not null && InKicker(kicker, start) is { } unit)
        {
            return unit;
        }

        var colon = headline?.AsSpan().IndexOfAny('：', ':') ?? -1;
        if (colon is >= 2 and <= 16 && UnitReader.IsUnit(headline![..colon]) && !UnitReader.IsMedium(headline[..colon]))
        {
            return headline[..colon];
        }

        return First(start);
    }

    // Of several units the one that the body names; without its words of time (前三季度某事业部).
    private static string? InKicker(string kicker, string start)
    {
        string? first = null;
        foreach (var token in kicker.Split([' ', '\u3000', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (UnitReader.IsUnit(token) && Named(token) is { } unit)
            {
                first ??= unit;
                if (start.Contains(unit, StringComparison.Ordinal))
                {
                    return unit;
                }
            }
        }

        return first;
    }

    private static string? Named(string token)
    {
        var from = 0;
        foreach (var (start, length) in Words(token))
        {
            if (start == from && Breaks.ContainsKey(token.Substring(start, length)) && UnitReader.IsUnit(token[(start + length)..]))
            {
                from = start + length;
            }
        }

        return token[from..];
    }

    private static string? First(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Shape.IsHan(text[i]) && !char.IsAsciiLetter(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && (Shape.IsHan(text[end]) || char.IsAsciiLetter(text[end])))
            {
                end++;
            }

            // 3座电站, “晨露”小组: what stands behind a number or a quotation is no name's beginning.
            var open = i == 0 || text[i - 1] is '，' or '。' or '、' or '；' or '：' or '！' or '？' or ' ' or '）' or '“';
            if (open && Within(text[i..end], i == 0) is { } unit)
            {
                return unit;
            }

            i = end;
        }

        return null;
    }

    // A text may open with a unit's short name, whose ending is a trade: 青岩水泥, 云桥物流.
    private static string? Within(string run, bool opening)
    {
        var from = 0; // where a name may begin
        var skip = false;
        (int From, int End)? found = null;
        foreach (var (start, length) in Words(run))
        {
            var end = start + length;
            var word = run.AsSpan(start, length);
            if (Breaks.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var vague))
            {
                if (found is not null)
                {
                    break;
                }

                (from, skip) = (end, vague);
            }
            else if (end - from <= Longest && (IsUnit(run.AsSpan(from, end - from)) || opening && from == 0 && end <= 8 && end >= 4 && UnitReader.EndingAt(run.AsSpan(0, end)) is >= 2 and var suffix && suffix < end - 1))
            {
                // 某公司 → 某公司团委: the longest that ends so.
                found = skip || IsWhereNewsComesFrom(run, from, end) ? found : (from, end);
                skip &= found is null;
                from = skip || found is not null ? from : end;
            }
            else if (found is { } unit && end - unit.End > 12)
            {
                break;
            }
        }

        return found is { } name ? run[name.From..name.End] : null;
    }

    // 从质量协会传来消息: not what the piece is about.
    private static bool IsWhereNewsComesFrom(string run, int from, int end) =>
        from > 0 && run[from - 1] is '从' or '据' && (end + 2 > run.Length || run[end] is '传' or '获' or '得' or '了' or '消');

    private static bool IsUnit(ReadOnlySpan<char> name)
    {
        var ending = UnitReader.EndingAt(name);
        if (ending == 0 || name.Length < 4 || name.Length <= ending || UnitReader.IsMedium(name.ToString()))
        {
            return false;
        }

        // 公司党委, 管理中心: no one's name.
        foreach (var nobody in (string[])["公司", "分公司", "企业", "单位", "部门", "管理", "厂党", "矿党"])
        {
            if (name.StartsWith(nobody, StringComparison.Ordinal))
            {
                return false;
            }
        }

        foreach (var word in Sure)
        {
            if (name.EndsWith(word, StringComparison.Ordinal))
            {
                // 最深处, 全部: the last two characters are a word, and not a unit's.
                return word.Length > 1 || ending > 1 || "一二三四五六七八九十".Contains(name[^2]) || float.IsPositiveInfinity(Lexicon.Shared.Word(name[^2..]));
            }
        }

        return false;
    }

    // The likeliest cut into words; 分公司, 党支部 and the like are one word each.
    private static List<(int Start, int Length)> Words(string run)
    {
        var best = new float[run.Length + 1];
        var from = new int[run.Length + 1];
        Array.Fill(best, float.PositiveInfinity);
        best[0] = 0;
        for (var end = 1; end <= run.Length; end++)
        {
            for (var n = 1; n <= Math.Min(Lexicon.LongestWord, end); n++)
            {
                var word = run.AsSpan(end - n, n);
                var cost = n == 1 ? Lexicon.Shared.Single(word[0]) : Lexicon.Shared.Word(word);
                cost = n > 1 && (Breaks.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word) || UnitReader.EndingAt(word) == n) ? Math.Min(cost, 11) : cost;
                if (best[end - n] + cost < best[end])
                {
                    (best[end], from[end]) = (best[end - n] + cost, end - n);
                }
            }
        }

        var words = new List<(int, int)>();
        for (var end = run.Length; end > 0; end = from[end])
        {
            words.Add((from[end], end - from[end]));
        }

        words.Reverse();
        return words;
    }
}
