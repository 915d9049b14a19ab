using System.Text;
using System.Text.RegularExpressions;
using Bulletins.Export;
using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Tests.Support;

/// <summary>DESIGN.md's invariants as questions to one source. Each returns what is wrong, in words, or nothing.</summary>
internal static partial class InvariantChecks
{
    /// <summary>The repairs, by their lines and columns alone, turn the source into the normalized text, and that into the source.</summary>
    public static IEnumerable<string> RepairsReplay(SourceText source)
    {
        var normalized = Normalizer.Normalize(source);
        source = normalized.InFile().Source;
        var places = new SourcePlaces(source.Text);
        var forward = new StringBuilder();
        var edits = new List<TextEdit>();
        var at = 0;
        foreach (var repair in DocumentBuilder.Repairs(normalized))
        {
            var start = places.Offset(repair.Line, repair.Column);
            if (start < at || !source.Text.AsSpan(start).StartsWith(repair.Before))
            {
                yield return $"{repair} does not stand where it says";
                yield break;
            }

            forward.Append(source.Text, at, start - at).Append(repair.After);
            edits.Add(new TextEdit(start, repair.Before.Length, repair.After, repair.Rule));
            at = start + repair.Before.Length;
        }

        forward.Append(source.Text, at, source.Text.Length - at);
        if (forward.ToString() != normalized.Text)
        {
            yield return $"replayed:\n{forward}\nnormalized:\n{normalized.Text}";
        }

        if (EditLog.Apply(normalized.Text, EditLog.Invert(source.Text, edits)) != source.Text)
        {
            yield return "undoing the repairs does not give the source";
        }
    }

    /// <summary>No edits and the same instance go together.</summary>
    public static IEnumerable<string> UnchangedIsTheSameInstance(SourceText source)
    {
        var normalized = Normalizer.Normalize(source);
        if (normalized.Edits.Count == 0 != ReferenceEquals(normalized.Text, source.Text))
        {
            yield return $"{normalized.Edits.Count} edits, same instance: {ReferenceEquals(normalized.Text, source.Text)}";
        }

        foreach (var edit in normalized.Edits.Where(e => e.After == source.Text.Substring(e.Start, e.Length)))
        {
            yield return $"edit changes nothing: {edit}";
        }
    }

    /// <summary>What was normalized needs no repair. It is plain text now: its stars and bars are the author's.</summary>
    public static IEnumerable<string> NormalizingTwiceAddsNothing(SourceText source)
    {
        var once = Normalizer.Normalize(source).Text;
        var twice = Normalizer.Normalize(SourceText.FromText(once) with { Markup = Markup.None });
        return DocumentBuilder.Repairs(twice).Take(5).Select(r => $"second run: {r} in “{Line(once, r.Line)}”");
    }

    /// <summary>Every figure's spans cover, in the source, exactly what its text was made of; every article's lie in the source.</summary>
    public static IEnumerable<string> SpansTellWhereThingsStand(SourceText source)
    {
        var normalized = Normalizer.Normalize(source).InFile();
        var places = new SourcePlaces(normalized.Source.Text);
        foreach (var article in BulletinPipeline.Extract(source).SelectMany(d => d.Articles))
        {
            foreach (var span in article.Spans.Concat(article.Figures.SelectMany(f => f.Spans)).Where(s => !places.Holds(s)))
            {
                yield return $"{article.ArticleId}: {span} lies outside the source";
            }

            if (article.Spans.Count == 0)
            {
                yield return $"{article.ArticleId} has no span";
            }

            var inside = article.Spans.Select(places.Range).ToList();
            foreach (var figure in article.Figures)
            {
                var ranges = figure.Spans.Select(places.Range).ToList();
                var covered = Covered(normalized, ranges);
                if (!Squeeze(covered).Contains(Squeeze(figure.Text), StringComparison.Ordinal))
                {
                    yield return $"{figure.FigureId}: spans hold “{covered}”, not “{figure.Text}”";
                }

                if (!ranges.TrueForAll(r => inside.Exists(a => a.Start <= r.Start && r.End <= a.End)))
                {
                    yield return $"{figure.FigureId} “{figure.Text}” stands outside its article's spans";
                }
            }
        }
    }

    /// <summary>Every line with words is in an article, its headings or the masthead, or a warning names it; page numbers aside.</summary>
    public static IEnumerable<string> NoLineIsLost(SourceText source)
    {
        source = source with { Places = source.Lines }; // lines of words, not of the file that holds them
        var documents = BulletinPipeline.Extract(source);
        var normalized = Normalizer.Normalize(source);
        var kept = documents.SelectMany(d => d.Articles).SelectMany(a => a.Spans).Select(s => s.Line).ToHashSet();
        kept.UnionWith(documents.SelectMany(d => d.Warnings).Where(w => w.Line is not null).Select(w => w.Line!.Value));
        var headings = documents.SelectMany(d => d.Articles).SelectMany(a => a.Section).Select(Squeeze).ToHashSet();
        var mastheads = documents.Where(d => d.Masthead is not null).SelectMany(d => MastheadWords(d.Masthead!)).ToList();
        var lines = Enumerable.Range(0, source.Lines.Count).Select(i => (Number: i + 1, Text: Squeeze(Covered(normalized, [(source.Lines.Start(i), source.Lines.End(i))])))).ToList();
        var repeated = lines.GroupBy(l => l.Text).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        foreach (var (number, text) in lines)
        {
            if (text.Any(char.IsLetter) && !kept.Contains(number) && !headings.Any(h => h.Contains(text) || text.Contains(h))
                && !mastheads.Exists(m => text.Contains(m, StringComparison.Ordinal)) && !repeated.Contains(text) && !IsPageNumber(text))
            {
                yield return $"line {number} is lost: {text}";
            }
        }
    }

    /// <summary>Every letter of the normalized text is in a field of some record; digits aside (issue and date are numbers there), and
    /// the few words that only label (记者, 摄, 劲旅讯, 第…期).</summary>
    public static IEnumerable<string> NoLetterIsLost(SourceText source)
    {
        const string labels = "年月日第期总刊记者通讯员作者摄影图文责编审核校对电话网址星期一二三四五六";
        var have = new Dictionary<char, int>();
        foreach (var c in BulletinPipeline.Extract(source).SelectMany(Words).SelectMany(w => w))
        {
            have[c] = have.GetValueOrDefault(c) + 1;
        }

        var lost = new StringBuilder();
        foreach (var c in Label().Replace(Normalizer.Normalize(source).Text, "").Where(char.IsLetter))
        {
            if (have.GetValueOrDefault(c) > 0)
            {
                have[c]--;
            }
            else if (!labels.Contains(c))
            {
                lost.Append(c);
            }
        }

        return lost.Length == 0 ? [] : [$"lost letters: {lost}"];
    }

    private static IEnumerable<string> Words(Document document)
    {
        yield return document.Masthead?.Title + document.Masthead?.Publisher;
        IReadOnlyList<string> section = [];
        foreach (var article in document.Articles)
        {
            // A heading is printed once over the articles that stand under it.
            yield return section.SequenceEqual(article.Section) ? "" : string.Concat(article.Section);
            section = article.Section;
            yield return article.Kicker + article.Headline + article.Subtitle + article.Organization;
            yield return string.Concat(article.Bylines.Select(b => b.Name + b.Organization)) + string.Concat(article.Paragraphs.Select(p => p.Text));
        }
    }

    // 劲旅讯 and its kin where a report opens, and what only names a kind of text.
    [GeneratedRegex(@"(?<=^|\n)[ \u3000]*[\u4e00-\u9fff]{1,4}讯(?=[ \u3000（(])|公益广告|摄影报道|编者按(?=：)|来源：|发布时间：|字号：大 中 小|责任编辑|(?<=^|\n)原创 |(?<=^|\n)□ 本报", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Label();

    public static byte[] Json(SourceText source)
    {
        using var stream = new MemoryStream();
        using (var writer = new JsonRecordWriter(stream, JsonLayout.Document))
        {
            foreach (var document in BulletinPipeline.Extract(source))
            {
                writer.Write(ExportRecord.Of(document));
            }

            writer.Complete();
        }

        return stream.ToArray();
    }

    public static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // The normalized text that came from ranges of the source.
    private static string Covered(NormalizedText normalized, IEnumerable<(int Start, int End)> ranges)
    {
        var result = new StringBuilder();
        foreach (var (start, end) in ranges)
        {
            // Source places grow with normalized ones, so both ends can be searched for.
            var from = First(normalized, o => normalized.SourceStart(o) >= start);
            for (var i = from; i < normalized.Text.Length && normalized.SourceStart(i) < end; i++)
            {
                result.Append(normalized.SourceEnd(i) <= end ? normalized.Text[i] : '\0');
            }
        }

        return result.ToString();
    }

    private static int First(NormalizedText normalized, Func<int, bool> holds)
    {
        int low = 0, high = normalized.Text.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            (low, high) = holds(mid) ? (low, mid) : (mid + 1, high);
        }

        return low;
    }

    private static string Line(string text, int line) => text.ReplaceLineEndings("\n").Split('\n') is var lines && line <= lines.Length ? lines[line - 1] : "";

    private static bool IsPageNumber(string text) => text.Length <= 6 && text.All(c => char.IsAsciiDigit(c) || "第页版共-—·/".Contains(c));

    private static IEnumerable<string> MastheadWords(Masthead masthead)
    {
        string?[] words = [masthead.Title, masthead.Publisher, masthead.Issue is { } issue ? $"第{issue}期" : null, masthead.Date is { Length: >= 4 } date ? date[..4] + "年" : null];
        return words.OfType<string>().Where(w => w.Length > 1).Select(Squeeze);
    }
}
