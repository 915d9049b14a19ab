namespace Bulletins.Segment;

/// <summary>One issue as cut by the segmenter: a file that holds several issues gives several.</summary>
public sealed record IssueDraft(Masthead? Masthead, IReadOnlyList<ArticleDraft> Articles, IReadOnlyList<Warning> Warnings);

public sealed record ParagraphDraft(ParagraphKind Kind, TracedText Text);

/// <summary>An article before its figures are read, its texts traced to the normalized text.</summary>
public sealed record ArticleDraft
{
    public required ArticleKind Kind { get; init; }
    public IReadOnlyList<string> Section { get; init; } = [];
    public TracedText? Kicker { get; init; }
    public TracedText? Headline { get; init; }
    public TracedText? Subtitle { get; init; }
    public IReadOnlyList<Byline> Bylines { get; init; } = [];
    public string? Organization { get; init; }
    public required IReadOnlyList<ParagraphDraft> Paragraphs { get; init; }

    /// <summary>The ranges of the normalized text that the article covers (its marks and bylines too), in reading order.</summary>
    public required IReadOnlyList<(int Start, int Length)> Ranges { get; init; }
}
