namespace Bulletins.Export;

/// <summary>What takes one place in the output: a document, or the error of a source that gave none.</summary>
public sealed record ExportRecord
{
    private ExportRecord(Document? document, DocumentError? error)
    {
        Document = document;
        Error = error;
    }

    public Document? Document { get; }

    public DocumentError? Error { get; }

    public string Source => Document?.Source ?? Error!.Source;

    public static ExportRecord Of(Document document) => new(document, null);

    public static ExportRecord Of(DocumentError error) => new(null, error);
}
