using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Content;

/// <summary>Skips an inline image: its entries up to ID, and its bytes up to an EI that content follows.</summary>
internal static class InlineImage
{
    public static void Skip(Lexer lexer)
    {
        var entries = new Dictionary<string, double>(StringComparer.Ordinal);
        var (key, samples, isPacked) = ("", 1, false);
        while (lexer.Next() is var kind && (kind != TokenKind.Keyword || !lexer.Keyword.SequenceEqual("ID"u8)))
        {
            switch (kind)
            {
                case TokenKind.End:
                case TokenKind.Keyword when lexer.Keyword.SequenceEqual("EI"u8):
                    return;
                case TokenKind.Name:
                    (samples, isPacked) = (Samples(lexer.Name) ?? samples, isPacked || lexer.Name is "F" or "Filter");
                    key = lexer.Name;
                    break;
                case TokenKind.Number:
                    entries[key] = lexer.Number;
                    break;
            }
        }

        var data = lexer.Data.AsSpan(0, lexer.Limit);
        var start = Math.Min(lexer.Position + 1, data.Length);
        var length = entries.TryGetValue("L", out var told) || entries.TryGetValue("Length", out told) ? told : isPacked ? 0 : Length(entries, samples);
        lexer.Position = length > 0 && length <= data.Length - start && End(data, start + (int)length, true) is { } end ? end : End(data, start, false) ?? lexer.Limit;
    }

    // Behind an EI; as the next word where the length is known, otherwise the first that content seems to follow.
    private static int? End(ReadOnlySpan<byte> data, int at, bool isNext)
    {
        while (true)
        {
            var next = data[at..].IndexOf("EI"u8);
            if (next < 0 || (isNext && (next > 3 || data.Slice(at, next).ContainsAnyExcept(Lexer.WhiteSpace))))
            {
                return null;
            }

            at += next + 2;
            if ((isNext || at < 3 || Lexer.IsWhite(data[at - 3])) && (at == data.Length || (Lexer.IsWhite(data[at]) && LooksLikeContent(data[at..]))))
            {
                return at;
            }
        }
    }

    // Bytes of an image that no filter has packed.
    private static double Length(Dictionary<string, double> entries, int samples)
    {
        var bits = Entry("BPC", "BitsPerComponent", 1);
        return Math.Ceiling(Entry("W", "Width", 0) * bits * samples / 8) * Entry("H", "Height", 0);

        double Entry(string brief, string full, double usual) => entries.TryGetValue(brief, out var n) || entries.TryGetValue(full, out n) ? n : usual;
    }

    private static int? Samples(string space) => space switch { "RGB" or "DeviceRGB" => 3, "CMYK" or "DeviceCMYK" => 4, _ => null };

    private static bool LooksLikeContent(ReadOnlySpan<byte> data)
    {
        foreach (var b in data[..Math.Min(12, data.Length)])
        {
            if (b is > 0x7E or (< 0x20 and not (9 or 10 or 13 or 0)))
            {
                return false;
            }
        }

        return true;
    }
}
