using Bulletins.Checking.Compare;
using Bulletins.Ingest;

namespace Bulletins.Checking;

/// <summary>What to check one input against.</summary>
public sealed record CheckRequest(CheckSettings Settings)
{
    /// <summary>The expected documents, asked for with the extracted ones; null where there is nothing to compare with.</summary>
    public Func<IReadOnlyList<Document>, IReadOnlyList<Document>?> Expected { get; init; } = _ => null;

    public SilenceFile Silences { get; init; } = SilenceFile.None;
}

/// <summary>The findings of an input, in the order of their lines, and the documents that they are about.</summary>
public sealed record CheckResult(IReadOnlyList<Document> Documents, IReadOnlyList<Finding> Findings);

/// <summary>Extracts an input, looks at the result, and compares it with the expected record.</summary>
public static class Checker
{
    private const int Context = 24; // characters shown on either side of what is meant

    public static CheckResult Check(SourceText source, CheckRequest request)
    {
        var extraction = BulletinPipeline.Run(source);
        source = extraction.Normalized.InFile().Source; // places are the file's own
        var settings = request.Settings;
        var text = new CheckedText(extraction);
        var found = Warnings(extraction, source)
            .Concat(TextRules.All.Where(r => settings.Of(r.Doc) != Severity.Off).SelectMany(r => r.Find(text)))
            .Select(f => f with { Excerpt = ExcerptOf(source, f) })
            .Concat(request.Expected(extraction.Documents) is { } expected ? RecordComparer.Compare(expected, extraction.Documents, source.Path) : [])
            .Select(f => f with { Severity = settings.Of(f.Rule) })
            .Where(f => f.Severity != Severity.Off);
        return new(extraction.Documents, [.. Silenced([.. found], request).OrderBy(f => f.Line ?? 0).ThenBy(f => f.Column ?? 0)]);
    }

    private static IEnumerable<Finding> Warnings(Extraction extraction, SourceText source)
    {
        foreach (var warning in extraction.Documents.SelectMany(d => d.Warnings))
        {
            var rule = CheckRules.ForWarning(warning.Code);
            var line = warning.Line is { } l && l <= source.Lines.Count ? l - 1 : -1;
            yield return new Finding
            {
                Rule = rule,
                Severity = rule.Default,
                Source = source.Path,
                Spans = line < 0 ? [] : [Place(source, line, warning.Message)],
                Message = warning.Message,
            };
        }
    }

    /// <summary>The words that a warning quotes, where the line has them once; else the line.</summary>
    private static SourceSpan Place(SourceText source, int line, string message)
    {
        var (start, end) = (source.Lines.Start(line), source.Lines.End(line));
        var quoted = message.AsSpan(Math.Min(1, message.Length)).StartsWith("可能是") ? message[..1]
            : message.IndexOf('“', StringComparison.Ordinal) is >= 0 and var open && message.IndexOf('”', open) is > 0 and var close ? message[(open + 1)..close] : "";
        var words = source.Text.AsSpan(start, end - start);
        var at = quoted.Length == 0 ? -1 : words.IndexOf(quoted, StringComparison.Ordinal);
        return at >= 0 && words[(at + quoted.Length)..].IndexOf(quoted, StringComparison.Ordinal) < 0
            ? new SourceSpan(line + 1, source.Lines.CodePoints(start, start + at) + 1, source.Lines.CodePoints(start + at, start + at + quoted.Length))
            : new SourceSpan(line + 1, 1, Math.Max(1, source.Lines.CodePoints(start, end)));
    }

    /// <summary>Differences are accepted with --update, not silenced: a comment is for what the text is right about.</summary>
    private static IEnumerable<Finding> Silenced(List<Finding> findings, CheckRequest request)
    {
        var used = new HashSet<Silence>();
        foreach (var finding in findings)
        {
            var silence = DifferenceRules.All.Contains(finding.Rule) ? null
                : request.Silences.Silences.FirstOrDefault(s => s.Rule == finding.Rule.Id && s.Line == finding.Line);
            if (silence is not null)
            {
                used.Add(silence);
            }

            yield return finding with { Silence = silence };
        }

        foreach (var silence in request.Silences.Silences.Where(s => !used.Contains(s) && CheckRules.Find(s.Rule) is { } rule && request.Settings.Of(rule) != Severity.Off))
        {
            yield return Comment(DifferenceRules.CommentUnused, silence.File, silence.At, $"nothing on line {silence.Line} is found by {silence.Rule}");
        }

        foreach (var (line, problem) in request.Silences.Problems)
        {
            yield return Comment(DifferenceRules.CommentInvalid, request.Silences.Path, line, problem);
        }

        Finding Comment(CheckRule rule, string file, int line, string message) =>
            new() { Rule = rule, Severity = request.Settings.Of(rule), Source = file, Spans = [new SourceSpan(line, 1, 1)], Message = message };
    }

    /// <summary>The first line of what is meant, with the characters round it.</summary>
    private static Excerpt? ExcerptOf(SourceText source, Finding finding)
    {
        if (finding.Spans.Count == 0 || finding.Spans[0].Line > source.Lines.Count)
        {
            return null;
        }

        var (span, lines) = (finding.Spans[0], source.Lines);
        var start = Offset(lines.Start(span.Line - 1), span.Column - 1);
        var end = Math.Min(Offset(start, span.Length), lines.End(span.Line - 1));
        var shown = Math.Min(end, start + (4 * Context));
        var from = Math.Max(lines.Start(span.Line - 1), start - Context);
        var to = Math.Min(lines.End(span.Line - 1), shown + Context);
        var text = source.Text;
        while (from < start && (char.IsWhiteSpace(text[from]) || char.IsLowSurrogate(text[from])))
        {
            from++;
        }

        to -= to < text.Length && to > shown && char.IsLowSurrogate(text[to]) ? 1 : 0;
        var (head, tail) = (from > lines.Start(span.Line - 1) ? "…" : "", to < lines.End(span.Line - 1) ? "…" : "");
        return new Excerpt(head + text[from..to] + tail, head.Length + start - from, shown - start);

        // A number of code points on.
        int Offset(int at, int count)
        {
            var offset = at;
            for (int left; (left = count - lines.CodePoints(at, offset)) > 0 && offset < source.Text.Length;)
            {
                offset = Math.Min(offset + left, source.Text.Length);
            }

            return offset;
        }
    }
}
