using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Content;

/// <summary>Skips an inline image: its entries up to ID, and its bytes up to an EI that content follows.</summary>
internal static class InlineImage
{
    public static void Skip(Lexer lexer)
    {
        while (lexer.Next() is var kind && (kind != TokenKind.Keyword || !lexer.Keyword.SequenceEqual("ID"u8)))
        {
            if (kind == TokenKind.End || (kind == TokenKind.Keyword && lexer.Keyword.SequenceEqual("EI"u8)))
            {
                return;
            }
        }

        var data = lexer.Data.AsSpan(0, lexer.Limit);
        for (var at = Math.Min(lexer.Position + 1, data.Length); ;)
        {
            var next = data[at..].IndexOf("EI"u8);
            if (next < 0)
            {
                lexer.Position = lexer.Limit;
                return;
            }

            at += next + 2;
            if ((at < 3 || Lexer.IsWhite(data[at - 3])) && (at == data.Length || (Lexer.IsWhite(data[at]) && LooksLikeContent(data[at..]))))
            {
                lexer.Position = at;
                return;
            }
        }
    }

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
