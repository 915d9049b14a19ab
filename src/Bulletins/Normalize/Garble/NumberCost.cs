using System.Buffers;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How well garbled digits read as a number where they stand.</summary>
internal static class NumberCost
{
    private const float Start = 5.5f;
    private const float PerDigit = 2.3f;
    private const float OutOfContext = 4; // neither 第 before it nor 年 behind it

    private const string Dates = "年月日%豫";
    private static readonly SearchValues<char> Before = Context("before");
    private static readonly SearchValues<char> After = Context("after");

    /// <summary>The reading's cost, and what it proves.</summary>
    public static (float Cost, float Proof) Of(Passage p, int start, int end)
    {
        var length = end - start;
        var joined = start > 0 && p.Before(start) == Gap.None && ContinuesNumber(p, start - 1);
        var cost = (joined ? PerDigit : Start) + (PerDigit * (length - 1));
        var introduced = !joined && start > 0 && !p.BeginsLine(start) && Before.Contains(p[start - 1]);
        var counted = end < p.Length && ((p.BeginsLine(start) && p[end] is '.' or '．') || After.Contains(p[end]) || GoesOn(p, end));
        cost += introduced ? -1.2f : joined || counted ? 0 : OutOfContext;
        if (counted)
        {
            cost -= 1.5f + Date(p, start, end);
        }

        if (!joined && FounderCode.Decode(p[start])?.Text == "0" && !GoesOn(p, end))
        {
            cost += 3;
        }

        // 圆圆, 远远: a name or a doubled word rather than 22, 66.
        var doubled = length == 2 && !joined && p[start] == p[start + 1] && p[start] != '员' && !(end < p.Length && (Dates.Contains(p[end]) || GoesOn(p, end)));
        return (cost + (doubled ? 3 : 0), (length > 1 && !doubled) || joined ? Arc.Solid : Alone(p, start, end, introduced, counted));
    }

    /// <summary>True for a digit, real or garbled.</summary>
    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９' || FounderCode.Decode(c)?.Role == SymbolRole.Digit;

    // What a calendar says for the number: 2024年, 12月, 31日, but no 13月 and no 32日.
    private static float Date(Passage p, int start, int end)
    {
        var length = end - start;
        var value = 0;
        for (var i = start; i < end && length <= 4; i++)
        {
            value = (value * 10) + FounderCode.Decode(p[i])!.Text[0] - '0';
        }

        return p[end] switch
        {
            '年' when length == 4 => value is > 1000 and < 2100 ? 3 : 0,
            '月' => length <= 2 && value is >= 1 and <= 12 ? 1 : -3,
            '日' => length <= 2 && value is >= 1 and <= 31 ? 1 : -3,
            _ => 0,
        };
    }

    // A single digit may be half a name; 3月, （2） and 2. at a line's start are better than that.
    private static float Alone(Passage p, int start, int end, bool introduced, bool counted)
    {
        var next = end < p.Length ? p[end] : ' ';
        var isItem = (p.BeginsLine(start) && next is '.' or '、' or '．' or '尧' or '郾' or '援') || (introduced && next is '）' or ')' or '冤');
        return isItem || Dates.Contains(next) ? 4 : introduced && counted ? 3 : 1.5f;
    }

    // 员郾缘, 员.缘, 员原圆: more of the number follows.
    private static bool GoesOn(Passage p, int end) =>
        end + 1 < p.Length && (p[end] is '.' or '-' || FounderCode.Decode(p[end])?.Role == SymbolRole.Joint) && IsDigit(p[end + 1]);

    private static SearchValues<char> Context(string side) => SearchValues.Create(TableReader.Rows("number-context.tsv").Where(r => r[0] == side).SelectMany(r => r[1]).ToArray());

    // 圆郾缘: the second number is the first one's decimals.
    private static bool ContinuesNumber(Passage p, int at) =>
        char.IsAsciiDigit(p[at]) || (at > 0 && p.Before(at) == Gap.None && IsDigit(p[at - 1]) && (p[at] is '.' or ',' or '-' or ':' || FounderCode.Decode(p[at])?.Role == SymbolRole.Joint));
}
