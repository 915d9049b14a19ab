using Bulletins.Normalize;

namespace Bulletins;

/// <summary>A slice of the normalized text: <see cref="Length"/> characters from <see cref="Origin"/>, standing at <see cref="Start"/> of a traced text.</summary>
public readonly record struct TextPart(int Start, int Origin, int Length);

/// <summary>Text put together from slices of the normalized text (a paragraph that a column break cut, a headline over two
/// lines). Characters that lie in no part (a space that joins two lines) come from nowhere in the source.</summary>
public sealed class TracedText
{
    private readonly TextPart[] parts;

    public TracedText(string text, IEnumerable<TextPart> parts)
    {
        Text = text;
        this.parts = [.. parts];
    }

    public static TracedText Empty { get; } = new("", []);

    public string Text { get; }

    public IReadOnlyList<TextPart> Parts => parts;

    /// <summary>A slice of the normalized text as it stands.</summary>
    public static TracedText Of(string normalized, int start, int length) => new(normalized.Substring(start, length), [new TextPart(0, start, length)]);

    /// <summary>This text, then <paramref name="joint"/>, then the other.</summary>
    public TracedText Append(TracedText other, string joint = "")
    {
        var offset = Text.Length + joint.Length;
        return new TracedText(Text + joint + other.Text, parts.Concat(other.parts.Select(p => p with { Start = p.Start + offset })));
    }

    public TracedText Slice(int start, int length) => new(Text.Substring(start, length), Clipped(start, length));

    /// <summary>Without white space at either end.</summary>
    public TracedText Trim()
    {
        var start = 0;
        var end = Text.Length;
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return start == 0 && end == Text.Length ? this : Slice(start, end - start);
    }

    /// <summary>Where a range of this text stands in the source, one span a line.</summary>
    public IEnumerable<SourceSpan> Spans(NormalizedText normalized, int start, int length)
    {
        foreach (var part in Clipped(start, length))
        {
            var (from, to) = normalized.SourceRange(part.Origin, part.Length);
            foreach (var span in normalized.Source.Places.Spans(from, to))
            {
                yield return span;
            }
        }
    }

    public override string ToString() => Text;

    // What a range holds of each part.
    private IEnumerable<TextPart> Clipped(int start, int length)
    {
        foreach (var part in parts)
        {
            var s = Math.Max(start, part.Start);
            var e = Math.Min(start + length, part.Start + part.Length);
            if (e > s)
            {
                yield return new TextPart(s - start, part.Origin + s - part.Start, e - s);
            }
        }
    }
}
