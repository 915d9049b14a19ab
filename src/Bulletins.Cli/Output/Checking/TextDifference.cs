namespace Bulletins.Cli.Output.Checking;

/// <summary>A text cut down to what differs: <see cref="Middle"/> is the difference, the rest leads to it.</summary>
internal readonly record struct Piece(string Head, string Middle, string Tail);

/// <summary>Finds where two texts differ, and leaves out most of what they share when they are long.</summary>
internal static class TextDifference
{
    private const int Context = 14;
    private const int Short = 40; // shown whole

    public static (Piece Expected, Piece Actual) Around(string expected, string actual)
    {
        var head = 0;
        while (head < expected.Length && head < actual.Length && expected[head] == actual[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < expected.Length - head && tail < actual.Length - head && expected[^(tail + 1)] == actual[^(tail + 1)])
        {
            tail++;
        }

        // A character of two halves is one.
        head -= head > 0 && char.IsHighSurrogate(expected[head - 1]) ? 1 : 0;
        tail -= tail > 0 && char.IsLowSurrogate(expected[^tail]) ? 1 : 0;
        return (Cut(expected, head, tail), Cut(actual, head, tail));
    }

    private static Piece Cut(string text, int head, int tail)
    {
        var middle = text[head..(text.Length - tail)];
        if (text.Length <= Short)
        {
            return new(text[..head], middle, text[^tail..]);
        }

        var from = head > Context + 1 ? head - Context : 0;
        var to = tail > Context + 1 ? text.Length - tail + Context : text.Length;
        from += from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return new((from > 0 ? "…" : "") + text[from..head], middle, text[(text.Length - tail)..to] + (to < text.Length ? "…" : ""));
    }
}
