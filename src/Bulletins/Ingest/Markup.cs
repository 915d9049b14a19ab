namespace Bulletins.Ingest;

/// <summary>What a markup language says of a text: which characters are marks rather than words,
/// and hints about blocks. Offsets are in <see cref="SourceText.Text"/>. Hints are hints: Segment weighs them, it does not obey them.</summary>
public sealed record Markup
{
    public static Markup None { get; } = new();

    /// <summary>Runs of characters that are marks (<c>## </c>, <c>**</c>, the address of a link), in order, not overlapping.</summary>
    public IReadOnlyList<MarkupMark> Marks { get; init; } = [];

    /// <summary>Blocks in order of their start, not overlapping: of nested blocks the innermost.</summary>
    public IReadOnlyList<MarkupBlock> Blocks { get; init; } = [];

    /// <summary>True where the text is marked up at all.</summary>
    public bool IsMarked => Marks.Count > 0 || Blocks.Count > 0;

    /// <summary>Finds the Markdown in a text; <see cref="None"/> where nothing looks like Markdown.</summary>
    /// <param name="isMarkdown">The text is known to be Markdown: less evidence is asked for.</param>
    public static Markup Read(string text, bool isMarkdown = false) =>
        isMarkdown || MarkdownSniffer.LooksLikeMarkdown(text) ? MarkdownReader.Read(text) : None;

    /// <summary>The block that covers an offset of the source, or null.</summary>
    public MarkupBlock? BlockAt(int offset)
    {
        var last = Ordered.Leading(Blocks, offset, static (block, offset) => block.Start <= offset) - 1;
        return last >= 0 && offset < Blocks[last].Start + Blocks[last].Length ? Blocks[last] : null;
    }
}

/// <summary>Characters of the source that are no words. <see cref="Instead"/> stands in their place when they are taken out:
/// nothing, mostly; a line end for <c>&lt;br&gt;</c>, <c> | </c> between two cells of a table.</summary>
public readonly record struct MarkupMark(int Start, int Length, string Instead = "")
{
    public int End => Start + Length;
}

/// <summary><see cref="Strong"/> is a line set wholly in bold or in larger type; <see cref="Headline"/> is a heading
/// that print sets over all columns of an article, <see cref="Kicker"/> and <see cref="Subtitle"/> are the smaller lines over and under it.</summary>
public enum MarkupKind { Heading, ListItem, Table, Quote, Image, Strong, Headline, Kicker, Subtitle }

/// <summary>A block of the source. <see cref="Level"/> is a heading's or headline's level (1 to 6) or a list's depth.</summary>
public readonly record struct MarkupBlock(MarkupKind Kind, int Start, int Length, int Level)
{
    /// <summary>It has a level: a heading, or a headline.</summary>
    public bool IsHeading => Kind is MarkupKind.Heading or MarkupKind.Headline;
}
