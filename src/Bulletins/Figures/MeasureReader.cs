namespace Bulletins.Figures;

/// <summary>The indicator a figure is of, as printed: the noun phrase before its verb, or behind a count.</summary>
internal static class MeasureReader
{
    /// <summary>As far behind a figure as its indicator may stand.</summary>
    public const int Reach = Longest + 4;

    internal const int Longest = 24;

    /// <summary>12项技改项目, 300余名党员, 120万亩耕地.</summary>
    public static string? Behind(FigureText text, int start, int sentenceEnd)
    {
        var s = text.Text;
        if (start < sentenceEnd && s[start] == '的')
        {
            start++;
        }

        if (start < sentenceEnd && s[start] is '为' or '是' or '和' or '与' or '及')
        {
            return null; // 其中16人为外籍
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
            if (mark.Start == start && mark.Is(WordRole.Adverb) && s.AsSpan(mark.Start, mark.End - mark.Start) is "直接" or "基本" or "最大" or "最高" or "实际" or "总体")
            {
                continue; // 8000个直接就业岗位
            }

            if (mark.Is(WordRole.Change) && (mark.Word.OnlyAdjacent || mark.Word.OnlyCompared) && !mark.Is(WordRole.Stop))
            {
                continue; // 零下12℃的低温
            }

            if (mark.End - mark.Start == 1 && s[mark.Start] is '中' or '上' or '里' && mark.End + 2 < end && s[mark.End] == '的')
            {
                start = mark.End + 1; // 500多个制造中的难题
                continue;
            }

            if (mark.Is(WordRole.Act | WordRole.Stop | WordRole.Lead) && !mark.Is(WordRole.Level | WordRole.Function) && QualifiesNoun(s, mark.Start, mark.End, end))
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

        return MeasureTrimmer.Clean(text, start, CutVerb(text, start, end));
    }

    // 13名参赛选手, 8项整改问题; not 20人参加培训
    private static bool QualifiesNoun(string s, int verb, int start, int end)
    {
        if (s.AsSpan(verb, start - verb) is "参加" or "参与" or "完成" or "实现" or "获得" or "取得" or "荣获" or "通过" or "进入" or "负责" or "组成" or "来自" or "涉及" or "开展" or "组织" or "达到" or "用于" or "投入")
        {
            return false;
        }

        foreach (var noun in (ReadOnlySpan<string>)["选手", "人员", "职工", "代表", "单位", "企业", "队伍", "作品", "嘉宾", "观众", "学员", "团队", "机组", "设备", "项目", "产品", "车辆", "员工", "干部", "党员", "活动", "工作", "工程", "任务", "服务站", "岗位", "基地", "中心", "平台", "会议", "培训", "比赛", "问题", "设施", "措施", "方案", "系统", "成果", "线路", "计划", "制度", "技术", "台账", "费用", "材料", "资金", "部位", "隐患", "点位", "机构", "课题", "案例", "事项", "订单", "合同", "协议", "样品", "作业", "航线", "商户", "用户"])
        {
            if (start + noun.Length <= end && string.CompareOrdinal(s, start, noun, 0, noun.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    // 6基铁塔倒塌: the sentence goes on behind the noun
    private static int CutVerb(FigureText text, int start, int end)
    {
        var s = text.Text;
        foreach (var word in (ReadOnlySpan<string>)["线下", "竞相", "同时", "陆续"])
        {
            var at = s.AsSpan(start, Math.Max(0, end - start)).IndexOf(word, StringComparison.Ordinal);
            end = at >= 2 ? start + at : end;
        }

        for (var i = start + 2; i + 2 <= end; i++)
        {
            if (VerbTable.At(s, i, end) && s[i - 1] is not ('和' or '与' or '、') && !text.MarksIn(start, end).Any(m => m.Start < i + 2 && m.End > i && m.End - m.Start > 2 && m.Is(WordRole.Noise)) && !(i + 2 < end && "人员者率费量额师工商户机器站点地证券法款物品".Contains(s[i + 2], StringComparison.Ordinal)))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>The noun phrase that ends at the verb before a figure.</summary>
    public static string? Before(FigureText text, int leadStart, int end)
    {
        // 产能在现有基础上再翻一番
        if (text.EndsWith(end, "基础上") && text.Text.LastIndexOf('在', end - 1, end - leadStart) is > 0 and var on && on > leadStart)
        {
            end = VerbStart(text, leadStart, on);
        }

        var start = Start(text, text.AfterTime(leadStart, end), end);
        // “钱塘—东海”航线货运量: the clause does not begin within the quotes
        var opened = text.Text.AsSpan(start, Math.Max(0, end - start));
        if (opened.IndexOf('”') is >= 0 and var close && opened[..close].IndexOf('“') < 0 && text.Text.LastIndexOf('“', start, Math.Min(start + 1, Longest)) is >= 0 and var quote
            && text.Text.AsSpan(quote, start - quote).IndexOfAny('”', '，', '。') < 0)
        {
            start = quote;
        }

        return MeasureTrimmer.Clean(text, start, end);
    }

    /// <summary>Where the words that only lead from the indicator to its figure begin: 同比下降, 分别为, 达, 累计.</summary>
    public static int VerbStart(FigureText text, int leadStart, int end)
    {
        var position = end;
        for (var i = text.LastMarkBefore(end); i >= 0 && text.Marks[i].Start >= leadStart; i--)
        {
            var mark = text.Marks[i];
            var done = mark.End == position && mark.Is(WordRole.Act) && mark.Start > leadStart && (text.StartsWith(mark.Start, "完成") || text.StartsWith(mark.Start, "实现") || text.StartsWith(mark.Start, "累计完成"));
            // 5G基站累计开通1.8万个: what an adverb sets off is the topic
            done |= mark.End == position && mark.Is(WordRole.Act) && mark.Start > leadStart && i > 0 && text.Marks[i - 1].End == mark.Start && text.Marks[i - 1].Start > leadStart
                && text.Text.AsSpan(text.Marks[i - 1].Start, mark.Start - text.Marks[i - 1].Start) is "累计" or "已" or "已经" or "共" or "共计" or "均已" && UnitReader.IsHan(text.Text[text.Marks[i - 1].Start - 1]);
            if (done && UnitReader.IsHan(text.Text[mark.Start - 1]))
            {
                position = mark.Start; // 发送量完成26亿吨
                continue;
            }

            // 降到每吨102.6千克, 达每小时34箱
            if (mark.End < position && mark.Is(WordRole.Level | WordRole.ToTail | WordRole.To) && IsPer(text.Text, mark.End, position))
            {
                position = mark.End;
            }

            // 碱耗每吨下降4.6公斤, 运费每吨公里下降3分钱
            if (PerStart(text.Text, leadStart, position) is var per && per > leadStart)
            {
                position = per;
                while (i > 0 && text.Marks[i].Start >= per)
                {
                    i--;
                }

                i++;
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

    private static int PerStart(string s, int least, int position)
    {
        for (var i = position - 2; i >= Math.Max(least, position - 6); i--)
        {
            if (s[i] == '每')
            {
                return IsPer(s, i, position) ? i : -1;
            }
        }

        return -1;
    }

    private static bool IsPer(string s, int start, int end) =>
        s[start] == '每' && (UnitTable.Longest(s, start + 1, end, out _) == end - start - 1 || (end - start == 2 && s[start + 1] is '日' or '月' or '班' or '时' or '人'));

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

        return found > 0 && end - found >= 2 ? MeasureTrimmer.Clean(text, found, end) : null;
    }

    private static int Start(FigureText text, int leadStart, int end)
    {
        for (var i = text.LastMarkBefore(end); i >= 0 && text.Marks[i].Start >= leadStart; i--)
        {
            var mark = text.Marks[i];
            if (mark.End < end && IsSuffix(text.Text, mark.End) && mark.Is(WordRole.Act | WordRole.Lead) && !mark.Is(WordRole.Level))
            {
                continue; // 兑现率, 检查仪
            }

            if (mark.End == end - 1 && mark.End - mark.Start > 1 && mark.Is(WordRole.Act | WordRole.Lead) && !mark.Is(WordRole.Level) && UnitReader.IsHan(text.Text[mark.End]))
            {
                continue; // 表扬信: one character is no indicator
            }

            if (mark.Is(WordRole.Lead) && mark.End < end && NamesPlace(text.Text, mark.End))
            {
                continue; // 掘进机, 检修库; not 检修机组
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

    // 兑现率, 检查仪, 推荐性: the verb is part of a noun; not 优化性能, 培训员工
    internal static bool IsSuffix(string s, int i)
    {
        var next = i + 1 < s.Length ? s[i + 1] : '\0';
        return s[i] switch
        {
            '率' or '量' or '度' or '仪' or '器' or '额' or '费' or '者' => true,
            '性' => next is not ('能' or '质'),
            '员' => next != '工',
            '型' => next != '号',
            '权' => next is not ('益' or '限'),
            _ => false,
        };
    }

    private static bool NamesPlace(string s, int i)
    {
        if (!"库队班部站所段科室厂机车工区".Contains(s[i], StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var word in (ReadOnlySpan<string>)["机组", "机械", "机器", "机床", "机车", "机房", "机台", "机具", "机动", "车辆", "车站", "工程", "工艺", "工人", "工具", "工装", "工作", "区域", "部件", "部位", "班组", "段落", "厂房", "室内", "站点", "站房", "库存", "库房", "科技", "队伍", "所有", "部分"])
        {
            if (string.CompareOrdinal(s, i, word, 0, 2) == 0)
            {
                return false;
            }
        }

        return true;
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
            // 科技投入, 自卸车, 单次用时, 日均装车: nothing would be left
            for (var k = i - 1; k >= 0 && text.Marks[k].Start >= leadStart && mark.Start - text.Marks[k].End <= 16; k--)
            {
                if (text.Text.AsSpan(text.Marks[k].Start, text.Marks[k].End - text.Marks[k].Start) is "完成" or "累计完成" or "开展" or "推进")
                {
                    return mark.Start > text.Marks[k].End; // 完成河道整治1268公里
                }

                if (text.Marks[k].Is(WordRole.Act | WordRole.Function | WordRole.Level))
                {
                    break;
                }
            }

            return (i > 0 && text.Marks[i - 1].End == mark.Start && text.Marks[i - 1].Start >= leadStart && mark.Start > 1 && text.Text[mark.Start - 1] == '均' && text.Text[mark.Start - 2] is '日' or '月' or '年' or '户' or '人') || mark.Is(WordRole.Money) || mark.Start - Math.Max(leadStart, i > 0 ? text.Marks[i - 1].End : 0) is > 0 and <= 4;
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
}
