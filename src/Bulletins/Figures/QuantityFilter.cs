namespace Bulletins.Figures;

/// <summary>Decides which quantities are figures: no periods (近三年), no classes (110千伏线路), no small Chinese counts (一名党员).</summary>
internal static class QuantityFilter
{
    private static readonly string[] PeriodBefore = ["前", "后", "未来", "今后", "过去", "最近", "近", "往后", "此后", "随后"];
    private static readonly string[] SpanVerbs = ["历时", "耗时", "用时", "达", "历经", "经过", "提前", "缩短", "了", "工期", "时间", "为期", "持续", "寿命", "需", "需要", "延长", "节省", "节约", "时长", "长达", "减少", "增加", "推迟", "滞后", "有"];

    private static readonly string[] Events = ["自由泳", "仰泳", "蛙泳", "蝶泳", "混合泳", "接力", "短跑", "赛跑", "跨栏", "栏", "障碍", "混接", "跑"];
    private static readonly string[] Coordinates = ["北纬", "南纬", "东经", "西经", "北纬约", "东经约"];
    private static readonly string[] Trains = ["列车", "动车", "高铁", "班列", "旅客列车", "客车", "货车", "航班"];
    private static readonly string[] RankVerbs = ["前进", "上升", "前移", "跃升", "跃居", "攀升", "后移", "下滑", "下降", "倒退", "提升", "位次", "排名"];

    public static bool IsFigure(FigureText text, Quantity q)
    {
        var s = text.Text;
        switch (q.Kind)
        {
            case UnitKind.None or UnitKind.Bare:
                return false;
            case UnitKind.Time when IsPeriod(text, q) || IsAge(text, q):
                return false;
            case UnitKind.Money when q.Value == 1 && (text.StartsWith(q.End, "兑") || EndsWithAny(text, q.Start, ["兑", "兑换"])):
                return false; // 1美元兑换159日元
            case UnitKind.Doubling:
                return IsDoubling(text, q);
            case UnitKind.Physical when q.Unit.Code == "kW.h" && s[q.UnitEnd - 1] == '度' && !ResolveDegree(text, q):
                return false;
            case UnitKind.Physical when q.Unit.NamesAClass && q.End < s.Length && UnitReader.IsHan(s[q.End]) && !"的以及左和与升降提增减至到且并为".Contains(s[q.End], StringComparison.Ordinal):
                return false;
        }

        if (q.Number.Start > 0 && s[q.Number.Start - 1] is '-' or '−' or '－' && q.Start == q.Number.Start)
        {
            return false; // -45μm
        }

        if (q.Unit.Code == "m" && q.Qualifier == FigureQualifier.Exact && StartsWithAny(text, q.End, Events))
        {
            return false; // 100米自由泳, 4×100米接力
        }

        if (q.Kind == UnitKind.Time && s.AsSpan(q.End, Math.Min(5, s.Length - q.End)).IndexOf('圈') is >= 2 and var circle && s.AsSpan(q.End, circle).IndexOfAny('，', '、', '的') < 0)
        {
            return false; // 15分钟健身圈
        }

        if ((q.End < s.Length && s[q.End] is '=' or '＝') || (q.Start > 0 && s[q.Start - 1] is '=' or '＝'))
        {
            return false; // 1吉瓦时=100万千瓦时: a definition
        }

        if (q.Number is { ScaleOnly: true, MoreThan: false } && q.Qualifier == FigureQualifier.Exact)
        {
            return IsStatedBareScale(text, q);
        }

        if (q.Kind == UnitKind.Physical && q.Start == q.Number.Start && q.Start > 0 && (s[q.Start - 1] == '每' || (q.Number.Chinese && q.Number.End - q.Number.Start == 1 && s[q.Start] == '一')))
        {
            return false; // 每一度电, 一吨挣不了多少, 每100公里
        }

        if (q.Kind == UnitKind.Count && q.Start == q.Number.Start && q.Start > 0 && s[q.Start - 1] == '每')
        {
            return false; // 每10万人口, 每100人拥有电话45部
        }

        // 用上三五年, 干了七八年: no number to count with
        if (q is { Unit.Code: "a", IsSmallChinese: true, Max: not null, From: null } && q.Number.Max is not null && q.Start == q.Number.Start)
        {
            return false;
        }

        // 186队, 1133次列车: names; not 3队人马, 往返1133次
        if (q.Kind == UnitKind.Count && !q.Number.Chinese && q.Number.Scale == 1 && q.UnitEnd == q.UnitStart + 1
            && ((s[q.UnitStart] == '队' && q.Value >= 100 && q.Start == q.Number.Start && q.Qualifier == FigureQualifier.Exact && q.End < s.Length && UnitReader.IsHan(s[q.End]) && s[q.End] is not ('参' or '的' or '次' or '共' or '选' or '报')) || (s[q.UnitStart] == '次' && StartsWithAny(text, q.End, Trains))))
        {
            return false;
        }

        if (q.Kind == UnitKind.Count && s[q.UnitStart] == '份' && text.EndsWith(q.Start, "印"))
        {
            return false; // 共印60份: the imprint
        }

        if (q.Kind == UnitKind.Count && q.Start > 0 && s[q.UnitStart] is '名' or '位' && (s[q.Start - 1] == '前' || (q.UnitEnd == q.UnitStart + 1 && (q.End == s.Length || !UnitReader.IsHan(s[q.End]) || s[q.End] is '至' or '到') && EndsWithAny(text, s[q.Start - 1] == '了' ? q.Start - 1 : q.Start, RankVerbs))))
        {
            return false; // 前10名, 排名上升3位
        }

        // 由一百二十人减少到四十六人, 从三天缩短到一天; not 从一个班扩大到三个班
        var changed = q.From is { } from && (q.Kind == UnitKind.Time || from >= 10 || q.Value >= 10);
        return q.Kind is not (UnitKind.Count or UnitKind.Time) || !q.IsSmallChinese || changed || q.Qualifier != FigureQualifier.Exact;
    }

    // 党龄21年, 工龄满30年; not 龄期28天
    private static bool IsAge(FigureText text, Quantity q)
    {
        var i = q.Start;
        while (i > 0 && q.Start - i < 3 && text.Text[i - 1] is '满' or '达' or '已' or '为' or '有' or '长')
        {
            i--;
        }

        return q.Unit.Code == "a" && i > 0 && text.Text[i - 1] == '龄';
    }

    // 近三年, 前9个月, 过去五年, 30年来; but 历时近3年, 提前3个月
    private static bool IsPeriod(FigureText text, Quantity q)
    {
        var s = text.Text;
        if (text.StartsWith(q.End, "期") && q.End + 1 < s.Length && UnitReader.IsHan(s[q.End + 1]) && !text.StartsWith(q.End, "期间"))
        {
            return true; // 10年期国债
        }

        if (text.StartsWith(q.End, "来") || text.StartsWith(q.End, "以来") || text.StartsWith(q.End, "间") || (text.StartsWith(q.End, "前") && !text.StartsWith(q.End, "前后")))
        {
            return true;
        }

        if ((q.Number.ScaleOnly || (q.Number is { Chinese: true, MoreThan: true } && s[q.Number.Start] is '几' or '数' && q.Value >= 100 && q.End < s.Length && UnitReader.IsHan(s[q.End]) && !text.StartsWith(q.End, "历史") && !text.StartsWith(q.End, "的历史"))) && q.Unit.Code == "a")
        {
            return true; // 百年, 千年, 几千年文明
        }

        var near = q.Start < q.Number.Start && s[q.Number.Start - 1] == '近';
        var from = near ? q.Number.Start - 1 : q.Start;
        if (near)
        {
            return !IsNearlySpan(text, q, from);
        }

        if (text.StartsWith(q.End, "才") && text.EndsWith(from, "过去"))
        {
            return false; // 过去3天才能办完
        }

        return EndsWithAny(text, from, PeriodBefore) && !text.EndsWith(from, "之前") && !text.EndsWith(from, "提前") && !text.EndsWith(from, "之后");
    }

    // 运行近300天，, 停机近500小时, 近5个小时的抢修; not 近三年累计…, 近24小时降雨, 近30天没有…
    private static bool IsNearlySpan(FigureText text, Quantity q, int from)
    {
        if (EndsWithAny(text, from, SpanVerbs))
        {
            return true;
        }

        var s = text.Text;
        var opens = from == 0 || !UnitReader.IsHan(s[from - 1]);
        var last = q.End >= s.Length || FigureText.IsClauseEnd(s[q.End]);
        if (q.Unit.Code is "h" or "min" or "s")
        {
            return q.Unit.Code != "h" || q.Value is not (12 or 24 or 36 or 48 or 72) || (last && !opens);
        }

        if (opens || s[from - 1] is '在' or '于' or '最' or '是' or '为')
        {
            return false;
        }

        var mark = text.LastMarkBefore(from) is >= 0 and var i ? text.Marks[i] : default;
        var verb = (mark.Word is not null && mark.End == from && mark.Is(WordRole.Act | WordRole.Lead)) || VerbTable.At(s, from - 2, from);
        return last || (verb && q.Unit.Code != "a" && (q.End >= s.Length || s[q.End] != '的'));
    }

    // 翻两番, 翻了近一番; the verb belongs to the figure's text
    private static bool IsDoubling(FigureText text, Quantity q)
    {
        var s = text.Text;
        if (s[q.Number.Start] == '翻')
        {
            return true;
        }

        for (var i = q.Start - 1; i >= 0 && i >= q.Start - 3; i--)
        {
            if (s[i] == '翻')
            {
                q.Start = i;
                return true;
            }
        }

        return false;
    }

    // 度 is of electricity, of temperature or of an angle; 一度, 再度 are adverbs
    private static bool ResolveDegree(FigureText text, Quantity q)
    {
        var s = text.Text;
        var from = text.ClauseStart(q.Start, Math.Max(0, q.Start - 24));
        var to = Math.Min(s.Length, q.End + 6);
        if (EndsWithAny(text, q.Start, Coordinates))
        {
            return false; // 北纬85度
        }

        if (text.StartsWith(q.Start, "零下") || text.StartsWith(q.Start, "约零下"))
        {
            q.Unit = q.Unit with { Code = "Cel" };
            return true;
        }

        if (q.PerUnit || text.Contains(from, to, "电", "耗", "用能"))
        {
            return true;
        }

        if (text.Contains(from, to, "温", "热", "冷", "寒", "暑", "烫", "炎", "烤"))
        {
            q.Unit = q.Unit with { Code = "Cel" };
            return true;
        }

        if (q.IsSmallChinese)
        {
            return false;
        }

        if (q.Number.Scale == 1 && q.Value <= 720)
        {
            q.Unit = q.Unit with { Code = "deg" };
        }

        return true;
    }

    // 创效百万元, 百名职工; not 万元产值, 百公里油耗, 千家, 百年
    private static bool IsStatedBareScale(FigureText text, Quantity q)
    {
        var s = text.Text;
        if (q.Kind == UnitKind.Money)
        {
            var mark = text.LastMarkBefore(q.Start) is >= 0 and var i ? text.Marks[i] : default;
            var ends = q.End == s.Length || !UnitReader.IsHan(s[q.End]);
            return ends && q.Start > 0 && mark.Word is not null && mark.End == q.Start && (mark.Is(WordRole.Money) || mark.Is(WordRole.Level));
        }

        return q.Kind == UnitKind.Count && s[q.UnitStart] is '名' or '台' or '场' or '辆' && (q.Start == 0 || s[q.Start - 1] is not ('“' or '‘' or '《' or '双'));
    }

    private static bool StartsWithAny(FigureText text, int position, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(position, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithAny(FigureText text, int position, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(position, word))
            {
                return true;
            }
        }

        return false;
    }
}
