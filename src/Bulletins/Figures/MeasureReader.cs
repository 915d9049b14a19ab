namespace Bulletins.Figures;

/// <summary>The indicator a figure is of, as printed: the noun phrase before its verb, or behind a count.</summary>
internal static class MeasureReader
{
    /// <summary>As far behind a figure as its indicator may stand.</summary>
    public const int Reach = Longest + 4;

    private const int Longest = 24;

    private static readonly string[] NoIndicators =
    [
        "一年里", "一年", "前后", "起来", "之后", "以后", "以前", "当时", "现在", "如今", "平时", "每天", "有的", "其余", "首批", "最长", "最多", "最少", "最高", "最低", "最薄", "最厚", "最大", "最小", "只要", "目标", "计划", "要求", "分别", "方面", "同时", "以上",
    ];

    /// <summary>12项技改项目, 300余名党员, 120万亩耕地.</summary>
    public static string? Behind(FigureText text, int start, int sentenceEnd)
    {
        var s = text.Text;
        if (start < sentenceEnd && s[start] == '的')
        {
            start++;
        }

        var quoted = start < sentenceEnd && s[start] is '“' or '《' or '‘';
        var end = start;
        while (end < sentenceEnd && end - start < Longest && !FigureText.IsClauseEnd(s[end]) && s[end] is not '、' && (quoted || s[end] is not ('“' or '《' or '‘')))
        {
            quoted &= s[end] is not ('”' or '》' or '’');
            end++;
        }

        foreach (var mark in text.MarksIn(start, end))
        {
            if (mark.Is(WordRole.Change) && (mark.Word.OnlyAdjacent || mark.Word.OnlyCompared) && !mark.Is(WordRole.Stop))
            {
                continue; // 零下12℃的低温
            }

            if (mark.Is(WordRole.Act | WordRole.Stop | WordRole.Lead) && !mark.Is(WordRole.Level | WordRole.Function) && QualifiesNoun(s, mark.End, end))
            {
                continue; // 13名参赛选手
            }

            if (mark.Is(WordRole.Stop | WordRole.Act | WordRole.Function | WordRole.Level | WordRole.Change | WordRole.ToTail | WordRole.Before | WordRole.Base | WordRole.Adverb))
            {
                end = mark.Start;
                break;
            }
        }

        for (var i = start; i < end; i++)
        {
            if (char.IsAsciiDigit(s[i]) && !(i > start && (char.IsAsciiLetterOrDigit(s[i - 1]) || s[i - 1] == '-')) && !IsName(s, i, end))
            {
                end = i;
            }
        }

        // 19名学生和两名教师
        for (var i = start + 1; i + 1 < end; i++)
        {
            if (s[i] is '和' or '与' or '及' && ChineseNumeral.Digit(s[i + 1]) > 0)
            {
                end = i;
            }
        }

        return Clean(text, start, CutVerb(s, start, end));
    }

    private static bool QualifiesNoun(string s, int start, int end)
    {
        foreach (var noun in (ReadOnlySpan<string>)["选手", "人员", "职工", "代表", "单位", "企业", "队伍", "作品", "嘉宾", "观众", "学员", "团队", "机组", "设备", "项目", "产品", "车辆", "员工", "干部", "党员", "活动", "工作", "工程", "任务", "服务站", "岗位", "基地", "中心", "平台", "会议", "培训", "比赛"])
        {
            if (start + noun.Length <= end && string.CompareOrdinal(s, start, noun, 0, noun.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    // 6基铁塔倒塌: the sentence goes on behind the noun
    private static int CutVerb(string s, int start, int end)
    {
        for (var i = start + 2; i + 2 <= end; i++)
        {
            if (VerbTable.At(s, i, end) && s[i - 1] is not ('和' or '与' or '、'))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>The noun phrase that ends at the verb before a figure.</summary>
    public static string? Before(FigureText text, int leadStart, int end)
    {
        var start = Start(text, text.AfterTime(leadStart, end), end);
        return Clean(text, start, end);
    }

    /// <summary>Where the words that only lead from the indicator to its figure begin: 同比下降, 分别为, 达, 累计.</summary>
    public static int VerbStart(FigureText text, int leadStart, int end)
    {
        var position = end;
        for (var i = text.LastMarkBefore(end); i >= 0 && text.Marks[i].Start >= leadStart; i--)
        {
            var mark = text.Marks[i];
            var done = mark.End == position && mark.Is(WordRole.Act) && mark.Start > leadStart && (text.StartsWith(mark.Start, "完成") || text.StartsWith(mark.Start, "实现") || text.StartsWith(mark.Start, "累计完成"));
            if (done && UnitReader.IsHan(text.Text[mark.Start - 1]))
            {
                position = mark.Start; // 发送量完成26亿吨
                continue;
            }

            if (mark.End != position || !mark.Is(WordRole.Level | WordRole.Change | WordRole.ToTail | WordRole.To | WordRole.Adverb | WordRole.Base | WordRole.Before | WordRole.Neutral | WordRole.Plan | WordRole.Early | WordRole.AsOf))
            {
                break;
            }

            if (mark.Word.OnlyAdjacent && mark.End < end && mark.End - mark.Start == 1 && !mark.Is(WordRole.To))
            {
                break;
            }

            position = mark.Start;
        }

        return position;
    }

    /// <summary>Where a comparison (比计划, 较2022年同期) begins in a stretch, or its end.</summary>
    public static int CompareStart(FigureText text, int start, int end)
    {
        foreach (var mark in text.MarksIn(start, end))
        {
            // 比计划, 较2022年同期; not 焦比
            if (mark.Is(WordRole.Compare | WordRole.Above) && mark.End < end && (text.Text[mark.Start] is not '与' || text.Contains(mark.End, end, "相比")))
            {
                return mark.Start;
            }
        }

        return end;
    }

    /// <summary>较改造前效率提升25%: what follows the base is the indicator.</summary>
    public static string? BehindBase(FigureText text, int start, int end)
    {
        var found = -1;
        foreach (var word in (ReadOnlySpan<string>)["同期", "相比", "改造前", "年初", "上年", "去年", "计划", "预算", "以往", "年度", "上月", "之前", "以前", "目标", "期末"])
        {
            var at = text.Text.AsSpan(start, end - start).LastIndexOf(word, StringComparison.Ordinal);
            found = at >= 0 ? Math.Max(found, start + at + word.Length) : found;
        }

        return found > 0 && end - found >= 2 ? Clean(text, found, end) : null;
    }

    private static int Start(FigureText text, int leadStart, int end)
    {
        for (var i = text.LastMarkBefore(end); i >= 0 && text.Marks[i].Start >= leadStart; i--)
        {
            var mark = text.Marks[i];
            if (mark.End < end && "率量度仪器额".Contains(text.Text[mark.End], StringComparison.Ordinal) && mark.Is(WordRole.Act | WordRole.Lead) && !mark.Is(WordRole.Level))
            {
                continue; // 兑现率, 检查仪
            }

            if (mark.End == end - 1 && mark.End - mark.Start > 1 && mark.Is(WordRole.Act | WordRole.Lead) && !mark.Is(WordRole.Level) && UnitReader.IsHan(text.Text[mark.End]))
            {
                continue; // 表扬信: one character is no indicator
            }

            if (mark.Is(WordRole.Lead) && mark.End < end && !InsideQuotes(text, leadStart, mark.Start) && !LeadsHead(text, i, end))
            {
                return mark.End; // 集团生产尿素; not 销售费用
            }

            if (mark.Is(WordRole.Act | WordRole.Function | WordRole.Level | WordRole.ToTail) && !InsideQuotes(text, leadStart, mark.Start) && !IsInCompound(text, i, leadStart, end))
            {
                return mark.End;
            }
        }

        return leadStart;
    }

    private static bool LeadsHead(FigureText text, int i, int end) =>
        i + 1 < text.Marks.Count && text.Marks[i + 1] is var next && next.Start == text.Marks[i].End && next.End <= end && next.Is(WordRole.Head | WordRole.Noise | WordRole.Money | WordRole.Act | WordRole.Lead);

    // 故障处理时间, 科技投入: here the verb is part of the noun
    private static bool IsInCompound(FigureText text, int i, int leadStart, int end)
    {
        var mark = text.Marks[i];
        if (!mark.Is(WordRole.Act) || mark.Start == leadStart || text.Text.AsSpan(mark.Start, 2) is "完成" or "实现" or "取得" or "荣获" or "获得" or "达成" or "发布" or "公布" or "提供" or "下达" or "召开" or "举办" or "举行" or "涉及" or "拥有" or "包括" or "带动" || !UnitReader.IsHan(text.Text[mark.Start - 1]))
        {
            return false;
        }

        if (mark.End == end)
        {
            // 科技投入, 自卸车, 单次用时: nothing would be left
            return mark.Is(WordRole.Money) || mark.Start - Math.Max(leadStart, i > 0 ? text.Marks[i - 1].End : 0) is > 0 and <= 4;
        }

        var before = i > 0 && text.Marks[i - 1].End == mark.Start && text.Marks[i - 1].Is(WordRole.Function | WordRole.Adverb | WordRole.Act);
        return !before && i + 1 < text.Marks.Count && text.Marks[i + 1] is var next && next.Start == mark.End && next.End <= end
            && (next.Is(WordRole.Head) || (next.Is(WordRole.Noise) && text.Text[next.End - 1] is '率' or '度'));
    }

    private static bool InsideQuotes(FigureText text, int start, int position)
    {
        var open = 0;
        for (var i = start; i < position; i++)
        {
            open += text.Text[i] switch { '“' or '《' => 1, '”' or '》' => -1, _ => 0 };
        }

        return open > 0;
    }

    private static bool IsName(string s, int i, int end)
    {
        while (i < end && char.IsAsciiDigit(s[i]))
        {
            i++;
        }

        return i < end && char.IsAsciiLetter(s[i]);
    }

    internal static string? Clean(FigureText text, int start, int end)
    {
        var s = text.Text;
        while (true)
        {
            var from = start;
            if (start + 1 < end && s[start] == '后' && s[start + 1] is not ('勤' or '备' or '续' or '期' or '台' or '方'))
            {
                start++;
            }

            if (start + 1 < end && s[start] == '有' && s[start + 1] is not ('色' or '限' or '效' or '关' or '机' or '利' or '望' or '序'))
            {
                start++;
            }

            while (start < end && (s[start] is '的' or '了' or '、' or '和' or '及' or '与' or '，' or '”' or '’' or '）' or '》' || (s[start] == '其' && start + 1 < end && s[start + 1] is not ('他' or '它' or '余' or '中' or '实')) || char.IsWhiteSpace(s[start])))
            {
                start++;
            }

            foreach (var mark in text.MarksIn(start, end))
            {
                if (mark.Start == start && mark.End < end && (mark.Is(WordRole.Function | WordRole.Base) || (mark.Is(WordRole.Adverb) && s[start] is not ('平' or '最' or '人' or '年' or '月' or '日'))
                    || (mark.Is(WordRole.Act) && !text.MarksIn(mark.End, end).Any(m => m.Start == mark.End && m.Is(WordRole.Head)) && !"率量度仪器额".Contains(s[mark.End], StringComparison.Ordinal))))
                {
                    start = mark.End;
                }

                break;
            }

            if (start == from)
            {
                break;
            }
        }

        (start, end) = Core(text, start, end);
        (start, end) = AroundAdverb(text, start, end);
        end = TrimTail(text, start, end);

        while (end - start > 2 && s[end - 1] is '更' or '最' or '只' or '还' or '却' or '已' or '就' or '能' or '可' or '要' or '也' or '才' or '又' or '便'
            && !(text.LastMarkBefore(end) is >= 0 and var m && text.Marks[m].End == end && text.Marks[m].Is(WordRole.Noise)))
        {
            end--;
        }

        while (end > start && s[end - 1] is '×' or '±' || (end > start && char.IsAsciiDigit(s[end - 1]) && (end - start < 2 || !char.IsAsciiLetterOrDigit(s[end - 2]) && s[end - 2] != '-')))
        {
            end--;
        }

        while (end > start && s[end - 1] is '的' or '了' or '、' or '和' or '及' or '与' or '“' or '‘' or '《' or '（' or '数')
        {
            if (s[end - 1] == '数')
            {
                break;
            }

            end--;
        }

        if (end <= start || end - start > 2 * Longest)
        {
            return null;
        }

        if (s[start] == '每' && end - start <= 2)
        {
            return null; // 每车80吨
        }

        if (end - start == 2 && (VerbTable.At(s, start, end) || text.MarksIn(start, end).Any(m => m.End == end && m.Is(WordRole.Stop) && !m.Is(WordRole.Act | WordRole.Lead | WordRole.Money))))
        {
            return null; // 365户受益
        }

        if (end - start == 1 && s[start] is '每' or '各' or '共' or '约' or '用' or '有' or '年' or '内' or '后' or '前' or '时')
        {
            return null;
        }

        var measure = s[start..end];
        if (NoIndicators.Contains(measure))
        {
            return null;
        }

        return measure.Any(c => UnitReader.IsHan(c) || char.IsAsciiLetter(c)) ? measure : null;
    }

    // 产业规模预计, 我国共, 苏丹有, 毕业生现场: words that lead on to the number
    private static int TrimTail(FigureText text, int start, int end)
    {
        for (var trimmed = true; trimmed;)
        {
            trimmed = false;
            foreach (var word in (ReadOnlySpan<string>)["预计", "有望", "估计", "计划", "力争", "现场", "今天", "昨天", "日前", "近日", "目前", "一度", "同时", "分别", "累计", "合计", "已经", "总共", "一共", "仅仅", "只有", "共有", "现有", "已有", "约有", "再次", "最终"])
            {
                if (end - start > word.Length + 1 && text.EndsWith(end, word))
                {
                    (end, trimmed) = (end - word.Length, true);
                }
            }

            if (end - start > 2 && (text.Text[end - 1] == '共' || (text.Text[end - 1] == '有' && text.Text[end - 2] is not ('占' or '拥' or '现' or '所' or '国' or '私' or '共' or '持' or '特' or '保' or '固' or '专'))))
            {
                (end, trimmed) = (end - 1, true);
            }
        }

        return end;
    }

    // 已集结各级救援力量: the noun stands behind the adverb; 黄河已累计开河: before it
    private static (int Start, int End) AroundAdverb(FigureText text, int start, int end)
    {
        var s = text.Text;
        for (var i = text.LastMarkBefore(end); i >= 0 && text.Marks[i].Start > start; i--)
        {
            var mark = text.Marks[i];
            if (!mark.Is(WordRole.Adverb | WordRole.Function) || s.AsSpan(mark.Start, mark.End - mark.Start) is not ("已" or "已经" or "将" or "累计" or "共" or "均" or "都" or "也" or "还" or "又" or "再" or "只" or "仅" or "则" or "才" or "就" or "始终" or "一直")
                || (s[mark.Start] == '均' && "人户日月年次平单吨台亩".Contains(s[mark.Start - 1], StringComparison.Ordinal)))
            {
                continue;
            }

            var tail = mark.End;
            while (tail + 2 <= end && VerbTable.At(text.Text, tail, end))
            {
                tail += 2;
            }

            return end - tail >= 2 ? (tail, end) : (start, mark.Start);
        }

        return (start, end);
    }

    // 扎根于海拔, 关乎职工切身利益的难题, 运量以标准箱计算, 划分“责任区”, 货值折合: what is around the noun goes
    private static (int Start, int End) Core(FigureText text, int start, int end)
    {
        var s = text.Text;
        if (end - start > 4 && s[end - 1] == '”' && s.AsSpan(start, end - start).LastIndexOf('“') is > 0 and var quote && s.AsSpan(start, quote).IndexOfAny('”', '“') < 0 && (quote <= 2 || HasVerb(text, start, start + quote)))
        {
            return (start + quote, end);
        }

        var by = s.AsSpan(start, Math.Max(0, end - start)).LastIndexOfAny('以', '按');
        if (by >= 2 && (text.EndsWith(end, "计算") || text.EndsWith(end, "计") || text.EndsWith(end, "测算") || text.EndsWith(end, "折算") || text.EndsWith(end, "计价")))
        {
            end = start + by;
        }

        for (var i = end - 2; i > start; i--)
        {
            var relative = s[i] == '的' && HasVerb(text, start, i);
            if (relative || (s[i] == '于' && !"关由对至大小等高低优多少属过终基".Contains(s[i - 1], StringComparison.Ordinal)))
            {
                start = i + 1;
                break;
            }
        }

        while (end - start >= 4 && VerbTable.At(s, end - 2, end) && s[end - 1] is '到' or '至' or '开' or '塌' or '出' or '成' or '为' or '上' or '下' or '起' or '掉' or '完' or '过' or '合' or '像' or '及' or '达')
        {
            end -= 2;
        }

        return (start, end);
    }

    private static bool HasVerb(FigureText text, int start, int end)
    {
        if (text.Has(start, end, WordRole.Act | WordRole.ToTail | WordRole.Level))
        {
            return true;
        }

        for (var i = start; i + 2 <= end; i++)
        {
            if (VerbTable.At(text.Text, i, end))
            {
                return true;
            }
        }

        return false;
    }
}
