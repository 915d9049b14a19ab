using System.Buffers;

namespace Bulletins.Pdf.Objects;

/// <summary>Reads literal and hexadecimal strings behind their opening mark.</summary>
internal static class StringReader
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("()\\\r"u8);

    public static byte[] Literal(Lexer lexer)
    {
        var data = lexer.Data.AsSpan(0, lexer.Limit);
        var at = lexer.Position;
        var first = data[at..].IndexOfAny(Special);
        if (first >= 0 && data[at + first] == ')')
        {
            lexer.Position = at + first + 1;
            return data.Slice(at, first).ToArray();
        }

        var text = new List<byte>();
        var open = 1;
        while (at < data.Length)
        {
            var b = data[at++];
            switch (b)
            {
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    lexer.Position = at;
                    return [.. text];
                case (byte)'\r':
                    at += at < data.Length && data[at] == '\n' ? 1 : 0;
                    b = (byte)'\n';
                    break;
                case (byte)'\\':
                    Escape(data, ref at, text);
                    continue;
            }

            text.Add(b);
        }

        lexer.Position = at;
        return [.. text];
    }

    public static byte[] Hex(Lexer lexer)
    {
        var data = lexer.Data.AsSpan(0, lexer.Limit);
        var close = data[lexer.Position..].IndexOf((byte)'>');
        var raw = close < 0 ? data[lexer.Position..] : data.Slice(lexer.Position, close);
        lexer.Position += close < 0 ? raw.Length : close + 1;
        var text = new byte[(raw.Length + 1) / 2];
        if (raw.Length % 2 == 0 && Convert.FromHexString(raw, text, out _, out _) == OperationStatus.Done)
        {
            return text;
        }

        text.AsSpan().Clear();
        var digits = 0;
        foreach (var b in raw)
        {
            if (char.IsAsciiHexDigit((char)b))
            {
                text[digits >> 1] |= (byte)(HexValue(b) << ((digits & 1) == 0 ? 4 : 0));
                digits++;
            }
        }

        return (digits + 1) / 2 == text.Length ? text : text[..((digits + 1) / 2)];
    }

    public static int HexValue(byte b) => b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;

    private static void Escape(ReadOnlySpan<byte> data, ref int at, List<byte> text)
    {
        if (at >= data.Length)
        {
            return;
        }

        var b = data[at++];
        switch (b)
        {
            case (byte)'\n':
                return;
            case (byte)'\r':
                at += at < data.Length && data[at] == '\n' ? 1 : 0;
                return;
            case >= (byte)'0' and <= (byte)'7':
                var value = b - '0';
                for (var i = 0; i < 2 && at < data.Length && data[at] is >= (byte)'0' and <= (byte)'7'; i++)
                {
                    value = (value << 3) | (data[at++] - '0');
                }

                text.Add((byte)value);
                return;
            default:
                text.Add(b switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => b });
                return;
        }
    }
}
