using Bulletins.Ingest;

namespace Bulletins.Normalize;

/// <summary>Repairs a text. A text in which nothing is suspicious comes back as the same instance.</summary>
public static class Normalizer
{
    public static NormalizedText Normalize(SourceText source) => new(source, source.Text, [], []);
}
