using Bulletins.Ingest.Pdf;

namespace Bulletins.Ingest;

/// <summary>The kinds of file that are read, and which of them a file is.</summary>
public static class SourceFormats
{
    /// <summary>In the order in which their content is looked for. Plain text is what nothing else claims.</summary>
    internal static IReadOnlyList<ISourceFormat> All { get; } = [new PdfFormat(), new DocxFormat(), new HocrFormat(), new AltoFormat(), new HtmlFormat(), new MarkdownFormat(), new TextFormat()];

    /// <summary>The names that <c>--from</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(f => f.Name)];

    public static bool IsKnown(string name) => Find(name) is not null;

    public static string UnknownMessage(string name) =>
        $"unknown format '{name}'; known are {string.Join(", ", Names)}; leave --from out to have it detected";

    internal static ISourceFormat? Find(string name) => All.FirstOrDefault(f => f.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What the extension says of a file whose content does not decide.</summary>
    internal static ISourceFormat ByExtension(SourceFile file) => All.FirstOrDefault(f => f.Extensions.Contains(file.Extension, StringComparer.Ordinal)) ?? All[^1];
}
