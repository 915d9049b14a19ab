using System.Security.Cryptography;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Crypto;

/// <summary>The standard security handler: decrypts strings and streams of an unlocked file.</summary>
internal sealed class StandardSecurity
{
    private readonly byte[] key;
    private readonly EncryptionDictionary encryption;

    private StandardSecurity(byte[] key, EncryptionDictionary encryption)
    {
        this.key = key;
        this.encryption = encryption;
    }

    /// <summary>Finds the key and gives it to the file; the error where that fails. Without a password the empty one is tried.</summary>
    public static PdfError? Unlock(PdfFile file, string? password)
    {
        if (file.Get<PdfDictionary>(file.Trailer, "Encrypt") is not { } dictionary)
        {
            return null; // a damaged trailer: the file may still be readable
        }

        var locked = new EncryptionDictionary(file, dictionary);
        if (!locked.IsKnown)
        {
            return new PdfError(PdfErrorKind.UnsupportedEncryption, FormattableString.Invariant(
                $"it is encrypted in a way that is not known (filter {locked.Filter}, version {locked.Version}, revision {locked.Revision})"));
        }

        var found = PasswordKeys.Find(locked, "") ?? (password is null ? null : PasswordKeys.Find(locked, password));
        if (found is null)
        {
            return password is null
                ? new PdfError(PdfErrorKind.PasswordNeeded, "it is encrypted and needs a password")
                : new PdfError(PdfErrorKind.WrongPassword, "it is encrypted and the password is not right");
        }

        file.Unlock(new StandardSecurity(found, locked));
        return null;
    }

    public byte[] DecryptString(byte[] bytes, int number, int generation) => Decrypt(bytes, encryption.Strings, number, generation);

    /// <param name="filter">The crypt filter that the stream itself names; null where it names none.</param>
    public ReadOnlyMemory<byte> DecryptStream(PdfStream stream, string? filter)
    {
        var cipher = filter is null ? encryption.Streams : encryption.Cipher(filter);
        return cipher == CipherKind.None || (stream.Raw("Type") as PdfName)?.Value == "XRef" ? stream.Data : Decrypt(stream.Data.Span, cipher, stream.Number, stream.Generation);
    }

    private byte[] Decrypt(ReadOnlySpan<byte> data, CipherKind cipher, int number, int generation) => cipher switch
    {
        CipherKind.Rc4 => Rc4.Apply(ObjectKey(number, generation, []), data),
        CipherKind.Aes128 => AesCipher.Decrypt(ObjectKey(number, generation, "sAlT"u8), data),
        CipherKind.Aes256 => AesCipher.Decrypt(key, data),
        _ => data.ToArray(),
    };

    private byte[] ObjectKey(int number, int generation, ReadOnlySpan<byte> salt)
    {
        var hash = MD5.HashData([.. key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8), .. salt]);
        return hash[..Math.Min(key.Length + 5, 16)];
    }
}
