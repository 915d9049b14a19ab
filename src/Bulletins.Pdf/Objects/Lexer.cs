using System.Runtime.InteropServices;
using System.Text;

namespace Bulletins.Pdf.Objects;

internal enum TokenKind { End, Number, Name, String, ArrayOpen, ArrayClose, DictionaryOpen, DictionaryClose, Keyword }

/// <summary>Cuts bytes into tokens. The last token's value stands in the properties, so that a content stream allocates only its strings.</summary>
internal sealed class Lexer(byte[] data, int position, int end)
{
    // 0 regular, 1 white space, 2 delimiter.
    private static readonly byte[] Classes = MakeClasses();

    public static ReadOnlySpan<byte> WhiteSpace => "\0\t\n\f\r "u8;

    public Lexer(byte[] data) : this(data, 0, data.Length)
    {
    }

    public static Lexer Of(ReadOnlyMemory<byte> data) => MemoryMarshal.TryGetArray(data, out var part) ? new Lexer(part.Array!, part.Offset, part.Offset + part.Count) : new Lexer(data.ToArray());

    public byte[] Data { get; } = data;

    public int Position { get; set; } = position;

    public int Limit { get; } = Math.Min(end, data.Length);

    public double Number { get; private set; }

    public bool IsInteger { get; private set; }

    /// <summary>Where the last token begins.</summary>
    public int Start { get; private set; }

    public string Name { get; private set; } = "";

    public byte[] Text { get; private set; } = [];

    /// <summary>The last keyword.</summary>
    public ReadOnlySpan<byte> Keyword => Data.AsSpan(Start, Position - Start);

    public static bool IsWhite(byte b) => Classes[b] == 1;

    public static bool IsRegular(byte b) => Classes[b] == 0;

    public TokenKind Next()
    {
        SkipWhite();
        Start = Position;
        if (Position >= Limit)
        {
            return TokenKind.End;
        }

        var b = Data[Position];
        switch (b)
        {
            case (byte)'/':
                Position++;
                ReadName();
                return TokenKind.Name;
            case (byte)'(':
                Position++;
                Text = StringReader.Literal(this);
                return TokenKind.String;
            case (byte)'<' when Position + 1 < Limit && Data[Position + 1] == '<':
                Position += 2;
                return TokenKind.DictionaryOpen;
            case (byte)'<':
                Position++;
                Text = StringReader.Hex(this);
                return TokenKind.String;
            case (byte)'>' when Position + 1 < Limit && Data[Position + 1] == '>':
                Position += 2;
                return TokenKind.DictionaryClose;
            case (byte)'[':
                Position++;
                return TokenKind.ArrayOpen;
            case (byte)']':
                Position++;
                return TokenKind.ArrayClose;
            case (byte)'{' or (byte)'}' or (byte)'>' or (byte)')':
                Position++;
                return TokenKind.Keyword;
            case (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.':
                return ReadNumber();
            default:
                SkipRegular();
                return TokenKind.Keyword;
        }
    }

    public void SkipWhite()
    {
        while (Position < Limit)
        {
            var b = Data[Position];
            if (b == '%')
            {
                var length = Data.AsSpan(Position, Limit - Position).IndexOfAny((byte)'\r', (byte)'\n');
                Position = length < 0 ? Limit : Position + length;
            }
            else if (Classes[b] != 1)
            {
                return;
            }
            else
            {
                Position++;
            }
        }
    }

    private void SkipRegular()
    {
        while (Position < Limit && Classes[Data[Position]] == 0)
        {
            Position++;
        }
    }

    private TokenKind ReadNumber()
    {
        var negative = false;
        var i = Position;
        // "--5" is written by some producers and means -5.
        while (i < Limit && Data[i] is (byte)'+' or (byte)'-')
        {
            negative |= Data[i++] == '-';
        }

        double value = 0, scale = 1;
        var digits = 0;
        var dot = false;
        for (; i < Limit; i++)
        {
            var b = Data[i];
            if (b is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
                value = (value * 10) + (b - '0');
                scale *= dot ? 10 : 1;
            }
            else if (b == '.' && !dot)
            {
                dot = true;
            }
            else if (b == '-' && digits > 0)
            {
                // "12-34": what stands behind the stray sign is dropped, as other readers do.
                while (i < Limit && Classes[Data[i]] == 0)
                {
                    i++;
                }

                break;
            }
            else
            {
                break;
            }
        }

        if (digits == 0 && !dot)
        {
            SkipRegular();
            Position = Math.Max(Position, Start + 1);
            return TokenKind.Keyword;
        }

        Position = i;
        Number = (negative ? -value : value) / scale;
        Number = double.IsFinite(Number) ? Number : 0;
        IsInteger = !dot;
        return TokenKind.Number;
    }

    private void ReadName()
    {
        var start = Position;
        SkipRegular();
        var raw = Data.AsSpan(start, Position - start);
        Name = raw.Contains((byte)'#') ? Unescape(raw) : NameCache.Get(raw);
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var name = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]))
            {
                name.Append((char)((StringReader.HexValue(raw[i + 1]) << 4) | StringReader.HexValue(raw[i + 2])));
                i += 2;
            }
            else
            {
                name.Append((char)raw[i]);
            }
        }

        return name.ToString();
    }

    private static byte[] MakeClasses()
    {
        var classes = new byte[256];
        foreach (var b in WhiteSpace)
        {
            classes[b] = 1;
        }

        foreach (var b in "()<>[]{}/%"u8)
        {
            classes[b] = 2;
        }

        return classes;
    }
}
