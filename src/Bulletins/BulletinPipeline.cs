using Bulletins.Figures;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Segment;

namespace Bulletins;

/// <summary>What happens to a source, in order: ingest, normalize, segment, figures. Export is the caller's.</summary>
public static class BulletinPipeline
{
    /// <summary>Extracts the documents of a source: one, or one for each issue where a dump holds several.</summary>
    /// <param name="withReasons">Figures tell what decided their fields (<see cref="Figure.Reasons"/>), which takes as much memory again.</param>
    public static IReadOnlyList<Document> Extract(SourceText source, bool withReasons = false) => [.. Stream(source, withReasons)];

    /// <summary>The same documents one by one: of a dump of many issues the records need not be in memory together. The text is repaired and cut before the first comes.</summary>
    public static IEnumerable<Document> Stream(SourceText source, bool withReasons = false)
    {
        var normalized = Normalizer.Normalize(source);
        return DocumentBuilder.Build(normalized, Segmenter.Segment(normalized), withReasons);
    }

    /// <summary>The same with what each stage gave, for those who ask where something came from.</summary>
    internal static Extraction Run(SourceText source)
    {
        var normalized = Normalizer.Normalize(source);
        var issues = Segmenter.Segment(normalized);
        return new Extraction(normalized, issues, [.. DocumentBuilder.Build(normalized, issues)]);
    }

    /// <summary>Reads a text as the body of one article, without looking for headlines and breaks in it: a sentence that somebody wants to try.</summary>
    /// <param name="issued">When it was published (ISO 8601), where that is known.</param>
    public static Document Read(SourceText source, string? issued)
    {
        var normalized = Normalizer.Normalize(source);
        return DocumentBuilder.Build(normalized, [DocumentBuilder.Whole(normalized, issued)], withReasons: true).First();
    }
}

/// <summary>A source's documents, and the drafts that they were built from: document and draft, article and draft stand at the same index.</summary>
internal sealed record Extraction(NormalizedText Normalized, IReadOnlyList<IssueDraft> Issues, IReadOnlyList<Document> Documents);
