namespace Bulletins.Ingest;

/// <summary>Finds line and column of an offset in O(log n), however long the lines are. Columns count code points.</summary>
public sealed class LineIndex : ISourcePlaces
{
    private readonly List<int> starts = [0];
    private readonly List<int> highSurrogates = [];
    private readonly string text;

    public LineIndex(string text)
    {
        this.text = text;
        // Two sweeps: a search for both kinds at once would look through the rest of the text for the rarer one at every line.
        for (var i = 0; text.AsSpan(i).IndexOfAny('\r', '\n') is var next and >= 0;)
        {
            i += next + 1;
            if (text[i - 1] == '\r' && i < text.Length && text[i] == '\n')
            {
                i++;
            }

            starts.Add(i);
        }

        for (var i = 0; text.AsSpan(i).IndexOfAnyInRange('\ud800', '\udbff') is var next and >= 0;)
        {
            i += next + 1;
            if (i < text.Length && char.IsLowSurrogate(text[i]))
            {
                highSurrogates.Add(i - 1);
            }
        }
    }

    public int Count => starts.Count;

    /// <summary>Offset of the first character of a 0-based line.</summary>
    public int Start(int line) => starts[line];

    /// <summary>Offset just behind the last character of a 0-based line, its line end left out.</summary>
    public int End(int line)
    {
        var end = line + 1 < starts.Count ? starts[line + 1] : text.Length;
        if (line + 1 < starts.Count)
        {
            end--;
            if (text[end] == '\n' && end > starts[line] && text[end - 1] == '\r')
            {
                end--;
            }
        }

        return end;
    }

    /// <summary>The 0-based line that holds an offset.</summary>
    public int LineOf(int offset)
    {
        var i = starts.BinarySearch(offset);
        return i >= 0 ? i : ~i - 1;
    }

    /// <summary>1-based line and column, the column in code points.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var line = LineOf(offset);
        return (line + 1, CodePoints(starts[line], offset) + 1);
    }

    /// <summary>The number of code points between two offsets.</summary>
    public int CodePoints(int start, int end) => end - start - (PairsBefore(end) - PairsBefore(start));

    /// <summary>The spans, one a line, that a range of the text covers; line ends belong to none.</summary>
    public IEnumerable<SourceSpan> Spans(int start, int end)
    {
        for (var line = LineOf(start); line < Count && Start(line) < end; line++)
        {
            var s = Math.Max(start, Start(line));
            var e = Math.Min(end, End(line));
            if (e > s)
            {
                yield return new SourceSpan(line + 1, CodePoints(Start(line), s) + 1, CodePoints(s, e));
            }
        }
    }

    private int PairsBefore(int offset)
    {
        var i = highSurrogates.BinarySearch(offset);
        return i >= 0 ? i : ~i;
    }
}
