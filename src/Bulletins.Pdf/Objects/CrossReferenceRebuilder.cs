namespace Bulletins.Pdf.Objects;

/// <summary>Finds the objects of a damaged file by looking for <c>12 0 obj</c> from beginning to end. Of two with one number the later one counts.</summary>
internal static class CrossReferenceRebuilder
{
    public static CrossReference Rebuild(PdfFile file)
    {
        var result = new CrossReference();
        var data = file.Data;
        for (var at = 0; at < data.Length;)
        {
            file.Budget.Tick();
            var next = data.AsSpan(at).IndexOf("obj"u8);
            if (next < 0)
            {
                break;
            }

            var found = at + next;
            at = found + 3;
            if (Header(data, found) is { } header)
            {
                result.Places[header.Number] = new ObjectPlace(header.Offset, 0, 0);
                file.CheckCount(result.Places.Count);
            }
        }

        Trailers(file, result);
        return result;
    }

    // "12 0" read backwards from the keyword.
    private static (int Number, int Offset)? Header(byte[] data, int keyword)
    {
        var i = keyword - 1;
        if (!SkipWhiteBack(data, ref i) && keyword > 0 && !char.IsAsciiDigit((char)data[keyword - 1]))
        {
            return null;
        }

        if (DigitsBack(data, ref i) is null || !SkipWhiteBack(data, ref i) || DigitsBack(data, ref i) is not { } number)
        {
            return null;
        }

        return number <= 100_000_000 ? ((int)number, i + 1) : null;
    }

    private static bool SkipWhiteBack(byte[] data, ref int i)
    {
        var before = i;
        while (i >= 0 && before - i < 32 && Lexer.IsWhite(data[i]))
        {
            i--;
        }

        return i < before;
    }

    private static long? DigitsBack(byte[] data, ref int i)
    {
        long value = 0, scale = 1;
        var digits = 0;
        for (; i >= 0 && digits < 11 && char.IsAsciiDigit((char)data[i]); i--, digits++)
        {
            value += (data[i] - '0') * scale;
            scale *= 10;
        }

        return digits is 0 or 11 ? null : value;
    }

    // Trailers, then what streams tell: those of cross-references are trailers, object streams hold more objects.
    private static void Trailers(PdfFile file, CrossReference result)
    {
        for (var at = 0; at < file.Data.Length;)
        {
            file.Budget.Tick();
            var next = file.Data.AsSpan(at).IndexOf("trailer"u8);
            if (next < 0)
            {
                break;
            }

            at += next + 7;
            var parser = new ObjectParser(new Lexer(file.Data, at, file.Data.Length), file.Budget.Limits.Nesting);
            if (Attempt(parser.Read) is PdfDictionary trailer && trailer.Has("Root"))
            {
                Merge(result, trailer);
            }
        }

        PdfReference? catalog = null;
        var containers = new List<(int Number, int Offset)>();
        foreach (var (number, place) in result.Places.OrderBy(p => p.Value.Offset))
        {
            file.Budget.Tick();
            if (Attempt(() => file.ParseAt(place.Offset, null, out _)) is not PdfDictionary dictionary)
            {
                continue;
            }

            switch ((dictionary.Raw("Type") as PdfName)?.Value)
            {
                case "XRef" when dictionary.Has("Root"):
                    Merge(result, dictionary);
                    break;
                case "ObjStm":
                    containers.Add((number, place.Offset));
                    break;
                case "Catalog":
                    catalog = new PdfReference(number, 0);
                    break;
            }
        }

        foreach (var (number, _) in containers)
        {
            result.Places.TryGetValue(number, out var self);
            foreach (var (inner, index) in file.ContainedNumbers(number, self.Offset))
            {
                // An object outside that stands behind the stream is newer.
                if (!result.Places.TryGetValue(inner, out var other) || other.Container != 0 || other.Offset < self.Offset)
                {
                    result.Places[inner] = new ObjectPlace(0, number, index);
                    file.CheckCount(result.Places.Count);
                }
            }
        }

        if (catalog is { } root && !result.Trailer.Has("Root"))
        {
            result.Trailer.Entries["Root"] = root;
        }
    }

    private static void Merge(CrossReference result, PdfDictionary trailer)
    {
        foreach (var (key, value) in trailer.Entries)
        {
            result.Trailer.Entries[key] = value;
        }
    }

    private static object? Attempt(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }
}
