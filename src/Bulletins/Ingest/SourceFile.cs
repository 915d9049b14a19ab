using System.Security.Cryptography;
using System.Text;

namespace Bulletins.Ingest;

/// <summary>The bytes of one source, as a <see cref="ISourceFormat"/> gets them.</summary>
/// <param name="Path">What the document's source is called; its extension may tell the format.</param>
public sealed record SourceFile(string Path, byte[] Bytes, BulletinOptions Options)
{
    private const int HeadLength = 4096;
    private string? head;
    private string? sha256;

    /// <summary>Lower-case hexadecimal SHA-256 of the bytes.</summary>
    public string Sha256 => sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>In lower case, with its dot; empty where there is none.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <summary>How the file begins, read as Latin-1 without a byte order mark, NUL (every other byte of UTF-16) and leading white space:
    /// enough to find the signs of a format in any encoding.</summary>
    public string Head => head ??= ReadHead();

    private string ReadHead()
    {
        ReadOnlySpan<byte> bytes = Bytes.AsSpan(0, Math.Min(HeadLength, Bytes.Length));
        bytes = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => bytes[2..],
            _ => bytes,
        };
        return Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal).TrimStart();
    }
}
