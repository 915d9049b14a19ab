using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bulletins.Export;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Export;

/// <summary>The description beside the tables, by the rules of Data Package and Table Schema (version 2).</summary>
public sealed class DataPackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ThePackageIsDescribedInBothLanguages()
    {
        Write(CsvOptions.Default, Records.Full, Records.Error);
        Snapshot.Verify(File.ReadAllText(folder["datapackage.json"]));
    }

    public static TheoryData<string, CsvOptions> Presets => new()
    {
        { "plain", CsvOptions.Default },
        { "excel", CsvOptions.ForExcel with { Headers = HeaderLanguage.Chinese } },
        { "semicolon", CsvOptions.Default with { Delimiter = ';', ByteOrderMark = true } },
    };

    [Theory]
    [MemberData(nameof(Presets))]
    public void EveryFileIsAsThePackageSays(string preset, CsvOptions csv)
    {
        Write(csv, Records.Full, Records.Error);
        using var package = JsonDocument.Parse(File.ReadAllText(folder["datapackage.json"]));
        var root = package.RootElement;
        Assert.Equal("https://datapackage.org/profiles/2.0/datapackage.json", root.GetProperty("$schema").GetString());
        Assert.Equal([Records.Full.Source, Records.Error.Source], root.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("title").GetString()));
        var resources = root.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(["documents", "articles", "figures", "repairs", "corpus"], resources.Select(r => r.GetProperty("name").GetString()));
        Assert.Equal(folder.Files().Except(["datapackage.json"]), resources.Select(r => r.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        foreach (var resource in resources)
        {
            var bytes = File.ReadAllBytes(folder[resource.GetProperty("path").GetString()!]);
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt64());
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), resource.GetProperty("hash").GetString());
            Assert.Empty(TableProblems(resource, System.Text.Encoding.UTF8.GetString(bytes)).Select(p => $"{preset}: {p}"));
        }
    }

    [Fact]
    public void EverySampleFitsTheFieldsThatThePackageDescribes()
    {
        var result = Tool.Run("extract", SourceTree.Samples, folder["none"], "-o", folder["corpus/"], "--quiet");
        Assert.Equal(2, result.Code); // for the source that is not there, which is a row too
        using var package = JsonDocument.Parse(File.ReadAllText(folder["corpus/datapackage.json"]));
        Assert.All(package.RootElement.GetProperty("resources").EnumerateArray(),
            resource => Assert.Empty(TableProblems(resource, File.ReadAllText(folder["corpus/" + resource.GetProperty("path").GetString()]))));
    }

    [Fact]
    public void AWrongTableIsNoticed()
    {
        Write(CsvOptions.Default, Records.Full);
        using var package = JsonDocument.Parse(File.ReadAllText(folder["datapackage.json"]));
        var figures = package.RootElement.GetProperty("resources")[2];
        var csv = File.ReadAllText(folder["figures.csv"]);
        Assert.Empty(TableProblems(figures, csv));
        Assert.NotEmpty(TableProblems(figures, csv.Replace(",482000,", ",many,", StringComparison.Ordinal)));
        Assert.NotEmpty(TableProblems(figures, csv.Replace(",cost,", ",price,", StringComparison.Ordinal)));
        Assert.NotEmpty(TableProblems(figures, csv.Replace(",CNY,", ",,", StringComparison.Ordinal)));
        Assert.NotEmpty(TableProblems(figures, csv.Replace("2023-04-28", "2023-04", StringComparison.Ordinal)));
    }

    [Fact]
    public void ARunWithoutSourcesHasAValidPackageToo()
    {
        Write(CsvOptions.Default);
        using var package = JsonDocument.Parse(File.ReadAllText(folder["datapackage.json"]));
        Assert.False(package.RootElement.TryGetProperty("sources", out _)); // the standard asks for one at least
    }

    private static List<string> TableProblems(JsonElement resource, string text)
    {
        if (!resource.TryGetProperty("schema", out var schema))
        {
            return [];
        }

        var rows = CsvText.Parse(text.TrimStart('\ufeff'), resource.GetProperty("dialect").GetProperty("delimiter").GetString()![0]);
        var fields = schema.GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal(rows[0], fields.Select(f => f.GetProperty("name").GetString()));
        Assert.All(fields, f => Assert.Matches("^.+\n\n.+$", f.GetProperty("description").GetString()));
        return [.. rows.Skip(1).SelectMany(row => row.Zip(fields).Where(c => !Fits(c.First, c.Second)).Select(c => $"{c.Second.GetProperty("name")}: {c.First}"))];
    }

    private static bool Fits(string cell, JsonElement field)
    {
        var constraints = field.GetProperty("constraints");
        if (cell.Length == 0)
        {
            return !constraints.GetProperty("required").GetBoolean();
        }

        if (constraints.TryGetProperty("enum", out var words) && words.EnumerateArray().All(w => w.GetString() != cell))
        {
            return false;
        }

        return field.GetProperty("type").GetString() switch
        {
            "integer" => Regex.IsMatch(cell, "^-?[0-9]+$"),
            "number" => Regex.IsMatch(cell, @"^-?[0-9]+(\.[0-9]+)?$"),
            "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "string" or "any" => true,
            _ => false,
        };
    }

    private void Write(CsvOptions csv, params ExportRecord[] records)
    {
        using var writer = new FolderWriter(folder.Path, csv);
        foreach (var record in records)
        {
            writer.Write(record);
        }

        writer.Complete();
        writer.Commit();
    }
}
