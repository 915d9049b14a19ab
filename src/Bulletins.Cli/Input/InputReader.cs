using Bulletins.Diagnostics;
using Bulletins.Export;
using Bulletins.Ingest;

namespace Bulletins.Cli.Input;

/// <summary>Reads one input. Whatever is wrong with it is a result, so that the run goes on.</summary>
internal sealed class InputReader(Stream standardInput, BulletinOptions options)
{
    public IngestResult Read(InputFile file)
    {
        if (file.Error is { } known)
        {
            return IngestResult.Failed(known.Source, known.Code, known.Message);
        }

        if (file.Packed is { } packed)
        {
            return packed.Archive.Read(packed.Member, file.Source, options);
        }

        if (file.Path is null)
        {
            var result = SourceReader.Read(standardInput, file.Source, options);
            return result.Error is { Code: "empty" } ? Failed(Messages.EmptyStandardInput(file.Source)) : result;
        }

        if (Directory.Exists(file.Path))
        {
            return Failed(Messages.IsAFolder(file.Source));
        }

        try
        {
            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            return SourceReader.Read(stream, file.Source, options);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(Messages.NotFound(file.Source));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(Messages.Unreadable(file.Source, e.Message));
        }
    }

    /// <summary>What <paramref name="work"/> makes of the source, or the error that takes its place.</summary>
    public (T? Result, DocumentError? Error) Read<T>(InputFile file, Func<SourceText, T> work)
        where T : class
    {
        var read = Read(file);
        if (!read.Succeeded)
        {
            return (null, read.Error);
        }

        try
        {
            return (work(read.Source), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (null, Failed(file, e));
        }
    }

    /// <summary>The records of one input as they are made: its documents, or an error where it, or the next of them, gave none.</summary>
    public IEnumerable<ExportRecord> Extract(InputFile file)
    {
        var (documents, error) = Read(file, source => BulletinPipeline.Stream(source).GetEnumerator());
        using (documents)
        {
            while (error is null)
            {
                try
                {
                    if (!documents!.MoveNext())
                    {
                        yield break;
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    error = Failed(file, e);
                    break;
                }

                yield return ExportRecord.Of(documents.Current);
            }
        }

        yield return ExportRecord.Of(error);
    }

    private static DocumentError Failed(InputFile file, Exception e) => Messages.Internal(file.Source, $"{e.GetType().Name}: {e.Message}");

    private static IngestResult Failed(DocumentError error) => IngestResult.Failed(error.Source, error.Code, error.Message);
}
