using System.Globalization;
using Bulletins.Export;
using Bulletins.Export.Sqlite;
using Bulletins.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Bulletins.Tests.Export;

public sealed class SqliteTests : IDisposable
{
    private const string Everything =
        "SELECT 'd', document_id, source FROM documents UNION ALL SELECT 'a', article_id, headline || \"text\" FROM articles UNION ALL SELECT 'b', article_id || ordinal, name FROM bylines "
        + "UNION ALL SELECT 'p', article_id || ordinal, \"text\" FROM paragraphs UNION ALL SELECT 'f', figure_id, sentence || value FROM figures "
        + "UNION ALL SELECT 'r', document_id || ordinal, rule || \"before\" FROM repairs UNION ALL SELECT 'w', document_id || ordinal, message FROM warnings "
        + "UNION ALL SELECT 'e', source, message FROM errors ORDER BY 1, 2";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheTablesAndWhatTheirColumnsMeanAreInTheSchema() => Snapshot.Verify(DatabaseSchema.Sql);

    [Fact]
    public void EveryCellOfEveryTableIsThere()
    {
        Write(Records.Full, Records.Error);
        using var database = new Database(folder["out.db"]);
        foreach (var table in DatabaseTables.All)
        {
            var expected = new[] { Records.Full, Records.Error }.SelectMany(r => table.Rows.Rows(r).Select(row => string.Join('|', row.Select(Printed)))).ToList();
            var columns = string.Join(", ", table.Rows.Header.Select(DatabaseSchema.Quote));
            Assert.NotEmpty(expected);
            Assert.Equal(expected, database.Rows($"SELECT {columns} FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}"));
        }

        static string Printed(Cell cell) => cell.IsNumber ? ((double)cell.Number).ToString(CultureInfo.InvariantCulture) : cell.ToString();
    }

    [Fact]
    public void TheDatabaseIsSoundAndItsReferencesHold()
    {
        Write(Records.Full, Records.Error);
        Write(Records.Full);
        using var database = new Database(folder["out.db"]);
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
        Assert.Empty(database.Rows("PRAGMA foreign_key_check"));
        Assert.Equal(["wal"], database.Rows("PRAGMA journal_mode"));
        Assert.Throws<SqliteException>(() => database.Rows("UPDATE articles SET kind = 'story'"));
    }

    [Fact]
    public void TheSameRunTwiceGivesTheSameRows()
    {
        Write(Records.Full, Records.Error);
        var first = All();
        Write(Records.Full, Records.Error);
        Assert.Equal(first, All());
        Assert.Equal(["out.db"], folder.Files());
        Assert.Equal(["磨机“瘦身” 电费下降"], Search("瘦身"));
    }

    [Fact]
    public void ADocumentReadAnewReplacesAllThatWasReadFromTheSameContent()
    {
        var first = Records.Full.Document! with { DocumentId = "d0123456789abcdef-1" };
        var second = Second() with { DocumentId = "d0123456789abcdef-2" };
        Write(ExportRecord.Of(first), ExportRecord.Of(second));
        using (var database = new Database(folder["out.db"]))
        {
            Assert.Equal(["2"], database.Rows("SELECT count(*) FROM documents"));
        }

        var whole = Records.Full.Document with { Articles = [Records.Full.Document.Articles[0] with { Headline = "井下新风", Bylines = [] }] };
        Write(ExportRecord.Of(whole));
        using var after = new Database(folder["out.db"]);
        Assert.Equal(["d0123456789abcdef"], after.Rows("SELECT document_id FROM documents"));
        Assert.Equal(["井下新风"], after.Rows("SELECT headline FROM articles"));
        Assert.Equal(["0"], after.Rows("SELECT count(*) FROM bylines"));
        Assert.Empty(Search("瘦身"));
        Assert.Equal(["井下新风"], Search("新风"));
    }

    [Fact]
    public void OtherDocumentsStayWhenOneIsReplaced()
    {
        Write(Records.Full, Other());
        Write(Records.Full);
        Assert.Equal(["0|1", "1|1"], Query("SELECT document_id = 'dffffffffffffffff', count(*) FROM documents GROUP BY 1 ORDER BY 1"));
        Assert.Equal(["电价"], Search("电价"));
    }

    [Fact]
    public void ASourceThatIsReadAtLastIsNoErrorAnyMore()
    {
        Write(ExportRecord.Of(new DocumentError(Records.Full.Source, "unreadable", "x")), Records.Error);
        Write(Records.Full);
        Assert.Equal([Records.Error.Source], Query("SELECT source FROM errors"));
    }

    [Theory]
    [InlineData("电", true)]
    [InlineData("费", true)]
    [InlineData("瘦身", true)]
    [InlineData("电费", true)]
    [InlineData("磨机 电费", true)]
    [InlineData("\"月 均 电 费\"", true)]
    [InlineData("\"61.50\"", true)]
    [InlineData("headline: 电费", true)]
    [InlineData("机瘦", false)] // a quotation mark is between them
    [InlineData("费电", false)]
    [InlineData("\"均 月\"", false)]
    [InlineData("煤", false)]
    public void TheSearchFindsWordsOfAnyLength(string words, bool found)
    {
        Write(Records.Full);
        Assert.Equal(found ? ["磨机“瘦身” 电费下降"] : [], Search(words));
    }

    [Theory]
    [InlineData("降本增效", " 降 本 增 效 降本 本增 增效 ")]
    [InlineData("400kA系列，𠮷", "400kA 系 列 系列 ， 𠮷 ")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void TextIsCutIntoCharactersAndPairs(string? text, string words) => Assert.Equal(words, SearchWords.Of(text));

    [Fact]
    public void SavingsAreSummedByOrganizationAndPeriod()
    {
        var article = Records.Full.Document!.Articles[0];
        var figures = new[] { (1000m, FigureCategory.CostSaving), (500.5m, FigureCategory.CostSaving), (70m, FigureCategory.ValueCreated), (9m, FigureCategory.Cost) }
            .Select((f, i) => article.Figures[0] with { FigureId = $"x/{i}", Value = f.Item1, Category = f.Item2 });
        Write(ExportRecord.Of(Records.Full.Document with { Articles = [article with { Figures = [.. figures] }] }));
        Assert.Equal(["选矿车间|2023-04|cost_saving|2|1500.5", "选矿车间|2023-04|value_created|1|70"], Query("SELECT * FROM savings_by_organization_and_period ORDER BY category"));
        Assert.Equal(["选矿车间|cost_saving|2|1500.5", "选矿车间|value_created|1|70"], Query("SELECT * FROM savings_by_organization ORDER BY category"));
        Assert.Equal(["苗立|reporter|1|"], Query("SELECT * FROM credits WHERE name = '苗立'"));
    }

    [Fact]
    public void NumbersThatADoubleCannotHoldAreThereDigitByDigit()
    {
        var article = Records.Full.Document!.Articles[0];
        Write(ExportRecord.Of(Records.Full.Document with { Articles = [article with { Figures = [article.Figures[0] with { Value = 12345678901234567.89m }] }] }));
        Assert.Equal(["value=12345678901234567.89|1"], Query("SELECT exact, value = 12345678901234567.89 FROM figures"));
    }

    [Fact]
    public void ARunThatBreaksOffLeavesTheOldDatabaseAsItWasAndReadersUndisturbed()
    {
        Write(Records.Full);
        var before = All();
        using (var writer = new SqliteWriter(folder["out.db"]))
        {
            writer.Write(ExportRecord.Of(Second()));
            writer.Write(Other());
            Assert.Equal(before, All());
            writer.Complete();
            Assert.Equal(before, All());
        }

        Assert.Equal(before, All());
        Assert.Equal(["磨机“瘦身” 电费下降"], Search("瘦身"));
        Assert.Equal(["out.db"], folder.Files());
    }

    [Fact]
    public void ARunThatBreaksOffMakesNoDatabase()
    {
        using (var writer = new SqliteWriter(folder["out.db"]))
        {
            writer.Write(Records.Full);
        }

        Assert.Empty(folder.Files());
    }

    [Fact]
    public void WhatIsNoDatabaseOfTheToolIsLeftAlone()
    {
        folder.Write("text.db", new string('x', 5000));
        Refused("text.db", "no database of this tool");
        using (var other = new SqliteConnection($"Data Source={folder["other.db"]};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE t (x)";
            command.ExecuteNonQuery();
        }

        Refused("other.db", "no database of this tool");
        Write(Records.Full);
        Query("PRAGMA user_version = 99");
        Refused("out.db", "another version of this tool");
        folder.Write("empty.db", "");
        using (var fresh = new SqliteWriter(folder["empty.db"]))
        {
            fresh.Complete();
            fresh.Commit();
        }

        Assert.True(new FileInfo(folder["empty.db"]).Length > 0);

        void Refused(string name, string message)
        {
            var bytes = File.ReadAllBytes(folder[name]);
            Assert.Contains(message, Assert.Throws<OutputRefusedException>(() => new SqliteWriter(folder[name])).Message, StringComparison.Ordinal);
            Assert.Equal(bytes, File.ReadAllBytes(folder[name]));
        }
    }

    private static Document Second() => Records.Full.Document! with { Articles = [Records.Full.Document!.Articles[0] with { ArticleId = "second/1", Figures = [], Headline = "第二" }], Repairs = [], Warnings = [] };

    private static ExportRecord Other() => ExportRecord.Of(Records.Full.Document! with
    {
        DocumentId = "dffffffffffffffff",
        Sha256 = new string('f', 64),
        Source = "other.txt",
        Articles = [Records.Full.Document!.Articles[1] with { ArticleId = "dffffffffffffffff/1", Headline = "电价" }],
    });

    private void Write(params ExportRecord[] records)
    {
        using var writer = new SqliteWriter(folder["out.db"]);
        foreach (var record in records)
        {
            writer.Write(record);
        }

        writer.Complete();
        writer.Commit();
    }

    private List<string> Query(string sql, params (string Name, object Value)[] parameters)
    {
        using var database = new Database(folder["out.db"]);
        return database.Rows(sql, parameters);
    }

    private List<string> All() => Query(Everything);

    private List<string> Search(string words) => Query("SELECT headline FROM articles_fts WHERE articles_fts MATCH $words", ("$words", words));
}
