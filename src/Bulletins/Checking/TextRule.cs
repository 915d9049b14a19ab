using Bulletins.Normalize;
using Bulletins.Segment;

namespace Bulletins.Checking;

/// <summary>A rule that needs no expected record: it looks at what was extracted and says what can hardly be right. It is linear in the
/// text and silent on correct text: a false alarm costs the rule its readers.</summary>
internal abstract class TextRule
{
    public abstract CheckRule Doc { get; }

    public abstract IEnumerable<Finding> Find(CheckedText text);

    protected Finding Finding(CheckedText text, IEnumerable<SourceSpan> spans, string message, Article? article = null) => new()
    {
        Rule = Doc,
        Severity = Doc.Default,
        Source = text.Source,
        Spans = [.. spans],
        Message = message,
        Article = article is null ? null : Describe.Name(article),
    };
}

/// <summary>What the rules look at: an input's documents with their drafts.</summary>
internal sealed class CheckedText(Extraction extraction)
{
    public string Source => extraction.Normalized.Source.Path;

    public NormalizedText Normalized => extraction.Normalized;

    public IReadOnlyList<Document> Documents => extraction.Documents;

    public IEnumerable<CheckedArticle> Articles { get; } =
    [
        .. extraction.Documents.SelectMany((d, i) => d.Articles.Select((a, k) => new CheckedArticle(d, a, extraction.Issues[i].Articles[k]))),
    ];
}

internal sealed record CheckedArticle(Document Document, Article Article, ArticleDraft Draft)
{
    /// <summary>The figures that one sentence states, sentence by sentence.</summary>
    public IEnumerable<IReadOnlyList<Figure>> Sentences()
    {
        var sentence = new List<Figure>();
        foreach (var figure in Article.Figures)
        {
            if (sentence.Count > 0 && sentence[0].Sentence != figure.Sentence)
            {
                yield return sentence;
                sentence = [];
            }

            sentence.Add(figure);
        }

        if (sentence.Count > 0)
        {
            yield return sentence;
        }
    }
}
