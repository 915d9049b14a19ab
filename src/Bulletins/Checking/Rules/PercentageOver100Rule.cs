using Bulletins.Export;
using Bulletins.Tables;

namespace Bulletins.Checking.Rules;

/// <summary>A percentage over 100 of something that has no more than the whole.</summary>
internal sealed class PercentageOver100Rule : TextRule
{
    private static readonly List<(string Word, bool Bounded)> Rates =
        [.. TableReader.Rows("bounded-rates.tsv").Select(r => (Word: r[0], Bounded: r[1] == "bounded")).OrderByDescending(r => r.Word.Length)];

    // What may fall below nothing: a profit that turned into a loss.
    private static readonly string[] MayTurnNegative = ["利", "亏", "收益", "效益", "现金流", "净额", "余额", "差额", "增速", "增幅", "盈"];

    // What a part is a part of; not 占国内生产总值的122% (a debt), 占收入的110% (an expense), 占计划的102%.
    private static readonly string[] Wholes = ["占比", "占总数", "占总量", "占总额", "占总人数", "占总面积", "占全部", "占员工总数", "占职工总数", "占有率", "比重"];
    private static readonly string[] NoWholes = ["总值", "GDP", "收入", "债", "计划", "目标", "预算", "任务", "定额", "指标", "进度", "资产", "利润"];

    public override CheckRule Doc { get; } = new("percentage-over-100", CheckArea.Figures, Severity.Warning,
        new("A percentage over 100",
            "A share (占比), a rate that has a whole (合格率, 满意度, 覆盖率) or a decrease of more than 100%. Often a point was lost: 99.8% reads 998%.",
            "What may exceed the whole: growth, completion of a plan, 产销率, 负荷率, 产能利用率; a decrease of a profit, which may turn into a loss.",
            "Compare the figure with the source; if the source has it so, ask the author."),
        new("百分数大于 100",
            "占比、有整体的比率（合格率、满意度、覆盖率）或降幅大于 100%。常因小数点丢失：99.8% 成了 998%。",
            "可以超过整体的：增长、计划完成率、产销率、负荷率、产能利用率；利润的降幅（可能转为亏损）。",
            "把数据与源文件对照；如果原文如此，问一问作者。"));

    public override IEnumerable<Finding> Find(CheckedText text)
    {
        foreach (var (_, article, _) in text.Articles)
        {
            foreach (var figure in article.Figures.Where(f => f.Unit == "%" && Greatest(f) > 100 && f.UnitText != "个百分点"))
            {
                if (Why(figure) is { } why)
                {
                    yield return Finding(text, figure.Spans, $"{figure.Text}: {why} cannot exceed 100%", article);
                }
            }
        }
    }

    private static decimal Greatest(Figure figure) => Math.Max(Math.Max(figure.Value, figure.ValueMax ?? 0), figure.FromValue ?? 0);

    private static string? Why(Figure figure) => figure.Category switch
    {
        FigureCategory.Share when Holds(figure.Sentence, Wholes) && !Holds(figure.Sentence, NoWholes) => $"a share{Of(figure)}",
        FigureCategory.Change when figure.Direction == FigureDirection.Decrease && figure.FromValue is null && figure.Value > 100
            && !Holds(figure.Measure ?? figure.Sentence, MayTurnNegative) => $"a decrease{Of(figure)}",
        FigureCategory.Rate or FigureCategory.Ratio when figure.Measure is { } measure && Rates.Find(r => measure.EndsWith(r.Word, StringComparison.Ordinal)).Bounded => measure,
        _ => null,
    };

    private static bool Holds(string text, string[] words) => words.Any(w => text.Contains(w, StringComparison.Ordinal));

    private static string Of(Figure figure) => figure.Measure is { } measure ? $" ({measure})" : "";
}
