namespace Bulletins.Export;

/// <summary>Several outputs of one run.</summary>
public sealed class MultiWriter(IReadOnlyList<IRecordWriter> writers) : IRecordWriter
{
    /// <summary>Opens the outputs in order; where one cannot be opened, none stays open.</summary>
    public static IRecordWriter Open(IReadOnlyList<Func<IRecordWriter>> outputs)
    {
        var writers = new List<IRecordWriter>(outputs.Count);
        try
        {
            foreach (var open in outputs)
            {
                writers.Add(open());
            }
        }
        catch
        {
            new MultiWriter(writers).Dispose();
            throw;
        }

        return writers is [var only] ? only : new MultiWriter(writers);
    }

    public void Write(ExportRecord record)
    {
        foreach (var writer in writers)
        {
            writer.Write(record);
        }
    }

    public void Complete()
    {
        foreach (var writer in writers)
        {
            writer.Complete();
        }
    }

    public void Commit()
    {
        foreach (var writer in writers)
        {
            writer.Commit();
        }
    }

    public void Dispose()
    {
        foreach (var writer in writers)
        {
            writer.Dispose();
        }
    }
}
