using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Content;

/// <summary>The resources of a page or a form. What a form's own lack is looked for where it is drawn, as most readers do.</summary>
internal sealed class ResourceScope(PdfFile file, PdfDictionary own, ResourceScope? outer)
{
    /// <summary>The entry as it is written; null where nobody has it.</summary>
    public object? Find(string kind, string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Own(kind)?.Raw(name) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    private ResourceScope? Outer { get; } = outer;

    private PdfDictionary? Own(string kind) => file.Get<PdfDictionary>(own, kind);
}
