namespace Bulletins.Ingest;

/// <summary>Collects the bytes that are no character, neighbours as one run.</summary>
internal sealed class UndecodableLog
{
    /// <summary>Later runs are counted and not kept: a wrong encoding would give one for every other character.</summary>
    public const int Kept = 20;

    private const int ShownBytes = 16;
    private readonly List<(int Byte, int Count, int Char)> runs = [];
    private int behind = -1; // the last run

    public int RunCount { get; private set; }

    public long ByteCount { get; private set; }

    public void Add(int byteOffset, int count, int charOffset)
    {
        ByteCount += count;
        if (byteOffset == behind && RunCount <= Kept)
        {
            runs[^1] = runs[^1] with { Count = runs[^1].Count + count };
        }
        else if (byteOffset != behind && ++RunCount <= Kept)
        {
            runs.Add((byteOffset, count, charOffset));
        }

        behind = byteOffset + count;
    }

    public IEnumerable<Warning> Warnings(byte[] bytes, LineIndex lines, string encoding)
    {
        foreach (var (at, count, character) in runs)
        {
            var hex = string.Join(' ', bytes.AsSpan(at, Math.Min(count, ShownBytes)).ToArray().Select(b => $"{b:X2}"));
            var (line, column) = lines.Locate(character);
            yield return new Warning(
                "undecodable-bytes",
                $"{count} {(count == 1 ? "byte" : "bytes")} at offset {at} (column {column}): {hex}{(count > ShownBytes ? " …" : "")} is no {encoding}; U+FFFD stands there",
                line);
        }

        if (RunCount > Kept)
        {
            yield return new Warning(
                "undecodable-bytes",
                $"{RunCount - Kept} more such places; {ByteCount} bytes in all are no {encoding}: if the encoding is another, name it with --encoding ({string.Join(", ", KnownEncodings.Names)})",
                null);
        }
    }
}
