using Bulletins.Figures;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Segment;

namespace Bulletins;

/// <summary>What happens to a source, in order: ingest, normalize, segment, figures. Export is the caller's.</summary>
public static class BulletinPipeline
{
    /// <summary>Extracts the documents of a source: one, or one for each issue where a dump holds several.</summary>
    public static IReadOnlyList<Document> Extract(SourceText source)
    {
        var normalized = Normalizer.Normalize(source);
        var issues = Segmenter.Segment(normalized);
        return DocumentBuilder.Build(normalized, issues);
    }
}
