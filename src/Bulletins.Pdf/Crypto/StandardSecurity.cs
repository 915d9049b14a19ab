using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Crypto;

/// <summary>The standard security handler.</summary>
internal sealed class StandardSecurity
{
    /// <summary>Finds the key and sets the file's security; the error where that fails.</summary>
    public static PdfError? Unlock(PdfFile file, string? password) =>
        new(PdfErrorKind.UnsupportedEncryption, "it is encrypted, which is not read yet");

    public byte[] DecryptString(byte[] bytes, int number, int generation) => bytes;

    public ReadOnlyMemory<byte> DecryptStream(PdfStream stream) => stream.Data;
}
