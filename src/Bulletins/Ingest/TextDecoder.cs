using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Bulletins.Ingest;

/// <summary>Decodes bytes to a string, once. What is no character becomes U+FFFD and is logged; nothing is guessed.</summary>
internal static class TextDecoder
{
    /// <summary>The longest string .NET can hold.</summary>
    public const int MaxChars = 0x3FFFFFDF;

    private const char Replacement = '\uFFFD';
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>The text from <paramref name="start"/> to the end; null when it is longer than a string can be.</summary>
    public static string? Decode(byte[] bytes, int start, string encoding, UndecodableLog log) => encoding switch
    {
        KnownEncodings.Utf8 => DecodeUtf8(bytes, start, log),
        KnownEncodings.Gb18030 => DecodeGb18030(bytes, start, log),
        _ => DecodeUtf16(bytes, start, encoding == KnownEncodings.Utf16Be, log),
    };

    private static string? DecodeUtf8(byte[] bytes, int start, UndecodableLog log)
    {
        var count = Encoding.UTF8.GetCharCount(bytes.AsSpan(start)); // one U+FFFD for each piece that Rune calls invalid
        return count > MaxChars ? null : string.Create(count, (bytes, start, log), static (chars, state) =>
        {
            var (bytes, at, log) = state;
            var to = 0;
            while (at < bytes.Length)
            {
                Utf8.ToUtf16(bytes.AsSpan(at), chars[to..], out var read, out var written, replaceInvalidSequences: false);
                at += read;
                to += written;
                if (at < bytes.Length)
                {
                    Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var bad);
                    log.Add(at, bad, to);
                    chars[to++] = Replacement;
                    at += bad;
                }
            }
        });
    }

    private static string? DecodeGb18030(byte[] bytes, int start, UndecodableLog log)
    {
        long count = 0;
        for (var i = start; i < bytes.Length;)
        {
            i += Math.Max(1, Gb18030.CharacterAt(bytes.AsSpan(i), out var units));
            count += units;
        }

        return count > MaxChars ? null : string.Create((int)count, (bytes, start, log), static (chars, state) =>
        {
            var (bytes, at, log) = state;
            var to = 0;
            while (at < bytes.Length)
            {
                var good = at;
                while (good < bytes.Length && Gb18030.CharacterAt(bytes.AsSpan(good), out _) is var length and > 0)
                {
                    good += length;
                }

                to += Gb.GetChars(bytes.AsSpan(at, good - at), chars[to..]);
                at = good;
                if (at < bytes.Length)
                {
                    log.Add(at, 1, to);
                    chars[to++] = Replacement;
                    at++;
                }
            }
        });
    }

    private static string? DecodeUtf16(byte[] bytes, int start, bool bigEndian, UndecodableLog log)
    {
        var odd = (bytes.Length - start) % 2;
        var count = ((bytes.Length - start) / 2) + odd;
        return count > MaxChars ? null : string.Create(count, (bytes, start, bigEndian, log), static (chars, state) =>
        {
            var (bytes, start, bigEndian, log) = state;
            var units = MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(start));
            if (bigEndian == BitConverter.IsLittleEndian)
            {
                BinaryPrimitives.ReverseEndianness(units, MemoryMarshal.Cast<char, ushort>(chars));
            }
            else
            {
                units.CopyTo(MemoryMarshal.Cast<char, ushort>(chars));
            }

            for (var i = 0; i < units.Length; i++)
            {
                var next = chars[i..units.Length].IndexOfAnyInRange('\ud800', '\udfff');
                if (next < 0)
                {
                    break;
                }

                i += next;
                if (i + 1 < units.Length && char.IsSurrogatePair(chars[i], chars[i + 1]))
                {
                    i++;
                    continue;
                }

                log.Add(start + (2 * i), 2, i);
                chars[i] = Replacement;
            }

            if (units.Length < chars.Length)
            {
                log.Add(bytes.Length - 1, 1, units.Length);
                chars[^1] = Replacement;
            }
        });
    }
}
