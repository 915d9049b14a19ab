using System.Security.Cryptography;
using System.Text;
using Bulletins.Pdf.Fonts;

namespace Bulletins.Pdf.Crypto;

/// <summary>The file key out of a password, by the algorithms of ISO 32000 7.6.4; null where the password is wrong.</summary>
internal static class PasswordKeys
{
    private static readonly byte[] Padding =
        [0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
         0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A];

    // What follows a typed password is not settled: full-width letters may or may not have been folded, and
    // before version 5 a password that is not Latin was taken in the code page of the machine.
    public static byte[]? Find(EncryptionDictionary encryption, string password)
    {
        var forms = new[] { Folded(password), password }.Distinct(StringComparer.Ordinal);
        return encryption.Version == 5
            ? forms.Select(p => Modern(encryption, Cut(Encoding.UTF8.GetBytes(p), 127))).FirstOrDefault(key => key is not null)
            : forms.SelectMany(Bytes).Select(p => Classic(encryption, p)).FirstOrDefault(key => key is not null);
    }

    private static IEnumerable<byte[]> Bytes(string password) => password.All(char.IsAscii)
        ? [Encoding.ASCII.GetBytes(password)]
        : [Encoding.Latin1.GetBytes(password), Encoding.UTF8.GetBytes(password), PredefinedMaps.Gb18030.GetBytes(password)];

    private static string Folded(string password) =>
        password.EnumerateRunes().Any(r => r == Rune.ReplacementChar) ? password : password.Normalize(NormalizationForm.FormKC);

    private static byte[] Cut(byte[] bytes, int length) => bytes[..Math.Min(length, bytes.Length)];

    private static byte[]? Classic(EncryptionDictionary e, byte[] password) => UserKey(e, password) ?? UserKey(e, UserPassword(e, password));

    private static byte[]? UserKey(EncryptionDictionary e, byte[] password)
    {
        byte[] tail = e.Revision >= 4 && !e.EncryptsMetadata ? [255, 255, 255, 255] : [];
        var key = MD5.HashData([.. Padded(password), .. e.Owner.AsSpan(0, 32), .. BitConverter.GetBytes(e.Permissions), .. e.Id, .. tail]);
        for (var i = 0; i < 50 && e.Revision >= 3; i++)
        {
            key = MD5.HashData(key.AsSpan(0, e.KeyLength));
        }

        key = key[..e.KeyLength];
        if (e.Revision == 2)
        {
            return Rc4.Apply(key, Padding).AsSpan().SequenceEqual(e.User.AsSpan(0, 32)) ? key : null;
        }

        var check = MD5.HashData([.. Padding, .. e.Id]);
        for (var i = 0; i < 20; i++)
        {
            check = Rc4.Apply(Mixed(key, i), check);
        }

        return check.AsSpan().SequenceEqual(e.User.AsSpan(0, 16)) ? key : null;
    }

    // The owner's password opens the user's.
    private static byte[] UserPassword(EncryptionDictionary e, byte[] password)
    {
        var key = MD5.HashData(Padded(password));
        for (var i = 0; i < 50 && e.Revision >= 3; i++)
        {
            key = MD5.HashData(key);
        }

        var user = e.Owner[..32];
        for (var i = e.Revision == 2 ? 0 : 19; i >= 0; i--)
        {
            user = Rc4.Apply(Mixed(key[..e.KeyLength], i), user);
        }

        return user;
    }

    private static byte[] Padded(byte[] password) => [.. password.AsSpan(0, Math.Min(32, password.Length)), .. Padding.AsSpan(0, Math.Max(0, 32 - password.Length))];

    private static byte[] Mixed(byte[] key, int with) => [.. key.Select(b => (byte)(b ^ with))];

    private static byte[]? Modern(EncryptionDictionary e, byte[] password)
    {
        var user = e.User.AsSpan(0, 48).ToArray();
        if (Hash(e, password, user.AsSpan(32, 8), []).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
        {
            return AesCipher.Cbc(Hash(e, password, user.AsSpan(40, 8), []), new byte[16], e.UserKey.AsSpan(0, 32));
        }

        return Hash(e, password, e.Owner.AsSpan(32, 8), user).AsSpan().SequenceEqual(e.Owner.AsSpan(0, 32))
            ? AesCipher.Cbc(Hash(e, password, e.Owner.AsSpan(40, 8), user), new byte[16], e.OwnerKey.AsSpan(0, 32))
            : null;
    }

    // Revision 6 hashes in at least 64 rounds, each of which depends on the one before (algorithm 2.B).
    private static byte[] Hash(EncryptionDictionary e, byte[] password, ReadOnlySpan<byte> salt, byte[] user)
    {
        var key = SHA256.HashData([.. password, .. salt, .. user]);
        for (var round = 0; e.Revision >= 6; round++)
        {
            byte[] unit = [.. password, .. key, .. user];
            var input = new byte[unit.Length * 64];
            for (var i = 0; i < 64; i++)
            {
                unit.CopyTo(input, i * unit.Length);
            }

            var mixed = AesCipher.EncryptCbc(key[..16], key.AsSpan(16, 16), input);
            key = (mixed.AsSpan(0, 16).ToArray().Sum(b => b) % 3) switch { 0 => SHA256.HashData(mixed), 1 => SHA384.HashData(mixed), _ => SHA512.HashData(mixed) };
            if (round >= 63 && mixed[^1] <= round - 31)
            {
                break;
            }
        }

        return key[..32];
    }
}
