using System.IO.Compression;

namespace Bulletins.Ingest;

/// <summary>How much an archive may hold. .NET never gives out more of an entry than the archive's directory declares, so that the declared sizes bound what is read.</summary>
internal static class ZipLimits
{
    public const int MostEntries = 100_000;
    public const long LargestEntry = 1L << 30;
    public const long LargestTotal = 4L << 30;

    // DEFLATE reaches 1,030; texts and the XML of documents stay under 100.
    private const int HighestRatio = 250;
    private const long SmallEntry = 1 << 20;

    /// <summary>Why an archive is not read, in words; null for one that keeps within the limits.</summary>
    public static string? Exceeded(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            return FormattableString.Invariant($"it holds {archive.Entries.Count:N0} entries, more than {MostEntries:N0}; unpack it and give the folder");
        }

        long total = 0;
        foreach (var entry in archive.Entries)
        {
            if (Exceeded(entry) is { } reason)
            {
                return reason;
            }

            total += entry.Length;
        }

        return total > LargestTotal ? FormattableString.Invariant($"it would unpack to {total:N0} bytes, more than {LargestTotal:N0}; unpack it and give the folder") : null;
    }

    private static string? Exceeded(ZipArchiveEntry entry) =>
        entry.Length > LargestEntry ? FormattableString.Invariant($"its entry {entry.FullName} would unpack to {entry.Length:N0} bytes, more than {LargestEntry:N0}; unpack it and give the folder")
        : entry.Length > SmallEntry && entry.Length / Math.Max(1, entry.CompressedLength) > HighestRatio
            ? FormattableString.Invariant($"its entry {entry.FullName} would unpack to {entry.Length / Math.Max(1, entry.CompressedLength):N0} times its size, more than {HighestRatio} times, as only a zip bomb does; nothing of it was read")
        : null;
}
