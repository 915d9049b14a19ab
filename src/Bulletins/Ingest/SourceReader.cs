using System.Security.Cryptography;
using Bulletins.Diagnostics;

namespace Bulletins.Ingest;

/// <summary>Reads a file or a stream: bytes to text, with the encoding found, a hash, the place of each line and what the markup says.
/// What cannot be read is an error to report, never an exception for bad content.</summary>
public static class SourceReader
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>Reads a file. The path becomes the document's source as it is given.</summary>
    public static IngestResult Read(string path, BulletinOptions options)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return IngestResult.Failed(Messages.NotFound(path));
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return IngestResult.Failed(Messages.Unreadable(path, e.Message));
        }

        using (stream)
        {
            return Read(stream, path, options);
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="path">What the document's source is called (<c>-</c> for standard input); its extension may tell Markdown.</param>
    public static IngestResult Read(Stream stream, string path, BulletinOptions options) => Read(stream, path, options, Array.MaxLength);

    internal static IngestResult Read(Stream stream, string path, BulletinOptions options, int maxBytes)
    {
        string? forced = null;
        if (options.Encoding is { } asked && !KnownEncodings.TryFind(asked, out forced))
        {
            return IngestResult.Failed(path, "unknown-encoding", KnownEncodings.UnknownMessage(asked));
        }

        byte[]? bytes;
        try
        {
            bytes = ReadToEnd(stream, maxBytes);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return IngestResult.Failed(Messages.Unreadable(path, e.Message));
        }

        try
        {
            return bytes is null ? TooLarge(path) : Decode(bytes, path, forced);
        }
        catch (OutOfMemoryException)
        {
            return TooLarge(path);
        }
    }

    private static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;

    private static IngestResult Decode(byte[] bytes, string path, string? forced)
    {
        if (bytes.Length == 0)
        {
            return IngestResult.Failed(Messages.EmptyInput(path));
        }

        if (BinarySniffer.Format(bytes) is { } format)
        {
            return IngestResult.Failed(path, "binary", format);
        }

        var found = forced is null ? EncodingDetector.Detect(bytes) : new DetectedEncoding(forced, EncodingDetector.PreambleOf(forced, bytes), true);
        if (found.Name is KnownEncodings.Utf8 or KnownEncodings.Gb18030 && BinarySniffer.Controls(bytes) is { } controls)
        {
            return IngestResult.Failed(path, "binary", controls);
        }

        var log = new UndecodableLog();
        if (TextDecoder.Decode(bytes, found.Preamble, found.Name, log) is not { } text)
        {
            return TooLarge(path);
        }

        if (text.AsSpan().IsWhiteSpace())
        {
            return IngestResult.Failed(path, "empty", "the file holds no text, only white space");
        }

        if (IsWebPage(text))
        {
            return IngestResult.Failed(path, "unsupported", "a web page (HTML), which is not read yet; save its text as .txt or .md and run bulletins on that");
        }

        var lines = new LineIndex(text);
        var markdown = IsMarkdownName(path);
        var markup = Markup.Read(text, markdown);
        return IngestResult.Of(new SourceText
        {
            Path = path,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            MediaType = markdown || markup.IsMarked ? "text/markdown" : "text/plain",
            Encoding = found.Name,
            Text = text,
            Lines = lines,
            Markup = markup,
            Warnings = [.. Doubt(found), .. log.Warnings(bytes, lines, found.Name)],
        });
    }

    private static IEnumerable<Warning> Doubt(DetectedEncoding found)
    {
        if (!found.Certain)
        {
            yield return new Warning(
                "encoding-uncertain",
                $"no known encoding fits well; read as {found.Name}, the nearest. If that is wrong, name it with --encoding ({string.Join(", ", KnownEncodings.Names)}) or convert the file to UTF-8 first",
                null);
        }
    }

    private static bool IsWebPage(string text)
    {
        var head = text.AsSpan().TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsMarkdownName(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".MD" or ".MARKDOWN" or ".MKD" or ".MDOWN";

    private static IngestResult TooLarge(string path) =>
        IngestResult.Failed(path, "too-large", "larger than one text can be (2 GB, or 1,073,741,791 characters); split it first, for example: split -C 500M FILE part-");

    /// <summary>All bytes, or null when they are more than <paramref name="maxBytes"/>.</summary>
    private static byte[]? ReadToEnd(Stream stream, int maxBytes)
    {
        var expected = stream.CanSeek ? stream.Length - stream.Position : FirstBuffer;
        if (stream.CanSeek && expected > maxBytes)
        {
            return null;
        }

        var buffer = new byte[Math.Min(expected, maxBytes)];
        var length = 0;
        while (true)
        {
            if (length < buffer.Length)
            {
                var read = stream.Read(buffer, length, buffer.Length - length);
                length += read;
                if (read == 0)
                {
                    break;
                }

                continue;
            }

            // Full, which usually is the end: one byte more tells, without doubling a large buffer.
            var next = stream.ReadByte();
            if (next < 0)
            {
                break;
            }

            if (length == maxBytes)
            {
                return null;
            }

            Array.Resize(ref buffer, (int)Math.Min(Math.Max(2L * length, FirstBuffer), maxBytes));
            buffer[length++] = (byte)next;
        }

        Array.Resize(ref buffer, length);
        return buffer;
    }
}
