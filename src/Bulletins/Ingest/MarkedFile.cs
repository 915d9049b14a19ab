using System.Text;

namespace Bulletins.Ingest;

/// <summary>A decoded file whose words stand between marks (HTML, hOCR, ALTO). Taking the marks out gives the text that the stages read;
/// every character of that text is told by its place in the file.</summary>
public class MarkedFile : ISourcePlaces
{
    private readonly MarkupMark[] marks;
    private readonly int[] starts; // of each mark, in the words

    /// <summary>Marks in order, not overlapping, in offsets of the file's text.</summary>
    public MarkedFile(string text, LineIndex lines, IReadOnlyList<MarkupMark> marks)
    {
        Text = text;
        Lines = lines;
        this.marks = [.. marks];
        starts = new int[marks.Count];
        var shift = 0;
        for (var i = 0; i < marks.Count; i++)
        {
            starts[i] = marks[i].Start + shift;
            shift += marks[i].Instead.Length - marks[i].Length;
        }
    }

    /// <summary>Decoded, without a byte order mark, otherwise untouched.</summary>
    public string Text { get; }

    public LineIndex Lines { get; }

    public IReadOnlyList<MarkupMark> Marks => marks;

    /// <summary>The text without its marks.</summary>
    public string Words()
    {
        var words = new StringBuilder(Text.Length);
        var at = 0;
        foreach (var mark in marks)
        {
            words.Append(Text, at, mark.Start - at).Append(mark.Instead);
            at = mark.End;
        }

        return words.Append(Text, at, Text.Length - at).ToString();
    }

    public (int Line, int Column) Locate(int offset) => Lines.Locate(FileOffset(offset));

    /// <summary>One span for each stretch of words without a mark in it: <c>近&lt;b&gt;10万&lt;/b&gt;元</c> has three.</summary>
    public virtual IEnumerable<SourceSpan> Spans(int start, int end)
    {
        var open = (Start: 0, End: 0);
        foreach (var range in Ranges(start, end))
        {
            if (range.Start == open.End)
            {
                open.End = range.End;
                continue;
            }

            foreach (var span in Lines.Spans(open.Start, open.End))
            {
                yield return span;
            }

            open = range;
        }

        foreach (var span in Lines.Spans(open.Start, open.End))
        {
            yield return span;
        }
    }

    /// <summary>Where a character of the words stands in the file; inside what stands in a mark's place, where the mark begins.</summary>
    public int FileOffset(int offset)
    {
        var i = Ordered.LastAtOrBefore(starts, offset);
        if (i < 0)
        {
            return offset;
        }

        var into = offset - starts[i];
        return into < marks[i].Instead.Length ? marks[i].Start : marks[i].End + into - marks[i].Instead.Length;
    }

    private IEnumerable<(int Start, int End)> Ranges(int start, int end)
    {
        var at = start;
        for (var i = Ordered.LastAtOrBefore(starts, start); at < end; i++)
        {
            var behind = i < 0 ? 0 : starts[i] + marks[i].Instead.Length;
            if (at < behind)
            {
                if (IsPrinted(marks[i]))
                {
                    yield return (marks[i].Start, marks[i].End);
                }

                at = behind;
            }

            var stop = i + 1 < marks.Length ? Math.Min(end, starts[i + 1]) : end;
            if (at < stop)
            {
                var from = i < 0 ? at : marks[i].End + at - behind;
                yield return (from, from + stop - at);
                at = stop;
            }
        }
    }

    // A character reference is printed; a line break, a space or the bar between two cells stands for tags.
    private static bool IsPrinted(MarkupMark mark) => mark.Instead is not " | " && !string.IsNullOrWhiteSpace(mark.Instead);
}
