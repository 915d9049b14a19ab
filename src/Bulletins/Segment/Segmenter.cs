using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>Cuts a normalized text into issues and articles.</summary>
public static class Segmenter
{
    public static IReadOnlyList<IssueDraft> Segment(NormalizedText text) => [new IssueDraft(null, [], [])];
}
