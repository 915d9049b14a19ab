namespace Bulletins.Tests.Pdf;

/// <summary>The filters the other way round.</summary>
internal static class Encoders
{
    public static byte[] Lzw(byte[] data, bool early)
    {
        var output = new List<byte>();
        var (held, count) = (0u, 0);
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        var width = 9;
        var prefix = "";
        Reset();
        Write(256);
        foreach (var b in data)
        {
            var longer = prefix + (char)b;
            if (table.ContainsKey(longer))
            {
                prefix = longer;
                continue;
            }

            Write(table[prefix]);
            table[longer] = table.Count + 2;
            var next = table.Count + 2 + (early ? 1 : 0);
            // The reader is one entry behind the writer.
            width = next - 1 >= 2048 ? 12 : next - 1 >= 1024 ? 11 : next - 1 >= 512 ? 10 : 9;
            if (table.Count + 2 >= 4094)
            {
                Write(256);
                Reset();
            }

            prefix = ((char)b).ToString();
        }

        if (prefix.Length > 0)
        {
            Write(table[prefix]);
        }

        width = table.Count + 2 + (early ? 1 : 0) is var last && last >= 2048 ? 12 : last >= 1024 ? 11 : last >= 512 ? 10 : 9;
        Write(257);
        output.Add((byte)(held << (8 - count)));
        return [.. output];

        void Reset()
        {
            table.Clear();
            for (var i = 0; i < 256; i++)
            {
                table[((char)i).ToString()] = i;
            }

            width = 9;
        }

        void Write(int code)
        {
            held = (held << width) | (uint)code;
            for (count += width; count >= 8; count -= 8)
            {
                output.Add((byte)(held >> (count - 8)));
            }
        }
    }

    public static byte[] Ascii85(byte[] data)
    {
        var output = new List<byte>();
        for (var i = 0; i < data.Length; i += 4)
        {
            var length = Math.Min(4, data.Length - i);
            uint group = 0;
            for (var k = 0; k < 4; k++)
            {
                group = (group << 8) | (k < length ? data[i + k] : 0u);
            }

            if (group == 0 && length == 4)
            {
                output.Add((byte)'z');
                continue;
            }

            var digits = new byte[5];
            for (var k = 4; k >= 0; k--)
            {
                digits[k] = (byte)('!' + (group % 85));
                group /= 85;
            }

            output.AddRange(digits.AsSpan(0, length + 1));
        }

        return [.. output, .. "~>"u8];
    }

    public static byte[] RunLength(byte[] data)
    {
        var output = new List<byte>();
        for (var i = 0; i < data.Length;)
        {
            var run = 1;
            while (run < 128 && i + run < data.Length && data[i + run] == data[i])
            {
                run++;
            }

            if (run > 2)
            {
                output.AddRange([(byte)(257 - run), data[i]]);
                i += run;
                continue;
            }

            var length = Math.Min(100, data.Length - i);
            output.Add((byte)(length - 1));
            output.AddRange(data.AsSpan(i, length));
            i += length;
        }

        return [.. output, 128];
    }

    /// <summary>Rows as the filters of PNG make them, each with its kind in front; kind 5 takes another one for each row.</summary>
    /// <param name="row">Bytes of a row.</param>
    /// <param name="sample">Bytes from a sample to the one left of it.</param>
    public static byte[] Png(byte[] data, int row, int sample, int kind)
    {
        var output = new List<byte>();
        for (var start = 0; start < data.Length; start += row)
        {
            var filter = kind == 5 ? start / row % 5 : kind;
            output.Add((byte)filter);
            for (var i = start; i < Math.Min(data.Length, start + row); i++)
            {
                int left = i - sample >= start ? data[i - sample] : 0, up = i >= row ? data[i - row] : 0, corner = i - sample >= start && i >= row ? data[i - row - sample] : 0;
                var near = new[] { left, up, corner }.MinBy(n => Math.Abs(left + up - corner - n));
                output.Add((byte)(data[i] - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => near, _ => 0 }));
            }
        }

        return [.. output];
    }

    /// <summary>Each sample less the one of its colour to the left; rows that do not fill their last byte are not made.</summary>
    public static byte[] Tiff(byte[] data, int columns, int colors, int bits)
    {
        var samples = data.SelectMany(b => Enumerable.Range(0, 8).Select(i => (b >> (7 - i)) & 1)).Chunk(bits).Select(c => c.Aggregate(0, (n, bit) => (n << 1) | bit)).ToList();
        var differences = samples.Select((s, i) => i % (columns * colors) < colors ? s : s - samples[i - colors]);
        return [.. differences.SelectMany(d => Enumerable.Range(0, bits).Select(i => (d >> (bits - 1 - i)) & 1)).Chunk(8).Select(c => (byte)c.Aggregate(0, (n, bit) => (n << 1) | bit))];
    }
}
