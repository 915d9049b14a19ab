using Bulletins.Figures;
using Bulletins.Ingest;

namespace Bulletins.Tests.Figures;

/// <summary>Tables whose units, indicators and periods stand in their headers.</summary>
public class TableFigures
{
    [Fact]
    public void AColumnsHeaderGivesUnitAndIndicator() => Assert.Equal(
        [
            "12.5 = 125000 t quantity {产量}", "312 = 312 kW.h/t quantity {能耗}", "99.1 = 99.1 % rate {合格率}",
            "13.8 = 138000 t quantity {产量}", "298 = 298 kW.h/t quantity {能耗}", "98.7 = 98.7 % rate {合格率}",
        ],
        Read("车间|产量(万吨)|能耗(千瓦时/吨)|合格率（%）\n一车间|12.5|312|99.1\n二车间|13.8|298|98.7"));

    [Fact]
    public void ARowsLabelGivesUnitAndIndicatorAndAColumnThePeriod() => Assert.Equal(
        ["312 = 312 kW.h/t quantity {能耗} @2022", "298 = 298 kW.h/t quantity {能耗} @2023", "-4.5% = 4.5 % change decrease yoy {能耗}"],
        Read("指标|2022年|2023年|同比增减\n能耗(千瓦时/吨)|312|298|-4.5%"));

    [Fact]
    public void AColumnOfUnitsIsReadForItsRow() => Assert.Equal(
        ["1,120 = 1120 t quantity {水耗} @2022", "1,002 = 1002 t quantity {水耗} @2023", "3.6 = 36000 CNY profit {利润} @2022", "4.1 = 41000 CNY profit {利润} @2023"],
        Read("指标|单位|2022年|2023年\n水耗|吨|1,120|1,002\n利润|万元|3.6|4.1"));

    [Fact]
    public void ASingleRowIsReadByItsLabel() => Assert.Equal(["312 = 312 kW.h/t quantity {能耗}", "298 = 298 kW.h/t quantity {能耗}"], Read("| 能耗(千瓦时/吨) | 312 | 298 |"));

    [Fact]
    public void ACellsOwnUnitIsItsUnit() => Assert.Equal(["36.2万吨 = 362000 t quantity {采矿量}", "5.1% = 5.1 % rate {损失率}", "210万元 = 2100000 CNY cost_saving {节约成本}"],
        Read("坑口|采矿量|损失率|节约成本\n一号坑口|36.2万吨|5.1%|210万元"));

    [Theory]
    [InlineData("序号|单位|得分\n1|一车间|98\n2|二车间|97")]
    [InlineData("班组|人员|编号\n一班|李四|1203\n二班|王五|1204")]
    [InlineData("| 产量 | 312 | 298 |")] // no unit anywhere
    public void ANumberWithoutAUnitIsNoFigure(string table) => Assert.Empty(Read(table));

    [Fact]
    public void AMarkdownTableIsReadInItsArticle()
    {
        var source = SourceText.FromText("# 能耗指标全面完成\n\n本报讯 各车间能耗指标完成情况如下：\n\n| 车间 | 产量(万吨) |\n| --- | --- |\n| 一车间 | 12.5 |\n| 二车间 | 13.8 |\n");
        var figures = BulletinPipeline.Extract(source)[0].Articles.SelectMany(a => a.Figures).ToList();
        Assert.Equal([125_000m, 138_000m], figures.Select(f => f.Value));
        Assert.Equal("12.5", source.Text.Split('\n')[figures[0].Spans[0].Line - 1].Substring(figures[0].Spans[0].Column - 1, figures[0].Spans[0].Length));
    }

    private static List<string> Read(string table) =>
        [.. FigureExtractor.Extract(new FigureInput([(new FigurePlace(FigurePart.Paragraph), table)], "2024-02-01")).Select(f => FigureDump.Line(f, table))];
}
