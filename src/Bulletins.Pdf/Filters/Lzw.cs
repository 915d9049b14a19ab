namespace Bulletins.Pdf.Filters;

/// <summary>LZW with codes of 9 to 12 bits, most significant bit first.</summary>
internal static class Lzw
{
    private const int Clear = 256;
    private const int End = 257;

    /// <param name="early">Codes grow one entry early, as the default says.</param>
    public static void Decode(ReadOnlySpan<byte> input, CappedBuffer output, bool early)
    {
        var prefix = new short[4096];
        var last = new byte[4096];
        var lengths = new int[4096];
        for (var i = 0; i < 256; i++)
        {
            (last[i], lengths[i]) = ((byte)i, 1);
        }

        var (next, width, previous) = (258, 9, -1);
        var (bits, held) = (0u, 0);
        var buffer = new byte[4097];
        foreach (var b in input)
        {
            bits = (bits << 8) | b;
            held += 8;
            if (held < width)
            {
                continue;
            }

            held -= width;
            var code = (int)(bits >> held) & ((1 << width) - 1);
            if (code == End || output.IsFull)
            {
                return;
            }

            if (code == Clear)
            {
                (next, width, previous) = (258, 9, -1);
                continue;
            }

            if (code > next || (code == next && previous < 0) || (code >= 256 && code < 258))
            {
                return; // damaged
            }

            // The code that is being defined right now: the previous one and its own first byte.
            var source = code == next ? previous : code;
            var length = lengths[source];
            for (var (at, i) = (source, length - 1); i >= 0; i--)
            {
                buffer[i] = last[at];
                at = prefix[at];
            }

            if (code == next)
            {
                buffer[length++] = buffer[0];
            }

            output.Add(buffer.AsSpan(0, length));
            if (previous >= 0 && next < 4096)
            {
                prefix[next] = (short)previous;
                last[next] = buffer[0];
                lengths[next] = lengths[previous] + 1;
                next++;
            }

            previous = code;
            var grown = next + (early ? 1 : 0);
            width = grown >= 2048 ? 12 : grown >= 1024 ? 11 : grown >= 512 ? 10 : 9;
        }
    }
}
