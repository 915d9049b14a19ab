using System.Text;
using Bulletins.Export;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Export;

public sealed class FolderWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ACompleteRunLeavesTheSixFilesAndNothingElse()
    {
        using (var writer = new FolderWriter(folder["new/corpus"]))
        {
            writer.Write(Records.Full);
            writer.Write(Records.Error);
            Assert.All(folder.Files(), f => Assert.EndsWith(".tmp", f, StringComparison.Ordinal));
            writer.Complete();
            writer.Commit();
        }

        Assert.Equal(["articles.csv", "corpus.jsonl", "datapackage.json", "documents.csv", "figures.csv", "repairs.csv"], folder.Files().Select(f => f["new/corpus/".Length..]));
        Assert.Equal(Records.Json(JsonLayout.Lines, Records.Full, Records.Error), File.ReadAllText(folder["new/corpus/corpus.jsonl"], Encoding.UTF8));
        Assert.Equal(Records.Csv(ExportTables.Repairs, Records.Full), File.ReadAllText(folder["new/corpus/repairs.csv"], Encoding.UTF8));
    }

    [Fact]
    public void ABrokenRunLeavesTheOldFilesAndNoHalfOne()
    {
        folder.Write("figures.csv", "old");
        using (var writer = new FolderWriter(folder.Path))
        {
            writer.Write(Records.Full);
        }

        Assert.Equal(["figures.csv"], folder.Files());
        Assert.Equal("old", File.ReadAllText(folder["figures.csv"]));
    }

    [Fact]
    public void ACompleteRunReplacesTheOldFiles()
    {
        folder.Write("figures.csv", new string('x', 100_000));
        using (var writer = new FolderWriter(folder.Path, CsvOptions.Default with { ByteOrderMark = true }))
        {
            writer.Complete();
            writer.Commit();
        }

        Assert.Equal([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(string.Join(',', ExportTables.Figures.Header) + "\r\n")], File.ReadAllBytes(folder["figures.csv"]));
    }
}
