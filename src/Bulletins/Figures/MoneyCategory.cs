namespace Bulletins.Figures;

/// <summary>What an amount of money is: by the verb before it, the noun of its indicator, or the figure it is listed with.</summary>
internal static class MoneyCategory
{
    /// <summary>What an amount of money of this indicator is: 营业收入, 利润总额.</summary>
    public static FigureCategory? OfIndicator(string measure) => MoneyWord(new FigureText(measure), 0, measure.Length, null);

    /// <summary>A price, a cost or an income for each unit of something: 元/吨.</summary>
    public static FigureCategory PerUnit(FigureText text, int leadStart, Quantity q, ChangeReading change, FigureReading? previous)
    {
        if (change is { IsAmount: true, Direction: FigureDirection.Decrease } && MoneyWord(text, leadStart, q.Start, q) is { } word)
        {
            return word is FigureCategory.Cost or FigureCategory.CostSaving && (text.Contains(leadStart, q.Start, "成本", "费", "支出") || (text.Contains(leadStart, q.Start, "单价") && !text.Contains(leadStart, q.Start, "售"))) ? FigureCategory.CostSaving : FigureCategory.Cost;
        }

        var named = MoneyWord(text, leadStart, q.Start, q);

        // 制造成本246.5元/吨，较预算降低9.7元/吨
        if (change is { IsAmount: true, Direction: FigureDirection.Decrease } && named is null && previous is { Category: FigureCategory.Cost, Quantity.PerUnit: true, Measure: { } measure }
            && previous.Quantity.Unit.Code == q.Unit.Code && leadStart - previous.Quantity.End == 1 && !HasSubject(text, leadStart, change.VerbStart >= leadStart ? change.VerbStart : q.Start)
            && !measure.Contains('售', StringComparison.Ordinal) && (measure.Contains("成本", StringComparison.Ordinal) || measure.Contains('费', StringComparison.Ordinal) || measure.Contains("单价", StringComparison.Ordinal)))
        {
            q.Because(FigureFields.Category, measure, "the indicator of the figure before");
            return FigureCategory.CostSaving;
        }

        // 劳效…达68.5万元/人: what people earn or make, no price
        if (named is null && text.Text[q.UnitEnd - 1] == '人' && text.Text[q.UnitEnd - 2] is '/' or '／' && !text.Contains(leadStart, q.Start, "成本", "费", "支出", "票", "价"))
        {
            return FigureCategory.Money;
        }

        return named is FigureCategory.Reward or FigureCategory.Profit or FigureCategory.CostSaving or FigureCategory.ValueCreated or FigureCategory.Revenue ? named.Value
            : text.Contains(leadStart, q.Start, "生产率", "工资", "薪酬", "存款", "资产") ? FigureCategory.Money : FigureCategory.Cost;
    }

    /// <summary>An amount of money.</summary>
    public static FigureCategory Read(FigureText text, Quantity q, int leadStart, int clauseStart, ChangeReading change, FigureReading? previous)
    {
        var category = MoneyWord(text, leadStart, q.IsChange ? q.Number.Start : q.Start, q);
        if (category is null && leadStart == clauseStart)
        {
            category = MoneyBehind(text, q);
        }

        category ??= clauseStart < leadStart ? MoneyWord(text, clauseStart, q.Start, q) : null;

        // 追缴陈欠水费286万元: money that came back, no cost
        if (category == FigureCategory.Cost && text.Contains(leadStart, q.Start, "追缴", "追回", "追收", "收缴", "清收", "清欠", "收回"))
        {
            q.Because(FigureFields.Category, "追缴", "the verb of collecting before it");
            return FigureCategory.Money;
        }

        // 拿出680万元建设实训基地, 安排200万元用于疗养
        if (category is null && (Spends(text, q, leadStart) || (text.EndsWith(q.Start, "追加") && previous?.Category == FigureCategory.Investment)))
        {
            q.Because(FigureFields.Category, text.Words(q.End, Math.Min(text.Text.Length, q.End + 2)), "set aside for what stands behind it");
            return FigureCategory.Investment;
        }

        // 最高奖2万元
        if (category is null && q.Start - leadStart >= 2 && text.Text[q.Start - 1] == '奖' && text.Text[q.Start - 2] is '高' or '低' or '均' or '各' or '再' or '人')
        {
            q.Because(FigureFields.Category, "奖", "the verb of money before it");
            return FigureCategory.Reward;
        }

        // 一期投资2.8亿元，二期投资1.6亿元，共计4.4亿元
        if (category is null && previous is { Quantity.Kind: UnitKind.Money, Quantity.PerUnit: false, Direction: null } && leadStart > 0 && text.Text[leadStart - 1] == '，' && q.Start - leadStart == 2
            && (text.StartsWith(leadStart, "共计") || text.StartsWith(leadStart, "合计") || text.StartsWith(leadStart, "总计")))
        {
            q.Because(FigureFields.Category, text.Words(previous.Quantity.Start, previous.Quantity.End), "the sum of the figures before");
            return previous.Category;
        }

        // 减轻税费负担6000万元
        if (category is null or FigureCategory.Money or FigureCategory.Cost && text.Contains(leadStart, q.Start, "减轻") && text.Contains(leadStart, q.Start, "负担"))
        {
            q.Because(FigureFields.Category, "减轻…负担", "the verb of money before it");
            return FigureCategory.CostSaving;
        }

        // 运维费不低于3000万元: any 费 is a cost
        if (category is null && leadStart < q.Start && !text.Contains(leadStart, q.Start, "追缴", "追回", "追收", "收取", "收缴", "征收", "清收", "挽回") && EndsInFee(text, leadStart, MeasureReader.VerbStart(text, leadStart, q.IsChange ? q.SubjectEnd : q.Start)))
        {
            category = FigureCategory.Cost;
            q.Because(FigureFields.Category, "费", "the noun of money before it");
        }

        // 出租闲置仓房，年租金270万元
        if (category == FigureCategory.Cost && text.Contains(leadStart, q.Start, "租金") && !text.Contains(leadStart, q.Start, "付", "缴", "交", "减") && text.Contains(Math.Max(0, q.Start - 40), q.Start, "出租", "租出", "收租"))
        {
            q.Because(FigureFields.Category, "出租", "the verb of letting before it");
            return FigureCategory.Revenue;
        }

        // 节约外委费用1100万元、材料费用460万元: one verb of saving for the list
        if (category == FigureCategory.Cost && previous is { Category: FigureCategory.CostSaving, Direction: null } && clauseStart <= previous.Quantity.Start && text.Text[previous.Quantity.End] is '、' or '和' or '及'
            && !text.MarksIn(previous.Quantity.End, q.Start).Any(m => m.Is(WordRole.Level | WordRole.Change | WordRole.Act)))
        {
            q.Because(FigureFields.Category, text.Words(previous.Quantity.Start, previous.Quantity.End), "listed with the figure before");
            return FigureCategory.CostSaving;
        }

        // 费用512元，比预算低23元; 研发投入…，首次突破千亿元: a clause without an indicator goes on with the one before
        if (category is null && previous?.Quantity.Kind == UnitKind.Money && (!text.Contains(previous.Quantity.End, q.Start, "；") || text.StartsWith(leadStart, "去年同期") || text.StartsWith(leadStart, "上年同期")) && !HasSubject(text, leadStart, change.IsAmount && change.VerbStart >= leadStart ? change.VerbStart : q.Start))
        {
            category = previous.Category == FigureCategory.CostSaving ? FigureCategory.Cost : previous.Category;
            q.Because(FigureFields.Category, text.Words(previous.Quantity.Start, previous.Quantity.End), "as the figure before");
        }

        // 研发投入同比增长23%，达1.12亿元
        if (category is null && previous is { Measure: { } told, Category: FigureCategory.Change } && GoesOn(text, previous, q, leadStart))
        {
            category = OfIndicator(told);
            q.Because(FigureFields.Category, told, "the indicator of the figure before");
        }

        // 节电126万度，折合电费81.9万元
        if (category == FigureCategory.Cost && previous is { Category: FigureCategory.Quantity, Direction: FigureDirection.Decrease } && text.Contains(clauseStart, q.Start, "折合", "折算", "约合", "节"))
        {
            return FigureCategory.CostSaving;
        }

        if (category == FigureCategory.Cost && change is { IsAmount: true, Direction: FigureDirection.Decrease } && !text.Contains(leadStart, q.Start, "售价", "降价", "价格", "均价"))
        {
            return FigureCategory.CostSaving;
        }

        // 每度电0.56元, 门票每张80元
        var price = category is null && text.Text.AsSpan(leadStart, q.Start - leadStart).LastIndexOf('每') is >= 0 and var each && q.Start - leadStart - each <= 6
            && text.Text[leadStart + each + 1] is not ('年' or '月' or '日' or '天' or '季' or '周' or '个' or '次' or '期' or '届'); // not 每季度超过10万亿元
        return category ?? (!price ? FigureCategory.Money : change is { IsAmount: true, Direction: FigureDirection.Decrease } ? FigureCategory.CostSaving : FigureCategory.Cost);
    }

    private static bool Spends(FigureText text, Quantity q, int leadStart)
    {
        if (!text.Contains(leadStart, q.Start, "拿出", "安排", "拨出", "列支", "自筹"))
        {
            return false;
        }

        foreach (var word in (ReadOnlySpan<string>)["用于", "建设", "改造", "购置", "购买", "新建", "更新", "升级", "修缮", "添置"])
        {
            if (text.StartsWith(q.End, word) || text.StartsWith(q.End, $"，{word}"))
            {
                return true;
            }
        }

        return false;
    }

    // 净现金流较去年增加3.4亿元 has its own; 比预算低23元 has none
    private static bool HasSubject(FigureText text, int leadStart, int end) =>
        MeasureReader.Before(text, leadStart, MeasureReader.VerbStart(text, leadStart, MeasureReader.CompareStart(text, leadStart, end))) is not null;

    /// <summary>Whether a clause has no indicator of its own and states the level that the one before reached: …增长23%，达1.12亿元.</summary>
    public static bool GoesOn(FigureText text, FigureReading previous, Quantity q, int leadStart) =>
        q.Start - leadStart is > 0 and <= 6 && leadStart > 0 && leadStart - previous.Quantity.End == 1 && text.Text[leadStart - 1] == '，' && MeasureReader.VerbStart(text, leadStart, q.Start) == leadStart
        && text.Has(leadStart, q.Start, WordRole.Level) && !text.Has(leadStart, q.Start, WordRole.Base | WordRole.Change) && !text.Contains(leadStart, q.Start, "最");

    // The last verb decides (降本…创效454万元); where there is none, the last noun.
    private static FigureCategory? MoneyWord(FigureText text, int start, int end, Quantity? q)
    {
        FigureCategory? noun = null;
        var i = text.LastMarkBefore(end);
        for (; i >= 0 && text.Marks[i].Start >= start; i--)
        {
            var mark = text.Marks[i];
            if (!mark.Is(WordRole.Money) || (mark.Start > start && text.Text[mark.Start - 1] is '比' or '较' or '超'))
            {
                continue; // 比预算低23元
            }

            // 投资收益, 补贴收入, 奖励资金: behind a verb that is a noun here, the noun decides; 节约费用 has the verb.
            if (mark.Word.IsMoneyVerb)
            {
                if (mark.Word.Category == FigureCategory.Investment && Saves(text, i, start))
                {
                    q?.Because(FigureFields.Category, text.Text[text.Marks[i - 1].Start..text.Marks[i - 1].End], "the verb of money before it");
                    return FigureCategory.CostSaving; // 节约工程投资300万元
                }

                if (noun is null or FigureCategory.Money or FigureCategory.Cost || mark.Word.Category is FigureCategory.CostSaving or FigureCategory.ValueCreated)
                {
                    q?.Because(FigureFields.Category, text.Words(mark.Start, mark.End), "the verb of money before it");
                    return mark.Word.Category;
                }

                return noun;
            }

            if (noun is null or FigureCategory.Money)
            {
                q?.Because(FigureFields.Category, text.Words(mark.Start, mark.End), "the noun of money before it");
                noun = mark.Word.Category;
            }
        }

        return noun;
    }

    private static bool Saves(FigureText text, int i, int start) =>
        i > 0 && text.Marks[i - 1] is var verb && verb.Start >= start && text.Marks[i].Start - verb.End <= 4 && verb.Is(WordRole.Money) && verb.Word is { IsMoneyVerb: true, Category: FigureCategory.CostSaving };

    // 消费, 免费 and 耗费 are no fees
    private static bool EndsInFee(FigureText text, int start, int end) =>
        end - start >= 2 && text.Text[end - 1] == '费' && text.Text[end - 2] is not ('消' or '免' or '耗' or '花' or '浪' or '自' or '公' or '经' or '减') && UnitReader.IsHan(text.Text[end - 2]);

    // 200万元奖金, 3000万元的投资
    private static FigureCategory? MoneyBehind(FigureText text, Quantity q)
    {
        foreach (var mark in text.MarksIn(q.End, Math.Min(text.Text.Length, q.End + 8)))
        {
            if (mark.Is(WordRole.Money) && !text.Contains(q.End, mark.Start, "，", "。", "、", "；"))
            {
                q.Because(FigureFields.Category, text.Words(mark.Start, mark.End), "the word of money behind it");
                return mark.Word.Category;
            }
        }

        return null;
    }
}
