using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Bulletins.Export.Xlsx;

/// <summary>
/// Writes an Excel workbook (Office Open XML): a sheet for each flat table, with real numbers and dates, a frozen heading, filters, and
/// a link from each figure to its article. A sheet that is full (1,048,576 rows) is followed by another. Text that a cell cannot hold
/// (32,767 characters) goes on in the sheet <c>overflow</c>. The same records give the same bytes.
/// </summary>
/// <remarks>The package is put together with <see cref="ZipArchive"/>, not with System.IO.Packaging, which writes the time of day into it.</remarks>
public sealed class XlsxWriter : IRecordWriter
{
    private const int ExcelRows = 1_048_576;
    private const string XmlHead = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ExportTable Figures = ExportTables.Figures.WithExact();
    private static readonly int ArticleIdOfArticle = Index(ExportTables.Articles, "article_id");
    private static readonly int ArticleIdOfFigure = Index(Figures, "article_id");

    private readonly Stream output;
    private readonly (ExportTable Table, XlsxTable Sheets)[] tables;
    private readonly XlsxTable overflow;
    private readonly Dictionary<string, string> articles = new(StringComparer.Ordinal);

    /// <param name="output">Is written when the run is complete.</param>
    public XlsxWriter(Stream output, HeaderLanguage headers = HeaderLanguage.English)
        : this(output, headers, ExcelRows)
    {
    }

    internal XlsxWriter(Stream output, HeaderLanguage headers, int rowLimit)
    {
        this.output = output;
        var folder = output is FileStream file ? Path.GetDirectoryName(file.Name)! : Path.GetTempPath();
        var chinese = headers == HeaderLanguage.Chinese;
        tables = [.. new[] { ExportTables.Documents, ExportTables.Articles, Figures, ExportTables.Repairs }.Select(t =>
            (t, new XlsxTable(chinese ? t.Title : t.Name, t.Headings(headers), [.. t.Columns.Select(c => c.Kind)], rowLimit, folder)))];
        overflow = new XlsxTable(chinese ? "续文" : "overflow", chinese ? ["工作表", "单元格", "第几段", "文字"] : ["sheet", "cell", "part", "text"],
            [CellKind.Text, CellKind.Text, CellKind.Integer, CellKind.Text], rowLimit, folder);
    }

    public void Write(ExportRecord record)
    {
        articles.Clear();
        foreach (var (table, sheets) in tables)
        {
            foreach (var row in table.Rows(record))
            {
                var place = sheets.Next;
                CutLongCells(row, place);
                if (table == ExportTables.Articles)
                {
                    articles[row[ArticleIdOfArticle].ToString()] = place.Location;
                }

                if (table == Figures)
                {
                    sheets.Add(row, ArticleIdOfFigure, articles[row[ArticleIdOfFigure].ToString()]);
                }
                else
                {
                    sheets.Add(row);
                }
            }
        }
    }

    public void Complete()
    {
        foreach (var (_, sheets) in tables)
        {
            sheets.End(evenIfEmpty: true);
        }

        overflow.End(evenIfEmpty: false);
        var all = tables.SelectMany(t => t.Sheets.Sheets).Concat(overflow.Sheets).ToList();
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", ContentTypes(all.Count));
        Part(zip, "_rels/.rels", $"{XmlHead}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + $"<Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(zip, "xl/workbook.xml", Workbook(all));
        Part(zip, "xl/_rels/workbook.xml.rels", WorkbookRelations(all.Count));
        Part(zip, "xl/styles.xml", XlsxStyle.Part.ReplaceLineEndings("\n"));
        for (var i = 0; i < all.Count; i++)
        {
            using var part = Open(zip, Invariant($"xl/worksheets/sheet{i + 1}.xml"));
            all[i].CopyTo(part);
        }
    }

    public void Dispose()
    {
        foreach (var (_, sheets) in tables)
        {
            sheets.Dispose();
        }

        overflow.Dispose();
    }

    private void CutLongCells(Cell[] row, SheetPlace place)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Text is not { Length: > XlsxText.CellLimit } text)
            {
                continue;
            }

            var at = XlsxText.Fitting(text);
            row[i] = Cell.Of(text[..at]);
            var cell = Cell.Of(Invariant($"{XlsxText.ColumnName(i + 1)}{place.Row}"));
            for (var part = 2; at < text.Length; part++)
            {
                var length = XlsxText.Fitting(text.AsSpan(at));
                overflow.Add([Cell.Of(place.Sheet), cell, Cell.Of(part), Cell.Of(text.Substring(at, length))], 1, $"'{place.Sheet}'!{cell.Text}");
                at += length;
            }
        }
    }

    private static string ContentTypes(int sheets)
    {
        const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var types = new StringBuilder(XmlHead).Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheet}.sheet.main+xml\"/>")
            .Append($"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheet}.styles+xml\"/>");
        for (var i = 1; i <= sheets; i++)
        {
            types.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Sheet}.worksheet+xml\"/>");
        }

        return types.Append("</Types>").ToString();
    }

    private static string Workbook(List<XlsxSheet> sheets)
    {
        var book = new StringBuilder(XmlHead).Append($"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Relations}\">")
            .Append("<bookViews><workbookView/></bookViews><sheets>");
        for (var i = 0; i < sheets.Count; i++)
        {
            book.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(sheets[i].Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        }

        // Each sheet's filter as Excel itself names it.
        book.Append("</sheets><definedNames>");
        for (var i = 0; i < sheets.Count; i++)
        {
            book.Append(CultureInfo.InvariantCulture,
                $"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{i}\" hidden=\"1\">{SecurityElement.Escape(sheets[i].FilterReference)}</definedName>");
        }

        return book.Append("</definedNames></workbook>").ToString();
    }

    private static string WorkbookRelations(int sheets)
    {
        var relations = new StringBuilder(XmlHead).Append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (var i = 1; i <= sheets; i++)
        {
            relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>");
        }

        return relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>").ToString();
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var part = Open(zip, name);
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    private static int Index(ExportTable table, string column) => table.Header.ToList().IndexOf(column);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
