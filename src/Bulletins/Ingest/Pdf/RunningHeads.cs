using System.Text;

namespace Bulletins.Ingest.Pdf;

/// <summary>Finds what stands at the head or foot of page after page: titles, dates and page numbers.</summary>
internal static class RunningHeads
{
    // In parts of the page's height: how far from its edges they stand, and how much their place may differ.
    private const double Margin = 0.12;
    private const double Play = 0.012;
    private const int MaxLength = 60;
    private const double Close = 0.9; // ems

    /// <summary>The lines to leave out. What says something the first time (a title, a date) stays where it stands first; page numbers go everywhere.</summary>
    public static HashSet<PdfLine> Find(IReadOnlyList<PdfBlock> blocks)
    {
        var seen = new Dictionary<(string Text, int Place), List<PdfLine>>();
        foreach (var block in blocks)
        {
            var isParagraph = block.Lines.Any(l => l.IsWrapped);
            foreach (var line in block.Lines)
            {
                var (fromTop, fromBottom) = (1 - (line.Box.Top / block.PageHeight), line.Box.Bottom / block.PageHeight);
                if (isParagraph || line.Text.Length > MaxLength || line.Text[^1] is '，' or '、' or '；' or '：' || Math.Min(fromTop, fromBottom) > Margin)
                {
                    continue;
                }

                var place = (int)Math.Round(line.Box.CenterY / block.PageHeight / Play);
                var key = (Pattern(line.Text), place);
                if (!seen.TryGetValue(key, out var lines))
                {
                    seen[key] = lines = [];
                }

                lines.Add(line);
            }
        }

        var repeated = seen.Where(s => s.Value.Exists(l => l.Page != s.Value[0].Page)).ToList();
        var candidates = repeated.SelectMany(r => r.Value).ToHashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        var pages = candidates.Select(l => l.Page).ToHashSet();
        var others = blocks.Where(b => pages.Contains(b.Lines[0].Page)).SelectMany(b => b.Lines).Where(l => !candidates.Contains(l)).ToLookup(l => l.Page);
        var found = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var ((text, _), lines) in repeated)
        {
            found.UnionWith(IsNumber(text) ? lines : lines.Skip(1).Where(l => !others[l.Page].Any(o => IsNextTo(l, o))));
        }

        return found;
    }

    // A column's last words on two pages may be the same: they have their text's line right over them.
    private static bool IsNextTo(PdfLine line, PdfLine other) =>
        Math.Max(other.Box.Bottom - line.Box.Top, line.Box.Bottom - other.Box.Top) < Close * line.Size && other.Box.Left < line.Box.Right && other.Box.Right > line.Box.Left;

    // Numbers count from page to page: — 12 — and — 13 — are one pattern.
    private static string Pattern(string text)
    {
        var pattern = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                if (pattern.Length == 0 || pattern[^1] != '#')
                {
                    pattern.Append('#');
                }
            }
            else if (!char.IsWhiteSpace(c))
            {
                pattern.Append(c);
            }
        }

        return pattern.ToString();
    }

    private static bool IsNumber(string pattern) => pattern.Length <= 12 && pattern.Contains('#', StringComparison.Ordinal) && pattern.All(c => "#-—–·•.|/第页共版（）()～~".Contains(c, StringComparison.Ordinal));
}
