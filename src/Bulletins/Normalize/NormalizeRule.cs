using Bulletins.Ingest;

namespace Bulletins.Normalize;

/// <summary>One kind of repair. A rule proposes edits and never changes text itself. It is linear in the text and
/// returns an empty list, quickly, where nothing concerns it.</summary>
public abstract class NormalizeRule
{
    /// <summary>What <c>bulletins explain RULE</c> prints; its id is the rule's.</summary>
    public abstract RuleDoc Doc { get; }

    public string Id => Doc.Id;

    /// <summary>Edits in order of their place, not overlapping, in coordinates of the context's text.</summary>
    public abstract IReadOnlyList<TextEdit> Propose(RuleContext context);
}

/// <summary>What a rule sees: the text as the rules before it left it, and a place for doubts.</summary>
/// <param name="text">The text as it stands.</param>
/// <param name="soFar">The same text with the way back to its source; null where there is no source.</param>
public sealed class RuleContext(string text, NormalizedText? soFar = null)
{
    private readonly List<(int Offset, string Code, string Message)> doubts = [];

    public string Text { get; } = text;

    public IReadOnlyList<(int Offset, string Code, string Message)> Doubts => doubts;

    /// <summary>What the source's markup says of the block that an offset stands in; null for plain text.</summary>
    public MarkupKind? BlockAt(int offset) =>
        soFar is not null && soFar.Source.Markup.Blocks.Count > 0 && offset < Text.Length
            ? soFar.Source.Markup.BlockAt(soFar.SourceStart(offset))?.Kind
            : null;

    /// <summary>Whether the source tells the fonts of its characters.</summary>
    internal bool HasFonts => soFar?.Source.Fonts is { Count: > 0 };

    /// <summary>The font that a character is set in, or null.</summary>
    internal FontRun? FontAt(int offset) => soFar?.Source.Fonts?.At(soFar.SourceStart(offset));

    /// <summary>Whether the source's markup marks several headings, so that what it leaves unmarked is none.</summary>
    public bool HasHeadings => soFar?.Source.Markup.Blocks.Count(b => b.IsHeading) >= 2;

    /// <summary>Says that something looks wrong but is left as it is, with both readings in the message.</summary>
    public void Doubt(int offset, string code, string message) => doubts.Add((offset, code, message));
}

/// <summary>A rule's documentation in one language: what it mends, why the evidence suffices, what it leaves alone.</summary>
public sealed record RuleText(string Title, string Mends, string Evidence, string LeavesAlone);

/// <summary>A rule's documentation, with an example that tests replay: <see cref="Before"/> becomes <see cref="After"/>.</summary>
public sealed record RuleDoc(string Id, RuleText English, RuleText Chinese, string Before, string After)
{
    public RuleText In(string language) => language == "zh" ? Chinese : English;
}
