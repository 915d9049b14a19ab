using System.Globalization;
using System.Text;
using Bulletins.Checking;
using Bulletins.Cli.Output.Checking;
using Bulletins.Cli.Run;
using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Cli.Output;

/// <summary>Every repair, article, figure and finding that touches one line of a text.</summary>
internal sealed class LineReport
{
    private const int LabelWidth = 14;
    private const int MostShown = 600;

    private readonly SourceText source;
    private readonly int line;
    private readonly string language;
    private readonly NormalizedText normalized;
    private readonly IReadOnlyList<Document> documents;

    /// <param name="line">From 1.</param>
    public LineReport(SourceText read, int line, string language = "en")
    {
        var extraction = BulletinPipeline.Run(read);
        (normalized, documents) = (extraction.Normalized.InFile(), extraction.Documents);
        source = normalized.Source;
        this.line = line;
        this.language = language;
        LineCount = source.Lines.Count - (source.Lines.Start(source.Lines.Count - 1) == source.Text.Length && source.Lines.Count > 1 ? 1 : 0);
    }

    public int LineCount { get; }

    public bool IsBehindTheEnd => line > LineCount;

    /// <param name="findings">What <c>check</c> says about the text.</param>
    public string Print(Style style, int width, IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        var (before, after) = Sides();
        Line(text, style.Bold(string.Create(CultureInfo.InvariantCulture, $"{Printable.Line(source.Path)}:{line}")));
        Paragraph(text, "source", before, width);
        if (before != after)
        {
            Paragraph(text, "normalized", after, width);
        }

        var any = Part(text, style, "repair", DocumentBuilder.Repairs(normalized).Where(Touches).Select(Words));
        Why(text, width);
        any |= Part(text, style, "article", documents.SelectMany(d => d.Articles).Where(a => a.Spans.Any(Touches)).Select(Describe.Article));
        any |= Part(text, style, "figure", documents.SelectMany(d => d.Articles).SelectMany(a => a.Figures).Where(f => f.Spans.Any(Touches)).Select(Words));
        any |= Part(text, style, "finding", findings.Where(f => f.Source == source.Path && f.Spans.Any(Touches)).Select(Words));
        if (!any)
        {
            Line(text, "\n  no repair, article, figure or finding touches this line");
        }

        return text.ToString();
    }

    /// <summary>The evidence of the rules whose repairs have no words of their own, once each.</summary>
    private void Why(StringBuilder text, int width)
    {
        foreach (var rule in DocumentBuilder.Repairs(normalized).Where(r => Touches(r) && r.Evidence is null).Select(r => r.Rule).Distinct(StringComparer.Ordinal))
        {
            if (Normalizer.Rules.FirstOrDefault(r => r.Id == rule) is { } known)
            {
                foreach (var row in DisplayWidth.Wrap($"{rule}: {known.Doc.In(language).Evidence}", width - 4))
                {
                    Line(text, "    " + row);
                }
            }
        }
    }

    private static bool Part(StringBuilder text, Style style, string noun, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
        {
            return false;
        }

        Line(text, "\n" + style.Bold(Tally.Count(all.Count, noun)));
        foreach (var item in all)
        {
            Line(text, "  " + Printable.Line(item));
        }

        return true;
    }

    private static void Paragraph(StringBuilder text, string label, string body, int width)
    {
        // A line may be as long as a file; the first part of it is enough to know it by.
        var shown = body.Length > MostShown ? body[..(MostShown - (char.IsHighSurrogate(body[MostShown - 1]) ? 1 : 0))] + "…" : body;
        foreach (var row in DisplayWidth.Wrap(Printable.Line(shown), width - LabelWidth))
        {
            Line(text, "  " + label.PadRight(LabelWidth - 2) + row);
            label = "";
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    /// <summary>The line as the source has it, and with the edits that touch it.</summary>
    private (string Before, string After) Sides()
    {
        var (start, end) = (source.Lines.Start(line - 1), source.Lines.End(line - 1));
        var after = new StringBuilder();
        var at = start;
        foreach (var edit in normalized.Edits)
        {
            if (edit.End < start || edit.Start > end)
            {
                continue;
            }

            after.Append(source.Text, at, Math.Max(0, edit.Start - at)).Append(edit.After);
            at = Math.Clamp(edit.End, at, end);
        }

        return (source.Text[start..end], after.Append(source.Text, at, end - at).ToString());
    }

    private bool Touches(SourceSpan span) => span.Line == line;

    private bool Touches(Repair repair)
    {
        var breaks = repair.Before.AsSpan().Count('\n') + repair.Before.AsSpan().Count('\r') - repair.Before.AsSpan().Count("\r\n");
        return repair.Line <= line && line <= repair.Line + breaks;
    }

    private string Words(Repair repair)
    {
        var place = repair.Line == line ? $"column {repair.Column}" : $"line {repair.Line} column {repair.Column}";
        return $"{place}  {Describe.Repair(repair)}" + (repair.Evidence is null ? "" : "  " + Bilingual.In(language, repair.Evidence));
    }

    private string Words(Figure figure) => string.Create(CultureInfo.InvariantCulture, $"column {figure.Spans.First(Touches).Column}  {Describe.Figure(figure)}");

    private static string Words(Finding finding) => $"{FindingWords.Severity(finding)}  {finding.Rule.Id}  {FindingWords.Whole(finding).Replace("\n", "; ", StringComparison.Ordinal)}"
        + (finding.Silence is { } silence ? $"  because: {FindingWords.Whole(silence)}" : "");
}
