namespace Bulletins.Figures;

/// <summary>What changes are measured against, as far as a sentence says: 同比, 环比, 比计划, 较改造前, 与去年同期相比.</summary>
internal sealed class BasisReader
{
    private const int LongestName = 24;
    private static readonly string[] Earlier = ["之前", "以前", "此前", "以往", "往年", "往常", "历年", "历史", "原来", "原先", "原有", "过去", "年初", "期末", "月初", "上届", "上次", "上轮", "上期", "传统", "当初", "前期", "起初", "初期", "开工时", "基期", "建厂初", "老工艺", "旧工艺", "常规", "人工", "上半年", "一季度", "二季度", "三季度", "月份", "高峰", "峰值"];
    private static readonly string[] Planned = ["计划", "目标", "预算", "定额", "预期", "任务", "指标要求", "考核指标", "考核值", "要求", "规定", "序时进度", "进度", "概算", "基准值", "设计值", "工期"];
    private static readonly string[] LastYear = ["去年", "上年", "上一年", "同期", "昨年", "前一年"];
    private static readonly string[] LastMonth = ["上月", "上个月", "上季", "上周", "上旬", "前一日", "上日", "昨日", "前一天", "前一周", "前一月", "上个季度"];
    private readonly List<Mention> mentions = [];
    private readonly FigureText text;

    /// <param name="IsShared">False where it belongs to 提前: 比计划提前一个月完成，日产提高2吨.</param>
    private readonly record struct Mention(int Start, int End, FigureBasis? Basis, bool StandsAlone, bool IsShared = true);

    public BasisReader(FigureText text, int start, int end, int? year)
    {
        this.text = text;
        foreach (var mark in text.MarksIn(start, end))
        {
            if (mark.Is(WordRole.Base))
            {
                mentions.Add(new Mention(mark.Start, mark.End, mark.Word.Basis, false));
            }
            else if (mark.Is(WordRole.Compare | WordRole.Above))
            {
                var nameEnd = NameEnd(text, mark.End, end);
                if (Classify(text, mark.End, nameEnd, year) is { } basis)
                {
                    var early = text.Contains(nameEnd, Math.Min(end, nameEnd + 4), "提前", "提早", "推迟", "延期", "滞后") || text.Contains(mark.End, nameEnd, "提前", "提早");
                    var alone = nameEnd < end && !early && nameEnd - mark.End <= 14 && (text.Text[nameEnd] == '，' || text.StartsWith(nameEnd, "相比"));
                    mentions.Add(new Mention(mark.Start, nameEnd, basis, alone, !early));
                }
            }
            else if (IsAgainst(text, mark, end) && Classify(text, mark.End, NameEnd(text, mark.End, end), year) is { } named)
            {
                mentions.Add(new Mention(mark.Start, NameEnd(text, mark.End, end), named, true));
            }
        }

        ReadAgainst(start, end, year);
    }

    // 和去年相比，…, 同去年相比，…: neither 和 nor 同 is a word of comparison elsewhere
    private void ReadAgainst(int start, int end, int? year)
    {
        var s = text.Text;
        for (var i = start; i < end; i++)
        {
            if (s[i] is not ('和' or '同' or '跟') || (i > start && UnitReader.IsHan(s[i - 1])))
            {
                continue;
            }

            var nameEnd = NameEnd(text, i + 1, end);
            if (text.StartsWith(nameEnd, "相比") && Classify(text, i + 1, nameEnd, year) is { } basis && !mentions.Exists(m => m.Start < nameEnd && m.End > i))
            {
                mentions.Add(new Mention(i, nameEnd, basis, true));
                mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
            }
        }
    }

    /// <summary>As many bases as there are figures, in a row before 分别: 环比、同比分别下降…和…</summary>
    public FigureBasis?[]? Paired(int clauseStart, int position, int count)
    {
        var last = LastBefore(position);
        var first = last - count + 1;
        if (first < 0 || count < 2 || mentions[first].Start < clauseStart || (first > 0 && mentions[first - 1].Start >= clauseStart) || !text.Contains(mentions[last].Start, position, "分别"))
        {
            return null;
        }

        for (var i = first; i < last; i++)
        {
            if (mentions[i + 1].Start - mentions[i].End is not 1 || text.Text[mentions[i].End] is not ('、' or '和' or '与' or '及'))
            {
                return null;
            }
        }

        return [.. mentions.GetRange(first, count).Select(m => m.Basis)];
    }

    /// <summary>The words of the base that was last asked for.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The base that a figure's own clause names, or one that it shares.</summary>
    /// <param name="clauseStart">Where the figure's clause begins.</param>
    /// <param name="position">Where the figure begins.</param>
    /// <param name="coordinated">The figure before is an amount of change too.</param>
    /// <param name="verbStart">Where the figure's verb of change begins.</param>
    public FigureBasis? At(int clauseStart, int position, bool coordinated, int verbStart)
    {
        var last = LastBefore(position);
        if (last < 0)
        {
            return null;
        }

        var found = mentions[last];

        // Where each clause names its own base, one that names none has none.
        var shared = last == 0 && found.IsShared && (coordinated || found.Basis is FigureBasis.Yoy or FigureBasis.Mom);
        Words = text.Text[found.Start..found.End];

        // 成本比计划低126元，电价上涨0.02元: a subject of its own behind a base that has its own too
        if (found is { Basis: FigureBasis.Plan, StandsAlone: false } && found.Start < clauseStart && verbStart - clauseStart >= 2 && found.Start - text.ClauseStart(found.Start, 0) >= 2)
        {
            return null;
        }

        return found.Start >= clauseStart || found.StandsAlone || shared ? found.Basis : null;
    }

    /// <summary>The base that the figure's own clause names.</summary>
    public FigureBasis? InClause(int clauseStart, int position)
    {
        if (LastBefore(position) is not (>= 0 and var last) || mentions[last].Start < clauseStart)
        {
            return null;
        }

        Words = text.Text[mentions[last].Start..mentions[last].End];
        return mentions[last].Basis;
    }

    private int LastBefore(int position) => Ordered.Leading(mentions, position, static (mention, position) => mention.Start < position) - 1;

    // 与去年同期相比，…: the words 与 and 同 open a comparison only where 相比 closes it.
    private static bool IsAgainst(FigureText text, Mark mark, int end)
    {
        var s = text.Text;
        if (s[mark.Start] is not ('与' or '同' or '和') || mark.End - mark.Start != 1)
        {
            return false;
        }

        var to = Math.Min(end, mark.End + LongestName);
        return text.Contains(mark.End, to, "相比");
    }

    private static int NameEnd(FigureText text, int start, int end)
    {
        var to = Math.Min(end, start + LongestName);
        for (var i = start; i < to; i++)
        {
            // 比计划、比去年同期
            var next = text.Text[i] == '、' && i + 1 < to && (text.Text[i + 1] is '比' or '较' || text.StartsWith(i + 1, "同比") || text.StartsWith(i + 1, "环比"));
            if (next || FigureText.IsClauseEnd(text.Text[i]) || text.StartsWith(i, "相比"))
            {
                to = i;
                break;
            }
        }

        foreach (var mark in text.MarksIn(start, to))
        {
            if (mark.Is(WordRole.Change | WordRole.ToTail) && mark.Start > start)
            {
                return mark.Start;
            }
        }

        return to;
    }

    private static FigureBasis? Classify(FigureText text, int start, int end, int? year)
    {
        var s = text.Text;
        if (end <= start)
        {
            return null;
        }

        var before = s.AsSpan(start, end - start).LastIndexOf('前');
        if (text.Contains(start, end, "计划前", "改造前", "实施前", "投用前", "整改前") || (before > 0 && s[start + before - 1] is not ('目' or '当' or '以' or '此' or '之' or '年' or '提') && before >= end - start - 4))
        {
            return FigureBasis.Previous;
        }

        if (text.Contains(start, end, Planned))
        {
            return FigureBasis.Plan;
        }

        // 较去年12月末, 较上年末: a state at a point of time, no period like 上年
        if (s[end - 1] is '末' or '底' && !text.Contains(start, end, LastMonth) && !text.Contains(start, end, "同期"))
        {
            return FigureBasis.Previous;
        }

        // 去年…比前年
        if (text.EndsWith(end, "前年") && end - start == 2)
        {
            var lead = s.AsSpan(Math.Max(0, start - LongestName), Math.Min(start, LongestName));
            return lead.LastIndexOf("去年", StringComparison.Ordinal) > lead.LastIndexOf("今年", StringComparison.Ordinal) ? FigureBasis.Yoy : FigureBasis.Previous;
        }

        if (text.Contains(start, end, LastMonth))
        {
            return FigureBasis.Mom;
        }

        if (NamedYear(s, start, end) is { } named)
        {
            return year is { } now ? (named == now - 1 ? FigureBasis.Yoy : FigureBasis.Previous)
                : text.Contains(start, end, "同期", "同比") ? FigureBasis.Yoy : FigureBasis.Previous;
        }

        if (text.Contains(start, end, LastYear))
        {
            return FigureBasis.Yoy;
        }

        // 较“十三五”末, 较建厂初
        return NamesEarlier(text, start, end) || text.Contains(start, end, Earlier) || s[end - 1] is '末' or '初' ? FigureBasis.Previous : null;
    }

    // 上榨季, 上一周期, 上个航次, 原方案, 三年前; not 上海, 上述, 原油, 原料
    private static bool NamesEarlier(FigureText text, int start, int end)
    {
        var s = text.Text;
        if (s[start] == '上' && end - start is >= 2 and <= 6 && s[end - 1] is '季' or '期' or '轮' or '届' or '代' or '次' or '年')
        {
            return true;
        }

        if (s[start] == '原' && end - start >= 2 && s[start + 1] is not ('油' or '煤' or '料' or '材' or '矿' or '则' or '因' or '盐' or '木' or '粮' or '辅' or '定' or '计' or '值' or '水' or '子'))
        {
            return true;
        }

        return text.EndsWith(end, "年前") && end - start >= 3 && (char.IsAsciiDigit(s[end - 3]) || ChineseNumeral.Digit(s[end - 3]) > 0);
    }

    private static int? NamedYear(string s, int start, int end)
    {
        for (var i = start; i + 4 < end + 1 && i + 4 < s.Length; i++)
        {
            if (char.IsAsciiDigit(s[i]) && char.IsAsciiDigit(s[i + 1]) && char.IsAsciiDigit(s[i + 2]) && char.IsAsciiDigit(s[i + 3]) && s[i + 4] == '年')
            {
                return ((s[i] - '0') * 1000) + ((s[i + 1] - '0') * 100) + ((s[i + 2] - '0') * 10) + s[i + 3] - '0';
            }
        }

        return null;
    }
}
