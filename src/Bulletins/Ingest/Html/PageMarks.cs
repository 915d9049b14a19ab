namespace Bulletins.Ingest.Html;

/// <summary>What a page says of itself apart from its words: in meta elements, JSON-LD, Founder's property comment and its title element.</summary>
/// <param name="From">Where the mark stands, as a message names it: <c>og:title</c>.</param>
public sealed record PageMark(string Text, string From, int Offset);

/// <summary>A page's own marks; null where it has none of a kind.</summary>
public sealed record PageMarks
{
    public PageMark? Title { get; init; }

    public PageMark? Author { get; init; }

    public PageMark? Source { get; init; }

    public PageMark? Date { get; init; }

    /// <summary>The site's name, which often stands behind the title.</summary>
    public PageMark? Site { get; init; }

    /// <summary>The title element, which mostly holds more than the title.</summary>
    public PageMark? Window { get; init; }
}
