using System.Globalization;
using Bulletins.Tables;

namespace Bulletins.Tests.Figures;

public class FigureTablesAreSound
{
    [Fact]
    public void AUnitHasOneMeaning()
    {
        var rows = TableReader.Rows("units.tsv").ToList();
        Assert.Empty(rows.GroupBy(r => r[0]).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(rows, r => Assert.True(decimal.Parse(r[3], CultureInfo.InvariantCulture) > 0, r[0]));
        var classifiers = TableReader.Rows("classifiers.tsv").ToList();
        Assert.Empty(classifiers.GroupBy(r => r[0]).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(classifiers.Select(r => r[0]).Intersect(rows.Select(r => r[0])));
    }

    [Fact]
    public void AWordHasARoleOnce()
    {
        var rows = TableReader.Rows("figure-words.tsv").Select(r => (r[0], r[1])).ToList();
        Assert.Empty(rows.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(rows, r => Assert.False(string.IsNullOrWhiteSpace(r.Item1)));
    }

    [Fact]
    public void ASetPhraseHoldsANumeral()
    {
        Assert.All(TableReader.Rows("set-phrases.tsv"), r => Assert.Contains(r[0], c => char.IsAsciiDigit(c) || "一二三四五六七八九十百千万亿两半".Contains(c, StringComparison.Ordinal)));
    }
}
