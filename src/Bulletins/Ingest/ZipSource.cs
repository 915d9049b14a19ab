using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Bulletins.Ingest;

/// <summary>A file in a zip archive: its path there, its length unpacked, its place in the archive's directory.</summary>
public sealed record ZipMember(string Name, long Length, int Index, bool IsEncrypted);

/// <summary>A zip archive that is read in place: nothing is written to disk. It is open only while members of it are being read.</summary>
public sealed class ZipSource : IDisposable
{
    private const string Damaged = "the archive's directory is damaged or cut off: get the file again, or mend it (zip -FF FILE --out NEW)";
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private readonly Lock gate = new();
    private readonly string path;
    private ZipArchive? archive;
    private int left;

    private ZipSource(string path, IReadOnlyList<ZipMember> members) => (this.path, Members, left) = (path, members, members.Count);

    /// <summary>The archive's files in its own order, folders left out.</summary>
    public IReadOnlyList<ZipMember> Members { get; }

    /// <summary>Says how many members will be read, so that the archive is closed behind the last.</summary>
    public void Expect(int count) => left = count;

    /// <summary>Whether a file is a zip archive to look into: by its content, and not one of the documents that are zip archives themselves.</summary>
    public static bool IsArchive(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            Span<byte> head = stackalloc byte[4];
            var found = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && (head.SequenceEqual("PK\x03\x04"u8) || head.SequenceEqual("PK\x05\x06"u8));
            return found && (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || !IsDocument(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // whoever reads it says why
        }
    }

    /// <summary>Lists an archive. One of the two is null.</summary>
    /// <param name="source">What the records call it.</param>
    public static (ZipSource? Source, DocumentError? Error) Open(string path, string source)
    {
        try
        {
            using var opened = OpenArchive(path);
            return ZipLimits.Exceeded(opened) is { } reason
                ? (null, new DocumentError(source, "too-large", $"the archive is not read: {reason}"))
                : (new ZipSource(path, [.. opened.Entries
                    .Select((entry, i) => new ZipMember(Name(entry.FullName), entry.Length, i, entry.IsEncrypted))
                    .Where(m => m.Name.Length > 0 && !m.Name.EndsWith('/'))]), null);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return (null, new DocumentError(source, "damaged", $"{Damaged} ({e.Message.TrimEnd('.')})"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Diagnostics.Messages.Unreadable(source, e.Message));
        }
    }

    /// <summary>Reads a member. When as many are read as are expected (all, unless somebody says otherwise), the archive is closed.</summary>
    /// <param name="source">What the record calls it: <c>archive.zip!/path</c>.</param>
    public IngestResult Read(ZipMember member, string source, BulletinOptions options)
    {
        if (member.IsEncrypted)
        {
            return IngestResult.Failed(source, "unreadable", "it has a password; unpack the archive and give the folder");
        }

        MemoryStream bytes;
        try
        {
            lock (gate)
            {
                archive ??= OpenArchive(path);
                using var entry = archive.Entries[member.Index].Open();
                bytes = new MemoryStream((int)Math.Min(member.Length, ZipLimits.LargestEntry));
                entry.CopyTo(bytes);
                if (--left <= 0)
                {
                    Close();
                }
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            return IngestResult.Failed(source, "damaged", $"this entry of the archive is damaged: get the file again ({e.Message.TrimEnd('.')})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return IngestResult.Failed(Diagnostics.Messages.Unreadable(source, e.Message));
        }

        bytes.Position = 0;
        return IsNested(bytes) && !IsDocument(bytes)
            ? IngestResult.Failed(source, "unsupported", "an archive inside an archive; unpack the outer one and give the folder")
            : SourceReader.Read(bytes, source, options);
    }

    public void Dispose()
    {
        lock (gate)
        {
            Close();
        }
    }

    private void Close()
    {
        archive?.Dispose();
        archive = null;
    }

    // Latin-1 keeps the bytes of a name that does not say that it is UTF-8.
    private static ZipArchive OpenArchive(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 14), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);

    private static bool IsDamage(Exception e) => e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    private static bool IsNested(MemoryStream bytes) => bytes.GetBuffer().AsSpan(0, (int)Math.Min(4, bytes.Length)).SequenceEqual("PK\x03\x04"u8);

    // Word, Excel, OFD, EPUB and OpenDocument files are archives with a table of contents of these names.
    private static bool IsDocument(Stream stream)
    {
        try
        {
            stream.Position = 0;
            using var opened = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, Encoding.Latin1);
            return opened.Entries.Any(e => e.FullName is "[Content_Types].xml" or "OFD.xml" or "mimetype");
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    /// <summary>The name as it was meant: UTF-8 where it says so or is it, else GBK, which Chinese Windows writes.</summary>
    internal static string Name(string name)
    {
        // A control character is in no name; some would end the path in the middle.
        return string.Concat(Decode(name).Select(c => char.IsControl(c) ? '\uFFFD' : c)).Replace('\\', '/').TrimStart('/');
    }

    private static string Decode(string name)
    {
        if (name.AsSpan().IndexOfAnyExceptInRange('\0', '\u007f') < 0 || name.AsSpan().IndexOfAnyExceptInRange('\0', '\u00ff') >= 0)
        {
            return name;
        }

        var bytes = Encoding.Latin1.GetBytes(name);
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        try
        {
            return Gb.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return name;
        }
    }
}
