using Bulletins.Export;

namespace Bulletins.Tests.Support;

/// <summary>Invented records in which every field is used, and written as text by any of the writers.</summary>
internal static class Records
{
    public static ExportRecord Full { get; } = ExportRecord.Of(new Document
    {
        DocumentId = "d0123456789abcdef",
        Source = "dumps/青石矿业 2023-04.txt",
        Sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        MediaType = "text/plain",
        Encoding = "gb18030",
        Masthead = new Masthead("青石矿业简报", "青石矿业有限公司党委宣传部", 4, 188, "2023-04-28"),
        Articles =
        [
            new Article
            {
                ArticleId = "d0123456789abcdef/1",
                Ordinal = 1,
                Kind = ArticleKind.Article,
                Section = ["生产经营", "降本增效"],
                Kicker = "选矿车间",
                Headline = "磨机“瘦身” 电费下降",
                Subtitle = "——记二号磨机改造",
                Bylines = [new Byline(BylineRole.Reporter, "苗立"), new Byline(BylineRole.Correspondent, "方一舟", "选矿车间")],
                Organization = "选矿车间",
                Paragraphs = [new Paragraph(ParagraphKind.Subhead, "算细账"), new Paragraph(ParagraphKind.Text, "改造后，月均电费由61.50万元降至48.2万元，室温保持在-9℃至-4℃。")],
                Figures =
                [
                    new Figure
                    {
                        FigureId = "d0123456789abcdef/1/1",
                        Text = "由61.50万元降至48.2万元",
                        Value = 482000.00m,
                        FromValue = 615000.0m,
                        Unit = "CNY",
                        UnitText = "万元",
                        Category = FigureCategory.Cost,
                        Qualifier = FigureQualifier.Exact,
                        Direction = FigureDirection.Decrease,
                        Basis = FigureBasis.Previous,
                        Measure = "月均电费",
                        Period = "2023-04",
                        Sentence = "改造后，月均电费由61.50万元降至48.2万元，室温保持在-9℃至-4℃。",
                        Spans = [new SourceSpan(12, 9, 7), new SourceSpan(13, 1, 8)],
                    },
                    new Figure
                    {
                        FigureId = "d0123456789abcdef/1/2",
                        Text = "-9℃至-4℃",
                        Value = -9m,
                        ValueMax = -4.0m,
                        Unit = "Cel",
                        UnitText = "℃",
                        Category = FigureCategory.Quantity,
                        Qualifier = FigureQualifier.Approximately,
                        Sentence = "改造后，月均电费由61.50万元降至48.2万元，室温保持在-9℃至-4℃。",
                        Spans = [new SourceSpan(13, 15, 7, 3, new Box(56.5, 700.25, 120, 712))],
                    },
                ],
                Spans = [new SourceSpan(10, 1, 9), new SourceSpan(12, 1, 15), new SourceSpan(13, 1, 22)],
            },
            new Article
            {
                ArticleId = "d0123456789abcdef/2",
                Ordinal = 2,
                Kind = ArticleKind.EditorNote,
                Section = [],
                Bylines = [],
                Paragraphs = [new Paragraph(ParagraphKind.Text, "=1+1 是公式，\"引号\" 是引号；𠮷野家的“𠮷”在基本平面之外📍。")],
                Figures = [],
                Spans = [new SourceSpan(20, 1, 30)],
            },
        ],
        Repairs =
        [
            new Repair("founder-garble", 12, 4, "袁", "，", 0.98, "stands where a comma would"),
            new Repair("line-join", 12, 16, "\r\n", "", 1),
            new Repair("width", 20, 1, "＝", "=", 1),
        ],
        Warnings = [new Warning("headline-uncertain", "two lines may be the headline", 10), new Warning("encoding-uncertain", "read as gb18030", null)],
    });

    public static ExportRecord Error { get; } = ExportRecord.Of(new DocumentError("dumps/损坏.txt", "binary", "a PNG image, not a text; convert it first"));

    public static string Json(JsonLayout layout, params ExportRecord[] records) => Text(stream => new JsonRecordWriter(stream, layout), records);

    public static string Csv(ExportTable table, params ExportRecord[] records) => Csv(table, CsvOptions.Default, records);

    public static string Csv(ExportTable table, CsvOptions options, params ExportRecord[] records) => Text(stream => new CsvTableWriter(stream, table, options), records);

    public static string Text(Func<Stream, IRecordWriter> open, params ExportRecord[] records) => System.Text.Encoding.UTF8.GetString(Bytes(open, records));

    public static byte[] Bytes(Func<Stream, IRecordWriter> open, params ExportRecord[] records)
    {
        using var stream = new MemoryStream();
        using (var writer = open(stream))
        {
            foreach (var record in records)
            {
                writer.Write(record);
            }

            writer.Complete();
            writer.Commit();
        }

        return stream.ToArray();
    }
}
