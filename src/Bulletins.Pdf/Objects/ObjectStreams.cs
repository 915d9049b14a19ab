namespace Bulletins.Pdf.Objects;

/// <summary>Reads objects out of object streams. A few unpacked streams are kept: neighbours are asked for together.</summary>
internal sealed class ObjectStreams(PdfFile file)
{
    private const int Kept = 8;
    private readonly Dictionary<int, Opened?> opened = [];
    private readonly Queue<int> order = new();

    public void Clear()
    {
        opened.Clear();
        order.Clear();
    }

    public object? Read(int container, int number, int index)
    {
        if (Open(container) is not { } stream)
        {
            return null;
        }

        if (index < 0 || index >= stream.Numbers.Length || stream.Numbers[index] != number)
        {
            index = Array.IndexOf(stream.Numbers, number);
        }

        if (index < 0)
        {
            return null;
        }

        var lexer = new Lexer(stream.Bytes, stream.Offsets[index], stream.Bytes.Length);
        var value = new ObjectParser(lexer, file.Budget.Limits.Nesting).Read();
        return value == ObjectParser.Unreadable ? null : value;
    }

    /// <summary>The numbers of the objects in a stream, with their indexes.</summary>
    public IEnumerable<(int Number, int Index)> Numbers(PdfStream stream)
    {
        var numbers = Unpack(stream)?.Numbers ?? [];
        for (var i = 0; i < numbers.Length; i++)
        {
            yield return (numbers[i], i);
        }
    }

    private Opened? Open(int container)
    {
        if (opened.TryGetValue(container, out var known))
        {
            return known;
        }

        // Only a stream that stands in the file by itself: streams inside streams are not allowed and could be endless.
        var read = file.Resolve(new PdfReference(container, 0)) is PdfStream stream ? Unpack(stream) : null;
        if (order.Count >= Kept)
        {
            opened.Remove(order.Dequeue());
        }

        if (opened.TryAdd(container, read))
        {
            order.Enqueue(container);
        }

        return read;
    }

    private Opened? Unpack(PdfStream stream)
    {
        if (file.GetNumber(stream, "N") is not { } count || file.GetNumber(stream, "First") is not { } first)
        {
            return null;
        }

        var bytes = file.Decode(stream);
        var lexer = new Lexer(bytes, 0, (int)Math.Clamp(first, 0, bytes.Length));
        var (numbers, offsets) = (new List<int>(), new List<int>());
        while (numbers.Count < count && lexer.Next() == TokenKind.Number)
        {
            file.Budget.Tick();
            var number = (int)Math.Clamp(lexer.Number, 0, int.MaxValue);
            if (lexer.Next() != TokenKind.Number)
            {
                break;
            }

            numbers.Add(number);
            offsets.Add((int)Math.Clamp(first + lexer.Number, 0, bytes.Length));
        }

        return new Opened(bytes, [.. numbers], [.. offsets]);
    }

    private sealed record Opened(byte[] Bytes, int[] Numbers, int[] Offsets);
}
