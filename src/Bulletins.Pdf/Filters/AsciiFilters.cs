using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Filters;

/// <summary>The two filters that write bytes as text.</summary>
internal static class AsciiFilters
{
    public static void DecodeHex(ReadOnlySpan<byte> input, CappedBuffer output)
    {
        var high = -1;
        foreach (var b in input)
        {
            if (b == '>')
            {
                break;
            }

            if (!char.IsAsciiHexDigit((char)b))
            {
                continue;
            }

            var value = Objects.StringReader.HexValue(b);
            if (high < 0)
            {
                high = value;
            }
            else
            {
                output.Add((byte)((high << 4) | value));
                high = -1;
            }
        }

        if (high >= 0)
        {
            output.Add((byte)(high << 4));
        }
    }

    public static void Decode85(ReadOnlySpan<byte> input, CappedBuffer output)
    {
        input = input.TrimStart("\0\t\n\f\r "u8);
        input = input.StartsWith("<~"u8) ? input[2..] : input;
        var (group, count) = (0u, 0);
        foreach (var b in input)
        {
            if (b == '~')
            {
                break;
            }

            if (b == 'z' && count == 0)
            {
                output.Repeat(0, 4);
                continue;
            }

            if (b is < (byte)'!' or > (byte)'u')
            {
                if (Lexer.IsWhite(b))
                {
                    continue;
                }

                break;
            }

            group = unchecked((group * 85) + (uint)(b - '!'));
            if (++count == 5)
            {
                Write(group, 4, output);
                (group, count) = (0, 0);
            }
        }

        if (count > 1)
        {
            var bytes = count - 1;
            for (; count < 5; count++)
            {
                group = unchecked((group * 85) + 84);
            }

            Write(group, bytes, output);
        }
    }

    private static void Write(uint group, int bytes, CappedBuffer output)
    {
        for (var i = 0; i < bytes; i++)
        {
            output.Add((byte)(group >> (24 - (8 * i))));
        }
    }
}
