namespace Bulletins.Pdf;

/// <summary>Reads the letters of PDF pages. The one interface between this library and whatever reads the file: its letters
/// map one to one on PdfPig's, so that PdfPig can take the place of <see cref="PdfTextEngine"/>.</summary>
public interface IPdfTextEngine
{
    /// <summary>Opens a file held in memory. Any bytes at all give a document or an error, never an exception.</summary>
    PdfOpenResult Open(byte[] file, PdfReadOptions options);
}

/// <summary>An open PDF. Pages are read when they are asked for and are not kept.</summary>
public interface IPdfTextDocument
{
    int PageCount { get; }

    /// <summary>What was noticed about the whole file while it was opened.</summary>
    IReadOnlyList<PdfNotice> Notices { get; }

    /// <summary>Reads a page.</summary>
    /// <param name="number">From 1 to <see cref="PageCount"/>; anything else is an <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <returns>The page as far as it could be read; what could not is among its notices.</returns>
    PdfPage ReadPage(int number);
}

/// <summary>An open document, or why there is none. One of the two is null.</summary>
public sealed record PdfOpenResult
{
    private PdfOpenResult(IPdfTextDocument? document, PdfError? error) => (Document, Error) = (document, error);

    public IPdfTextDocument? Document { get; }

    public PdfError? Error { get; }

    public static PdfOpenResult Of(IPdfTextDocument document) => new(document, null);

    public static PdfOpenResult Failed(PdfErrorKind kind, string message) => new(null, new PdfError(kind, message));
}

public enum PdfErrorKind { NotAPdf, Damaged, NoPages, PasswordNeeded, WrongPassword, UnsupportedEncryption, LimitReached }

/// <summary>Why a file cannot be read, in words for the person who gave it.</summary>
public sealed record PdfError(PdfErrorKind Kind, string Message);

public enum PdfNoticeKind { RebuiltCrossReference, DamagedContent, UnmappedLetters, LimitReached }

/// <summary>What a person should know about a page or, where <see cref="Page"/> is null, the file.</summary>
public sealed record PdfNotice(PdfNoticeKind Kind, string Message, int? Page = null, PdfBox? Box = null);
