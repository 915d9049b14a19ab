namespace Bulletins.Export;

/// <summary>Takes records one by one, in order, and never holds more than a few of them.</summary>
public interface IRecordWriter : IDisposable
{
    void Write(ExportRecord record);

    /// <summary>Ends the output after the last record. Not called when a run was broken off.</summary>
    void Complete();

    /// <summary>Puts a complete output in its place. With several outputs none is put there before all are complete.</summary>
    void Commit()
    {
    }
}
