using Bulletins.Pdf.Crypto;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf;

/// <summary>Reads PDF by itself: no other library, nothing to install, nothing executed or fetched.</summary>
public sealed class PdfTextEngine : IPdfTextEngine
{
    public PdfOpenResult Open(byte[] file, PdfReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        if (file.AsSpan(0, Math.Min(file.Length, 2048)).IndexOf("%PDF-"u8) < 0 && file.AsSpan().IndexOf(" obj"u8) < 0)
        {
            return PdfOpenResult.Failed(PdfErrorKind.NotAPdf, "it has neither a PDF header nor objects");
        }

        try
        {
            return Read(new PdfFile(file, new Budget(options.Limits)), options);
        }
        catch (PdfLimitException e)
        {
            return PdfOpenResult.Failed(PdfErrorKind.LimitReached, e.Message);
        }
        catch (PdfFormatException e)
        {
            return PdfOpenResult.Failed(PdfErrorKind.Damaged, e.Message);
        }
    }

    private static PdfOpenResult Read(PdfFile file, PdfReadOptions options)
    {
        if (file.Trailer.Has("Encrypt") && StandardSecurity.Unlock(file, options.Password) is { } locked)
        {
            return PdfOpenResult.Failed(locked.Kind, locked.Message);
        }

        var catalog = file.Get<PdfDictionary>(file.Trailer, "Root");
        if (catalog is null && file.Rebuild())
        {
            catalog = file.Get<PdfDictionary>(file.Trailer, "Root");
        }

        var pages = PageTree.Read(file, catalog ?? new PdfDictionary());
        return pages.Count == 0
            ? PdfOpenResult.Failed(PdfErrorKind.NoPages, "no page of it can be found")
            : PdfOpenResult.Of(new PdfTextDocument(file, catalog ?? new PdfDictionary(), pages));
    }
}
