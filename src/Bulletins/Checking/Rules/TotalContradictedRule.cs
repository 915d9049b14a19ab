using System.Globalization;
using System.Text.RegularExpressions;
using Bulletins.Export;

namespace Bulletins.Checking.Rules;

/// <summary>A total and parts of it, in one sentence, that cannot both be right.</summary>
internal sealed partial class TotalContradictedRule : TextRule
{
    private const int Reach = 8; // between 合计 and its figure: 合计节约电费

    public override CheckRule Doc { get; } = new("total-contradicted", CheckArea.Figures, Severity.Warning,
        new("A total that its parts contradict",
            "In one sentence: a part behind 其中 that is more than its whole, or parts behind 分别 that do not add up to what follows 合计, 共计 or 总计.",
            "Parts of another unit, indicator, kind or period than the total; parts behind 其中 that overlap, so that only their sum is more; rounded figures.",
            "Compare the figures with the source; if the source has them so, ask the author."),
        new("总数与分项矛盾",
            "同一句里：“其中”之后的一项大于总数，或“分别”之后的各项加起来不等于“合计”“共计”“总计”。",
            "单位、指标、类别或时期与总数不同的分项；“其中”之后互有重叠、只是相加才超过的分项；四舍五入的数。",
            "把数据与源文件对照；如果原文如此，问一问作者。"));

    // 合计节约60万元 and 三项共计60万元; not 全公司合计完成80万吨, which counts more than what was listed.
    [GeneratedRegex("(?:^|[，,；（])(?:[两二三四五六七八九十]项|[两二三四五六七八九十]者|以上|上述)?(?:合计|共计|总计)")]
    private static partial Regex Total();

    [GeneratedRegex(@"\d+(?:\.(?<decimals>\d+))?")]
    private static partial Regex Digits();

    public override IEnumerable<Finding> Find(CheckedText text)
    {
        foreach (var article in text.Articles)
        {
            foreach (var sentence in article.Sentences().Where(s => s.Count > 1))
            {
                var places = Places(sentence);
                foreach (var (part, total) in Larger(sentence, places))
                {
                    yield return Finding(text, part.Spans, $"{part.Text} is a part (其中) of {total.Text}, and more than it", article.Article);
                }

                foreach (var (total, sum) in Unequal(sentence, places))
                {
                    yield return Finding(text, total.Spans, $"{total.Text} is the total of parts (分别) that add up to {sum}", article.Article);
                }
            }
        }
    }

    /// <summary>Where each figure stands in the sentence.</summary>
    private static int[] Places(IReadOnlyList<Figure> sentence)
    {
        var places = new int[sentence.Count];
        var from = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var at = sentence[0].Sentence.IndexOf(sentence[i].Text, from, StringComparison.Ordinal);
            places[i] = at < 0 ? from : at;
            from = Math.Min(places[i] + 1, sentence[0].Sentence.Length);
        }

        return places;
    }

    // 全年节约120万元，其中电费150万元; only what stands right behind 其中 is surely a part: 其中…12人，另有30人.
    private static IEnumerable<(Figure Part, Figure Total)> Larger(IReadOnlyList<Figure> figures, int[] places)
    {
        var sentence = figures[0].Sentence;
        for (var at = sentence.IndexOf("其中", StringComparison.Ordinal); at >= 0; at = sentence.IndexOf("其中", at + 2, StringComparison.Ordinal))
        {
            var first = Array.FindIndex(places, p => p > at);
            if (first <= 0 || at == 0 || sentence[at - 1] is not ('，' or '（' or '；') || !IsNext(sentence, at + 2, places[first]))
            {
                continue;
            }

            // What the parts are parts of stands in the same clause, not in a sentence before it.
            var clause = sentence.LastIndexOf('；', Math.Max(0, at - 2));
            var totals = Enumerable.Range(0, first).Where(i => places[i] > clause).Select(i => figures[i]).Where(t => Comparable(figures[first], t)).ToList();
            if (totals.Count > 0 && totals.All(t => figures[first].Value > Most(t)) && !IsMean(sentence.AsSpan(0, places[first])))
            {
                yield return (figures[first], totals[^1]);
            }
        }
    }

    // One clause behind 其中 or 其中，.
    private static bool IsNext(string sentence, int from, int to) =>
        to - from <= Reach * 2 && sentence.AsSpan(from, to - from).TrimStart('，').IndexOfAny("，；。") < 0;

    // 日均发送1763万人次，其中9月29日2009万人次; 每亩375公斤，其中小麦399公斤; a running total is no part either.
    private static bool IsMean(ReadOnlySpan<char> words) =>
        words.IndexOf('均') >= 0 || words.IndexOf('每') >= 0 || words.IndexOf("单产") >= 0 || words.IndexOf("最高") >= 0 || words.IndexOf("累计") >= 0 || words.IndexOf("历年") >= 0;

    // A、B两项分别节约20万元和30万元，合计60万元
    private static IEnumerable<(Figure Total, string Sum)> Unequal(IReadOnlyList<Figure> figures, int[] places)
    {
        var sentence = figures[0].Sentence;
        foreach (Match mark in Total().Matches(sentence))
        {
            var end = mark.Index + mark.Length;
            var t = Array.FindIndex(places, p => p >= end);
            var from = sentence.LastIndexOf("分别", mark.Index, StringComparison.Ordinal);
            if (t < 0 || places[t] > end + Reach || from < 0 || sentence.AsSpan(from, mark.Index - from).IndexOfAny("。；;") >= 0)
            {
                continue;
            }

            var (parts, total) = (Enumerable.Range(0, t).Where(i => places[i] >= from).Select(i => figures[i]).ToList(), figures[t]);
            if (parts.Count < 2 || !parts.Append(total).All(p => IsPlain(p) && SameUnit(p, total) && p.Category == total.Category))
            {
                continue;
            }

            var sum = parts.Sum(p => p.Value);
            if (Math.Abs(sum - total.Value) > parts.Append(total).Sum(Rounding))
            {
                yield return (total, ExactDecimal.Print(sum) + (total.Unit == "1" ? "" : " " + total.Unit));
            }
        }
    }

    private static bool Comparable(Figure part, Figure total) =>
        SameUnit(part, total) && IsSameKind(part.Category, total.Category) && total.Direction is null && part.Basis == total.Basis && part.Period == total.Period
        && part.Category is not (FigureCategory.Change or FigureCategory.Rate or FigureCategory.Ratio or FigureCategory.Completion or FigureCategory.Share or FigureCategory.Duration)
        && part.Direction is null && part.FromValue is null && total.FromValue is null && !part.Unit.Contains('/', StringComparison.Ordinal)
        && total.Qualifier is not (FigureQualifier.MoreThan or FigureQualifier.AtLeast);

    // 节约120万元，其中电费150万元: the part's own words do not say again that it was saved.
    private static bool IsSameKind(FigureCategory part, FigureCategory total) =>
        part == total || (part is FigureCategory.Money or FigureCategory.Cost && total is FigureCategory.CostSaving or FigureCategory.ValueCreated or FigureCategory.Money or FigureCategory.Investment or FigureCategory.Reward);

    // 个, 项 and 次 count anything: 3个集体，其中一车间5个班组.
    private static bool SameUnit(Figure one, Figure other) =>
        one.Unit == other.Unit && (one.Unit != "1" || (Counted(one) == Counted(other) && Counted(one) is "人" or "名" or "人次" or "台" or "辆" or "吨" or "户" or "件" or "套" or "艘" or "列"));

    private static string? Counted(Figure figure) => figure.UnitText?.TrimStart('百', '千', '万', '亿');

    private static bool IsPlain(Figure figure) =>
        figure is { Qualifier: FigureQualifier.Exact, ValueMax: null, FromValue: null } && Digits().IsMatch(figure.Text);

    private static decimal Most(Figure total) => (total.ValueMax ?? total.Value) + Rounding(total)
        + (total.Qualifier is FigureQualifier.Exact or FigureQualifier.AtMost or FigureQualifier.LessThan or FigureQualifier.Nearly ? 0 : total.Value / 10);

    /// <summary>Half of the last printed place: 1.2万 may be 1.25万.</summary>
    private static decimal Rounding(Figure figure)
    {
        if (Digits().Match(figure.Text) is not { Success: true } digits || !decimal.TryParse(digits.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var printed) || printed == 0)
        {
            return 0;
        }

        var place = Math.Abs(figure.Value / printed);
        for (var i = 0; i < Math.Min(20, digits.Groups["decimals"].Length); i++)
        {
            place /= 10;
        }

        return place / 2;
    }
}
