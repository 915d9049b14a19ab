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
        Assert.Equal("p3[56.5 700.25 120 712] 13:15+7", figures[2][figures[0].IndexOf("spans")]);

        string Cell(string name) => articles[1][articles[0].IndexOf(name)];
    }

    [Fact]
    public void AByteOrderMarkIsWrittenOnlyWhereItIsAskedFor()
    {
        byte[] mark = [0xef, 0xbb, 0xbf];
        var plain = Records.Bytes(s => new CsvTableWriter(s, ExportTables.Figures), Records.Full);
        var marked = Records.Bytes(s => new CsvTableWriter(s, ExportTables.Figures, CsvOptions.Default with { ByteOrderMark = true }), Records.Full);
        Assert.NotEqual(mark, plain[..3]);
        Assert.Equal([.. mark, .. plain], marked);
    }

    [Theory]
    [InlineData("2023-04", true)]
    [InlineData("2023-04-28", true)]
    [InlineData("2023/4", true)]
    [InlineData("1-2", true)]
    [InlineData("3/4", true)]
    [InlineData("10:30", true)]
    [InlineData("10:30 pm", true)]
    [InlineData("4月28日", true)]
    [InlineData("2023年4月", true)]
    [InlineData("007", true)]
    [InlineData("110101199003071234", true)]
    [InlineData("40%", true)]
    [InlineData("-5%", true)]
    [InlineData("1e5", true)]
    [InlineData("1E+5", true)]
    [InlineData("1,234.5", true)]
    [InlineData("２０２３", true)]
    [InlineData("123456789012", true)]
    [InlineData("2026", false)]
    [InlineData("0", false)]
    [InlineData("DEC1", true)]
    [InlineData("5 May", true)]
    [InlineData("TRUE", true)]
    [InlineData("35万元", false)]
    [InlineData("3条", false)]
    [InlineData("A1", false)]
    [InlineData("400kA", false)]
    [InlineData("Mars 探测", false)]
    [InlineData("MARKET3", true)] // begins as a month: shown as it is all the same
    [InlineData("12:9+7", false)]
    [InlineData("d0123456789abcdef/1", false)]
    [InlineData("2023-04/..", true)]
    [InlineData("年", false)]
    [InlineData("下午", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    public void ForExcelTextThatLooksLikeANumberOrADateStaysText(string text, bool guarded)
    {
        var record = ExportRecord.Of(new DocumentError(text, "x", "y"));
        var rows = CsvText.Parse(Records.Csv(ExportTables.Documents, CsvOptions.ForExcel with { ByteOrderMark = false }, record));
        Assert.Equal(guarded ? $"=\"{text}\"" : CsvTableWriter.Guard(text), rows[1][rows[0].IndexOf("source")]);
    }

    [Fact]
    public void ForExcelANumberStaysANumberUnlessItHasMoreDigitsThanASpreadsheetKeeps()
    {
        Assert.Equal(["482000", "-9"], Values(Records.Full));
        var figure = Records.Full.Document!.Articles[0].Figures[0] with { Value = 1234567890123456.78m };
        var exact = ExportRecord.Of(Records.Full.Document with { Articles = [Records.Full.Document.Articles[0] with { Figures = [figure] }] });
        Assert.Equal(["=\"1234567890123456.78\""], Values(exact));

        static IEnumerable<string> Values(ExportRecord record) =>
            CsvText.Parse(Records.Csv(ExportTables.Figures.Choose(["value"]), CsvOptions.ForExcel with { ByteOrderMark = false }, record)).Skip(1).Select(row => row[0]);
    }

    [Fact]
    public void HeadingsAreChineseWhereTheyAreAskedFor()
    {
        var chinese = CsvOptions.Default with { Headers = HeaderLanguage.Chinese };
        Snapshot.Verify(string.Concat(ExportTables.All.Select(t => $"{t.Title}: {Records.Csv(t, chinese)}")));
        Assert.All(ExportTables.All, t => Assert.Equal(t.Columns.Count, t.Headings(HeaderLanguage.Chinese).Distinct(StringComparer.Ordinal).Count()));
        Assert.All(ExportTables.All.SelectMany(t => t.Columns), c => Assert.True(c.Label.ChineseDescription.Length > 0 && c.Label.Description.Length > 0, c.Name));
    }

    [Fact]
    public void ColumnsAreChosenAndOrderedByNameOrHeading()
    {
        var chosen = ExportTables.Figures.Choose(["unit", "数值", "headline"]);
        Assert.Equal("unit,value,headline\r\nCNY,482000,磨机“瘦身” 电费下降\r\nCel,-9,磨机“瘦身” 电费下降\r\n", Records.Csv(chosen, Records.Full));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void AnotherDelimiterSeparatesTheSameFields(char delimiter)
    {
        var other = Records.Csv(ExportTables.Articles, CsvOptions.Default with { Delimiter = delimiter }, Records.Full);
        Assert.Equal(CsvText.Parse(Records.Csv(ExportTables.Articles, Records.Full)), CsvText.Parse(other, delimiter));
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
