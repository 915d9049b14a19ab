namespace Bulletins.Ingest.Html;

/// <summary>An element, a text or a comment of a page, with its place in the file. <see cref="Start"/> and <see cref="End"/> are the start
/// tag's, the text's or the comment's own.</summary>
internal sealed class HtmlNode(string name, int start, int end, HtmlNode? parent, int index)
{
    public const string TextName = "#text";
    public const string CommentName = "#comment";
    private static readonly Dictionary<string, string> NoAttributes = new(StringComparer.Ordinal);

    /// <summary>In lower case; <see cref="TextName"/> or <see cref="CommentName"/> for what is no element.</summary>
    public string Name { get; } = name;

    public int Start { get; } = start;

    public int End { get; } = end;

    public HtmlNode? Parent { get; } = parent;

    /// <summary>In the list of all nodes, which is in the file's order.</summary>
    public int Index { get; } = index;

    /// <summary>The index of the last node inside this one; its own where it holds none.</summary>
    public int LastIndex { get; set; } = index;

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    public bool IsText => Name == TextName;

    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>What a style sheet may know it by: its id and its classes.</summary>
    public IEnumerable<string> Names =>
        Attributes.Count == 0 ? [] : [.. Attribute("id") is { Length: > 0 } id ? [id] : Array.Empty<string>(), .. (Attribute("class") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    public bool Holds(HtmlNode other) => Index <= other.Index && other.Index <= LastIndex;
}
