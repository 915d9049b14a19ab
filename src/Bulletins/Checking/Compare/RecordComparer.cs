namespace Bulletins.Checking.Compare;

/// <summary>Tells how the documents of an input differ from the expected ones: issues, articles, figures, repairs.</summary>
internal static class RecordComparer
{
    public static IEnumerable<Finding> Compare(IReadOnlyList<Document> expected, IReadOnlyList<Document> actual, string source)
    {
        var places = expected.Count == 0 || actual.Count == 0 || expected[0].Sha256 == actual[0].Sha256;
        if (!places)
        {
            yield return Of(DifferenceRules.InputChanged, source, [], "the input is not the one that the expected record was made from; compared by content, not by place");
        }

        foreach (var (was, now) in Pair(expected, actual))
        {
            var findings = was is null ? [Of(DifferenceRules.DocumentNew, source, now!.Articles.SelectMany(a => a.Spans).Take(1), Name(now))]
                : now is null ? [Of(DifferenceRules.DocumentMissed, source, places ? was.Articles.SelectMany(a => a.Spans).Take(1) : [], Name(was))]
                : Compare(was, now, source, places);
            foreach (var finding in findings)
            {
                yield return finding;
            }
        }
    }

    /// <summary>Issues belong together by their mastheads, and where these do not say, by their order.</summary>
    private static IEnumerable<(Document? Expected, Document? Actual)> Pair(IReadOnlyList<Document> expected, IReadOnlyList<Document> actual)
    {
        var free = actual.ToList();
        var pairs = expected.Select(e => (Expected: e, Actual: Take(free.Find(a => e.Masthead is not null && a.Masthead == e.Masthead)))).ToList();
        var ordered = pairs.Select(p => (p.Expected, Actual: p.Actual ?? Take(free.FirstOrDefault()))).ToList();
        return ordered.Select(p => ((Document?)p.Expected, p.Actual)).Concat(free.Select(a => ((Document?)null, (Document?)a)));

        Document? Take(Document? document)
        {
            if (document is not null)
            {
                free.Remove(document);
            }

            return document;
        }
    }

    private static string Name(Document document) =>
        string.Join(" · ", new[] { document.Masthead?.Title, document.Masthead?.Date, $"{document.Articles.Count} article{(document.Articles.Count == 1 ? "" : "s")}" }.Where(p => p is not null));

    private static IEnumerable<Finding> Compare(Document expected, Document actual, string source, bool places)
    {
        if (FieldComparer.Document(expected, actual) is { Count: > 0 } changes)
        {
            yield return Of(DifferenceRules.DocumentChanged, source, [], "the document's fields changed") with { Changes = changes };
        }

        foreach (var finding in Articles(expected.Articles, actual.Articles, source, places).Concat(RepairComparer.Compare(expected.Repairs, actual.Repairs, source, places)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Articles(IReadOnlyList<Article> expected, IReadOnlyList<Article> actual, string source, bool places)
    {
        var match = ArticleMatcher.Match(expected, actual);
        var moved = ArticleMatcher.Moved(match);
        for (var e = 0; e < expected.Count; e++)
        {
            if (match[e] < 0)
            {
                yield return Whole(DifferenceRules.ArticleMissed, source, expected[e], places);
                continue;
            }

            var (was, now) = (expected[e], actual[match[e]]);
            var changes = FieldComparer.Article(was, now, places).ToList();
            if (moved.Contains(e))
            {
                changes.Insert(0, new FieldChange("ordinal", $"{was.Ordinal}", $"{now.Ordinal}"));
            }

            if (changes.Count > 0)
            {
                yield return Of(DifferenceRules.ArticleChanged, source, now.Spans, Describe.Name(was)) with { Article = Describe.Name(now), Changes = changes };
            }

            foreach (var finding in Figures(was, now, source, places))
            {
                yield return finding;
            }
        }

        foreach (var a in Enumerable.Range(0, actual.Count).Except(match))
        {
            yield return Whole(DifferenceRules.ArticleNew, source, actual[a], places: true);
        }
    }

    private static IEnumerable<Finding> Figures(Article expected, Article actual, string source, bool places)
    {
        var name = Describe.Name(actual);
        var match = FigureMatcher.Match(expected.Figures, actual.Figures);
        for (var e = 0; e < match.Length; e++)
        {
            var was = expected.Figures[e];
            if (match[e] < 0)
            {
                yield return Of(DifferenceRules.FigureMissed, source, places ? was.Spans : actual.Spans.Take(1), Describe.Figure(was)) with { Article = name };
            }
            else if (FieldComparer.Figure(was, actual.Figures[match[e]], places) is { Count: > 0 } changes)
            {
                var now = actual.Figures[match[e]];
                yield return Of(DifferenceRules.FigureChanged, source, now.Spans, Describe.Figure(now)) with { Article = name, Changes = changes };
            }
        }

        foreach (var a in Enumerable.Range(0, actual.Figures.Count).Except(match))
        {
            yield return Of(DifferenceRules.FigureNew, source, actual.Figures[a].Spans, Describe.Figure(actual.Figures[a])) with { Article = name };
        }
    }

    private static Finding Whole(CheckRule rule, string source, Article article, bool places)
    {
        var figures = article.Figures.Count switch { 0 => "", 1 => ", 1 figure", var n => FormattableString.Invariant($", {n} figures") };
        return Of(rule, source, places ? article.Spans : [], Describe.Article(article) + figures) with { Article = Describe.Name(article) };
    }

    private static Finding Of(CheckRule rule, string source, IEnumerable<SourceSpan> spans, string message) =>
        new() { Rule = rule, Severity = rule.Default, Source = source, Spans = [.. spans], Message = message };
}
