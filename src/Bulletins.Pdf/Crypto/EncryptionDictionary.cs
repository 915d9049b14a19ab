using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Crypto;

internal enum CipherKind { None, Rc4, Aes128, Aes256 }

/// <summary>What a file says of its encryption.</summary>
internal sealed class EncryptionDictionary
{
    /// <summary>The crypt filter that changes nothing.</summary>
    public const string Identity = "Identity";

    private readonly Dictionary<string, CipherKind> filters = new(StringComparer.Ordinal);

    public EncryptionDictionary(PdfFile file, PdfDictionary dictionary)
    {
        Filter = file.GetName(dictionary, "Filter");
        Version = (int)(file.GetNumber(dictionary, "V") ?? 0);
        Revision = (int)(file.GetNumber(dictionary, "R") ?? 0);
        Owner = file.Get<PdfString>(dictionary, "O")?.Bytes ?? [];
        User = file.Get<PdfString>(dictionary, "U")?.Bytes ?? [];
        OwnerKey = file.Get<PdfString>(dictionary, "OE")?.Bytes ?? [];
        UserKey = file.Get<PdfString>(dictionary, "UE")?.Bytes ?? [];
        Permissions = unchecked((int)(long)(file.GetNumber(dictionary, "P") ?? 0));
        EncryptsMetadata = file.Get(dictionary, "EncryptMetadata") is not false;
        Id = file.Get<PdfArray>(file.Trailer, "ID") is { Count: > 0 } ids && file.Resolve(ids.Items[0]) is PdfString id ? id.Bytes : [];
        KeyLength = Version == 1 ? 5 : (int)Math.Clamp((file.GetNumber(dictionary, "Length") ?? 40) / 8, 5, 16);
        Streams = Strings = Version switch { 1 or 2 => CipherKind.Rc4, _ => CipherKind.None };
        if (Version >= 4)
        {
            ReadFilters(file, file.Get<PdfDictionary>(dictionary, "CF") ?? new PdfDictionary());
            Streams = Cipher(file.GetName(dictionary, "StmF"));
            Strings = Cipher(file.GetName(dictionary, "StrF"));
            KeyLength = Version == 4 ? 16 : 32;
        }
    }

    public string? Filter { get; }

    public int Version { get; }

    public int Revision { get; }

    public byte[] Owner { get; }

    public byte[] User { get; }

    public byte[] OwnerKey { get; }

    public byte[] UserKey { get; }

    public int Permissions { get; }

    public bool EncryptsMetadata { get; }

    public byte[] Id { get; }

    /// <summary>In bytes.</summary>
    public int KeyLength { get; }

    public CipherKind Streams { get; }

    public CipherKind Strings { get; }

    public bool IsKnown => Filter == "Standard" && (Version, Revision) switch
    {
        (1 or 2, 2 or 3) => Owner.Length >= 32 && User.Length >= 32,
        (4, 4) => Owner.Length >= 32 && User.Length >= 32,
        (5, 5 or 6) => Owner.Length >= 48 && User.Length >= 48 && OwnerKey.Length >= 32 && UserKey.Length >= 32,
        _ => false,
    };

    public CipherKind Cipher(string? filter) => filter is null or Identity ? CipherKind.None : filters.GetValueOrDefault(filter);

    private void ReadFilters(PdfFile file, PdfDictionary named)
    {
        foreach (var name in named.Entries.Keys)
        {
            filters[name] = file.Get<PdfDictionary>(named, name) is not { } filter ? CipherKind.None
                : file.GetName(filter, "CFM") switch { "V2" => CipherKind.Rc4, "AESV2" => CipherKind.Aes128, "AESV3" => CipherKind.Aes256, _ => CipherKind.None };
        }
    }
}
