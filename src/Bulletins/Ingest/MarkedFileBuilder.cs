using System.Text;

namespace Bulletins.Ingest;

/// <summary>What stands between two stretches of words, the strongest winning.</summary>
internal enum Gap { None, Space, Cell, Line, Paragraph }

/// <summary>Takes a file's words one after the other and makes marks of everything between them.</summary>
internal sealed class MarkedFileBuilder(string text)
{
    private readonly List<MarkupMark> marks = [];
    private readonly StringBuilder words = new();
    private int at; // what is behind this offset has been taken
    private Gap gap;
    private char last;

    /// <summary>How many characters of words there are so far.</summary>
    public int Length => words.Length;

    /// <summary>The last character that was put; NUL at the start and behind a gap that is no space.</summary>
    public char Last => gap > Gap.Space ? '\0' : last;

    /// <summary>What stands between the last words and the next ones, so far.</summary>
    public Gap Gap => gap;

    /// <summary>Whether the next words begin a paragraph or line.</summary>
    public bool IsAtLineStart => gap >= Gap.Line || words.Length == 0;

    /// <summary>Sets the next words apart from the last ones.</summary>
    public void Separate(Gap by) => gap = by > gap ? by : gap;

    /// <summary>Takes a character that stands in the file from <paramref name="from"/> to <paramref name="to"/>, as it is or written otherwise.</summary>
    public void Put(string character, int from, int to)
    {
        Close(from);
        if (!text.AsSpan(from, to - from).SequenceEqual(character))
        {
            marks.Add(new MarkupMark(from, to - from, character));
        }

        words.Append(character);
        last = character[^1];
        at = to;
    }

    /// <summary>Takes a stretch of the file as it is.</summary>
    public void PutVerbatim(int from, int to)
    {
        Close(from);
        words.Append(text, from, to - from);
        last = text[to - 1];
        at = to;
    }

    public MarkedFile Build(LineIndex lines, out string result)
    {
        if (at < text.Length)
        {
            marks.Add(new MarkupMark(at, text.Length - at));
        }

        result = words.ToString();
        return new MarkedFile(text, lines, marks);
    }

    private void Close(int from)
    {
        var between = words.Length == 0 ? "" : gap switch
        {
            Gap.None => "",
            Gap.Space => " ",
            Gap.Cell => " | ",
            Gap.Line => "\n",
            _ => "\n\n",
        };
        if (!text.AsSpan(at, from - at).SequenceEqual(between))
        {
            marks.Add(new MarkupMark(at, from - at, between));
        }

        words.Append(between);
        gap = Gap.None;
    }
}
