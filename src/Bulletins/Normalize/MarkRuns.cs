using System.Buffers;

namespace Bulletins.Normalize;

/// <summary>The runs of one repeated mark in a text: “--” and “...”, each from its first mark to behind its last.</summary>
internal static class MarkRuns
{
    /// <param name="marks">What a run may be made of; all of a run is the same mark.</param>
    public static IEnumerable<(int Start, int End)> Of(string text, SearchValues<char> marks)
    {
        for (var start = Next(text, 0, marks); start >= 0;)
        {
            var end = start + 1;
            while (end < text.Length && text[end] == text[start])
            {
                end++;
            }

            yield return (start, end);
            start = Next(text, end, marks);
        }
    }

    private static int Next(string text, int from, SearchValues<char> marks)
    {
        var length = text.AsSpan(from).IndexOfAny(marks);
        return length < 0 ? -1 : from + length;
    }
}
