namespace Bulletins.Normalize.Garble;

/// <summary>How well garbled digits read as a number where they stand.</summary>
internal static class NumberCost
{
    private const float Start = 5.5f;
    private const float PerDigit = 2.3f;

    // 第3期, 约5名, 增长8%; the garbled opening bracket too.
    private const string Before = "第约达近增共超过至到为从年月比计降提升仅逾余日时分（(〔渊也";
    private const string After = "年月日时分秒点个项名台次元万亿千百吨米公里度级号期届岁人倍％%豫℃益条座家户件批套只辆亩天周处位成岁届班组层楼路线版章节）)〕冤页";

    public static float Of(Passage p, int start, int end)
    {
        var length = end - start;
        var joined = start > 0 && p.Before(start) == Gap.None && ContinuesNumber(p, start - 1);
        var cost = (joined ? PerDigit : Start) + (PerDigit * (length - 1));
        if (!joined && start > 0 && !p.BeginsLine(start) && Before.Contains(p[start - 1]))
        {
            cost -= 1.2f;
        }

        if (end < p.Length && After.Contains(p[end]))
        {
            cost -= 1.5f;
            if (length == 4 && p[end] == '年' && FounderCode.Decode(p[start])?.Text is "1" or "2")
            {
                cost -= 3;
            }
        }

        if (!joined && FounderCode.Decode(p[start])?.Text == "0")
        {
            cost += length == 1 ? 1.5f : 3;
        }

        return cost;
    }

    /// <summary>True for a digit, real or garbled.</summary>
    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９' || FounderCode.Decode(c)?.Role == SymbolRole.Digit;

    // 圆郾缘: the second number is the first one's decimals.
    private static bool ContinuesNumber(Passage p, int at) =>
        char.IsAsciiDigit(p[at]) || (at > 0 && p.Before(at) == Gap.None && IsDigit(p[at - 1]) && (p[at] is '.' or ',' or '-' || FounderCode.Decode(p[at])?.Role == SymbolRole.Joint));
}
