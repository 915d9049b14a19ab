namespace Bulletins.Figures;

/// <summary>Decides from the words around a statement of time how far it reaches: a frame of the report (2023年，全厂…), an event
/// of the past (始建于1958年), a plan (到2027年), a name (2019年“质量月”), or what a figure is compared with (较2022年).</summary>
internal static class PeriodContext
{
    private const int Near = 8;

    private static readonly string[] ToCome = ["预计", "预期", "计划", "力争", "将", "拟", "有望", "争取", "确保", "目标", "到", "至", "排到", "明确", "规划"];

    private static readonly string[] Events =
    [
        "参加工作", "入党", "入职", "入厂", "入伍", "出生", "毕业", "退休", "退伍", "建厂", "建成", "建矿", "成立", "创办", "创建", "创刊", "投产", "开工", "始建", "组建", "通车", "动工", "关停", "停产", "改制", "进厂", "上任",
        "担任", "调入", "调到", "当选", "获评", "荣获", "被评", "那年", "夏天", "冬天", "春天", "秋天", "印发", "出台", "发布", "颁布", "施行", "版", "届", "级", "款", "元旦", "春节",
    ];

    private static readonly string[] Named = ["召开", "举办", "举行", "印发", "下发", "制定", "发布", "开展", "组织", "表彰", "签订", "签署", "部署", "对照", "根据", "按照", "落实"];

    public static PeriodScope Scope(FigureText text, PeriodStatement s, int? year, int? reported)
    {
        if (IsCompared(text, s) || IsName(text, s))
        {
            return PeriodScope.Figure;
        }

        var t = text.Text;
        if (IsToCome(t, s.Start))
        {
            // 到2025年，… heads a plan; 订单排到2025年 only ends
            var heads = s.Start < 2 || t[s.Start - 1] is not ('到' or '至') || FigureText.IsClauseEnd(t[s.Start - 2]);
            return heads ? PeriodScope.Sentence : PeriodScope.Figure;
        }

        if (text.EndsWith(s.Start, "于"))
        {
            return PeriodScope.Clause;
        }

        if (s.Scope != PeriodScope.Paragraph)
        {
            return PeriodScope.Sentence;
        }

        var open = s.Period is { } period && period.EndsWith("..", StringComparison.Ordinal);
        if (open && s.End < t.Length && (t[s.End] == '的' ? s.Start > 0 && !FigureText.IsClauseEnd(t[s.Start - 1]) : t[s.End] is '最' or '新' || text.EndsWith(s.Start, "创") || text.EndsWith(s.Start, "创下") || text.EndsWith(s.Start, "为")))
        {
            return PeriodScope.Figure; // 延续去年四季度以来的势头, 为1990年以来最高
        }

        // An event or a time long past does not date what is told after it.
        if (!open && text.Contains(s.End, Math.Min(t.Length, ClauseEnd(t, s.End)), Events))
        {
            return PeriodScope.Clause;
        }

        return !open && year < reported - 1 && s.Period!.Length < 8 ? PeriodScope.Sentence : PeriodScope.Paragraph;
    }

    /// <summary>预计2025年, 到2027年; not 截至2023年, 1月至9月.</summary>
    public static bool IsToCome(string text, int start)
    {
        foreach (var word in ToCome)
        {
            if (DateParts.Starts(text, start - word.Length, word) && !DateParts.Starts(text, start - 2, "截至") && !DateParts.Starts(text, start - 2, "截到"))
            {
                return true;
            }
        }

        return false;
    }

    private static int ClauseEnd(string text, int position)
    {
        var end = position;
        while (end < text.Length && end < position + Near && text[end] is not ('，' or '。' or '；' or '：'))
        {
            end++;
        }

        return end;
    }

    // 比2019年, 较同期的2022年, 去年同期, 与2022年相比, 恢复到2019年的, 是2020年的3倍, 高于上年
    private static bool IsCompared(FigureText text, PeriodStatement s)
    {
        var t = text.Text;
        if (DateParts.Starts(t, s.End, "同期") || DateParts.Starts(t, s.End, "相比") || DateParts.Starts(t, s.End, "期末") || DateParts.Starts(t, s.End, "末相比") || DateParts.Starts(t, s.End, "底相比"))
        {
            return true;
        }

        var of = s.End < t.Length && t[s.End] == '的' ? s.End + 1 : s.End + (DateParts.Starts(t, s.End, "底的") || DateParts.Starts(t, s.End, "末的") ? 2 : 0);
        if (of > s.End && of < t.Length && (char.IsAsciiDigit(t[of]) || ChineseNumeral.Begins(t[of]) || DateParts.Starts(t, of, "近") || DateParts.Starts(t, of, "不足")))
        {
            return true; // 由2018年的17%; 是2020年的3倍
        }

        foreach (var word in (ReadOnlySpan<string>)["恢复到", "恢复至", "相比于", "相当于", "高于", "低于", "多于", "少于", "优于", "好于", "超过", "超", "回到", "退回到"])
        {
            if (text.EndsWith(s.Start, word))
            {
                return true;
            }
        }

        // 从2020年47家增加到…
        if (text.EndsWith(s.Start, "从") || text.EndsWith(s.Start, "由"))
        {
            return s.Period is null || !s.Period.EndsWith("..", StringComparison.Ordinal);
        }

        for (var i = text.LastMarkBefore(s.Start); i >= 0 && text.Marks[i].Start >= s.Start - Near && text.Marks[i].End <= s.Start; i--)
        {
            var mark = text.Marks[i];
            if (t.AsSpan(mark.End, s.Start - mark.End).IndexOfAny('，', '；', '。') >= 0 || mark.Is(WordRole.Change | WordRole.ToTail | WordRole.Level))
            {
                return false;
            }

            if (mark.Is(WordRole.Compare) && (t[mark.Start] is not ('与' or '同') || text.Contains(s.End, Math.Min(t.Length, s.End + Near), "相比") || mark.End == s.Start))
            {
                return true;
            }
        }

        return t.AsSpan(0, s.Start) is [.., '比' or '较' or '与' or '同' or '跟'];
    }

    // 《2024年方案》, 召开2019年“质量月”总结会, 2020年度征订
    private static bool IsName(FigureText text, PeriodStatement s)
    {
        var t = text.Text;
        if (s.Start > 0 && t[s.Start - 1] is '《' or '“' or '‘')
        {
            return t.AsSpan(s.End, Math.Min(24, t.Length - s.End)).IndexOfAny("》”’") is >= 0 and var close
                && t.AsSpan(s.End, close).IndexOfAny('，', '。', '；') < 0;
        }

        foreach (var word in Named)
        {
            if (text.EndsWith(s.Start, word))
            {
                return s.End < t.Length && t[s.End] is not ('，' or '。');
            }
        }

        return false;
    }
}
