using Bulletins.Pdf.Crypto;
using Bulletins.Pdf.Filters;

namespace Bulletins.Pdf.Objects;

/// <summary>The objects of a file, read when they are asked for.</summary>
internal sealed class PdfFile
{
    private readonly Dictionary<int, object?> objects = [];
    private readonly HashSet<int> opening = [];
    private readonly ObjectStreams containers;
    private CrossReference table;
    private int noEndStreamBehind = int.MaxValue;

    public PdfFile(byte[] data, Budget budget)
    {
        (Data, Budget) = (data, budget);
        containers = new ObjectStreams(this);
        HeaderOffset = Math.Max(0, data.AsSpan(0, Math.Min(data.Length, 2048)).IndexOf("%PDF-"u8));
        table = new CrossReference();
        var read = ReadTable();
        table = read ?? CrossReferenceRebuilder.Rebuild(this);
        IsRebuilt = read is null;
    }

    public byte[] Data { get; }

    public Budget Budget { get; }

    public int HeaderOffset { get; }

    /// <summary>The cross-reference was damaged, and the objects were searched for.</summary>
    public bool IsRebuilt { get; private set; }

    public PdfDictionary Trailer => table.Trailer;

    public IEnumerable<int> Numbers => table.Places.Keys;

    public StandardSecurity? Security { get; private set; }

    /// <summary>Follows references to an object that is none; a missing one, or a circle, is null.</summary>
    public object? Resolve(object? value)
    {
        for (var i = 0; i < 32; i++)
        {
            if (value is not PdfReference reference)
            {
                return value;
            }

            value = Load(reference);
        }

        return null;
    }

    public object? Get(PdfDictionary dictionary, string key) => Resolve(dictionary.Raw(key));

    public T? Get<T>(PdfDictionary dictionary, string key) where T : class => Resolve(dictionary.Raw(key)) as T;

    public double? GetNumber(PdfDictionary dictionary, string key) => Resolve(dictionary.Raw(key)) is double d ? d : null;

    public string? GetName(PdfDictionary dictionary, string key) => (Resolve(dictionary.Raw(key)) as PdfName)?.Value;

    /// <summary>The numbers of an array; an entry that is none counts as 0.</summary>
    public double[]? GetNumbers(PdfDictionary dictionary, string key) =>
        Get<PdfArray>(dictionary, key) is { } array ? [.. array.Items.Select(item => Resolve(item) is double d ? d : 0)] : null;

    /// <summary>The bytes of a stream, decrypted and decoded as far as they can be.</summary>
    public byte[] Decode(PdfStream stream) => DecodeMemory(stream).ToArray();

    public ReadOnlyMemory<byte> DecodeMemory(PdfStream stream) => FilterChain.Decode(stream, this);

    public void CheckCount(int count)
    {
        if (count > Budget.Limits.Objects)
        {
            throw new PdfLimitException(FormattableString.Invariant($"it has more than {Budget.Limits.Objects} objects"));
        }
    }

    /// <summary>From here on strings and streams are decrypted; what was read before is forgotten.</summary>
    public void Unlock(StandardSecurity security)
    {
        Security = security;
        objects.Clear();
        containers.Clear();
        if (IsRebuilt)
        {
            // Object streams could not be looked into before.
            table = CrossReferenceRebuilder.Rebuild(this);
        }
    }

    /// <summary>Searches the file for its objects, once, when the cross-reference turns out to be wrong.</summary>
    public bool Rebuild()
    {
        if (IsRebuilt)
        {
            return false;
        }

        IsRebuilt = true;
        objects.Clear();
        containers.Clear();
        table = CrossReferenceRebuilder.Rebuild(this);
        return true;
    }

    public IEnumerable<(int Number, int Index)> ContainedNumbers(int container, int offset) =>
        ParseAt(offset, container, out _) is PdfStream stream ? containers.Numbers(stream) : [];

    /// <summary>Reads <c>12 0 obj …</c> at an offset.</summary>
    /// <param name="expected">The number that it must have; null for any.</param>
    /// <param name="found">False where no such object stands there.</param>
    public object? ParseAt(int offset, int? expected, out bool found)
    {
        found = false;
        if (offset < 0 || offset >= Data.Length)
        {
            return null;
        }

        var lexer = new Lexer(Data, offset, Data.Length);
        if (lexer.Next() != TokenKind.Number || !lexer.IsInteger || lexer.Number is < 0 or > int.MaxValue)
        {
            return null;
        }

        var number = (int)lexer.Number;
        if (lexer.Next() != TokenKind.Number || lexer.Number is < 0 or > int.MaxValue)
        {
            return null;
        }

        var generation = (int)lexer.Number;
        if (lexer.Next() != TokenKind.Keyword || !lexer.Keyword.StartsWith("obj"u8) || (expected is { } wanted && wanted != number))
        {
            return null;
        }

        lexer.Position = lexer.Start + 3;
        found = true;
        Func<byte[], byte[]>? decrypt = Security is { } security ? bytes => security.DecryptString(bytes, number, generation) : null;
        var value = new ObjectParser(lexer, Budget.Limits.Nesting, decrypt).Read();
        Budget.Tick(1 + ((lexer.Position - offset) >> 6));
        if (value is PdfDictionary dictionary && lexer.Next() == TokenKind.Keyword && lexer.Keyword.SequenceEqual("stream"u8))
        {
            return new PdfStream(dictionary, StreamData(lexer.Position, dictionary), number, generation);
        }

        return value == ObjectParser.Unreadable ? null : value;
    }

    private CrossReference? ReadTable()
    {
        try
        {
            return new CrossReferenceReader(this).Read();
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }

    private object? Load(PdfReference reference)
    {
        if (objects.TryGetValue(reference.Number, out var known))
        {
            return known;
        }

        if (!table.Places.TryGetValue(reference.Number, out var place) || place == ObjectPlace.Free || !opening.Add(reference.Number))
        {
            return null;
        }

        Budget.Tick();
        try
        {
            var value = place.Container != 0 ? containers.Read(place.Container, reference.Number, place.Index) : ReadPlaced(reference.Number, place.Offset);
            objects[reference.Number] = value;
            return value;
        }
        catch (PdfFormatException)
        {
            return null;
        }
        finally
        {
            opening.Remove(reference.Number);
        }
    }

    private object? ReadPlaced(int number, int offset)
    {
        var value = ParseAt(offset, number, out var found);
        if (!found && HeaderOffset > 0)
        {
            value = ParseAt(offset + HeaderOffset, number, out found);
        }

        if (!found && Rebuild() && table.Places.TryGetValue(number, out var place))
        {
            value = place.Container != 0 ? containers.Read(place.Container, number, place.Index) : ParseAt(place.Offset, number, out _);
        }

        return value;
    }

    private ReadOnlyMemory<byte> StreamData(int start, PdfDictionary dictionary)
    {
        if (start < Data.Length && Data[start] == '\r')
        {
            start++;
        }

        if (start < Data.Length && Data[start] == '\n')
        {
            start++;
        }

        if (Resolve(dictionary.Raw("Length")) is double and >= 0 and var length && start + length <= Data.Length)
        {
            var tail = Data.AsSpan(start + (int)length, Math.Min(32, Data.Length - start - (int)length));
            if (tail.TrimStart("\r\n \t\0"u8).StartsWith("endstream"u8))
            {
                return Data.AsMemory(start, (int)length);
            }
        }

        // No or a wrong length: up to the next end mark. Where none follows, nobody looks for it twice.
        var end = start < noEndStreamBehind ? Data.AsSpan(start).IndexOf("endstream"u8) : -1;
        Budget.Tick(1 + (Math.Max(0, end) >> 10));
        if (end < 0)
        {
            noEndStreamBehind = Math.Min(noEndStreamBehind, start);
            return Data.AsMemory(Math.Min(start, Data.Length));
        }

        end += start;
        end -= end > start && Data[end - 1] == '\n' ? 1 : 0;
        end -= end > start && Data[end - 1] == '\r' ? 1 : 0;
        return Data.AsMemory(start, end - start);
    }
}
