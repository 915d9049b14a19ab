using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Bulletins.Pdf.Filters;

/// <summary>zlib data. A damaged stream gives what stands before the damage.</summary>
internal static class Flate
{
    public static void Decode(ReadOnlyMemory<byte> input, CappedBuffer output, Budget budget)
    {
        // The two bytes in front say little, and are wrong in some files; the checksum behind is not looked at.
        var head = input.Length >= 2 && (input.Span[0] & 15) == 8 && ((input.Span[0] << 8) | input.Span[1]) % 31 == 0 ? 2 : 0;
        if (!Inflate(input[head..], output, budget) && output.Length == 0 && head == 0 && input.Length > 2)
        {
            Inflate(input[2..], output, budget);
        }
    }

    private static bool Inflate(ReadOnlyMemory<byte> input, CappedBuffer output, Budget budget)
    {
        using var source = MemoryMarshal.TryGetArray(input, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, false)
            : new MemoryStream(input.ToArray());
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                var space = output.Space();
                // Small steps: what a failing call had unpacked is lost.
                var read = space.IsEmpty ? 0 : inflater.Read(space[..Math.Min(space.Length, 16384)]);
                if (read == 0)
                {
                    return true;
                }

                output.Advance(read);
                budget.Tick(64);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
