namespace Bulletins;

public enum ArticleKind { Article, Brief, Caption, EditorNote, Literary, Notice, Advert, Imprint }

public enum ParagraphKind { Text, Subhead, ListItem, Table, Caption }

public enum BylineRole { Reporter, Correspondent, Author, Photographer, Editor, Source }

/// <summary>Who is credited. <see cref="Name"/> is a person's, or a unit's or publication's when the role is <see cref="BylineRole.Source"/>.</summary>
public sealed record Byline(BylineRole Role, string Name, string? Organization = null);

/// <summary>One paragraph of normalized text, on one line.</summary>
public sealed record Paragraph(ParagraphKind Kind, string Text);

public sealed record Article
{
    public required string ArticleId { get; init; }

    /// <summary>From 1, in reading order.</summary>
    public required int Ordinal { get; init; }

    public required ArticleKind Kind { get; init; }

    /// <summary>The headings the article stands under, outermost first.</summary>
    public required IReadOnlyList<string> Section { get; init; }

    /// <summary>引题/肩题: the line over the headline.</summary>
    public string? Kicker { get; init; }

    /// <summary>主题; null where the text has none.</summary>
    public string? Headline { get; init; }

    /// <summary>副题.</summary>
    public string? Subtitle { get; init; }

    public required IReadOnlyList<Byline> Bylines { get; init; }

    /// <summary>The unit the article is about, as printed.</summary>
    public string? Organization { get; init; }

    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<SourceSpan> Spans { get; init; }
}
