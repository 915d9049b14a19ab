namespace Bulletins.Export;

/// <summary>Writes a corpus into a folder: each flat table as CSV, and <c>corpus.jsonl</c>. The files appear together, at the end.</summary>
public sealed class FolderWriter : IRecordWriter
{
    private readonly List<(AtomicFile File, IRecordWriter Writer)> outputs = [];

    /// <param name="folder">Made where it does not exist.</param>
    public FolderWriter(string folder, bool bom = false)
    {
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var table in ExportTables.All)
            {
                Add(FileName(table), stream => new CsvTableWriter(stream, table, bom));
            }

            Add(Corpus, stream => new JsonRecordWriter(stream, JsonLayout.Lines));
        }
        catch
        {
            Dispose();
            throw;
        }

        void Add(string name, Func<Stream, IRecordWriter> open)
        {
            var file = AtomicFile.Create(Path.Combine(folder, name));
            try
            {
                outputs.Add((file, open(file.Stream)));
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
    }

    /// <summary>The name of the JSON Lines file.</summary>
    public const string Corpus = "corpus.jsonl";

    public static IReadOnlyList<string> FileNames { get; } = [.. ExportTables.All.Select(FileName), Corpus];

    public void Write(ExportRecord record)
    {
        foreach (var (_, writer) in outputs)
        {
            writer.Write(record);
        }
    }

    public void Complete()
    {
        foreach (var (_, writer) in outputs)
        {
            writer.Complete();
        }

        foreach (var (file, _) in outputs)
        {
            file.Commit();
        }
    }

    public void Dispose()
    {
        foreach (var (file, writer) in outputs)
        {
            try
            {
                writer.Dispose();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // What could not be flushed belongs to a file that goes now.
            }

            file.Dispose();
        }

        outputs.Clear();
    }

    private static string FileName(ExportTable table) => table.Name + ".csv";
}
