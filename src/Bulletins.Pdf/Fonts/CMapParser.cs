using System.Text;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Fonts;

/// <summary>Reads the CMap files that fonts hold. PostScript is not run: only the operators that list codes are looked for.</summary>
internal sealed class CMapParser(byte[] bytes, Budget budget)
{
    private const int MaxEntries = 400_000;
    private readonly Lexer lexer = new(bytes);

    /// <param name="vertical">What the stream's dictionary says of the writing mode.</param>
    /// <param name="parent">The map of its UseCMap entry.</param>
    public EmbeddedMap Parse(bool vertical, CharacterMap? parent)
    {
        parent ??= UseCMap();
        var map = new EmbeddedMap(vertical || (WritingMode() ?? parent is { IsVertical: true }), parent);
        while (lexer.Next() is var kind and not TokenKind.End && map.Count < MaxEntries)
        {
            if (kind != TokenKind.Keyword)
            {
                continue;
            }

            var word = lexer.Keyword;
            if (word.SequenceEqual("begincodespacerange"u8))
            {
                while (Code(out var low, out var length) && Code(out var high, out _))
                {
                    map.AddSpace(Math.Clamp(length, 1, 4), (uint)low, (uint)high);
                }
            }
            else if (word.SequenceEqual("beginbfchar"u8))
            {
                Each(() => BaseCharacter(map), map);
            }
            else if (word.SequenceEqual("beginbfrange"u8))
            {
                Each(() => BaseRange(map), map);
            }
            else if (word.SequenceEqual("begincidchar"u8))
            {
                Each(() => CidCharacter(map), map);
            }
            else if (word.SequenceEqual("begincidrange"u8))
            {
                Each(() => CidRange(map), map);
            }
        }

        return map;
    }

    private void Each(Func<bool> entry, EmbeddedMap map)
    {
        while (map.Count < MaxEntries && entry())
        {
            budget.Tick();
        }
    }

    private bool BaseCharacter(EmbeddedMap map)
    {
        if (!Code(out var code, out _))
        {
            return false;
        }

        switch (lexer.Next())
        {
            case TokenKind.String:
                AddText(map, code, lexer.Text);
                return true;
            case TokenKind.Name:
                if (GlyphNames.Text(lexer.Name) is { } text)
                {
                    map.AddText(code, text);
                }

                return true;
            default:
                return false;
        }
    }

    private bool BaseRange(EmbeddedMap map)
    {
        if (!Code(out var low, out _) || !Code(out var high, out _))
        {
            return false;
        }

        switch (lexer.Next())
        {
            case TokenKind.String:
                if (high - low is >= 0 and < 4)
                {
                    for (var i = low; i <= high; i++)
                    {
                        AddText(map, i, lexer.Text, i - low);
                    }
                }
                else if (high >= low && (Text(lexer.Text) ?? (lexer.Text is [0, 0] ? "\0" : null)) is { } text)
                {
                    // "<0000> <FFFF> <0000>": codes that are UTF-16 themselves.
                    map.AddTexts(low, high, text);
                }

                return true;
            case TokenKind.ArrayOpen:
                while (lexer.Next() is TokenKind.String && map.Count < MaxEntries)
                {
                    AddText(map, low++, lexer.Text);
                }

                return true;
            default:
                return false;
        }
    }

    private bool CidCharacter(EmbeddedMap map)
    {
        if (!Code(out var code, out _) || lexer.Next() != TokenKind.Number)
        {
            return false;
        }

        map.AddCid(code, (int)Math.Clamp(lexer.Number, 0, 65535));
        return true;
    }

    private bool CidRange(EmbeddedMap map)
    {
        if (!Code(out var low, out _) || !Code(out var high, out _) || lexer.Next() != TokenKind.Number)
        {
            return false;
        }

        map.AddCids(low, high, (int)Math.Clamp(lexer.Number, 0, 65535));
        return true;
    }

    // The next token as a code; false at the end of a list.
    private bool Code(out int code, out int length)
    {
        (code, length) = (0, 0);
        if (lexer.Next() != TokenKind.String)
        {
            return false;
        }

        length = lexer.Text.Length;
        foreach (var b in lexer.Text)
        {
            code = (code << 8) | b;
        }

        return true;
    }

    private static void AddText(EmbeddedMap map, int code, byte[] utf16, int shift = 0)
    {
        if (Text(utf16) is { } text && EmbeddedMap.Shift(text, shift) is { } shifted)
        {
            map.AddText(code, shifted);
        }
    }

    // Null for what says nothing: no character, a control character, U+FFFD, half a pair.
    private static string? Text(byte[] utf16)
    {
        var text = utf16.Length == 1 ? ((char)utf16[0]).ToString() : Encoding.BigEndianUnicode.GetString(utf16, 0, Math.Min(64, utf16.Length & ~1));
        text = text.TrimEnd('\0');
        return text.Length == 0 || text.Contains('\uFFFD', StringComparison.Ordinal) || text[0] is < ' ' and not ('\t' or '\n' or '\r') ? null : text;
    }

    // True for down; null where the map does not say.
    private bool? WritingMode()
    {
        var at = bytes.AsSpan().IndexOf("/WMode"u8);
        return at >= 0 && new Lexer(bytes, at + 6, bytes.Length) is var mode && mode.Next() == TokenKind.Number ? mode.Number == 1 : null;
    }

    private CharacterMap? UseCMap()
    {
        var at = bytes.AsSpan().IndexOf("usecmap"u8);
        var slash = at < 0 ? -1 : bytes.AsSpan(0, at).LastIndexOf((byte)'/');
        return slash >= 0 && at - slash < 64 ? PredefinedMaps.Find(Encoding.Latin1.GetString(bytes, slash + 1, at - slash - 1).Trim()) : null;
    }
}
