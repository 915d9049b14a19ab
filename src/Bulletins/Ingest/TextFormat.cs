namespace Bulletins.Ingest;

/// <summary>Text without a format of its own; where it plainly holds Markdown, its marks are read.</summary>
internal sealed class TextFormat : ISourceFormat
{
    public string Name => "text";

    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    public bool Recognizes(SourceFile file) => false;

    public IngestResult Read(SourceFile file) => Read(file, isMarkdown: false);

    internal static IngestResult Read(SourceFile file, bool isMarkdown)
    {
        var (decoded, failure) = DecodedText.Of(file);
        if (decoded is null)
        {
            return failure!;
        }

        var markup = Markup.Read(decoded.Text, isMarkdown);
        return IngestResult.Of(new SourceText
        {
            Path = file.Path,
            Sha256 = file.Sha256,
            MediaType = isMarkdown || markup.IsMarked ? "text/markdown" : "text/plain",
            Encoding = decoded.Encoding,
            Text = decoded.Text,
            Lines = decoded.Lines,
            Markup = markup,
            Warnings = decoded.Warnings,
        });
    }
}

/// <summary>Text that is known to be Markdown.</summary>
internal sealed class MarkdownFormat : ISourceFormat
{
    public string Name => "markdown";

    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown", ".mkd", ".mdown"];

    public bool Recognizes(SourceFile file) => false;

    public IngestResult Read(SourceFile file) => TextFormat.Read(file, isMarkdown: true);
}
