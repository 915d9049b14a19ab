using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bulletins.Pdf.Crypto;

namespace Bulletins.Tests.Pdf;

/// <summary>How a file is locked. Versions 1 and 2 take RC4 for everything; 4 names a filter for streams and one for strings.</summary>
internal sealed record LockSettings
{
    public int Version { get; init; } = 4;

    /// <summary>Of the key, in bytes.</summary>
    public int Length { get; init; } = 16;

    public byte[] User { get; init; } = [];

    public byte[] Owner { get; init; } = "owner"u8.ToArray();

    /// <summary>V2 or AESV2, for the filter StdCF.</summary>
    public string Method { get; init; } = "AESV2";

    public string Streams { get; init; } = "StdCF";

    public string Strings { get; init; } = "StdCF";

    public bool EncryptsMetadata { get; init; } = true;
}

/// <summary>Locks what a <see cref="PdfMaker"/> holds by the algorithms of ISO 32000 7.6, revisions 2 to 4, and writes it with a plain table.</summary>
internal sealed class PdfLocker
{
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
    private static readonly byte[] Id = "0123456789ABCDEF"u8.ToArray();
    private readonly LockSettings settings;
    private readonly byte[] owner;
    private readonly byte[] user;
    private readonly byte[] key;

    private PdfLocker(LockSettings settings)
    {
        this.settings = settings;
        owner = OwnerEntry();
        // The user's key takes as many bytes of each hash as it is long, the owner's takes all.
        var hash = MD5.HashData([.. Padded(settings.User), .. owner, .. BitConverter.GetBytes(-4), .. Id, .. settings.EncryptsMetadata ? [] : new byte[] { 255, 255, 255, 255 }]);
        key = Enumerable.Range(0, settings.Version == 1 ? 0 : 50).Aggregate(hash, (h, _) => MD5.HashData(h.AsSpan(0, settings.Length)))[..settings.Length];
        user = settings.Version == 1 ? Rc4.Apply(key, Padding) : [.. Twenty(key, MD5.HashData([.. Padding, .. Id])), .. new byte[16]];
    }

    private int Revision => settings.Version switch { 1 => 2, 2 => 3, _ => 4 };

    /// <param name="inStreams">These objects go into an object stream, as they are: only the stream is encrypted.</param>
    public static byte[] Lock(PdfMaker maker, LockSettings settings, params int[] inStreams)
    {
        var locker = new PdfLocker(settings);
        maker.Finish();
        var file = new PdfAssembler();
        for (var number = 1; number <= maker.Count; number++)
        {
            if (!inStreams.Contains(number))
            {
                file.Object(number, locker.Object(number, maker.Objects[number - 1]));
            }
        }

        var (head, body) = ("", "");
        foreach (var number in inStreams)
        {
            head += string.Create(CultureInfo.InvariantCulture, $"{number} {body.Length} ");
            body += Encoding.Latin1.GetString(maker.Objects[number - 1]) + "\n";
        }

        var container = maker.Count + 1;
        file.Object(container, locker.Stream(container, string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {inStreams.Length} /First {head.Length}"), PdfMaker.Latin(head + body)));
        var rows = inStreams.Select((n, i) => (n, PdfMaker.Row(2, container, i))).ToArray();
        return file.End(file.Stream(container + 1, $"/Root 1 0 R /ID [{PdfMaker.Hex(Id)} {PdfMaker.Hex(Id)}] /Encrypt << {locker.Entries()} >>", rows));
    }

    private string Entries()
    {
        var filters = settings.Version < 4 ? "" : $"/CF << /StdCF << /CFM /{settings.Method} /AuthEvent /DocOpen /Length {settings.Length} >> >> /StmF /{settings.Streams} /StrF /{settings.Strings} /EncryptMetadata {(settings.EncryptsMetadata ? "true" : "false")}";
        return string.Create(CultureInfo.InvariantCulture, $"/Filter /Standard /V {settings.Version} /R {Revision} /Length {settings.Length * 8} /P -4 /O {PdfMaker.Hex(owner)} /U {PdfMaker.Hex(user)} {filters}");
    }

    // A stream, or an object whose strings in parentheses are encrypted; none of them holds a parenthesis.
    private byte[] Object(int number, byte[] body)
    {
        var text = Encoding.Latin1.GetString(body);
        var start = text.IndexOf("stream\n", StringComparison.Ordinal);
        if (start >= 0)
        {
            var (data, entries) = (text[(start + 7)..text.LastIndexOf("\nendstream", StringComparison.Ordinal)], text[2..text.LastIndexOf(">>", start, StringComparison.Ordinal)]);
            entries = entries.Replace("/Length", "/Was", StringComparison.Ordinal);
            return entries.Contains("/Crypt", StringComparison.Ordinal) && !entries.Contains("StdCF", StringComparison.Ordinal) ? body : Stream(number, entries, PdfMaker.Latin(data));
        }

        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            text = text[..open] + PdfMaker.Hex(Encrypt(number, PdfMaker.Latin(text[(open + 1)..close]), settings.Strings)) + text[(close + 1)..];
        }

        return PdfMaker.Latin(text);
    }

    private byte[] Stream(int number, string entries, byte[] data)
    {
        var locked = Encrypt(number, data, entries.Contains("/Name /StdCF", StringComparison.Ordinal) ? "StdCF" : settings.Streams);
        return [.. PdfMaker.Latin(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {locked.Length} >>\nstream\n")), .. locked, .. "\nendstream"u8];
    }

    private byte[] Encrypt(int number, byte[] data, string filter)
    {
        if (settings.Version >= 4 && filter == "Identity")
        {
            return data;
        }

        var isAes = settings.Version >= 4 && settings.Method == "AESV2";
        byte[] salted = [.. key, (byte)number, (byte)(number >> 8), 0, 0, 0, .. isAes ? "sAlT"u8 : []];
        var own = MD5.HashData(salted)[..Math.Min(16, key.Length + 5)];
        if (!isAes)
        {
            return Rc4.Apply(own, data);
        }

        using var aes = Aes.Create();
        aes.Key = own;
        var vector = MD5.HashData(data);
        return [.. vector, .. aes.EncryptCbc(data, vector)];
    }

    private byte[] OwnerEntry()
    {
        var ownerKey = Enumerable.Range(0, settings.Version == 1 ? 0 : 50).Aggregate(MD5.HashData(Padded(settings.Owner)), (h, _) => MD5.HashData(h))[..settings.Length];
        return settings.Version == 1 ? Rc4.Apply(ownerKey, Padded(settings.User)) : Twenty(ownerKey, Padded(settings.User));
    }

    private static byte[] Twenty(byte[] key, byte[] data) => Enumerable.Range(0, 20).Aggregate(data, (d, i) => Rc4.Apply([.. key.Select(b => (byte)(b ^ i))], d));

    private static byte[] Padded(byte[] password) => [.. password.Concat(Padding).Take(32)];
}
