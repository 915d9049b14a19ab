using System.Diagnostics;
using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Tests.Normalize;

public class NormalizeSpeed
{
    private const int Length = 300_000;

    // On one line: whatever looks for a partner, a line end or a neighbour could be quadratic here.
    [Theory]
    [InlineData("今年以来,公司(二厂)产量 12.5 万吨,增长 8 %,\"安康杯\"竞赛成效 明显。")]
    [InlineData("“（《产量(")]
    [InlineData("（张 三 ")]
    [InlineData("安 全 ")]
    [InlineData("(((a)b)")]
    [InlineData("ÖÐ¹úï¼Œ")]
    [InlineData("1 234 O1l2.")]
    [InlineData("&amp;")]
    [InlineData("重重")]
    [InlineData("〜m·/-")]
    [InlineData("锟斤拷\ue000")]
    [InlineData("涓锛")]
    [InlineData("A199.85铝")]
    [InlineData("\"'")]
    [InlineData("a@b.c/d ")]
    public void ALongLineTakesLinearTime(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Length / unit.Length));
        var watch = Stopwatch.StartNew();
        Normalizer.Normalize(SourceText.FromText(text) with { Markup = Markup.None });

        // Quadratic work would be tens of billions of steps.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
    }

    [Fact]
    public void ManyShortLinesTakeLinearTime()
    {
        var text = string.Concat(Enumerable.Repeat("今年以来，该厂坚持问题导\n", Length / 13));
        var watch = Stopwatch.StartNew();
        Normalizer.Normalize(SourceText.FromText(text) with { Markup = Markup.None });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
    }
}
