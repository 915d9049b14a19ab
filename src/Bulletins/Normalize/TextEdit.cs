namespace Bulletins.Normalize;

/// <summary>A rule's proposal: replace <see cref="Length"/> characters from <see cref="Start"/> by <see cref="After"/>.</summary>
/// <param name="Confidence">Between 0 and 1.</param>
/// <param name="Evidence">In words, why; null where the rule's own description says it all.</param>
public readonly record struct TextEdit(int Start, int Length, string After, string Rule, double Confidence = 1, string? Evidence = null)
{
    public int End => Start + Length;
}
