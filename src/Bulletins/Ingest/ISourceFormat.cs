namespace Bulletins.Ingest;

/// <summary>Reads one kind of file. A new kind is a class of its own and a line in <see cref="SourceFormats.All"/>.</summary>
internal interface ISourceFormat
{
    /// <summary>What <c>--from</c> calls it: <c>html</c>, <c>docx</c>, <c>pdf</c>.</summary>
    string Name { get; }

    /// <summary>The extensions that speak for it where the content does not decide, in lower case with their dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether the content alone shows that the file is of this kind.</summary>
    bool Recognizes(SourceFile file);

    /// <summary>The text with the places of its characters, or why there is none. Bad content is a result, never an exception.</summary>
    IngestResult Read(SourceFile file);
}
