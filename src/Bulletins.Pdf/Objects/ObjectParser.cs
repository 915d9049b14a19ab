namespace Bulletins.Pdf.Objects;

/// <summary>Builds objects out of tokens. Strings are decrypted as they are read where <paramref name="decrypt"/> is given.</summary>
internal sealed class ObjectParser(Lexer lexer, int nesting, Func<byte[], byte[]>? decrypt = null)
{
    public Lexer Lexer { get; } = lexer;

    /// <summary>The next object; a keyword that is none of true, false, null gives <see cref="Unreadable"/>.</summary>
    public object? Read() => Read(Lexer.Next(), 0);

    /// <summary>The object that begins with a token just read.</summary>
    public object? Read(TokenKind first) => Read(first, 0);

    /// <summary>Stands for what is no object: a keyword, a stray bracket, the end.</summary>
    public static object Unreadable { get; } = new();

    private object? Read(TokenKind kind, int depth)
    {
        if (depth > nesting)
        {
            throw new PdfFormatException("objects stand in one another too deeply");
        }

        switch (kind)
        {
            case TokenKind.Number:
                return NumberOrReference();
            case TokenKind.Name:
                return new PdfName(Lexer.Name);
            case TokenKind.String:
                return new PdfString(decrypt is null ? Lexer.Text : decrypt(Lexer.Text));
            case TokenKind.ArrayOpen:
                return Array(depth);
            case TokenKind.DictionaryOpen:
                return Dictionary(depth);
            case TokenKind.Keyword:
                var word = Lexer.Keyword;
                return word.SequenceEqual("true"u8) ? true : word.SequenceEqual("false"u8) ? false : word.SequenceEqual("null"u8) ? null : Unreadable;
            default:
                return Unreadable;
        }
    }

    private PdfArray Array(int depth)
    {
        var array = new PdfArray();
        while (true)
        {
            var kind = Lexer.Next();
            if (kind is TokenKind.ArrayClose or TokenKind.End || IsBeyond(kind))
            {
                return array;
            }

            var item = Read(kind, depth + 1);
            if (item != Unreadable)
            {
                array.Items.Add(item);
            }
        }
    }

    private PdfDictionary Dictionary(int depth)
    {
        var dictionary = new PdfDictionary();
        while (true)
        {
            var kind = Lexer.Next();
            if (kind is TokenKind.DictionaryClose or TokenKind.End || IsBeyond(kind))
            {
                return dictionary;
            }

            if (kind != TokenKind.Name)
            {
                continue;
            }

            var key = Lexer.Name;
            kind = Lexer.Next();
            if (kind is TokenKind.DictionaryClose or TokenKind.End || IsBeyond(kind))
            {
                return dictionary;
            }

            var value = Read(kind, depth + 1);
            if (value != Unreadable)
            {
                dictionary.Entries[key] = value;
            }
        }
    }

    // An array or dictionary that was never closed ends where its object does.
    private bool IsBeyond(TokenKind kind)
    {
        if (kind == TokenKind.Keyword && (Lexer.Keyword.SequenceEqual("endobj"u8) || Lexer.Keyword.SequenceEqual("stream"u8) || Lexer.Keyword.SequenceEqual("obj"u8)))
        {
            Lexer.Position = Lexer.Start;
            return true;
        }

        return false;
    }

    private object NumberOrReference()
    {
        var number = Lexer.Number;
        if (!Lexer.IsInteger || number is < 0 or > int.MaxValue)
        {
            return number;
        }

        var after = Lexer.Position;
        if (Lexer.Next() == TokenKind.Number && Lexer.IsInteger && Lexer.Number is >= 0 and <= 65535)
        {
            var generation = (int)Lexer.Number;
            if (Lexer.Next() == TokenKind.Keyword && Lexer.Keyword.Length == 1 && Lexer.Keyword[0] == 'R')
            {
                return new PdfReference((int)number, generation);
            }
        }

        Lexer.Position = after;
        return number;
    }
}
