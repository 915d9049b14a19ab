namespace Bulletins.Figures;

/// <summary>Decides which noun phrase around a figure is its indicator.</summary>
internal sealed class IndicatorReader(FigureText text, int start, int end)
{
    public string? Read(Quantity q, int lead, int clause, ChangeReading change, FigureCategory category, FigureReading? previous)
    {
        var measure = Find(q, lead, clause, change, category, previous);
        if (measure is not null)
        {
            var carried = previous is not null && ReferenceEquals(measure, previous.Measure);
            var behind = text.Text.IndexOf(measure, q.End, Math.Min(end - q.End, MeasureReader.Reach), StringComparison.Ordinal) >= 0;
            q.Because(FigureFields.Measure, measure, carried ? "of the figure before" : behind ? "behind it" : "before it");
        }

        return measure;
    }

    private string? Find(Quantity q, int lead, int clause, ChangeReading change, FigureCategory category, FigureReading? previous)
    {
        // What stands before a ； is told.
        var told = previous;
        previous = previous is not null && text.Contains(Math.Min(previous.Quantity.End, q.Start), q.Start, "；") ? null : previous;
        if (category == FigureCategory.Share && text.Text.LastIndexOf('占', Math.Max(q.Start - 1, 0), Math.Max(0, q.Start - lead)) is >= 0 and var of
            && !text.StartsWith(of, "占比") && MeasureTrimmer.Clean(text, of + 1, text.EndsWith(q.Start, "的") ? q.Start - 1 : MeasureReader.VerbStart(text, of + 1, q.Start)) is { } whole && !text.EndsWith(of + 1, "占地"))
        {
            return TrimShare(whole);
        }

        // 占全国的38%
        if (category == FigureCategory.Share && text.EndsWith(q.Start, "的") && q.Start - lead >= 4 && text.Text[q.Start - 4] is '占' or '到' && text.Text[q.Start - 3] == '全')
        {
            return text.Text[(q.Start - 3)..(q.Start - 1)];
        }

        // 三成职工报名, 十分之一的设备: the part is of what follows
        if (category == FigureCategory.Share && (q.Kind is UnitKind.Tenth or UnitKind.Fraction || text.StartsWith(q.End, "的")) && q.End < end && (UnitReader.IsHan(text.Text[q.End])) && !text.Has(lead, q.Start, WordRole.Share)
            && MeasureReader.Behind(text, q.End, end) is { Length: > 1 } whose)
        {
            return whose;
        }

        if (((q.Kind == UnitKind.Time && text.StartsWith(q.End, "的")) || q.Kind is UnitKind.Count or UnitKind.Physical) && !change.IsAmount && !q.IsChange && MeasureReader.Behind(text, q.End, end) is { Length: > 1 } behind)
        {
            // 海拔2800米的矿区 is of the altitude; 经过15天的努力 is of nothing
            var ofNothing = q.Kind == UnitKind.Time && behind is "努力" or "奋战" or "攻关" or "摸索" or "实践" or "时间" or "苦战" or "鏖战";
            var attribute = q.Kind == UnitKind.Physical && text.StartsWith(q.End, "的") ? MeasureReader.Before(text, lead, MeasureReader.VerbStart(text, lead, q.Start)) : null;
            return ofNothing ? null : attribute is { Length: <= 8 } ? attribute : behind;
        }

        if (q.Kind == UnitKind.Percent && category == FigureCategory.Rate && text.StartsWith(q.End, "的") && MeasureReader.Behind(text, q.End, end) is { } rate)
        {
            return rate; // 不足50%的国产化率
        }

        if (q.Unit.Code == "km/h" && text.StartsWith(q.Start, "时速"))
        {
            return MeasureReader.Before(text, lead, MeasureReader.VerbStart(text, q.Start, q.Number.Start)); // 设计时速
        }

        var verb = change.VerbStart >= lead && (change.IsAmount || change.EndsAtLevel) ? change.VerbStart : MeasureReader.VerbStart(text, lead, q.Start);
        if (q.IsChange)
        {
            verb = q.SubjectEnd;
            lead = Math.Min(lead, text.ClauseStart(verb, start));
        }

        // 减少粉尘外逸约3吨, 节约维修费28.9万元: what stands between verb and figure is what changed
        if (change.IsAmount && verb < q.Start && !text.Has(verb, text.VerbEnd(verb), WordRole.Above) && text.VerbEnd(verb) is var object_ && object_ < q.Start
            && MeasureTrimmer.Clean(text, object_, MeasureReader.VerbStart(text, object_, q.Start)) is { } changed)
        {
            return changed;
        }

        if (q.Kind == UnitKind.Money && !change.IsAmount && category is FigureCategory.CostSaving or FigureCategory.Investment or FigureCategory.Reward && MoneyObject(lead, MeasureReader.VerbStart(text, lead, q.Start)) is { } paid)
        {
            return paid;
        }

        var rateEnd = change.EndsAtLevel ? RateBefore(lead, verb) : -1;
        verb = MeasureReader.VerbStart(text, lead, verb);
        verb = MeasureReader.VerbStart(text, lead, MeasureReader.CompareStart(text, lead, verb));
        verb = rateEnd > verb ? rateEnd : verb;
        if (category is FigureCategory.Completion or FigureCategory.Ratio && q.Start > lead && text.Text[q.Start - 1] == '的')
        {
            return CompletedMeasure(lead, q.Start - 1) ?? previous?.Measure;
        }

        if (q.Kind == UnitKind.Count && verb == q.Start && q.Start > lead && text.Text[q.Start - 1] == '、' && previous is not null && previous.Quantity.End >= lead)
        {
            return null; // …11个矿权取证、31个: the noun is the one before's
        }

        var measure = MeasureReader.Before(text, lead, verb) ?? (verb == lead && change.VerbStart > lead ? MeasureReader.BehindBase(text, lead, change.VerbStart) : null);
        // 下拨4亿元救灾资金, 征收25%的关税: the object stands behind
        if (measure is not null && !change.IsAmount && !q.IsChange && q.Kind is UnitKind.Money or UnitKind.Percent && EndsInGivingVerb(measure) && text.EndsWith(verb, measure))
        {
            var given = text.MarksIn(q.End, Math.Min(end, q.End + 8)).Any(m => m.Start == q.End && m.Is(WordRole.Act | WordRole.Lead)) ? null : MeasureReader.Behind(text, q.End, end);
            return given is { Length: > 1 } ? given : measure.EndsWith("投入", StringComparison.Ordinal) ? measure : null;
        }

        if (measure is not null)
        {
            return measure;
        }

        if (change.IsAmount && BareClauseBefore(lead, previous) is { } bare)
        {
            return bare; // 信心指数为55.1，同比下降21.6%
        }

        if (SubjectOfChangeBefore(lead, q) is { } risen)
        {
            return risen; // 失业率进一步上升，达到6.1%
        }

        // 完成产值3.6亿元，其中一季度1.5亿元; 去年同期为3.2亿元
        if (told is not null && !change.IsAmount && told.Quantity.Unit.Code == q.Unit.Code && q.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.Count && ((text.StartsWith(lead, "去年") || text.StartsWith(lead, "上年")) && text.Contains(lead, q.Start, "同期") || text.AfterTime(lead, verb) == verb && verb > lead)
            && (text.Contains(lead, q.Start, "同期") || text.StartsWith(lead, "其中") || text.Text[told.Quantity.End] is '、' || text.EndsWith(verb, "同期") || text.EndsWith(verb, "去年") || text.EndsWith(verb, "上年")))
        {
            return told.Measure;
        }

        if (change.Saves)
        {
            return text.Words(change.VerbStart, text.VerbEnd(change.VerbStart)); // 相当于节水460万立方米
        }

        if (q.Kind == UnitKind.Money && LastMoneyVerb(lead, q.Start) is { } saving)
        {
            return saving;
        }

        // 占全省面积的18%，亩均增产35公斤: the whole of a share is no subject
        if (previous is { Category: FigureCategory.Share } && q.Kind is UnitKind.Physical or UnitKind.Money or UnitKind.Count)
        {
            return MeasureReader.Behind(text, q.End, end);
        }

        if (previous is not null && (change.IsAmount || category is FigureCategory.Share or FigureCategory.Rate or FigureCategory.Completion))
        {
            return previous.Measure;
        }

        if (previous is not null && (previous.Category == FigureCategory.Change || previous.Quantity.Unit.Code == q.Unit.Code) && MoneyCategory.GoesOn(text, previous, q, lead))
        {
            return previous.Measure; // 产量同比增长5%，达3.2万吨
        }

        if (previous is { Quantity.Kind: UnitKind.Time } && previous.Quantity.End >= clause)
        {
            return previous.Measure; // 总产连续5年稳定在1000亿斤
        }

        return q.Kind == UnitKind.Time ? null : MeasureReader.Behind(text, q.End, end);
    }

    // 增长率将放缓至1.8%: the rate itself is the indicator
    private int RateBefore(int lead, int verb)
    {
        for (var i = text.LastMarkBefore(verb); i >= 0 && text.Marks[i].Start >= lead; i--)
        {
            if (text.Marks[i].Is(WordRole.Change))
            {
                return text.Marks[i].Word.IsNoun && text.Text[text.Marks[i].End - 1] is '率' or '速' ? text.Marks[i].End : -1;
            }

            if (!text.Marks[i].Is(WordRole.Adverb | WordRole.Base))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool EndsInGivingVerb(string measure)
    {
        foreach (var verb in (ReadOnlySpan<string>)["下达", "下拨", "预拨", "拨付", "划拨", "安排", "投放", "征收", "加征", "处以", "发行", "提供", "贡献", "贡献了", "贡献了全国", "创造", "带来", "追加", "募集", "筹集", "筹措", "争取", "落实", "拿出", "捐出", "投入"])
        {
            if (measure.EndsWith(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // The clause before ends in a number without a unit, which is no figure: its subject goes on.
    private string? BareClauseBefore(int lead, FigureReading? previous)
    {
        var last = lead - 1;
        if (last <= start || text.Text[last] != '，' || !(char.IsAsciiDigit(text.Text[last - 1]) || (text.Text[last - 1] == '点' && char.IsAsciiDigit(text.Text[last - 2]))) || (previous is not null && previous.Quantity.End > last - 1))
        {
            return null;
        }

        var clause = text.ClauseStart(last, start);
        var number = text.Text[last - 1] == '点' ? last - 1 : last;
        while (number > clause && (char.IsAsciiDigit(text.Text[number - 1]) || text.Text[number - 1] is '.' or ','))
        {
            number--;
        }

        return MeasureReader.Before(text, clause, MeasureReader.VerbStart(text, clause, number));
    }

    // The clause before ends in a verb of change without an amount, and this one says what level that was.
    private string? SubjectOfChangeBefore(int lead, Quantity q)
    {
        if (lead - 1 <= start || text.Text[lead - 1] != '，' || q.Start == lead || MeasureReader.VerbStart(text, lead, q.Start) != lead || !text.Has(lead, q.Start, WordRole.Level)
            || text.LastMarkBefore(lead - 1) is not (>= 0 and var i) || text.Marks[i].End != lead - 1 || !text.Marks[i].Is(WordRole.Change) || text.Marks[i].Word.IsNoun)
        {
            return null;
        }

        var clause = text.ClauseStart(lead - 1, start);
        return MeasureReader.Before(text, clause, MeasureReader.VerbStart(text, clause, text.Marks[i].Start));
    }

    // 砂石运量超额完成年计划的105%: the subject of 完成 or 为; 完成全年任务的58% has none of its own
    private string? CompletedMeasure(int lead, int end)
    {
        foreach (var mark in text.MarksIn(lead, end))
        {
            if (mark.Is(WordRole.Level | WordRole.Plan | WordRole.AsOf) || text.StartsWith(mark.Start, "完成") || text.StartsWith(mark.Start, "超额"))
            {
                return MeasureReader.Before(text, lead, MeasureReader.VerbStart(text, lead, mark.Start));
            }
        }

        return null;
    }

    // 节约维修费28.9万元, 投入研发经费60万元: what stands behind the verb
    private string? MoneyObject(int from, int to)
    {
        var after = -1;
        foreach (var mark in text.MarksIn(from, to))
        {
            after = mark.Is(WordRole.Money) && mark.Word.IsMoneyVerb ? mark.End : after;
        }

        return after > 0 && to - after >= 2 ? MeasureTrimmer.Clean(text, after, to) : null;
    }

    private string? LastMoneyVerb(int from, int to)
    {
        string? word = null;
        foreach (var mark in text.MarksIn(from, to))
        {
            word = mark.Is(WordRole.Money) && !(mark.Start > 0 && text.Text[mark.Start - 1] is '比' or '较') ? text.Text[mark.Start..mark.End] : word;
        }

        return word;
    }

    private static string TrimShare(string whole)
    {
        whole = whole[0] == '到' && whole.Length > 2 ? whole[1..] : whole;
        foreach (var tail in (ReadOnlySpan<string>)["的比重", "的比例", "比重", "比例", "的份额"])
        {
            if (whole.EndsWith(tail, StringComparison.Ordinal) && whole.Length > tail.Length)
            {
                return whole[..^tail.Length];
            }
        }

        return whole;
    }
}
