using System.Text;
using System.Text.Encodings.Web;

namespace Bulletins.Export;

/// <summary>Escapes what JSON demands and what cannot be seen, and nothing else: Chinese stays Chinese outside the basic plane too,
/// and the ideographic space stays itself.</summary>
public sealed class ReadableJsonEncoder : JavaScriptEncoder
{
    private ReadableJsonEncoder()
    {
    }

    public static ReadableJsonEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 12; // \ud842\udfb7

    public override bool WillEncode(int unicodeScalar) => unicodeScalar switch
    {
        '"' or '\\' => true,
        < 0x20 => true,
        >= 0x7f and < 0xa0 => true,
        0xad or 0xfeff => true, // soft hyphen, byte order mark
        >= 0x200b and <= 0x200f => true, // zero width and direction marks
        >= 0x2028 and <= 0x202e => true, // line separators and direction overrides
        >= 0x2060 and <= 0x206f => true,
        >= 0xd800 and <= 0xdfff => true,
        >= 0xe000 and <= 0xf8ff => true, // private use: no two fonts agree
        0xfffe or 0xffff => true,
        _ => false,
    };

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < span.Length; i++)
        {
            if (char.IsHighSurrogate(span[i]) && i + 1 < span.Length && char.IsLowSurrogate(span[i + 1]))
            {
                i++;
            }
            else if (WillEncode(span[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        numberOfCharactersWritten = 0;
        var shorthand = unicodeScalar switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', '\b' => 'b', '\f' => 'f', _ => '\0' };
        if (shorthand != '\0')
        {
            return Put(target, ['\\', shorthand], ref numberOfCharactersWritten);
        }

        Span<char> units = stackalloc char[2];
        units = units[..new Rune(unicodeScalar).EncodeToUtf16(units)];
        if (!WillEncode(unicodeScalar))
        {
            return Put(target, units, ref numberOfCharactersWritten);
        }

        foreach (var unit in units)
        {
            ReadOnlySpan<char> hex = "0123456789abcdef";
            if (!Put(target, ['\\', 'u', hex[unit >> 12], hex[(unit >> 8) & 15], hex[(unit >> 4) & 15], hex[unit & 15]], ref numberOfCharactersWritten))
            {
                numberOfCharactersWritten = 0;
                return false;
            }
        }

        return true;
    }

    private static bool Put(Span<char> target, ReadOnlySpan<char> characters, ref int written)
    {
        if (!characters.TryCopyTo(target[written..]))
        {
            return false;
        }

        written += characters.Length;
        return true;
    }
}
