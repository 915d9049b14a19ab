using System.Globalization;
using System.Text;
using Bulletins.Cli.Run;
using Bulletins.Export;
using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Cli.Output;

/// <summary>Every edit, article, figure and warning that touches one line of a text.</summary>
internal sealed class LineReport
{
    private const int LabelWidth = 14;
    private const int MostShown = 600;

    private readonly SourceText source;
    private readonly int line;
    private readonly NormalizedText normalized;
    private readonly IReadOnlyList<Document> documents;

    /// <param name="line">From 1.</param>
    public LineReport(SourceText read, int line)
    {
        normalized = Normalizer.Normalize(read).InFile();
        documents = BulletinPipeline.Extract(read);
        source = normalized.Source;
        this.line = line;
        LineCount = source.Lines.Count - (source.Lines.Start(source.Lines.Count - 1) == source.Text.Length && source.Lines.Count > 1 ? 1 : 0);
    }

    public int LineCount { get; }

    public bool IsBehindTheEnd => line > LineCount;

    public string Print(Style style, int width)
    {
        var text = new StringBuilder();
        var (before, after) = Sides();
        Line(text, style.Bold(string.Create(CultureInfo.InvariantCulture, $"{Printable.Line(source.Path)}:{line}")));
        Paragraph(text, "source", before, width);
        if (before != after)
        {
            Paragraph(text, "normalized", after, width);
        }

        var any = Part(text, style, "repair", DocumentBuilder.Repairs(normalized).Where(Touches).Select(Describe));
        any |= Part(text, style, "article", documents.SelectMany(d => d.Articles).Where(a => a.Spans.Any(Touches)).Select(Describe));
        any |= Part(text, style, "figure", documents.SelectMany(d => d.Articles).SelectMany(a => a.Figures).Where(f => f.Spans.Any(Touches)).Select(Describe));
        any |= Part(text, style, "warning", documents.SelectMany(d => d.Warnings).Where(w => w.Line == line).Select(w => $"{w.Code}: {w.Message}"));
        if (!any)
        {
            Line(text, "\n  no repair, article, figure or warning touches this line");
        }

        return text.ToString();
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

    private string Describe(Repair repair)
    {
        var place = repair.Line == line ? $"column {repair.Column}" : $"line {repair.Line} column {repair.Column}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{place}  {Printable.Side(repair.Before)}→{Printable.Side(repair.After)}  {repair.Rule}  confidence {repair.Confidence:0.##}")
            + (repair.Evidence is null ? "" : "  " + repair.Evidence);
    }

    private static string Describe(Article article)
    {
        var lines = article.Spans.Select(s => s.Line).ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"{article.Ordinal}  {EnumWords<ArticleKind>.Of(article.Kind)}  {article.Headline ?? "(no headline)"}  lines {lines.Min()}–{lines.Max()}");
    }

    private string Describe(Figure figure)
    {
        var range = figure.ValueMax is { } max ? "…" + ExactDecimal.Print(max) : "";
        var from = figure.FromValue is { } start ? $" from {ExactDecimal.Print(start)}" : "";
        string?[] parts =
        [
            $"{ExactDecimal.Print(figure.Value)}{range} {figure.Unit}{from}",
            EnumWords<FigureCategory>.Of(figure.Category),
            figure.Qualifier == FigureQualifier.Exact ? null : EnumWords<FigureQualifier>.Of(figure.Qualifier),
            figure.Direction is { } direction ? EnumWords<FigureDirection>.Of(direction) : null,
            figure.Basis is { } basis ? EnumWords<FigureBasis>.Of(basis) : null,
            figure.Measure is { } measure ? "of " + measure : null,
            figure.Period is { } period ? "in " + period : null,
        ];
        var column = figure.Spans.First(Touches).Column;
        return string.Create(CultureInfo.InvariantCulture, $"column {column}  {figure.Text} = ") + string.Join(", ", parts.Where(p => p is not null));
    }
}
