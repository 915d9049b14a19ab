using System.Text;
using Bulletins.Pdf;

namespace Bulletins.Ingest.Pdf;

/// <summary>The text of a PDF, the places of its characters, and what the print says of its blocks.</summary>
internal sealed record PdfText(string Text, LineIndex Lines, PdfPlaces Places, Markup Markup, FontRuns Fonts, IReadOnlyList<Warning> Warnings);

/// <summary>Writes blocks out as text: a paragraph a line, a blank line between blocks. Headlines are told by their size.</summary>
internal static class PdfTextBuilder
{
    // Sizes against the body's that make a headline, the largest first: its level is the position here.
    private static readonly double[] HeadlineSizes = [2.2, 1.6, HeadlineParts.Least];
    private const int ShortestOpen = 10;
    private const double DeepestIndent = 3.5;
    private const int MaxWarnings = 100;

    public static PdfText Build(IReadOnlyList<PdfBlock> all, IReadOnlyList<PdfNotice> notices)
    {
        var running = RunningHeads.Find(all);
        var warnings = running.OrderBy(l => l.Page).Select(Furniture).ToList();
        var blocks = all.Select(b => b.Lines.Any(running.Contains) ? b with { Lines = b.Lines.Where(l => !running.Contains(l)).ToArray() } : b).Where(b => b.Lines.Count > 0).ToList();
        blocks = PageHeaders.Join(blocks);
        var body = BodySize(blocks);
        var text = new StringBuilder();
        var printed = new List<(int Start, PdfLine Line)>();
        var marked = new List<MarkupBlock>();
        var kinds = HeadlineParts.Find(blocks, body);
        for (var i = 0; i < blocks.Count; i++)
        {
            var start = text.Length;
            var level = kinds[i] is MarkupKind.Heading or MarkupKind.Headline ? Level(blocks[i], body) : 0;
            Write(blocks[i], kinds[i] is not null, text, printed);
            if (kinds[i] is { } kind)
            {
                marked.Add(new MarkupBlock(kind, start, text.Length - start, level));
            }

            if (i + 1 < blocks.Count && !blocks[i + 1].FollowsClosely && !MayGoOn(blocks[i], blocks[i + 1]))
            {
                text.Append('\n');
            }
        }

        var words = text.ToString();
        var lines = new LineIndex(words);
        warnings.AddRange(Warnings(notices, printed, lines));
        var places = new PdfPlaces(lines, printed.Select(p => new PrintedLine(p.Start, p.Line.Place)).ToArray());
        return new PdfText(words, lines, places, new Markup { Blocks = marked }, new FontRuns(Runs(printed)), warnings);
    }

    private static void Write(PdfBlock block, bool isHeadline, StringBuilder text, List<(int Start, PdfLine Line)> printed)
    {
        var asPrinted = block.Lines.Count > 1 && !block.Lines.Any(l => l.IsWrapped);
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            // Where nothing tells which lines make a paragraph, their indentation is left for those who look at the words.
            text.Append(' ', asPrinted && line.Indent < DeepestIndent ? (int)Math.Round(2 * line.Indent) : 0);
            printed.Add((text.Length, line));
            text.Append(line.Text);
            if (i + 1 < block.Lines.Count && block.IsRow)
            {
                text.Append("  ");
            }
            else if (i + 1 < block.Lines.Count && isHeadline)
            {
                text.Append(' ', IsPhrase(block, i) ? 1 : 0);
            }
            else if (i + 1 == block.Lines.Count || !line.IsWrapped)
            {
                text.Append('\n');
            }
            else if (IsLatin(line.Text[^1]) && IsLatin(block.Lines[i + 1].Text[0]))
            {
                text.Append(' ');
            }
        }
    }

    // Where a column's last line is full, or ends inside a sentence, and the next column begins at its edge, one paragraph may go on.
    private static bool MayGoOn(PdfBlock block, PdfBlock next) =>
        next.BeginsColumnFlush && (block.EndsColumnFull || (block.EndsColumn && block.Lines[^1].Text is { Length: > ShortestOpen } last && !"。！？…；：”’」』）》】.!?;:)".Contains(last[^1], StringComparison.Ordinal)));

    // A headline's line that has room for the next letter, or is as long as the next one, ends a phrase.
    private static bool IsPhrase(PdfBlock block, int at)
    {
        var (line, next) = (block.Lines[at], block.Lines[at + 1]);
        return line.Text.Length == next.Text.Length || line.Box.Width + (1.5 * line.Size) < block.Lines.Max(l => l.Box.Width);
    }

    private static bool IsLatin(char c) => c is > ' ' and < '\u2000' and not (>= '0' and <= '9' or '-' or '/' or '%' or '(' or ')');

    // One run where a paragraph goes on in the next line in the same font.
    private static FontRun[] Runs(List<(int Start, PdfLine Line)> printed)
    {
        var runs = new List<FontRun>();
        foreach (var run in printed.SelectMany(p => p.Line.Fonts(p.Start)))
        {
            if (runs.Count > 0 && runs[^1] is var last && last.End == run.Start && last.Id == run.Id && last.Name == run.Name)
            {
                runs[^1] = last with { End = run.End };
            }
            else
            {
                runs.Add(run);
            }
        }

        return [.. runs];
    }

    private static Warning Furniture(PdfLine line) =>
        new("page-furniture", FormattableString.Invariant($"left out, as it stands on other pages too: {line.Text} (page {line.Page})"), null);

    // Of what is a headline: the least level at least.
    private static int Level(PdfBlock block, double body) => Array.FindIndex(HeadlineSizes, s => block.Size >= s * body) is >= 0 and var level ? level + 1 : HeadlineSizes.Length;

    // The size that most characters are printed in.
    private static double BodySize(IReadOnlyList<PdfBlock> blocks) =>
        blocks.SelectMany(b => b.Lines).GroupBy(l => Math.Round(l.Size * 2) / 2).OrderByDescending(g => g.Sum(l => l.Text.Length)).ThenBy(g => g.Key).FirstOrDefault()?.Key ?? 10;

    private static IEnumerable<Warning> Warnings(IReadOnlyList<PdfNotice> notices, List<(int Start, PdfLine Line)> printed, LineIndex lines)
    {
        foreach (var notice in notices.Take(MaxWarnings))
        {
            var code = notice.Kind switch
            {
                PdfNoticeKind.UnmappedLetters => "unmapped-letters",
                PdfNoticeKind.LimitReached => "pdf-limit",
                _ => "pdf-damaged",
            };
            var place = notice.Page is null ? "" : FormattableString.Invariant($" (page {notice.Page}")
                + (notice.Box is { } b ? FormattableString.Invariant($", box {b.Left:F0} {b.Bottom:F0} {b.Right:F0} {b.Top:F0}") : "") + ")";
            yield return new Warning(code, notice.Message + place, notice.Box is { } box ? LineOf(printed, lines, notice.Page, box) : null);
        }

        if (notices.Count > MaxWarnings)
        {
            yield return new Warning("pdf-damaged", FormattableString.Invariant($"{notices.Count - MaxWarnings} more notices of this kind"), null);
        }
    }

    private static int? LineOf(List<(int Start, PdfLine Line)> printed, LineIndex lines, int? page, PdfBox box)
    {
        var at = printed.FindIndex(l => l.Line.Page == page && l.Line.Box.Overlaps(box));
        return at < 0 ? null : lines.Locate(printed[at].Start).Line;
    }
}
