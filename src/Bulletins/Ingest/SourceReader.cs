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
        if (options.Encoding is { } asked && !KnownEncodings.TryFind(asked, out _))
        {
            return IngestResult.Failed(path, "unknown-encoding", KnownEncodings.UnknownMessage(asked));
        }

        if (options.From is { } from && !SourceFormats.IsKnown(from))
        {
            return IngestResult.Failed(path, "unknown-format", SourceFormats.UnknownMessage(from));
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
            return bytes is null ? TooLarge(path) : Read(new SourceFile(path, bytes, options));
        }
        catch (OutOfMemoryException)
        {
            return TooLarge(path);
        }
    }

    internal static IngestResult TooLarge(string path) =>
        IngestResult.Failed(path, "too-large", "larger than one text can be (2 GB, or 1,073,741,791 characters); split it first, for example: split -C 500M FILE part-");

    private static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;

    private static IngestResult Read(SourceFile file)
    {
        if (file.Bytes.Length == 0)
        {
            return IngestResult.Failed(Messages.EmptyInput(file.Path));
        }

        if (file.Options.From is { } from)
        {
            return SourceFormats.Find(from)!.Read(file);
        }

        var format = SourceFormats.All.FirstOrDefault(f => f.Recognizes(file));
        return format is null && (BinarySniffer.Format(file.Bytes) ?? BinarySniffer.Extension(file.Extension)) is { } binary
            ? IngestResult.Failed(file.Path, "binary", binary)
            : (format ?? SourceFormats.ByExtension(file)).Read(file);
    }

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
