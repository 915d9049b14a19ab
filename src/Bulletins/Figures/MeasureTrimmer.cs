namespace Bulletins.Figures;

/// <summary>Cuts the words around a noun phrase off: verbs, adverbs, what leads on to the number; null where nothing is left that names an indicator.</summary>
internal static class MeasureTrimmer
{
    private static readonly string[] NoIndicators =
    [
        "一年里", "一年", "前后", "起来", "之后", "以后", "以前", "当时", "现在", "如今", "平时", "每天", "有的", "其余", "首批", "最长", "最多", "最少", "最高", "最低", "最薄", "最厚", "最大", "最小", "只要", "目标", "计划", "要求", "分别", "方面", "同时", "以上", "最初", "销售", "使用", "一干", "一守", "省下", "嵌入", "多种", "耗", "看", "跑", "追", "时隔", "逆势", "扭亏", "全年", "当年", "同期", "基础上", "其中", "我国", "全国", "全省", "全市", "过去", "原先", "最短", "其余", "折合",
    ];

    internal static string? Clean(FigureText text, int start, int end)
    {
        var s = text.Text;
        while (true)
        {
            var from = start;
            start = AfterSpan(s, start, end);
            foreach (var word in (ReadOnlySpan<string>)["力争", "另有", "平均每天", "平均每年", "每年可", "每年", "年可创", "预计年", "可以", "就能", "截至目前", "其中"])
            {
                start += end - start > word.Length + 1 && text.StartsWith(start, word) ? word.Length : 0;
            }

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
                    || (mark.Is(WordRole.Act) && !text.MarksIn(mark.End, end).Any(m => m.Start == mark.End && m.Is(WordRole.Head)) && !MeasureReader.IsSuffix(s, mark.End))))
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

        if (start > 0 && end - start > 2 && s[start - 1] is '这' or '该' or '那' or '此' && "艘架台座条辆列套家个位名项批款部场届片块根".Contains(s[start], StringComparison.Ordinal))
        {
            start++; // 这艘货轮长
        }

        (start, end) = Core(text, start, end);
        (start, end) = AroundAdverb(text, start, end);
        end = TrimTail(text, start, end);

        while (end - start > 2 && s[end - 1] is '更' or '最' or '只' or '还' or '却' or '已' or '就' or '能' or '可' or '要' or '也' or '才' or '又' or '便' or '向' or '往' or '将' or '被' or '把'
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

        if (end <= start || end - start > 2 * MeasureReader.Longest)
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

        // 捐, 来: a single character that names no thing
        if (end - start == 1 && UnitReader.IsHan(s[start]) && !"煤油水电气钢铁铝铜矿粮棉糖盐酒茶船车树草猪牛羊鱼蛋奶菜果米面布纸书楼房桥路井洞坝长宽高深厚重温压地田省市县区州乡镇村港站厂校院店酸碱砂石砖瓦灯泵门窗人户".Contains(s[start], StringComparison.Ordinal))
        {
            return null;
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

    // 过去5天降雨, 近三年营收
    private static int AfterSpan(string s, int start, int end)
    {
        foreach (var word in (ReadOnlySpan<string>)["过去", "最近", "未来", "近", "前", "连续"])
        {
            var p = start + word.Length;
            if (p + 1 < end && string.CompareOrdinal(s, start, word, 0, word.Length) == 0 && (char.IsAsciiDigit(s[p]) || ChineseNumeral.Begins(s[p])) && NumeralReader.TryRead(s, p, end, out var number, out _)
                && UnitTable.Longest(s, number.End, end, out var unit) is > 0 and var length && unit.Kind == UnitKind.Time && number.End + length < end)
            {
                return number.End + length;
            }
        }

        return start;
    }

    // 产业规模预计, 我国共, 苏丹有, 毕业生现场: words that lead on to the number
    private static int TrimTail(FigureText text, int start, int end)
    {
        for (var trimmed = true; trimmed;)
        {
            trimmed = false;
            foreach (var word in (ReadOnlySpan<string>)["预计", "有望", "估计", "计划", "力争", "现场", "今天", "昨天", "日前", "近日", "目前", "一度", "同时", "分别", "累计", "合计", "已经", "总共", "一共", "仅仅", "只有", "共有", "现有", "已有", "约有", "再次", "最终", "平均", "每年可", "每年", "原则上", "继续", "进一步", "持续", "少支出", "少花费", "少花", "少交", "少缴", "少付", "平均每天", "每天", "一天能", "不能", "不得", "接连", "集中", "竞相", "计划用", "力争用", "将用", "年底前", "今年", "去年", "上半年", "一季度", "前三季度", "仅用", "只用", "只需", "仅需", "最短的一次", "能卖", "只卖"])
            {
                if (end - start > word.Length + 1 && text.EndsWith(end, word))
                {
                    (end, trimmed) = (end - word.Length, true);
                }
            }

            // 平均利率比去年; not 占比
            if (end - start > 2 && text.Text[end - 1] == '比' && "率度量额数价本费".Contains(text.Text[end - 2], StringComparison.Ordinal))
            {
                (end, trimmed) = (end - 1, true);
            }

            if (TailTime(text.Text, start, end) is var cut && cut < end)
            {
                (end, trimmed) = (cut, true);
            }

            if (end - start > 2 && (text.Text[end - 1] == '共' || (text.Text[end - 1] == '有' && text.Text[end - 2] is not ('占' or '拥' or '现' or '所' or '国' or '私' or '共' or '持' or '特' or '保' or '固' or '专'))))
            {
                (end, trimmed) = (end - 1, true);
            }
        }

        return end;
    }

    // 渗透率连续两个月, 收益率17日, 死亡人数10月31日
    private static int TailTime(string s, int start, int end)
    {
        var p = end;
        if (end - start <= 2)
        {
            return end;
        }

        if (s[p - 1] == '日' && char.IsAsciiDigit(s[p - 2]))
        {
            p--;
            while (p > start && char.IsAsciiDigit(s[p - 1]))
            {
                p--;
            }

            if (p - 1 > start && s[p - 1] == '月' && char.IsAsciiDigit(s[p - 2]))
            {
                p--;
                while (p > start && char.IsAsciiDigit(s[p - 1]))
                {
                    p--;
                }
            }

            return p - start >= 2 ? p : end;
        }

        var again = s.AsSpan(start, end - start).LastIndexOf("连续", StringComparison.Ordinal);
        return again >= 2 && end - start - again <= 8 && s[end - 1] is '年' or '月' or '周' or '天' or '度' ? start + again : end;
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
            while (tail + 2 <= end && VerbTable.At(text.Text, tail, end) && !text.MarksIn(tail, end).Any(m => m.Start == tail && m.End > tail + 2 && m.Is(WordRole.Noise)))
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
            var relative = s[i] == '的' && (s[i + 1] == '有' || HasVerb(text, start, i));
            if (relative || (s[i] == '于' && !"关由对至大小等高低优多少属过终基".Contains(s[i - 1], StringComparison.Ordinal)))
            {
                start = i + (relative && s[i + 1] == '有' ? 2 : 1);
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
