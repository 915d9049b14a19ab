namespace Bulletins.Pdf.Filters;

/// <summary>Takes bytes until it is full; what comes then is dropped.</summary>
internal sealed class CappedBuffer(int capacity, int expected)
{
    private byte[] bytes = new byte[(int)Math.Min(capacity, Math.Max(256, expected * 3L))];

    public int Length { get; private set; }

    public bool IsFull { get; private set; }

    public ReadOnlyMemory<byte> ToMemory() => bytes.AsMemory(0, Length);

    /// <summary>Room for at least one byte to write into, then <see cref="Advance"/>; empty when full.</summary>
    public Span<byte> Space()
    {
        if (Length == bytes.Length && !Grow(Length + 1))
        {
            return [];
        }

        return bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Add(byte value)
    {
        if (Length < bytes.Length || Grow(Length + 1))
        {
            bytes[Length++] = value;
        }
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        if (Length + (long)values.Length > bytes.Length && !Grow(Length + (long)values.Length))
        {
            values = values[..(bytes.Length - Length)];
        }

        values.CopyTo(bytes.AsSpan(Length));
        Length += values.Length;
    }

    public void Repeat(byte value, int count)
    {
        if (Length + (long)count > bytes.Length && !Grow(Length + (long)count))
        {
            count = bytes.Length - Length;
        }

        bytes.AsSpan(Length, count).Fill(value);
        Length += count;
    }

    // False when the cap cuts it short; the buffer is then as large as it may be.
    private bool Grow(long wanted)
    {
        var size = (int)Math.Min(capacity, Math.Max(wanted, bytes.Length * 2L));
        if (size > bytes.Length)
        {
            Array.Resize(ref bytes, size);
        }

        IsFull = wanted > capacity;
        return !IsFull;
    }
}
