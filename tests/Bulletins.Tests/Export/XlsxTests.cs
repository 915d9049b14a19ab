using System.Globalization;
using Bulletins.Export;
using Bulletins.Export.Xlsx;
using Bulletins.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Bulletins.Tests.Export;

public sealed class XlsxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AWorkbookHasASheetForEachTableInEitherLanguage()
    {
        Assert.Equal(["documents", "articles", "figures", "repairs"], Write(Records.Full).Sheets.Select(s => s.Name));
        var chinese = Write(HeaderLanguage.Chinese, records: [Records.Full]);
        Assert.Equal(["文档", "文章", "数据", "修复"], chinese.Sheets.Select(s => s.Name));
        Assert.Equal(482000d, chinese["数据"].Find("数值", 2));
    }

    [Fact]
    public void TheFormatIsValidByItsSchema()
    {
        Write(HeaderLanguage.Chinese, rowLimit: 2, records: [Records.Full, Records.Error, Long(), Odd()]);
        using var document = SpreadsheetDocument.Open(folder["out.xlsx"], isEditable: false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}");
        Assert.Empty(errors);
    }

    [Fact]
    public void EveryCellOfEveryTableIsThereAsItsKind()
    {
        var book = Write(Records.Full, Records.Error);
        foreach (var table in ExportTables.All)
        {
            var sheet = book[table.Name];
            var rows = table.Rows(Records.Full).Select(r => r.ToArray()).Concat(table.Rows(Records.Error).Select(r => r.ToArray())).ToList();
            for (var row = 0; row < rows.Count; row++)
            {
                for (var column = 0; column < table.Columns.Count; column++)
                {
                    var name = table.Columns[column].Name;
                    Assert.Equal(Expected(rows[row][column], table.Columns[column].Kind), sheet.Find(name, row + 2));
                }
            }
        }

        static object? Expected(Cell cell, CellKind kind) => cell.IsNumber ? (double)cell.Number
            : cell.ToString().Length == 0 ? null
            : kind == CellKind.Date ? DateOnly.Parse(cell.Text!, CultureInfo.InvariantCulture).ToDateTime(default).ToOADate()
            : cell.Text;
    }

    [Fact]
    public void TheHeadingIsFrozenBoldAndFiltered()
    {
        foreach (var sheet in Write(Records.Full).Sheets)
        {
            Assert.Equal("frozen", sheet.Element("pane")!.Attribute("state")!.Value);
            Assert.Equal("A2", sheet.Element("pane")!.Attribute("topLeftCell")!.Value);
            Assert.StartsWith("A1:", sheet.Element("autoFilter")!.Attribute("ref")!.Value, StringComparison.Ordinal);
            Assert.All(sheet.Element("row")!.Elements(), c => Assert.Equal("1", c.Attribute("s")!.Value));
            Assert.All(sheet.Element("cols")!.Elements(), c => Assert.InRange(double.Parse(c.Attribute("width")!.Value, CultureInfo.InvariantCulture), 6, 48));
        }
    }

    [Fact]
    public void AFigureLinksToItsArticle()
    {
        var book = Write(Records.Error, Records.Full, Records.Full);
        var figures = book["figures"];
        var column = figures.Column("article_id");
        Assert.Equal(["'articles'!A2", "'articles'!A2", "'articles'!A4", "'articles'!A4"], Enumerable.Range(2, 4).Select(row => figures.Links[$"{column}{row}"]));
        Assert.Equal(book["articles"].Find("article_id", 4), figures.Find("article_id", 4));
    }

    [Fact]
    public void AFullSheetIsFollowedByAnotherAndLinksFollowIt()
    {
        var book = Write(HeaderLanguage.English, rowLimit: 3, records: [Records.Full, Records.Full]);
        Assert.Equal(["documents", "articles", "articles 2", "figures", "figures 2", "repairs", "repairs 2", "repairs 3"], book.Sheets.Select(s => s.Name));
        Assert.All(book.Sheets, s => Assert.Equal(s.Name.Split(' ')[0] switch { "articles" => "document_id", "documents" => "schema", _ => "document_id" }, s.Cells["A1"]));
        Assert.All(book.Sheets, s => Assert.InRange(s.Xml.Descendants(s.Element("row")!.Name).Count(), 2, 3));
        Assert.Equal("'articles 2'!A2", book["figures 2"].Links.Values.First());
    }

    [Fact]
    public void MoreLinksThanASheetMayHaveGoOnAsFormulas()
    {
        using var sheet = new XlsxSheet("s", ["a"], [CellKind.Text], folder.Path);
        for (var i = 0; i < XlsxSheet.HyperlinkLimit + 1; i++)
        {
            sheet.Add([Cell.Of("a\"b")], 0, "'articles'!A2");
        }

        sheet.End();
        using var xml = new MemoryStream();
        sheet.CopyTo(xml);
        var text = System.Text.Encoding.UTF8.GetString(xml.ToArray());
        Assert.Equal(XlsxSheet.HyperlinkLimit, text.Split("<hyperlink ").Length - 1);
        Assert.Contains("""<c r="A65532" s="4" t="str"><f>HYPERLINK("#'articles'!A2","a""b")</f><v>a"b</v></c>""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersThatADoubleCannotHoldAreThereDigitByDigit()
    {
        var sheet = Write(Exact())["figures"];
        Assert.Equal("value=12345678901234567.89; value_max=79228162514264337593543950335", sheet.Find("exact", 2));
        Assert.Equal(12345678901234567.89d, sheet.Find("value", 2));
        Assert.Null(sheet.Find("exact", 3));
    }

    [Fact]
    public void TextThatACellCannotHoldGoesOnInAnotherSheet()
    {
        var record = Long();
        var book = Write(record);
        var whole = Assert.Single(record.Document!.Articles[0].Paragraphs).Text;
        var column = book["articles"].Column("paragraphs");
        var parts = Enumerable.Range(2, 2).Select(row => book["overflow"].Find("text", row)).Prepend(book["articles"].Cells[column + "2"]).ToList();
        Assert.Equal(whole, string.Concat(parts));
        Assert.All(parts, p => Assert.InRange(((string)p!).Length, 1, 32_767));
        Assert.All(parts, p => Assert.False(char.IsHighSurrogate(((string)p!)[^1])));
        Assert.Equal($"'articles'!{column}2", book["overflow"].Links["B2"]);
        Assert.Equal(2d, book["overflow"].Find("part", 2));
    }

    [Fact]
    public void AnyTextComesBack()
    {
        var row = Write(Odd())["documents"];
        Assert.Equal("=1+1 <&> \"\t\u0001_x0041_ \r\n𠮷\ufffd \uffff '", row.Find("source", 2));
    }

    [Fact]
    public void TheSameRecordsGiveTheSameBytes()
    {
        Write(Records.Full, Records.Error);
        var first = File.ReadAllBytes(folder["out.xlsx"]);
        Thread.Sleep(2100); // a zip counts time in steps of two seconds
        Write(Records.Full, Records.Error);
        Assert.Equal(first, File.ReadAllBytes(folder["out.xlsx"]));
        Assert.Equal(["out.xlsx"], folder.Files());
    }

    [Fact]
    public void ABrokenRunLeavesTheOldFileAndNothingElse()
    {
        folder.Write("out.xlsx", "old");
        using (var writer = new FileWriter(folder["out.xlsx"], s => new XlsxWriter(s)))
        {
            writer.Write(Records.Full);
        }

        Assert.Equal(["out.xlsx"], folder.Files());
        Assert.Equal("old", File.ReadAllText(folder["out.xlsx"]));
    }

    [SofficeFact]
    public void LibreOfficeReadsTheSameValues()
    {
        var written = Write(HeaderLanguage.Chinese, rowLimit: 4, records: [Records.Full, Records.Error, Long(), Exact()]);
        var read = new XlsxFile(Soffice.Convert(folder["out.xlsx"], "xlsx", folder));
        Assert.Equal(written.Sheets.Select(s => s.Name), read.Sheets.Select(s => s.Name));
        foreach (var (before, after) in written.Sheets.Zip(read.Sheets))
        {
            Assert.Equal(Cells(before), Cells(after));
            Assert.Equal(before.Links.OrderBy(c => c.Key, StringComparer.Ordinal), after.Links.OrderBy(c => c.Key, StringComparer.Ordinal));
            Assert.NotNull(after.Element("autoFilter"));
        }

        // Spreadsheets keep fifteen digits (the column exact has the rest), and LibreOffice knows one line end only.
        static IEnumerable<string> Cells(XlsxFile.Sheet sheet) =>
            sheet.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {(c.Value is double d ? d.ToString("G15", CultureInfo.InvariantCulture) : ((string)c.Value).ReplaceLineEndings("\n"))}");
    }

    private static ExportRecord Long()
    {
        var text = string.Concat(Enumerable.Repeat("第一车间𠮷", 14_000)); // six units each: a cut falls between the halves of 𠮷
        var article = Records.Full.Document!.Articles[1] with { Paragraphs = [new Paragraph(ParagraphKind.Text, text)] };
        return ExportRecord.Of(Records.Full.Document with { Articles = [article], Repairs = [] });
    }

    private static ExportRecord Exact()
    {
        var article = Records.Full.Document!.Articles[0];
        return ExportRecord.Of(Records.Full.Document with
        {
            Articles = [article with { Figures = [article.Figures[0] with { Value = 12345678901234567.89m, ValueMax = decimal.MaxValue }, article.Figures[1] with { Value = 0.123456789012345m }] }],
        });
    }

    private static ExportRecord Odd() => ExportRecord.Of(new DocumentError("=1+1 <&> \"\t\u0001_x0041_ \r\n𠮷\ud842 \uffff '", "x", "y"));

    private XlsxFile Write(params ExportRecord[] records) => Write(HeaderLanguage.English, records: records);

    private XlsxFile Write(HeaderLanguage language, int rowLimit = 1_048_576, params ExportRecord[] records)
    {
        using (var writer = new FileWriter(folder["out.xlsx"], s => new XlsxWriter(s, language, rowLimit)))
        {
            foreach (var record in records)
            {
                writer.Write(record);
            }

            writer.Complete();
            writer.Commit();
        }

        return new XlsxFile(folder["out.xlsx"]);
    }
}
