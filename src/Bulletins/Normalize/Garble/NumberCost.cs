using System.Buffers;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How well garbled digits read as a number where they stand.</summary>
internal static class NumberCost
{
    private const float Start = 5.5f;
    private const float PerDigit = 2.3f;
    private const float OutOfContext = 4; // neither 第 before it nor 年 behind it

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
            cost -= 1.5f;
            if (length == 4 && p[end] == '年' && FounderCode.Decode(p[start])?.Text is "1" or "2")
            {
                cost -= 3;
            }
        }

        if (!joined && FounderCode.Decode(p[start])?.Text == "0" && !GoesOn(p, end))
        {
            cost += length == 1 ? 1.5f : 3;
        }

        return (cost, length > 1 || joined ? Arc.Solid : Alone(p, start, end, introduced, counted));
    }

    /// <summary>True for a digit, real or garbled.</summary>
    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９' || FounderCode.Decode(c)?.Role == SymbolRole.Digit;

    // A single digit may be half a name; 3月, （2） and 2. at a line's start are better than that.
    private static float Alone(Passage p, int start, int end, bool introduced, bool counted)
    {
        var next = end < p.Length ? p[end] : ' ';
        var isItem = (p.BeginsLine(start) && next is '.' or '、' or '．' or '尧' or '郾' or '援') || (introduced && next is '）' or ')' or '冤');
        return isItem || next is '年' or '月' or '日' or '%' or '豫' ? 4 : introduced && counted ? 3 : 1.5f;
    }

    // 员郾缘, 员.缘, 员原圆: more of the number follows.
    private static bool GoesOn(Passage p, int end) =>
        end + 1 < p.Length && (p[end] is '.' or '-' || FounderCode.Decode(p[end])?.Role == SymbolRole.Joint) && IsDigit(p[end + 1]);

    private static SearchValues<char> Context(string side) => SearchValues.Create(TableReader.Rows("number-context.tsv").Where(r => r[0] == side).SelectMany(r => r[1]).ToArray());

    // 圆郾缘: the second number is the first one's decimals.
    private static bool ContinuesNumber(Passage p, int at) =>
        char.IsAsciiDigit(p[at]) || (at > 0 && p.Before(at) == Gap.None && IsDigit(p[at - 1]) && (p[at] is '.' or ',' or '-' || FounderCode.Decode(p[at])?.Role == SymbolRole.Joint));
}
