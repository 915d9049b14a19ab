using System.Text;
using System.Text.Json;
using Bulletins.Export;
using Bulletins.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bulletins.Tests.Export;

public class JsonRecordTests
{
    [Fact]
    public void ARecordWithEveryFieldIsWrittenAsTheContractSays() => Snapshot.Verify(Records.Json(JsonLayout.Document, Records.Full));

    [Fact]
    public void TheSchemaIsWrittenFromTheSameColumns() => Snapshot.Verify(Schema());

    [Fact]
    public void WhatIsWrittenFitsTheSchema()
    {
        using var schema = JsonDocument.Parse(Schema());
        using var records = JsonDocument.Parse(Records.Json(JsonLayout.Document, Records.Full, Records.Error));
        Assert.All(records.RootElement.EnumerateArray(), r => Assert.Empty(new SchemaValidator(schema.RootElement).Problems(r)));
    }

    [Theory]
    [InlineData("\"kind\": \"article\"", "\"kind\": \"story\"")]
    [InlineData("\"ordinal\": 1", "\"ordinal\": 1.5")]
    [InlineData("\"headline\": null", "\"title\": null")]
    [InlineData("\"value\": -9", "\"value\": \"-9\"")]
    public void WhatTheContractForbidsDoesNotFitTheSchema(string right, string wrong)
    {
        var json = Records.Json(JsonLayout.Document, Records.Full);
        Assert.Contains(right, json, StringComparison.Ordinal);
        using var schema = JsonDocument.Parse(Schema());
        using var record = JsonDocument.Parse(json.Replace(right, wrong, StringComparison.Ordinal));
        Assert.NotEmpty(new SchemaValidator(schema.RootElement).Problems(record.RootElement));
    }

    [Fact]
    public void OneRecordIsAnObjectAndSeveralAreAnArray()
    {
        Assert.Equal(JsonValueKind.Object, Kind(Records.Full));
        Assert.Equal(JsonValueKind.Array, Kind(Records.Full, Records.Error));
        Assert.Equal(JsonValueKind.Array, Kind(Records.Error, Records.Full, Records.Full));
        Assert.Equal(JsonValueKind.Array, Kind());

        static JsonValueKind Kind(params ExportRecord[] records)
        {
            using var json = JsonDocument.Parse(Records.Json(JsonLayout.Document, records));
            Assert.True(json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() == records.Length);
            return json.RootElement.ValueKind;
        }
    }

    [Fact]
    public void JsonLinesHoldOneRecordALineEvenWhereTheTextHasLineEnds()
    {
        var lines = Records.Json(JsonLayout.Lines, Records.Full, Records.Error, Records.Full).Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal("", lines[3]);
        Assert.All(lines[..3], line => JsonDocument.Parse(line).Dispose());
        Assert.Equal("""{"schema":"bulletins/1","source":"dumps/损坏.txt","error":{"code":"binary","message":"a PNG image, not a text; convert it first"}}""", lines[1]);
    }

    [Theory]
    [InlineData("矿𠮷\u3000📍·—“”‘’％㎡⻛", "矿𠮷\u3000📍·—“”‘’％㎡⻛")]
    [InlineData("a\"b\\c", "a\\\"b\\\\c")]
    [InlineData("\t\r\n\b\f\u0001", "\\t\\r\\n\\b\\f\\u0001")]
    [InlineData("\u200b\u2028\ufeff\ue123\u00ad\u202e", "\\u200b\\u2028\\ufeff\\ue123\\u00ad\\u202e")]
    [InlineData("<a href='x'>&+", "<a href='x'>&+")]
    public void OnlyWhatJsonDemandsAndWhatCannotBeSeenIsEscaped(string text, string written)
    {
        var record = ExportRecord.Of(new DocumentError(text, "x", "y"));
        Assert.Contains($"\"source\":\"{written}\",", Records.Json(JsonLayout.Lines, record), StringComparison.Ordinal);
    }

    [Fact]
    public void HalfACharacterBecomesAReplacementCharacterEverywhere()
    {
        var record = ExportRecord.Of(new DocumentError("前\ud842后", "x", "y"));
        using var json = JsonDocument.Parse(Records.Json(JsonLayout.Lines, record));
        Assert.Equal("前\ufffd后", json.RootElement.GetProperty("source").GetString());
        Assert.Contains("前\ufffd后", Records.Csv(ExportTables.Documents, record), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTextComesBackFromJson()
    {
        var texts = ArbMap.Default.GeneratorFor<int[]>().Select(codes => string.Concat(codes
            .Select(c => (c & 0x7fffffff) % (c % 3 == 0 ? 0x110000 : c % 3 == 1 ? 0x3100 : 0x80)).Where(Rune.IsValid).Select(c => new Rune(c).ToString())));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts.ToArbitrary(), text =>
        {
            using var json = JsonDocument.Parse(Records.Json(JsonLayout.Lines, ExportRecord.Of(new DocumentError(text, "x", "y"))));
            return json.RootElement.GetProperty("source").GetString() == text;
        }));
    }

    [Fact]
    public void EveryFieldOfTheContractIsThereUnderItsName()
    {
        Names(ExportColumns.Document, "schema document_id source sha256 media_type encoding masthead articles repairs warnings");
        Names(ExportColumns.Masthead, "title publisher issue issue_total date");
        Names(ExportColumns.Article, "article_id ordinal kind section kicker headline subtitle bylines organization paragraphs figures spans");
        Names(ExportColumns.Byline, "role name organization");
        Names(ExportColumns.Paragraph, "kind text");
        Names(ExportColumns.Figure,
            "figure_id text value value_max from_value unit unit_text category qualifier direction basis measure period sentence spans");
        Names(ExportColumns.Span, "line column length page box");
        Names(ExportColumns.Repair, "rule line column before after confidence");
        Names(ExportColumns.Warning, "code message line");

        static void Names<T>(RecordShape<T> shape, string contract) => Assert.Empty(contract.Split(' ').Except(shape.Columns.Select(c => c.Name)));
    }

    [Fact]
    public void EnumerationsUseTheContractsWords()
    {
        Assert.Equal("article brief caption editor_note literary notice advert imprint", string.Join(' ', EnumWords<ArticleKind>.All));
        Assert.Equal("reporter correspondent author photographer editor source", string.Join(' ', EnumWords<BylineRole>.All));
        Assert.Equal("text subhead list_item table caption", string.Join(' ', EnumWords<ParagraphKind>.All));
        Assert.Equal("exact approximately nearly more_than less_than at_least at_most", string.Join(' ', EnumWords<FigureQualifier>.All));
        Assert.Equal("increase decrease", string.Join(' ', EnumWords<FigureDirection>.All));
        Assert.Equal("yoy mom plan previous", string.Join(' ', EnumWords<FigureBasis>.All));
        Assert.Equal(
            "cost_saving value_created revenue profit cost investment reward money change share completion rate ratio quantity duration count",
            string.Join(' ', EnumWords<FigureCategory>.All));
    }

    private static string Schema()
    {
        using var stream = new MemoryStream();
        JsonSchema.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
