using Bulletins.Ingest;

namespace Bulletins.Cli.Input;

/// <summary>One thing to read: a file, a member of an archive, standard input, or a path under which nothing was found.</summary>
/// <param name="Source">As the records name it.</param>
/// <param name="Path">Where to read it; null for standard input.</param>
/// <param name="Length">In bytes; 0 where it is not known.</param>
internal sealed record InputFile(string Source, string? Path, long Length = 0, DocumentError? Error = null)
{
    /// <summary>The archive that holds it, and which member it is there; null for a file of its own.</summary>
    public (ZipSource Archive, ZipMember Member)? Packed { get; init; }
}
