using Bulletins.Pdf;
using Bulletins.Pdf.Layout;

namespace Bulletins.Ingest.Pdf;

/// <summary>PDF: its letters in reading order, a paragraph a line, with page and box.</summary>
internal sealed class PdfFormat : ISourceFormat
{
    // Readers take a header within the first kilobyte; mail and web servers leave junk before it.
    private const int HeaderWindow = 1024;

    public string Name => "pdf";

    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    public bool Recognizes(SourceFile file) => file.Bytes.AsSpan(0, Math.Min(HeaderWindow, file.Bytes.Length)).IndexOf("%PDF-"u8) >= 0;

    public IngestResult Read(SourceFile file) => Read(file, new PdfTextEngine());

    internal static IngestResult Read(SourceFile file, IPdfTextEngine engine)
    {
        var opened = engine.Open(file.Bytes, new PdfReadOptions { Password = file.Options.Password });
        if (opened.Document is not { } document)
        {
            return Failure(file.Path, opened.Error!);
        }

        var notices = new List<PdfNotice>(document.Notices);
        var blocks = new List<PdfBlock>();
        var pictures = 0;
        for (var number = 1; number <= document.PageCount; number++)
        {
            var page = document.ReadPage(number);
            notices.AddRange(page.Notices);
            pictures += page.Pictures.Count;
            blocks.AddRange(PageLayout.Read(page).Select(b => PdfBlock.Of(b, page)));
        }

        var text = PdfTextBuilder.Build(blocks, notices);
        if (text.Text.AsSpan().IsWhiteSpace())
        {
            return IngestResult.Failed(file.Path, "empty", pictures > 0
                ? "the PDF holds pictures only and no text; recognise its text (OCR) and run bulletins on that"
                : "the PDF holds no text");
        }

        return IngestResult.Of(new SourceText
        {
            Path = file.Path,
            Sha256 = file.Sha256,
            MediaType = "application/pdf",
            Text = text.Text,
            Lines = text.Lines,
            Places = text.Places,
            Markup = text.Markup,
            Fonts = text.Fonts,
            Warnings = text.Warnings,
        });
    }

    private static IngestResult Failure(string path, PdfError error) => error.Kind switch
    {
        PdfErrorKind.PasswordNeeded => IngestResult.Failed(path, "password", "the PDF is encrypted and needs a password; give it with --password"),
        PdfErrorKind.WrongPassword => IngestResult.Failed(path, "password", "the PDF is encrypted and the password is not right; check it and give it with --password"),
        PdfErrorKind.UnsupportedEncryption => IngestResult.Failed(path, "unsupported", $"the PDF cannot be read: {error.Message}; save a copy without encryption (qpdf --decrypt) and run bulletins on that"),
        PdfErrorKind.LimitReached => IngestResult.Failed(path, "too-large", $"the PDF was given up: {error.Message}"),
        _ => IngestResult.Failed(path, "damaged", $"the PDF cannot be read: {error.Message}; open it in a viewer, and if it shows, print it to a new PDF"),
    };
}
