namespace Bulletins.Export;

/// <summary>Writes a corpus into a folder: each flat table as CSV, <c>corpus.jsonl</c>, and <c>datapackage.json</c>, which describes them.
/// The files appear together, at the end.</summary>
public sealed class FolderWriter : IRecordWriter
{
    /// <summary>The name of the JSON Lines file.</summary>
    public const string Corpus = "corpus.jsonl";

    private readonly string folder;
    private readonly CsvOptions csv;
    private readonly List<(string Name, ExportTable? Table, HashingStream Written)> contents = [];
    private readonly List<string> sources = [];
    private readonly IRecordWriter files;
    private AtomicFile? package;

    /// <param name="folder">Made where it does not exist.</param>
    public FolderWriter(string folder, CsvOptions? csv = null)
    {
        this.folder = folder;
        this.csv = csv ?? CsvOptions.Default;
        Directory.CreateDirectory(folder);
        files = MultiWriter.Open(
        [
            .. ExportTables.All.Select(table => File(FileName(table), table, stream => new CsvTableWriter(stream, table, csv))),
            File(Corpus, null, stream => new JsonRecordWriter(stream, JsonLayout.Lines)),
        ]);

        Func<IRecordWriter> File(string name, ExportTable? table, Func<Stream, IRecordWriter> open) => () => new FileWriter(Path.Combine(folder, name), stream =>
        {
            var written = new HashingStream(stream);
            contents.Add((name, table, written));
            return open(written);
        });
    }

    public static IReadOnlyList<string> FileNames { get; } = [.. ExportTables.All.Select(FileName), Corpus, DataPackage.FileName];

    public void Write(ExportRecord record)
    {
        if (sources.Count == 0 || sources[^1] != record.Source)
        {
            sources.Add(record.Source);
        }

        files.Write(record);
    }

    public void Complete()
    {
        files.Complete();
        package = AtomicFile.Create(Path.Combine(folder, DataPackage.FileName));
        DataPackage.Write(package.Stream, csv, [.. contents.Select(c => new PackagedFile(c.Name, c.Table, c.Written.Length, c.Written.Sha256))], sources);
    }

    public void Commit()
    {
        files.Commit();
        package?.Commit();
    }

    public void Dispose()
    {
        files.Dispose();
        package?.Dispose();
        foreach (var (_, _, written) in contents)
        {
            written.Dispose();
        }
    }

    private static string FileName(ExportTable table) => table.Name + ".csv";
}
