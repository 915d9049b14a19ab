using Bulletins.Figures;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Figures;

public class UnknownUnits
{
    [Theory]
    [InlineData("年剂量为0.35zSv/a，低于限值。", "0.35zSv/a")]
    [InlineData("灵敏度达12.5qux，居国内前列。", "12.5qux")]
    [InlineData("流速为30foo/min。", "30foo/min")]
    [InlineData("年剂量为0.35mSv/a，带宽2.4GHz。", null)]
    [InlineData("5G基站和4K屏幕、985A型、V2.5beta、Al99.85。", null)]
    [InlineData("投资3.2亿元，采用3.0版软件。", null)]
    public void ANumberWithAnUnknownUnitIsNoFigureButAWarning(string text, string? printed)
    {
        var unknown = new List<UnknownUnit>();
        var figures = FigureExtractor.Extract(new FigureInput([(new FigurePlace(FigurePart.Paragraph), text)], null), unknown);
        Assert.Equal(printed, unknown.Count == 0 ? null : text.Substring(unknown[0].Start, unknown[0].Length));
        Assert.True(printed is null || figures.Count == 0);
    }

    [Fact]
    public void TheWarningNamesTheWordsAndTheLine()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.txt", "核电站环境监测年报\n\n本报讯 今年以来，电站周边的剂量为0.35zSv/a，低于国家限值。\n");
        var result = Tool.Run("extract", path, "--strict");
        Assert.Equal(1, result.Code);
        Assert.Contains("a.txt:3: unknown-unit: “0.35zSv/a”", result.Error, StringComparison.Ordinal);
    }
}
