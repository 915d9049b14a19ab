using System.IO.Compression;
using System.Xml;
using Bulletins.Ingest.Word;
using DocumentFormat.OpenXml.Packaging;

namespace Bulletins.Ingest;

/// <summary>Word documents (<c>.docx</c>): paragraphs and tables as printed with all tracked changes accepted; headings, numbering, bold and
/// sizes as hints; headers and footers set aside with a warning. Macros are not run, nothing outside the file is read.</summary>
/// <remarks>
/// A document has no lines of its own. Lines and columns are those of the text that is laid out here: a paragraph a line, blank lines
/// between, a table's row a line, notes at the end. <c>bulletins explain FILE.docx:LINE</c> shows a line of it.
/// </remarks>
internal sealed class DocxFormat : ISourceFormat
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Damaged = "the document is damaged or not complete: open it in Word or WPS, let it be repaired, and save it again";

    public string Name => "docx";

    public IReadOnlyList<string> Extensions { get; } = [".docx", ".docm", ".dotx"];

    public bool Recognizes(SourceFile file) =>
        file.Bytes.AsSpan().StartsWith("PK\x03\x04"u8) && (file.Bytes.AsSpan().IndexOf("word/document"u8) >= 0 || (file.Extension is ".docx" or ".docm" && file.Bytes.AsSpan().IndexOf("word/"u8) >= 0));

    public IngestResult Read(SourceFile file)
    {
        if (!file.Bytes.AsSpan().StartsWith("PK"u8))
        {
            return IngestResult.Failed(file.Path, "binary", BinarySniffer.Format(file.Bytes) ?? Damaged);
        }

        try
        {
            using var stream = new MemoryStream(file.Bytes, writable: false);
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (ZipLimits.Exceeded(archive) is { } reason)
                {
                    return IngestResult.Failed(file.Path, "too-large", reason);
                }
            }

            stream.Position = 0;
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            return document.MainDocumentPart is { } main ? Read(file, main) : IngestResult.Failed(file.Path, "damaged", Damaged);
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or FileFormatException or XmlException or IOException or UriFormatException or InvalidOperationException or ArgumentException or FormatException or NotSupportedException or KeyNotFoundException)
        {
            return IngestResult.Failed(file.Path, "damaged", $"{Damaged} ({e.Message.TrimEnd('.')})");
        }
    }

    private static IngestResult Read(SourceFile file, MainDocumentPart main)
    {
        var styles = Part(main.StyleDefinitionsPart, WordStyles.Read);
        var layout = new WordLayout(styles, Part(main.NumberingDefinitionsPart, WordNumbering.Read));
        using (var body = main.GetStream(FileMode.Open, FileAccess.Read))
        {
            layout.Add(WordReader.Read(body, styles));
        }

        foreach (var (part, note) in (ReadOnlySpan<(OpenXmlPart?, string)>)[(main.FootnotesPart, "footnote"), (main.EndnotesPart, "endnote")])
        {
            layout.Add(Blocks(part, styles, note));
        }

        var text = layout.Text;
        if (text.Length == 0)
        {
            return IngestResult.Failed(file.Path, "empty", "the document holds no text; if it holds pictures of pages, recognise their text (OCR) first");
        }

        return IngestResult.Of(new SourceText
        {
            Path = file.Path,
            Sha256 = file.Sha256,
            MediaType = MediaType,
            Text = text,
            Lines = new LineIndex(text),
            Markup = new Markup { Blocks = layout.Hints() },
            Warnings = [.. Furniture(main, styles)],
        });
    }

    private static IEnumerable<Warning> Furniture(MainDocumentPart main, WordStyles styles)
    {
        var parts = main.HeaderParts.Select(p => ("header", (OpenXmlPart)p)).Concat(main.FooterParts.Select(p => ("footer", (OpenXmlPart)p)));
        return parts.OrderBy(p => p.Item2.Uri.OriginalString, StringComparer.Ordinal)
            .Select(p => (p.Item1, Words: WordLayout.Words(Blocks(p.Item2, styles, null))))
            .Where(p => p.Words.Any(char.IsLetter))
            .Distinct()
            .Select(p => new Warning("page-furniture", $"belongs to the page, not to an article: the {p.Item1} “{p.Words}”", null));
    }

    private static List<WordBlock> Blocks(OpenXmlPart? part, WordStyles styles, string? note)
    {
        if (part is null)
        {
            return [];
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return WordReader.Read(stream, styles, note);
    }

    private static T Part<T>(OpenXmlPart? part, Func<Stream?, T> read)
    {
        using var stream = part?.GetStream(FileMode.Open, FileAccess.Read);
        return read(stream);
    }
}
