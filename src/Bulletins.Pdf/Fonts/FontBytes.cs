namespace Bulletins.Pdf.Fonts;

/// <summary>Reads big-endian numbers; beyond the end everything is 0, so that a cut-off font reads as far as it goes.</summary>
internal readonly struct FontBytes(byte[] data)
{
    public int Length => data.Length;

    public byte U8(long at) => at >= 0 && at < data.Length ? data[at] : (byte)0;

    public int U16(long at) => (U8(at) << 8) | U8(at + 1);

    public short I16(long at) => (short)U16(at);

    public uint U32(long at) => ((uint)U16(at) << 16) | (uint)U16(at + 2);

    /// <summary>A number of 1 to 4 bytes.</summary>
    public uint Offset(long at, int size)
    {
        uint value = 0;
        for (var i = 0; i < size; i++)
        {
            value = (value << 8) | U8(at + i);
        }

        return value;
    }

    public ReadOnlySpan<byte> Slice(long at, long length) =>
        at < 0 || at >= data.Length || length <= 0 ? [] : data.AsSpan((int)at, (int)Math.Min(length, data.Length - at));
}
