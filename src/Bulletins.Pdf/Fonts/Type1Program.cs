using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Fonts;

/// <summary>Reads the encoding in the clear part of a Type 1 font: <c>dup 65 /A put</c>.</summary>
internal sealed class Type1Program : FontProgram
{
    private readonly Dictionary<int, string> names = [];

    public Type1Program(byte[] data)
    {
        var at = data.AsSpan().IndexOf("/Encoding"u8);
        if (at < 0)
        {
            return;
        }

        var lexer = new Lexer(data, at + 9, data.Length);
        var tokens = 0;
        while (lexer.Next() is var kind and not TokenKind.End && tokens++ < 20_000)
        {
            if (kind != TokenKind.Keyword)
            {
                continue;
            }

            if (lexer.Keyword.SequenceEqual("def"u8) || lexer.Keyword.SequenceEqual("readonly"u8) || lexer.Keyword.SequenceEqual("StandardEncoding"u8))
            {
                return;
            }

            if (lexer.Keyword.SequenceEqual("dup"u8) && lexer.Next() == TokenKind.Number)
            {
                var code = (int)Math.Clamp(lexer.Number, 0, 255);
                if (lexer.Next() == TokenKind.Name)
                {
                    names[code] = lexer.Name;
                }
            }
        }
    }

    public override string? TextOfGlyph(int glyph) => null;

    public override string? NameOfCode(int code) => names.GetValueOrDefault(code);
}
