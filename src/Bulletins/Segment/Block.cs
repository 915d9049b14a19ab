using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>One line of the normalized text and what the source shows of it.</summary>
internal sealed record Line(int Start, int Length, string Text)
{
    /// <summary>Blank lines above it.</summary>
    public int Blank { get; init; }

    /// <summary>A heading mark's level, 0 without one.</summary>
    public int Level { get; init; }

    public bool Bold { get; init; }
    public bool IsTable { get; init; }
    public bool IsMarkedItem { get; init; }
    public bool IsLetterSpaced { get; init; }

    /// <summary>White space before the first word, in half-width characters.</summary>
    public int Indent { get; init; }

    /// <summary>The printed width of the line, of its last physical line where the repair joined several.</summary>
    public int Width { get; init; }

    /// <summary>The printed width of its widest physical line.</summary>
    public int Column { get; init; }

    /// <summary>The repair joined several physical lines to this one.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Belongs to the frame of a web page, not to its article.</summary>
    public bool IsFrame { get; set; }

    /// <summary>The text has the frame of a web page: one article with its credits.</summary>
    public bool IsOfWebPage { get; set; }

    /// <summary>Directly over the line of source and date: the page's title.</summary>
    public bool IsTitle { get; set; }

    /// <summary>Under that line, over the first paragraph: no title.</summary>
    public bool IsBelowTitle { get; set; }

    /// <summary>The part of a headline that print sets it as: headline, kicker or subtitle; null where print does not tell.</summary>
    public MarkupKind? SetAs { get; init; }

    /// <summary>The source and credits that a line under a web page's title states.</summary>
    public WebHeader? Header { get; set; }

    /// <summary>A part of the line, trimmed.</summary>
    public Line Cut(int from, int to)
    {
        while (from < to && char.IsWhiteSpace(Text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(Text[to - 1]))
        {
            to--;
        }

        return this with { Start = Start + from, Length = to - from, Text = Text[from..to] };
    }
}

/// <summary>A paragraph or a line that stands by itself: the unit that gets a role. Its text may come from several slices of the normalized text.</summary>
internal sealed class Block
{
    private TracedText? whole;
    private string? text;

    public required NormalizedText Source { get; init; }
    public required List<(int Start, int Length)> Slices { get; init; }
    public int Blank { get; init; }
    public int Level { get; init; }
    public bool Bold { get; init; }
    public bool IsTable { get; init; }
    public bool IsMarkedItem { get; init; }
    public bool IsLetterSpaced { get; init; }
    public bool IsIndented { get; init; }

    /// <summary>Belongs to the frame of a web page.</summary>
    public bool IsFrame { get; init; }

    public bool IsOfWebPage { get; init; }
    public bool IsTitle { get; init; }
    public bool IsBelowTitle { get; init; }
    public MarkupKind? SetAs { get; init; }

    /// <summary>Set far to the right: the sign-off of a notice.</summary>
    public bool IsSetRight { get; init; }

    /// <summary>The first block of a newspaper page: no headline reaches over the page's end.</summary>
    public bool StartsPage { get; set; }

    /// <summary>A headline in brackets on the first line of its body.</summary>
    public bool IsRunIn { get; set; }

    /// <summary>Several physical lines were joined to it: running text, not display type.</summary>
    public bool IsWrapped { get; set; }

    /// <summary>Blocks that a column or page break threw between the halves of this one.</summary>
    public List<Block> Thrown { get; } = [];

    // What its words say, filled in by BlockFeatures.
    public Lead Lead { get; set; } = Lead.None;
    public Signature? Signature { get; set; }
    public BylineReading? Byline { get; set; }
    public WebHeader? Header { get; set; }
    public bool IsProse { get; set; }
    public bool IsUnitLine { get; set; }

    /// <summary>Running text that opens as news opens: with a day, with 近日 or 日前.</summary>
    public bool IsNews { get; set; }
    public bool IsVerse { get; set; }
    public int MarkLength { get; set; }
    public BulletSort Bullet { get; set; }
    public string? KindLabel { get; set; }

    public int Start => Slices[0].Start;

    public string Text => text ??= IsOneSlice ? Source.Text.Substring(Slices[0].Start, Slices[0].Length) : Whole.Text;

    /// <summary>The words of its only slice, where somebody has cut them out already.</summary>
    public string? SliceText { init => text = value; }

    public int Length => Text.Length;

    public bool EndsSentence => Shape.EndsSentence(Text);

    /// <summary>The text without its bullet, trimmed.</summary>
    public string Plain => Text[MarkLength..].Trim();

    private bool IsOneSlice => Slices.Count == 1 && !IsTable;

    private TracedText Whole => whole ??= IsOneSlice ? new TracedText(Text, [new TextPart(0, Slices[0].Start, Slices[0].Length)]) : Together();

    /// <summary>A range of the block's text, traced to the normalized text.</summary>
    public TracedText Traced(int from, int to)
    {
        to = Math.Min(to, Whole.Text.Length);
        return from <= 0 && to == Whole.Text.Length ? Whole : Whole.Slice(from, Math.Max(0, to - from)).Trim();
    }

    private TracedText Together()
    {
        var words = new System.Text.StringBuilder();
        var parts = new List<TextPart>();
        foreach (var (start, length) in Slices)
        {
            if (IsTable)
            {
                Cells(start, length, words, parts);
                continue;
            }

            if (words.Length > 0 && length > 0 && IsLatin(words[^1]) && IsLatin(Source.Text[start]))
            {
                words.Append(' ');
            }

            parts.Add(new TextPart(words.Length, start, length));
            words.Append(Source.Text, start, length);
        }

        return new TracedText(words.ToString(), parts);
    }

    /// <summary>A range of the text as the source spaces it (the repair closes up 季 禾 and 季小禾 庄明远 alike), with the place in the block of each character.</summary>
    /// <param name="from">Where it begins in the block's text.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="breaks">A line's end counts as white space: names that it parts.</param>
    public (string Text, int[] Places) Spaced(int from, int to, bool breaks = false)
    {
        from = Math.Max(0, from);
        to = Math.Min(to, Text.Length);
        var words = new System.Text.StringBuilder(Math.Max(0, to - from) + 8);
        var places = new List<int>(Math.Max(0, to - from) + 8);
        foreach (var part in Whole.Parts)
        {
            for (var k = Math.Max(0, from - part.Start); k < part.Length && part.Start + k < to; k++)
            {
                var at = part.Origin + k;
                if (words.Length > 0 && !char.IsWhiteSpace(words[^1]) && (k > 0 ? IsSpaced(at, breaks) : breaks))
                {
                    words.Append(' ');
                    places.Add(part.Start + k);
                }

                words.Append(Source.Text[at]);
                places.Add(part.Start + k);
            }
        }

        places.Add(to);
        return (words.ToString(), [.. places]);
    }

    // White space in the source between a character and the one before it, on one line or over a line's end.
    private bool IsSpaced(int at, bool breaks)
    {
        var from = Source.SourceEnd(at - 1);
        var to = Source.SourceStart(at);
        if (from > to)
        {
            // One edit made both characters: look for the two with white space between them in what it replaced.
            var made = Source.Source.Text.AsSpan(to, Math.Min(from - to, 80));
            for (var k = 1; k + 1 < made.Length; k++)
            {
                if (made[k] is ' ' or '\u3000' && made[k - 1] == Source.Text[at - 1])
                {
                    var next = k + 1;
                    while (next < made.Length && made[next] is ' ' or '\u3000')
                    {
                        next++;
                    }

                    if (next < made.Length && made[next] == Source.Text[at])
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        return from < to && to - from <= 12 && Source.Source.Text.AsSpan(from, to - from) is var gap
            && (gap.IndexOfAny('\n', '\r') >= 0 ? breaks : gap.IndexOfAny(' ', '\u3000', '\t') >= 0);
    }

    // A row's cells, set apart by spaces; the rule under a table's head has none.
    private void Cells(int start, int length, System.Text.StringBuilder words, List<TextPart> parts)
    {
        for (var at = start; at < start + length;)
        {
            var end = at;
            while (end < start + length && Source.Text[end] is not ('|' or '\t'))
            {
                end++;
            }

            var cell = Source.Text.AsSpan(at, end - at);
            var from = at + cell.Length - cell.TrimStart().Length;
            var count = cell.Trim().Length;
            if (count > 0 && cell.Trim().IndexOfAnyExcept("-:— ") >= 0)
            {
                if (words.Length > 0)
                {
                    words.Append(' ');
                }

                parts.Add(new TextPart(words.Length, from, count));
                words.Append(Source.Text, from, count);
            }

            at = end + 1;
        }
    }

    private static bool IsLatin(char c) => char.IsAsciiLetter(c);
}

internal enum BulletSort { None, Ornament, Number }
