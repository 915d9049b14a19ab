using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Bulletins.Ingest;

/// <summary>What bytes are most likely text in. <see cref="Preamble"/> is the length of the byte order mark;
/// <see cref="Certain"/> is false where no known encoding fits well.</summary>
internal readonly record struct DetectedEncoding(string Name, int Preamble, bool Certain);

/// <summary>Decides the encoding by evidence: a byte order mark, then valid UTF-8 (which other encodings' Chinese hardly ever is),
/// then the pattern of UTF-16, then whichever of UTF-8 and GB 18030 explains more of the bytes beyond ASCII.</summary>
internal static class EncodingDetector
{
    private const int Window = 1 << 19;
    private const double Convincing = 0.9;

    public static DetectedEncoding Detect(ReadOnlySpan<byte> bytes)
    {
        if (Preamble(bytes) is { } marked)
        {
            return marked;
        }

        var valid = Utf8.IsValid(bytes);
        var hasNul = bytes[..Math.Min(bytes.Length, Window)].Contains((byte)0);
        if (valid && !hasNul)
        {
            return new DetectedEncoding(KnownEncodings.Utf8, 0, true);
        }

        if (Utf16(bytes) is { } name)
        {
            return new DetectedEncoding(name, 0, true);
        }

        if (valid)
        {
            return new DetectedEncoding(KnownEncodings.Utf8, 0, true);
        }

        var sample = Sample(bytes);
        var (utf8, gb) = (Utf8Share(sample), Gb18030.PlausibleShare(sample));
        return utf8 >= Convincing || utf8 > gb
            ? new DetectedEncoding(KnownEncodings.Utf8, 0, utf8 >= Convincing)
            : new DetectedEncoding(KnownEncodings.Gb18030, 0, gb >= Convincing);
    }

    /// <summary>The length of the byte order mark that belongs to an encoding.</summary>
    public static int PreambleOf(string name, ReadOnlySpan<byte> bytes) =>
        Preamble(bytes) is { } marked && marked.Name == name ? marked.Preamble : 0;

    private static DetectedEncoding? Preamble(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new DetectedEncoding(KnownEncodings.Utf8, 3, true),
        [0xFF, 0xFE, ..] => new DetectedEncoding(KnownEncodings.Utf16Le, 2, true),
        [0xFE, 0xFF, ..] => new DetectedEncoding(KnownEncodings.Utf16Be, 2, true),
        [0x84, 0x31, 0x95, 0x33, ..] => new DetectedEncoding(KnownEncodings.Gb18030, 4, true),
        _ => null,
    };

    /// <summary>UTF-16 without a mark: nearly every unit is Chinese, its punctuation or ASCII, and one order of bytes fits far better.</summary>
    private static string? Utf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, Window) & ~1)];
        if (sample.Length < 4 || !sample.Contains((byte)0))
        {
            return null;
        }

        int little = 0, big = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            little += IsPlausible(sample[i + 1], sample[i]) ? 1 : 0;
            big += IsPlausible(sample[i], sample[i + 1]) ? 1 : 0;
        }

        var units = sample.Length / 2;
        return Math.Max(little, big) < Convincing * units || little == big ? null : little > big ? KnownEncodings.Utf16Le : KnownEncodings.Utf16Be;
    }

    private static bool IsPlausible(byte high, byte low) => high switch
    {
        0 => low is 9 or 10 or 13 or (>= 0x20 and < 0x7F) or 0xB7 or 0xA0,
        0x20 or 0x21 or 0x22 or 0x24 or 0x25 or 0x30 or 0xFF => true,
        _ => high is >= 0x4E and <= 0x9F,
    };

    /// <summary>A window round the first byte that is not UTF-8, beginning where a character of either encoding begins.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        var bad = FirstInvalidUtf8(bytes);
        var before = bytes[Math.Max(0, bad - Window)..bad];
        // No byte under 0x30 is ever the trail of a GB 18030 character.
        var start = bad <= Window ? 0 : before.IndexOfAnyInRange((byte)0, (byte)0x2F) is var cut and >= 0 ? bad - before.Length + cut + 1 : bad;
        return bytes[start..Math.Min(bytes.Length, bad + Window)];
    }

    private static int FirstInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        Span<char> scratch = stackalloc char[4096];
        var at = 0;
        while (true)
        {
            var status = Utf8.ToUtf16(bytes[at..], scratch, out var read, out _, replaceInvalidSequences: false);
            at += read;
            if (status != OperationStatus.DestinationTooSmall)
            {
                return at;
            }
        }
    }

    /// <summary>How much of what is beyond ASCII is well-formed UTF-8.</summary>
    private static double Utf8Share(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var next and >= 0)
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done)
            {
                good += length;
            }
            else if (status != OperationStatus.NeedMoreData)
            {
                bad += length;
            }

            bytes = bytes[length..];
        }

        return good + bad == 0 ? 1 : (double)good / (good + bad);
    }
}
