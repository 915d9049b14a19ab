using System.Globalization;
using Bulletins.Figures;
using Bulletins.Tables;

namespace Bulletins.Tests.Figures;

/// <summary>Every row of the unit tables and every qualifier in a sentence of its own.</summary>
public class UnitRows
{
    public static TheoryData<string, string, string, string> Units() => Rows("units.tsv", r => r[1] is not ("none" or "doubling"), r => (r[0], r[1], r[2], r[3]));

    public static TheoryData<string, string, string, string> NoUnits() => Rows("units.tsv", r => r[1] == "none" && r[0].All(c => c > '\u2e80'), r => (r[0], "", "", ""));

    public static TheoryData<string, string, string, string> Classifiers() => Rows("classifiers.tsv", r => r[1] == "count", r => (r[0], "", "", ""));

    public static TheoryData<string, string, string, string> Qualifiers() => Rows("figure-words.tsv", r => r[1] == "before", r => (r[0], r[2], "", ""));

    [Theory]
    [MemberData(nameof(Units))]
    public void AUnitIsReadAsItsRowSays(string printed, string kind, string code, string factor)
    {
        var figure = Assert.Single(Read($"这项电量指标达到127{printed}，另见附表。"));
        Assert.Equal(127 * decimal.Parse(factor, CultureInfo.InvariantCulture), figure.Value);
        Assert.Equal(code, figure.Unit);
        Assert.Equal(printed, figure.UnitText);
        Assert.Equal(kind == "money", figure.Category is FigureCategory.Money);
        Assert.Equal(kind == "time", figure.Category is FigureCategory.Duration);
        Assert.Equal(kind == "physical", figure.Category is FigureCategory.Quantity);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void AScaleWordMultipliesAUnit(string printed, string kind, string code, string factor)
    {
        if (kind is "percent" or "tenth" or "multiple" || printed.StartsWith("个", StringComparison.Ordinal) || printed[0] is '百' or '千' or '万' or '亿')
        {
            return; // 3万%, 3万个小时, 3万千瓦 is another row
        }

        var figure = Assert.Single(Read($"这项电量指标达到3.2万{printed}，另见附表。"));
        Assert.Equal(32_000 * decimal.Parse(factor, CultureInfo.InvariantCulture), figure.Value);
        Assert.Equal((code, "万" + printed), (figure.Unit, figure.UnitText));
    }

    [Theory]
    [MemberData(nameof(NoUnits))]
    public void AWordThatBeginsLikeAUnitIsNone(string word, string kind, string code, string factor)
    {
        _ = (kind, code, factor);
        Assert.DoesNotContain(Read($"现在有12{word}的说法。"), f => f.Category != FigureCategory.Count);
    }

    [Theory]
    [MemberData(nameof(Classifiers))]
    public void AClassifierCounts(string printed, string kind, string code, string factor)
    {
        _ = (kind, code, factor);
        var figure = Assert.Single(Read($"这一年共有127{printed}，另见附表。"));
        Assert.Equal((127m, "1", printed, FigureCategory.Count), (figure.Value, figure.Unit, figure.UnitText, figure.Category));
    }

    [Theory]
    [MemberData(nameof(Qualifiers))]
    public void AQualifierStandsBeforeANumber(string word, string qualifier, string code, string factor)
    {
        _ = (code, factor);
        var text = $"煤场存煤{word}127吨，另见附表。";
        var figure = Assert.Single(Read(text));
        Assert.Equal(Enum.Parse<FigureQualifier>(qualifier.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), figure.Qualifier);
        Assert.Equal(word + "127吨", text.Substring(figure.Start, figure.Length));
    }

    [Theory]
    [InlineData("127吨以上", FigureQualifier.MoreThan)]
    [InlineData("127吨及以上", FigureQualifier.AtLeast)]
    [InlineData("127吨以下", FigureQualifier.LessThan)]
    [InlineData("127吨及以下", FigureQualifier.AtMost)]
    [InlineData("127吨以内", FigureQualifier.AtMost)]
    [InlineData("127吨左右", FigureQualifier.Approximately)]
    [InlineData("127吨上下", FigureQualifier.Approximately)]
    [InlineData("127吨有余", FigureQualifier.MoreThan)]
    [InlineData("127吨开外", FigureQualifier.MoreThan)]
    [InlineData("127吨之多", FigureQualifier.Exact)]
    [InlineData("127吨多", FigureQualifier.MoreThan)]
    [InlineData("127余吨", FigureQualifier.MoreThan)]
    [InlineData("127多吨", FigureQualifier.MoreThan)]
    [InlineData("127来吨", FigureQualifier.Approximately)]
    [InlineData("12万+吨", FigureQualifier.MoreThan)]
    public void AQualifierStandsInOrBehindANumber(string printed, FigureQualifier qualifier)
    {
        var text = $"煤场存煤{printed}，另见附表。";
        var figure = Assert.Single(Read(text));
        Assert.Equal(qualifier, figure.Qualifier);
        Assert.Equal(printed, text.Substring(figure.Start, figure.Length));
    }

    private static IReadOnlyList<FigureDraft> Read(string text) => FigureExtractor.Extract(new FigureInput([(new FigurePlace(FigurePart.Paragraph), text)], null));

    private static TheoryData<string, string, string, string> Rows(string table, Func<string[], bool> wanted, Func<string[], (string, string, string, string)> cells)
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var row in TableReader.Rows(table).Where(wanted))
        {
            var (a, b, c, d) = cells(row);
            data.Add(a, b, c, d);
        }

        return data;
    }
}
