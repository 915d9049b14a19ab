using System.Globalization;
using System.Text;
using Bulletins.Cli.Run;
using Bulletins.Export;

namespace Bulletins.Cli.Output;

/// <summary>What a person wants to see of each document: masthead, articles, the count of figures, the warnings; totals at the end.</summary>
internal sealed class SummaryWriter(Stream stream, int width, bool color, bool flushEach) : IRecordWriter
{
    /// <summary>Ordinal, kind and figures with the space around them.</summary>
    private const int LeadWidth = 32;

    private const int NarrowestByline = 12;

    private readonly StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
    private readonly Style style = new(color);
    private readonly Tally tally = new();

    public void Write(ExportRecord record)
    {
        tally.Add(record);
        if (record.Document is { } document)
        {
            Write(document);
        }
        else
        {
            writer.WriteLine($"{style.Bold(Name(record.Source))}  {style.Red(Printable.Line(record.Error!.Message))}");
        }

        writer.WriteLine();
        if (flushEach)
        {
            writer.Flush();
            stream.Flush();
        }
    }

    public void Complete()
    {
        if (tally.Documents + tally.Errors > 1)
        {
            writer.WriteLine(style.Bold("Total") + "  " + tally);
        }

        writer.Flush();
    }

    public void Dispose()
    {
        // Complete has flushed everything; a run that was broken off leaves the rest unsaid.
    }

    private void Write(Document document)
    {
        writer.WriteLine(style.Bold(Name(document.Source)) + Masthead(document.Masthead));
        // Headlines decide how wide their column is; where there is none, as much of the body's beginning is shown as fits.
        var widest = document.Articles.Select(a => DisplayWidth.Of(a.Headline ?? "")).DefaultIfEmpty(0).Max();
        var headlines = Math.Max(20, Math.Min(Math.Max(widest, 28), (width - LeadWidth) * 2 / 3));
        IReadOnlyList<string> section = [];
        foreach (var article in document.Articles)
        {
            if (!article.Section.SequenceEqual(section, StringComparer.Ordinal))
            {
                section = article.Section;
                var heading = section.Count == 0 ? "—" : "▸ " + Printable.Line(string.Join(" / ", section));
                writer.WriteLine("  " + style.Dim(DisplayWidth.Clip(heading, width - 2)));
            }

            WriteLine(article, headlines);
        }

        foreach (var warning in document.Warnings)
        {
            writer.WriteLine("  " + style.Yellow(Printable.Line("! " + ExportColumns.CompactWarning(warning))));
        }

        var counts = new Tally();
        counts.Add(ExportRecord.Of(document));
        writer.WriteLine("  " + style.Dim(counts.OfDocument()));
    }

    /// <summary><c>   3  article        5 figures  headline  reporter 张三 李四</c>.</summary>
    private void WriteLine(Article article, int headlines)
    {
        var figures = article.Figures.Count == 0 ? "" : Tally.Count(article.Figures.Count, "figure");
        var lead = string.Create(CultureInfo.InvariantCulture, $"{article.Ordinal,4}  {EnumWords<ArticleKind>.Of(article.Kind),-11}  {figures,11}  ");
        var headline = Headline(article, headlines);
        var bylines = Bylines(article);
        var shown = article.Headline is null ? style.Dim(headline) : headline;
        var room = width - lead.Length - headlines - 2;
        if (bylines.Length > 0 && room >= NarrowestByline)
        {
            shown += new string(' ', headlines - DisplayWidth.Of(headline) + 2) + style.Dim(DisplayWidth.Clip(bylines, room));
        }

        writer.WriteLine(lead + shown);
    }

    private static string Name(string source) => source == "-" ? "(standard input)" : Printable.Line(source);

    private static string Masthead(Masthead? masthead)
    {
        if (masthead is null)
        {
            return "";
        }

        string?[] parts =
        [
            masthead.Title,
            masthead.Issue is { } issue ? string.Create(CultureInfo.InvariantCulture, $"no. {issue}") : null,
            masthead.IssueTotal is { } total ? string.Create(CultureInfo.InvariantCulture, $"total no. {total}") : null,
            masthead.Date,
            masthead.Publisher,
        ];
        return string.Concat(parts.Where(p => p is not null).Select((p, i) => (i == 0 ? "  " : " · ") + Printable.Line(p!)));
    }

    /// <summary>The headline, or how the body begins.</summary>
    private static string Headline(Article article, int width) => article.Headline is { } headline
        ? DisplayWidth.Clip(Printable.Line(headline), width)
        : article.Paragraphs.Count == 0 ? "(empty)" : $"「{DisplayWidth.Clip(Printable.Line(article.Paragraphs[0].Text), width - 4)}」";

    private static string Bylines(Article article)
    {
        var text = new StringBuilder();
        BylineRole? role = null;
        foreach (var byline in article.Bylines)
        {
            text.Append(text.Length == 0 ? "" : byline.Role == role ? " " : ", ");
            text.Append(byline.Role == role ? "" : EnumWords<BylineRole>.Of(byline.Role) + " ").Append(byline.Name);
            role = byline.Role;
        }

        return Printable.Line(text.ToString());
    }
}
