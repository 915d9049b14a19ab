namespace Bulletins.Export;

/// <summary>An output in a file of its own, which appears whole when it is committed.</summary>
public sealed class FileWriter : IRecordWriter
{
    private readonly AtomicFile file;
    private readonly IRecordWriter inner;

    /// <param name="path">Folders on the way to it are made where they do not exist.</param>
    /// <param name="open">Makes the writer of the file's stream.</param>
    public FileWriter(string path, Func<Stream, IRecordWriter> open)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        file = AtomicFile.Create(path);
        try
        {
            inner = open(file.Stream);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Write(ExportRecord record) => inner.Write(record);

    public void Complete() => inner.Complete();

    public void Commit() => file.Commit();

    public void Dispose()
    {
        try
        {
            inner.Dispose();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // What could not be flushed belongs to a file that goes now.
        }

        file.Dispose();
    }
}
