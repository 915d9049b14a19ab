using Bulletins.Diagnostics;
using Bulletins.Export;
using Bulletins.Ingest;

namespace Bulletins.Cli.Input;

/// <summary>Reads one input. Whatever is wrong with it is a result, so that the run goes on.</summary>
internal sealed class InputReader(Stream standardInput, BulletinOptions options)
{
    /// <summary>The source, or why there is none.</summary>
    public (SourceText? Source, DocumentError? Error) Read(InputFile file)
    {
        if (file.Error is not null)
        {
            return (null, file.Error);
        }

        try
        {
            if (file.Path is null)
            {
                return Read(standardInput, file.Source);
            }

            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            return Read(stream, file.Source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e is FileNotFoundException or DirectoryNotFoundException ? Messages.NotFound(file.Source) : Messages.Unreadable(file.Source, e.Message));
        }
    }

    /// <summary>The records of one input: its documents, or one error.</summary>
    public IReadOnlyList<ExportRecord> Extract(InputFile file)
    {
        var (source, error) = Read(file);
        if (source is null)
        {
            return [ExportRecord.Of(error!)];
        }

        try
        {
            return [.. BulletinPipeline.Extract(source).Select(ExportRecord.Of)];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return [ExportRecord.Of(Messages.Internal(file.Source, $"{e.GetType().Name}: {e.Message}"))];
        }
    }

    private (SourceText? Source, DocumentError? Error) Read(Stream stream, string source)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        if (memory.Length == 0)
        {
            return (null, Messages.EmptyInput(source));
        }

        var text = System.Text.Encoding.UTF8.GetString(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        _ = options;
        return (SourceText.FromText(text.TrimStart('\ufeff'), source), null);
    }
}
