namespace Bulletins.Segment;

/// <summary>Finds the unit that an article is about, as printed: in the kicker, before the headline's colon, or first in the body.</summary>
internal static class OrganizationFinder
{
    private const int Reach = 160;
    private static readonly string[] Stops =
    [
        "以来", "近日", "日前", "今年", "去年", "今天", "上午", "下午", "近期", "随着", "针对", "为了", "为", "在", "从", "由", "对", "据", "是", "于", "与", "和", "及", "了", "的", "年", "月", "日", "来自", "记者", "获悉", "走进", "组织", "召开", "举行", "开展",
    ];

    public static string? Find(string? kicker, string? headline, string? body)
    {
        var start = body is null ? "" : body[..Math.Min(Reach, body.Length)];
        if (kicker is not null)
        {
            string? first = null;
            foreach (var token in kicker.Split([' ', '\u3000', '、'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (UnitReader.IsUnit(token))
                {
                    first ??= token;
                    if (start.Contains(token, StringComparison.Ordinal))
                    {
                        return token;
                    }
                }
            }

            if (first is not null)
            {
                return first;
            }
        }

        var colon = headline?.AsSpan().IndexOfAny('：', ':') ?? -1;
        if (colon is >= 2 and <= 16 && UnitReader.IsUnit(headline![..colon]))
        {
            return headline[..colon];
        }

        return First(start);
    }

    // The first stretch between marks and small words that ends like a unit's name.
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
            while (end < text.Length && (Shape.IsHan(text[end]) || char.IsAsciiLetterOrDigit(text[end])))
            {
                end++;
            }

            if (Within(text[i..end]) is { } unit)
            {
                return unit;
            }

            i = end;
        }

        return null;
    }

    private static string? Within(string run)
    {
        for (var from = 0; from < run.Length;)
        {
            var stop = run.Length;
            var skip = 1;
            foreach (var word in Stops)
            {
                var at = run.IndexOf(word, from, StringComparison.Ordinal);
                if (at >= 0 && at < stop)
                {
                    (stop, skip) = (at, word.Length);
                }
            }

            var piece = run[from..stop];
            for (var n = Math.Min(piece.Length, 26); n >= 4; n--)
            {
                var ending = UnitReader.EndingAt(piece.AsSpan(0, n));
                if (ending >= 2 && n > ending || ending == 1 && n >= 4 && piece[n - 1] is '厂' or '矿' or '局' or '院' or '部' or '处' or '队')
                {
                    return piece[..n];
                }
            }

            from = stop + skip;
        }

        return null;
    }
}
