using System.Globalization;
using Bulletins.Tables;

namespace Bulletins.Tests.Normalize.Garble;

public class GarbleTableTests
{
    [Fact]
    public void TheLexiconIsSortedAndHasEveryWordOnce()
    {
        var words = TableReader.Rows("lexicon.tsv").ToList();
        Assert.True(words.Count > 80_000);
        for (var i = 1; i < words.Count; i++)
        {
            Assert.True(string.CompareOrdinal(words[i - 1][0], words[i][0]) < 0, words[i][0]);
        }

        Assert.All(words, w => Assert.True(int.Parse(w[1], CultureInfo.InvariantCulture) > 0));
    }

    [Theory]
    [InlineData("founder-marks.tsv", 5)]
    [InlineData("latin-words.tsv", 2)]
    [InlineData("name-titles.tsv", 1)]
    public void ATableHasEveryKeyOnceAndAllItsColumns(string table, int columns)
    {
        var rows = TableReader.Rows(table).ToList();
        Assert.All(rows, r => Assert.Equal(columns, r.Length));
        Assert.Equal(rows.Count, rows.Select(r => r[0]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void WordsThatCarrySuspectsAreKnown()
    {
        var words = TableReader.Rows("lexicon.tsv").Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(new[] { "冶金", "冶炼", "野外", "医院", "法院", "员工", "能源", "遥控", "渊源", "冤案", "要求", "公园", "心愿", "抱怨" }, w => Assert.Contains(w, words));
    }
}
