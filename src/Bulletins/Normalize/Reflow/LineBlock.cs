namespace Bulletins.Normalize.Reflow;

/// <summary>Lines without a blank one between them, and how they were set: the measure of the column, and what no column is.</summary>
internal sealed class LineBlock(string text, List<PhysicalLine> lines, int first, int last)
{
    public const int Tolerance = 3; // columns: a line ends early for the sake of a mark that may not begin the next
    public const int LostIndent = 4; // columns: a paragraph's first line is shorter where its indentation was dropped
    public const int WidestColumn = 110; // columns: wider lines are paragraphs, alike by chance
    private const int WidestLine = 160; // columns: what is wider was never a printed line
    private const int Reach = 4; // lines above and below that are compared

    public int First => first;

    public int Last => last;

    // The edge that neighbours reach too; a much longer next line shows that there was room.
    public bool IsFull(int i, bool opens)
    {
        var edge = lines[i].Edge;
        if (edge is < 10 or > WidestLine || HasWholeParagraph(i))
        {
            return false;
        }

        // A report's marker is followed by a space of any width.
        if (opens && edge >= 14 && lines[i].IsMarked && lines[i + 1].Edge >= edge - Tolerance)
        {
            return true;
        }

        var slack = lines[i].Slack;
        if (lines[i + 1].Edge > edge + 2 * slack)
        {
            return false;
        }

        return Support(i, slack) >= (edge < 14 ? 3 : 1)
            || opens && edge >= 14 && lines[i].Indent <= 1 && Support(i + 1, Math.Min(last, i + 3), i, 2 + edge / 24, LostIndent) >= 1;
    }

    // A neighbour that holds a paragraph on one line: here lines end where their text does.
    private bool HasWholeParagraph(int i)
    {
        for (var k = Math.Max(first, i - Reach); k <= Math.Min(last, i + Reach); k++)
        {
            if (lines[k].Width > WidestLine && lines[k].Width > 3 * lines[i].Edge && lines[k].Stops > 0)
            {
                return true;
            }
        }

        return false;
    }

    public int Support(int i, int tolerance) => Support(first, last, i, tolerance);

    private int Support(int from, int to, int i, int tolerance, int shift = 0)
    {
        var count = 0;
        for (var k = Math.Max(from, i - Reach); k <= Math.Min(to, i + Reach); k++)
        {
            count += k != i && Math.Abs(lines[k].Edge - lines[i].Edge - shift) <= tolerance ? 1 : 0;
        }

        return count;
    }

    // Lines of verse are short and end where a clause ends; lines of prose end where the column does, and hold ends of sentences.
    public bool IsVerse()
    {
        var ends = 0;
        for (var i = first; i < last; i++)
        {
            if (lines[i].Edge > 44 || lines[i].IsMarked || lines[i].Ending == LineEnding.Open && HoldsSentenceEnd(text, lines[i]))
            {
                return false;
            }

            ends += lines[i].Ending is LineEnding.Final or LineEnding.Neutral or LineEnding.Open ? 1 : 0;
        }

        return ends * 10 >= (last - first) * 6 && lines[last].Ending != LineEnding.Word;
    }

    // No sentence ends here and no word crosses a line end: slogans, items, names.
    public bool IsUnended()
    {
        for (var i = first; i <= last; i++)
        {
            if (lines[i].Stops > 0 || lines[i].IsMarked || lines[i].Ending == LineEnding.Final || i < last && (lines[i].Ending == LineEnding.Open && lines[last].Pauses > 0 || Junction.IsEvident(text, lines[i], lines[i + 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HoldsSentenceEnd(string text, PhysicalLine line)
    {
        for (var i = line.Start; i + 1 < line.End; i++)
        {
            if (LineMarks.IsFinal(text, i))
            {
                return true;
            }
        }

        return false;
    }

    // Paragraphs that end in short lines inside the block: there a full line may end one as well.
    public bool HasShortEnd(int measure)
    {
        for (var i = first; i < last; i++)
        {
            if (lines[i].Ending is LineEnding.Final or LineEnding.Closed && lines[i].Edge < measure - 2 * Tolerance)
            {
                return true;
            }
        }

        return false;
    }

    // The edge that most lines but the last reach, when at least two of three are near it; 0 where there is none.
    public int Measure()
    {
        if (last - first < 2)
        {
            return 0;
        }

        var edges = new int[Math.Min(last - first, 200)];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = lines[first + i].Edge;
        }

        edges[0] += lines[first].Indent < 2 ? LostIndent : 0;
        Array.Sort(edges);
        var median = edges[edges.Length / 2];
        var near = edges.Count(edge => Math.Abs(edge - median) <= Tolerance + 1);
        return median is >= 14 and <= WidestColumn && near * 3 >= edges.Length * 2 && (near > 2 || median <= WidestColumn / 2) ? median : 0;
    }
}
