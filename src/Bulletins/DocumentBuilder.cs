using Bulletins.Figures;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Segment;

namespace Bulletins;

/// <summary>Gives drafts their identities and their places in the source.</summary>
internal static class DocumentBuilder
{
    /// <summary>The documents one by one; each is built when it is asked for.</summary>
    /// <param name="withReasons">Figures tell what decided their fields.</param>
    public static IEnumerable<Document> Build(NormalizedText normalized, IReadOnlyList<IssueDraft> issues, bool withReasons = false)
    {
        var source = normalized.Source;
        var published = new PublicationDates(source.Text);
        var hash = "d" + source.Sha256[..16]; // the letter keeps a spreadsheet from reading sixteen digits as a number
        for (var i = 0; i < issues.Count; i++)
        {
            var id = issues.Count == 1 ? hash : $"{hash}-{i + 1}";
            var unknown = new List<Warning>();
            yield return new Document
            {
                DocumentId = id,
                Source = source.Path,
                Sha256 = source.Sha256,
                MediaType = source.MediaType,
                Encoding = source.Encoding,
                Masthead = issues[i].Masthead,
                Articles = [.. issues[i].Articles.Select((draft, k) => Article(draft, id, k + 1, issues[i].Masthead?.Date, published, normalized, unknown, withReasons))],
                // What was done to the whole file is told once, with its first issue.
                Repairs = i == 0 ? Repairs(normalized) : [],
                Warnings = i == 0 ? [.. source.Warnings, .. PageAgreement.Warnings(normalized, issues), .. normalized.Warnings, .. issues[i].Warnings, .. unknown] : [.. issues[i].Warnings, .. unknown],
            };
        }
    }

    /// <summary>A text as one article without a headline, each line a paragraph.</summary>
    public static IssueDraft Whole(NormalizedText normalized, string? issued)
    {
        var (text, paragraphs) = (normalized.Text, new List<ParagraphDraft>());
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                paragraphs.Add(new ParagraphDraft(ParagraphKind.Text, TracedText.Of(text, start, end - start).Trim()));
            }

            start = end + 1;
        }

        var article = new ArticleDraft { Kind = ArticleKind.Article, Paragraphs = paragraphs, Ranges = [(0, text.Length)] };
        return new IssueDraft(issued is null ? null : new Masthead(null, null, null, null, issued), [article], []);
    }

    /// <summary>The edits as they are told: neighbours of one rule as one change.</summary>
    public static IReadOnlyList<Repair> Repairs(NormalizedText text)
    {
        var normalized = text.InFile();
        var source = normalized.Source;
        var repairs = new List<Repair>(normalized.Edits.Count);
        for (var i = 0; i < normalized.Edits.Count;)
        {
            var edit = normalized.Edits[i];
            var (end, after, confidence) = (edit.End, edit.After, edit.Confidence);
            for (i++; i < normalized.Edits.Count && normalized.Edits[i].Start == end && normalized.Edits[i].Rule == edit.Rule; i++)
            {
                after += normalized.Edits[i].After;
                end = normalized.Edits[i].End;
                confidence = Math.Min(confidence, normalized.Edits[i].Confidence);
            }

            var (line, column) = source.Places.Locate(edit.Start);
            repairs.Add(new Repair(edit.Rule, line, column, source.Text[edit.Start..end], after, confidence, edit.Evidence));
        }

        return repairs;
    }

    private static Article Article(ArticleDraft draft, string documentId, int ordinal, string? issueDate, PublicationDates published, NormalizedText normalized, List<Warning> warnings, bool withReasons)
    {
        var unknown = new List<UnknownUnit>();
        var id = $"{documentId}/{ordinal}";
        var figures = FigureExtractor.Extract(new FigureInput(Texts(draft, normalized.Text), issueDate ?? published.At(normalized.SourceStart(draft.Ranges.Select(r => r.Start).FirstOrDefault()))), unknown);
        foreach (var number in unknown)
        {
            var text = TextOf(number.Place, draft);
            var line = text.Spans(normalized, number.Start, number.Length).Select(x => (int?)x.Line).FirstOrDefault();
            warnings.Add(new Warning("unknown-unit", $"“{text.Text.Substring(number.Start, number.Length)}”: no unit of the tables; it is no figure", line));
        }

        return new Article
        {
            ArticleId = id,
            Ordinal = ordinal,
            Kind = draft.Kind,
            Section = draft.Section,
            Kicker = draft.Kicker?.Text,
            Headline = draft.Headline?.Text,
            Subtitle = draft.Subtitle?.Text,
            Bylines = draft.Bylines,
            Organization = draft.Organization,
            Paragraphs = [.. draft.Paragraphs.Select(p => new Paragraph(p.Kind, p.Text.Text))],
            Figures = [.. figures.Select((figure, k) => Figure(figure, draft, $"{id}/{k + 1}", normalized, withReasons))],
            Spans = draft.Ranges.SelectMany(r =>
            {
                var (start, end) = normalized.SourceRange(r.Start, r.Length);
                return normalized.Source.Places.Spans(start, end);
            }).ToArray(),
        };
    }

    private static List<(FigurePlace Place, string Text)> Texts(ArticleDraft draft, string normalized)
    {
        var texts = new List<(FigurePlace, string)>();
        Add(FigurePart.Kicker, draft.Kicker);
        Add(FigurePart.Headline, draft.Headline);
        Add(FigurePart.Subtitle, draft.Subtitle);
        texts.AddRange(draft.Paragraphs.Select((p, i) => (new FigurePlace(FigurePart.Paragraph, i), p.Kind == ParagraphKind.Table ? Table(p.Text, normalized) : p.Text.Text)));
        return texts;

        void Add(FigurePart part, TracedText? text)
        {
            if (text is not null)
            {
                texts.Add((new FigurePlace(part), text.Text));
            }
        }
    }

    // The spaces that join a table's cells become bars again, and those that join its rows line feeds; every place stays the same.
    private static string Table(TracedText text, string normalized)
    {
        var cells = text.Text.ToCharArray();
        for (var k = 1; k < text.Parts.Count; k++)
        {
            var (before, part) = (text.Parts[k - 1], text.Parts[k]);
            var (from, to) = (before.Origin + before.Length, part.Origin);
            if (part.Start > before.Start + before.Length && from <= to)
            {
                cells[part.Start - 1] = normalized.AsSpan(from, to - from).Contains('\n') ? '\n' : '|';
            }
        }

        return new string(cells);
    }

    private static Figure Figure(FigureDraft figure, ArticleDraft draft, string id, NormalizedText normalized, bool withReasons)
    {
        var text = TextOf(figure.Place, draft);
        return new Figure
        {
            FigureId = id,
            Text = text.Text.Substring(figure.Start, figure.Length),
            Value = figure.Value,
            ValueMax = figure.ValueMax,
            FromValue = figure.FromValue,
            Unit = figure.Unit,
            UnitText = figure.UnitText,
            Category = figure.Category,
            Qualifier = figure.Qualifier,
            Direction = figure.Direction,
            Basis = figure.Basis,
            Measure = figure.Measure,
            Period = figure.Period,
            Sentence = figure.Sentence,
            Spans = text.Spans(normalized, figure.Start, figure.Length).ToArray(), // an array of that length: of a spread the half would stay empty
            Reasons = withReasons ? figure.Reasons : [],
        };
    }

    private static TracedText TextOf(FigurePlace place, ArticleDraft draft) => place.Part switch
    {
        FigurePart.Kicker => draft.Kicker!,
        FigurePart.Headline => draft.Headline!,
        FigurePart.Subtitle => draft.Subtitle!,
        _ => draft.Paragraphs[place.Paragraph].Text,
    };
}
