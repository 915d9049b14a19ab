using System.Security.Cryptography;

namespace Bulletins.Pdf.Crypto;

internal static class AesCipher
{
    /// <summary>CBC with the first block as initialization vector. A broken end gives what stands before it.</summary>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> data)
    {
        if (data.Length < 32)
        {
            return [];
        }

        var body = data[16..^(data.Length % 16)];
        var plain = Cbc(key, data[..16], body);
        var padding = plain[^1];
        return padding is >= 1 and <= 16 ? plain[..^padding] : plain;
    }

    /// <summary>CBC without padding; the data are whole blocks.</summary>
    public static byte[] Cbc(byte[] key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(data, vector, PaddingMode.None);
    }

    public static byte[] EncryptCbc(byte[] key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(data, vector, PaddingMode.None);
    }
}
