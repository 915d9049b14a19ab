namespace Bulletins.Export;

/// <summary>Writes a corpus into a folder: each flat table as CSV, and <c>corpus.jsonl</c>. The files appear together, at the end.</summary>
public sealed class FolderWriter : IRecordWriter
{
    /// <summary>The name of the JSON Lines file.</summary>
    public const string Corpus = "corpus.jsonl";

    private readonly IRecordWriter files;

    /// <param name="folder">Made where it does not exist.</param>
    public FolderWriter(string folder, CsvOptions? csv = null)
    {
        Directory.CreateDirectory(folder);
        files = MultiWriter.Open(
        [
            .. ExportTables.All.Select(table => File(FileName(table), stream => new CsvTableWriter(stream, table, csv))),
            File(Corpus, stream => new JsonRecordWriter(stream, JsonLayout.Lines)),
        ]);

        Func<IRecordWriter> File(string name, Func<Stream, IRecordWriter> open) => () => new FileWriter(Path.Combine(folder, name), open);
    }

    public static IReadOnlyList<string> FileNames { get; } = [.. ExportTables.All.Select(FileName), Corpus];

    public void Write(ExportRecord record) => files.Write(record);

    public void Complete() => files.Complete();

    public void Commit() => files.Commit();

    public void Dispose() => files.Dispose();

    private static string FileName(ExportTable table) => table.Name + ".csv";
}
