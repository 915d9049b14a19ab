namespace Bulletins.Pdf.Layout;

/// <summary>One printed line (or one column of vertical writing) with the letter of each of its characters.</summary>
public sealed class LayoutLine
{
    internal LayoutLine(string text, Letter?[] letters, PdfBox box, double size, bool isVertical, int page)
    {
        Text = text;
        Letters = letters;
        Box = box;
        Size = size;
        IsVertical = isVertical;
        Page = page;
    }

    public string Text { get; }

    /// <summary>The letter of each UTF-16 unit of <see cref="Text"/>; null for a space that only a gap tells.</summary>
    public IReadOnlyList<Letter?> Letters { get; }

    public PdfBox Box { get; }

    /// <summary>The point size of most of its letters.</summary>
    public double Size { get; }

    public bool IsVertical { get; }

    public int Page { get; }

    /// <summary>It fills its column and goes on in the next line of its block: the break between them is only the column's.</summary>
    public bool IsWrapped { get; internal set; }

    /// <summary>How far behind its column's edge it begins, in ems of the body; 0 for what is no body text.</summary>
    public double Indent { get; internal set; }

    public bool IsBold => Enumerable.Range(0, Text.Length).Count(i => FontAt(i).IsBold) * 2 > Text.Length;

    /// <summary>The font of a UTF-16 unit of <see cref="Text"/>; of a space that only a gap tells the font in front of it.</summary>
    public LetterFont FontAt(int index) => (Letters[index] ?? Letters[index - 1])!.Font;

    public override string ToString() => Text;
}

/// <summary>Lines that stand together: a paragraph, a headline, a caption.</summary>
public sealed record LayoutBlock(IReadOnlyList<LayoutLine> Lines)
{
    /// <summary>It begins its column without an indentation: it may go on from the column before.</summary>
    public bool BeginsColumnFlush { get; init; }

    /// <summary>No white space sets it apart from the block above: only the end of a paragraph there does, in a column without indentations.</summary>
    public bool FollowsClosely { get; init; }

    /// <summary>Its last line is its column's last one.</summary>
    public bool EndsColumn { get; init; }

    /// <summary>Its last line is its column's last one and is full: it may go on in the next column.</summary>
    public bool EndsColumnFull { get; init; }

    /// <summary>The box of the headline that it is a part of, with the kicker, subtitle and byline on its axis; null for what is none.</summary>
    public PdfBox? Headline { get; init; }

    /// <summary>That headline stands over several columns: it is no heading within one.</summary>
    public bool SpansColumns { get; init; }

    public PdfBox Box => Lines.Select(l => l.Box).Aggregate((a, b) => a.Union(b));

    public double Size => Lines[0].Size;

    public string Text => string.Join('\n', Lines.Select(l => l.Text));

    public override string ToString() => Text;
}
