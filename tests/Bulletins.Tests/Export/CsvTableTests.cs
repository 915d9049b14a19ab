using System.Globalization;
using Bulletins.Export;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Export;

public class CsvTableTests
{
    [Fact]
    public void TheTablesAreWrittenAsTheContractSays() =>
        Snapshot.Verify(string.Join("\n", ExportTables.All.Select(t => $"# {t.Name}\n{Records.Csv(t, Records.Full, Records.Error)}")));

    [Fact]
    public void EveryRowHasACellForEachColumn()
    {
        foreach (var table in ExportTables.All)
        {
            var rows = CsvText.Parse(Records.Csv(table, Records.Full, Records.Error));
            Assert.True(rows.Count > 1);
            Assert.Equal(table.Header, rows[0]);
            Assert.Equal(rows[0].Distinct(StringComparer.Ordinal), rows[0]);
            Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
        }
    }

    [Fact]
    public void AnErrorIsARowOfTheDocuments()
    {
        var rows = CsvText.Parse(Records.Csv(ExportTables.Documents, Records.Error));
        var row = rows[0].Zip(rows[1]).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => c.Second);
        Assert.Equal(["source", "error"], row.Keys);
        Assert.Equal("binary: a PNG image, not a text; convert it first", row["error"]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")")]
    [InlineData("+86", "'+86")]
    [InlineData("-5%", "'-5%")]
    [InlineData("@total", "'@total")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("a=b", "a=b")]
    [InlineData("'=1", "'=1")]
    [InlineData("——记改造", "——记改造")]
    [InlineData("", "")]
    public void TextThatASpreadsheetWouldRunGetsAQuoteMark(string text, string written)
    {
        var rows = CsvText.Parse(Records.Csv(ExportTables.Documents, ExportRecord.Of(new DocumentError(text, "x", "y"))));
        Assert.Equal(written, rows[1][rows[0].IndexOf("source")]);
    }

    [Fact]
    public void NumbersAreNeverTouched()
    {
        var rows = CsvText.Parse(Records.Csv(ExportTables.Figures, Records.Full));
        Assert.Equal("-9", rows[2][rows[0].IndexOf("value")]);
        Assert.Equal("-4", rows[2][rows[0].IndexOf("value_max")]);
        Assert.Equal("482000", rows[1][rows[0].IndexOf("value")]);
        Assert.Equal("'-9℃至-4℃", rows[2][rows[0].IndexOf("text")]);
    }

    [Fact]
    public void ListsAreCompact()
    {
        var articles = CsvText.Parse(Records.Csv(ExportTables.Articles, Records.Full));
        Assert.Equal("reporter:苗立; correspondent:方一舟 (选矿车间)", Cell("bylines"));
        Assert.Equal("生产经营 / 降本增效", Cell("section"));
        Assert.Equal("10:1+9; 12:1+15; 13:1+22", Cell("spans"));
        Assert.StartsWith("算细账\n改造后", Cell("paragraphs"), StringComparison.Ordinal);
        var figures = CsvText.Parse(Records.Csv(ExportTables.Figures, Records.Full));
        Assert.Equal("p3 13:15+7", figures[2][figures[0].IndexOf("spans")]);

        string Cell(string name) => articles[1][articles[0].IndexOf(name)];
    }

    [Fact]
    public void AByteOrderMarkIsWrittenOnlyWhereItIsAskedFor()
    {
        byte[] mark = [0xef, 0xbb, 0xbf];
        var plain = Records.Bytes(s => new CsvTableWriter(s, ExportTables.Figures), Records.Full);
        var marked = Records.Bytes(s => new CsvTableWriter(s, ExportTables.Figures, bom: true), Records.Full);
        Assert.NotEqual(mark, plain[..3]);
        Assert.Equal([.. mark, .. plain], marked);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void NothingDependsOnTheLocale(string culture)
    {
        var invariant = Everything();
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(invariant, Everything());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }

        static string Everything() => Records.Json(JsonLayout.Document, Records.Full) + string.Concat(ExportTables.All.Select(t => Records.Csv(t, Records.Full)));
    }
}
