namespace Bulletins.Figures;

/// <summary>Gives units to numbers that are printed without one, from the words around them: 3.2、5.6个百分点, 投资超1400亿, 时速350公里.</summary>
internal sealed class BareNumbers(FigureText text, int start, List<Quantity> quantities)
{
    public void Resolve()
    {
        BorrowUnits();
        foreach (var q in quantities)
        {
            ReadCountOfPeople(q);
            ReadCountWithoutClassifier(q);
            ReadMoneyWithoutYuan(q);
            ReadSpeed(q);
            ReadPieces(q);
        }
    }

    // 分别增长3.2、5.6个百分点: the first has the second's unit
    private void BorrowUnits()
    {
        for (var i = quantities.Count - 2; i >= 0; i--)
        {
            var (q, next) = (quantities[i], quantities[i + 1]);
            if (q.Kind == UnitKind.Bare && next.Start == q.End && text.Text[next.Start] == '±' && next.Kind is UnitKind.Physical)
            {
                // 20±0.2mm
                next.Value = q.Value * next.Unit.Factor;
                next.Start = q.Start;
                next.Because(FigureFields.Recognizer, text.Words(q.Start, next.End), Recognizers.Tolerance);
                continue;
            }

            // 上升26.7个、26.8个百分点
            if (q is { Kind: UnitKind.Count, PerUnit: false } && q.UnitEnd - q.UnitStart == 1 && text.Text[q.UnitStart] == '个' && next.Kind == UnitKind.Percent && text.Text[next.UnitStart] == '个' && SentenceReader.IsListed(text, q, next))
            {
                (q.Unit, q.UnitStart, q.UnitEnd) = (next.Unit, next.UnitStart, next.UnitEnd);
                q.Because(FigureFields.Recognizer, text.Words(q.Start, next.End), Recognizers.SharedUnit);
                continue;
            }

            if (q.Kind != UnitKind.Bare || next.Kind is UnitKind.Bare or UnitKind.None || q.Number.Chinese || !SentenceReader.IsListed(text, q, next))
            {
                continue;
            }

            var clause = text.ClauseStart(q.Start, start);
            if (next.BorrowedUnit || text.Contains(clause, q.Start, "分别", "各"))
            {
                q.Unit = next.Unit;
                q.Value *= next.Unit.Factor * (q.Number.Scale == 1 && next.Number.Scale > 1 ? next.Number.Scale : 1);
                (q.UnitStart, q.UnitEnd, q.BorrowedUnit) = (next.UnitStart, next.UnitEnd, true);
                q.Because(FigureFields.Recognizer, text.Words(q.Start, next.End), Recognizers.SharedUnit);
            }
        }
    }

    // 投资超1400亿, 减少2000亿: money, where the words before speak of money or of a change of it
    private void ReadMoneyWithoutYuan(Quantity q)
    {
        if (q.Kind != UnitKind.Bare || q.Number.ScaleStart >= q.Number.End)
        {
            return;
        }

        var s = text.Text;
        var hundredMillions = s[q.Number.End - 1] == '亿';
        var next = q.End < s.Length ? s[q.End] : '\0';
        var clause = text.ClauseStart(q.Start, start);
        var isMoney = text.Has(clause, q.Start, WordRole.Money) || (hundredMillions && (text.Has(Math.Max(start, q.Start - FigureText.Window), q.Start, WordRole.Money) || text.Has(clause, q.Start, WordRole.Change | WordRole.ToTail)))
            || s[Math.Max(0, q.Start)] is '¥' or '￥';
        if (!isMoney || (UnitReader.IsHan(next) && !hundredMillions && !text.MarksIn(q.End, Math.Min(s.Length, q.End + 4)).Any(m => m.Start == q.End)) || text.Contains(clause, q.Start, "用户", "人口", "播放", "阅读", "点击", "网民", "浏览"))
        {
            return;
        }

        if (char.IsAsciiLetterOrDigit(next) || next is '中' or '人')
        {
            return;
        }

        q.Unit = new Unit(UnitKind.Money, "CNY", 1, "") { Row = "units.tsv: 元 → CNY × 1, not printed" };
        q.Because(FigureFields.Recognizer, text.Words(q.Start, q.End), Recognizers.BareMoney);
    }

    // 惠及300多万老年人, 30万预备役人员; not 300万元, 3万多种
    private void ReadCountOfPeople(Quantity q)
    {
        if (q.Kind != UnitKind.Bare || q.Number.Scale < 10_000)
        {
            return;
        }

        var s = text.Text;
        var end = q.End + (q.End < s.Length && s[q.End] is '多' or '余' ? 1 : 0);
        foreach (var noun in (ReadOnlySpan<string>)["群众", "居民", "村民", "农民", "牧民", "渔民", "灾民", "难民", "市民", "公民", "民众", "百姓", "职工", "员工", "工人", "党员", "干部", "学生", "师生", "学子", "学员", "老年", "老人", "老兵", "儿童", "少年", "青年", "妇女", "女性", "男性", "用户", "农户", "牧户", "客户", "商户", "商家", "观众", "听众", "读者", "游客", "旅客", "乘客", "消费者", "患者", "考生", "毕业生", "高校毕业生", "劳动力", "劳动者", "大军", "大学生", "中小学生", "官兵", "将士", "军民", "同胞", "网友", "网民", "粉丝", "会员", "企业", "中小企业", "小微企业", "民营企业", "市场主体", "经营主体", "个体工商户", "预备役", "银发族", "志愿者", "残疾人", "家庭", "贫困人口", "人口", "骑手", "司机", "医务", "从业", "参保", "适龄", "外来", "移民"])
        {
            if (string.CompareOrdinal(s, end, noun, 0, noun.Length) == 0)
            {
                q.Unit = new Unit(UnitKind.Count, "1", 1, "") { Row = "people, without a classifier" };
                q.Because(FigureFields.Recognizer, text.Words(q.Start, q.End), Recognizers.BareCount);
                if (end > q.End)
                {
                    (q.End, q.Qualifier) = (end, FigureQualifier.MoreThan);
                }

                return;
            }
        }
    }

    // 注册用户超4500万, 播放量突破2亿
    private void ReadCountWithoutClassifier(Quantity q)
    {
        var s = text.Text;
        var standsLast = q.End >= s.Length || !UnitReader.IsHan(s[q.End]);
        if (q.Kind == UnitKind.Bare && q.Number.ScaleStart < q.Number.End && standsLast
            && text.Contains(text.ClauseStart(q.Start, start), q.Start, "用户", "人口", "播放", "阅读", "点击", "网民", "浏览", "下载", "粉丝", "会员", "访问量", "观看", "人次", "人数", "客流量", "点赞", "转发", "收藏", "关注", "订阅", "注册"))
        {
            q.Unit = new Unit(UnitKind.Count, "1", 1, "") { Row = "no classifier is printed" };
            q.Because(FigureFields.Recognizer, text.Words(q.Start, q.End), Recognizers.BareCount);
        }
    }

    // 电费不到1500块, 一盒46块; not 电池组46块, 卖出木板46块
    private void ReadPieces(Quantity q)
    {
        var s = text.Text;
        if (q.Kind != UnitKind.Count || q.PerUnit || q.UnitEnd - q.UnitStart > 2 || s[q.UnitEnd - 1] != '块' || (q.End < s.Length && UnitReader.IsHan(s[q.End])))
        {
            return;
        }

        var clause = text.ClauseStart(q.Start, start);
        if (quantities.Exists(o => o.Kind == UnitKind.Money && o.Start < q.Start && text.EndsWith(o.UnitEnd, "块钱")) || text.EndsWith(q.Start, "卖") || text.EndsWith(q.Start, "花") || text.EndsWith(q.Start, "花了") || text.EndsWith(q.Start, "便宜") || text.EndsWith(q.Start, "便宜了")
            || text.Contains(clause, q.Start, "煤钱", "工钱", "的钱", "费", "工资", "价格", "单价", "每斤", "一斤", "学杂"))
        {
            q.Unit = new Unit(UnitKind.Money, "CNY", 1, "") { Row = "块 of money → CNY × 1" };
            q.Because(FigureFields.Unit, text.Words(q.UnitStart, q.UnitEnd), "a price or fee stands before it");
        }
    }

    // 时速350公里, 设计时速目标值350公里
    private void ReadSpeed(Quantity q)
    {
        if (q.Kind == UnitKind.Count && text.Text[q.UnitEnd - 1] == '节' && text.Contains(text.ClauseStart(q.Start, start), q.Start, "航速", "船速", "流速"))
        {
            q.Unit = new Unit(UnitKind.Physical, "[kn_i]", 1, ""); // 航速14.5节
        }

        if (q.Unit.Code != "km" || q.PerUnit || q.Start < 2)
        {
            return;
        }

        var least = Math.Max(start, q.Start - 8);
        for (var i = q.Start - 2; i >= least && !FigureText.IsClauseEnd(text.Text[i]); i--)
        {
            if (text.StartsWith(i, "时速"))
            {
                if (text.Contains(i, q.Number.Start, "由", "从", "原"))
                {
                    // 时速由40公里提高至70公里: both ends
                    foreach (var other in quantities.Where(o => o.Unit.Code == "km" && o.Start > q.Start && o.Start - q.End <= 8))
                    {
                        other.Unit = other.Unit with { Code = "km/h" };
                    }

                    q.Unit = q.Unit with { Code = "km/h" };
                    return;
                }

                q.Unit = q.Unit with { Code = "km/h", Row = q.Unit.Row + ", per hour by 时速" };
                q.Because(FigureFields.Recognizer, text.Words(i, q.End), Recognizers.Speed);
                q.Start = i;
                return;
            }
        }
    }
}
