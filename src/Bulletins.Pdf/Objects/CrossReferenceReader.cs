namespace Bulletins.Pdf.Objects;

/// <summary>Reads cross-reference tables and streams, newest first: updates, hybrid files and junk before the header included.</summary>
internal sealed class CrossReferenceReader(PdfFile file)
{
    private readonly CrossReference result = new();
    private readonly HashSet<int> seen = [];

    /// <summary>Null where the chain is broken, so that the file has to be searched for its objects.</summary>
    public CrossReference? Read()
    {
        var data = file.Data;
        var tail = data.AsSpan(Math.Max(0, data.Length - 4096));
        var mark = tail.LastIndexOf("startxref"u8);
        if (mark < 0)
        {
            return null;
        }

        var lexer = new Lexer(data, data.Length - tail.Length + mark + 9, data.Length);
        if (lexer.Next() != TokenKind.Number || !Section((int)Math.Min(lexer.Number, int.MaxValue), true))
        {
            return null;
        }

        return result.Trailer.Has("Root") ? result : null;
    }

    private bool Section(int offset, bool newest)
    {
        // Sections are chained in a loop, not by recursion: a file may hold thousands of updates.
        for (int? next = offset; next is { } at; newest = false)
        {
            if (!seen.Add(at) || at < 0)
            {
                return true;
            }

            file.Budget.CheckClock();
            var dictionary = ReadAt(at) ?? (file.HeaderOffset > 0 ? ReadAt(at + file.HeaderOffset) : null);
            if (dictionary is null)
            {
                return false;
            }

            foreach (var (key, value) in dictionary.Entries)
            {
                if (newest || !result.Trailer.Has(key))
                {
                    result.Trailer.Entries[key] = value;
                }
            }

            next = dictionary.Raw("Prev") is double previous ? (int)Math.Clamp(previous, -1, int.MaxValue) : null;
        }

        return true;
    }

    private PdfDictionary? ReadAt(int offset)
    {
        if (offset < 0 || offset >= file.Data.Length)
        {
            return null;
        }

        var lexer = new Lexer(file.Data, offset, file.Data.Length);
        if (lexer.Next() == TokenKind.Keyword && lexer.Keyword.SequenceEqual("xref"u8))
        {
            return Table(lexer);
        }

        return StreamAt(offset);
    }

    private PdfStream? StreamAt(int offset) => file.ParseAt(offset, null, out _) is PdfStream stream && stream.Raw("W") is PdfArray widths ? Stream(stream, widths) : null;

    private PdfDictionary? Table(Lexer lexer)
    {
        var found = new List<(int Number, int Offset, bool Used)>();
        while (true)
        {
            var kind = lexer.Next();
            if (kind == TokenKind.Keyword && lexer.Keyword.SequenceEqual("trailer"u8))
            {
                break;
            }

            if (kind != TokenKind.Number)
            {
                return null;
            }

            var first = (int)Math.Clamp(lexer.Number, 0, int.MaxValue);
            if (lexer.Next() != TokenKind.Number)
            {
                return null;
            }

            for (var (i, count) = (0, lexer.Number); i < count; i++)
            {
                file.Budget.Tick();
                if (lexer.Next() != TokenKind.Number)
                {
                    return null;
                }

                var offset = (int)Math.Clamp(lexer.Number, 0, int.MaxValue);
                if (lexer.Next() != TokenKind.Number || lexer.Next() != TokenKind.Keyword)
                {
                    return null;
                }

                found.Add((first + i, offset, lexer.Keyword.SequenceEqual("n"u8)));
                file.CheckCount(found.Count);
            }
        }

        if (new ObjectParser(lexer, file.Budget.Limits.Nesting).Read() is not PdfDictionary trailer)
        {
            return null;
        }

        foreach (var (number, offset, used) in found)
        {
            if (used && offset > 0)
            {
                result.Add(number, new ObjectPlace(offset, 0, 0));
            }
        }

        // A hybrid file calls free what old readers must not see, and keeps it in a stream beside the table.
        if (trailer.Raw("XRefStm") is double hybrid && seen.Add((int)hybrid))
        {
            _ = StreamAt((int)hybrid) ?? StreamAt((int)hybrid + file.HeaderOffset);
        }

        foreach (var (number, _, used) in found)
        {
            if (!used && number > 0)
            {
                result.Add(number, ObjectPlace.Free);
            }
        }

        return trailer;
    }

    private PdfStream? Stream(PdfStream stream, PdfArray widths)
    {
        if (widths.Count < 3 || widths.Items.Any(w => w is not (double and >= 0 and <= 8)))
        {
            return null;
        }

        var (a, b, c) = ((int)(double)widths.Items[0]!, (int)(double)widths.Items[1]!, (int)(double)widths.Items[2]!);
        var row = a + b + c;
        if (row == 0)
        {
            return null;
        }

        var bytes = file.Decode(stream).AsSpan();
        var size = stream.Raw("Size") is double s ? s : bytes.Length / row;
        var index = stream.Raw("Index") is PdfArray array ? array.Items.OfType<double>().ToArray() : [0, size];
        for (var i = 0; i + 1 < index.Length; i += 2)
        {
            for (var k = 0; k < index[i + 1] && bytes.Length >= row; k++)
            {
                file.Budget.Tick();
                file.CheckCount(result.Places.Count);
                var number = index[i] + k;
                var type = a == 0 ? 1 : Field(bytes, 0, a);
                var (second, third) = (Field(bytes, a, b), Field(bytes, a + b, c));
                bytes = bytes[row..];
                if (type == 0 && number is > 0 and <= int.MaxValue)
                {
                    result.Add((int)number, ObjectPlace.Free);
                    continue;
                }

                if (number > int.MaxValue || second is 0 or > int.MaxValue)
                {
                    continue;
                }

                if (type == 1)
                {
                    result.Add((int)number, new ObjectPlace((int)second, 0, 0));
                }
                else if (type == 2)
                {
                    result.Add((int)number, new ObjectPlace(0, (int)second, (int)Math.Min(third, int.MaxValue)));
                }
            }
        }

        return stream;
    }

    private static ulong Field(ReadOnlySpan<byte> row, int start, int width)
    {
        ulong value = 0;
        for (var i = 0; i < width; i++)
        {
            value = (value << 8) | row[start + i];
        }

        return value;
    }
}
