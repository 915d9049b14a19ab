using System.Diagnostics.CodeAnalysis;

namespace Bulletins.Ingest;

/// <summary>What reading a file gave: its text, or why there is none. One of the two is null.</summary>
public sealed record IngestResult
{
    private IngestResult(SourceText? source, DocumentError? error) => (Source, Error) = (source, error);

    public SourceText? Source { get; }

    public DocumentError? Error { get; }

    [MemberNotNullWhen(true, nameof(Source))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Source is not null;

    public static IngestResult Of(SourceText source) => new(source, null);

    public static IngestResult Failed(DocumentError error) => new(null, error);

    public static IngestResult Failed(string path, string code, string message) => Failed(new DocumentError(path, code, message));
}
