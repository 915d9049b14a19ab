using System.Text;

namespace Bulletins.Ingest.Pdf;

/// <summary>Finds what stands at the head or foot of page after page: titles, dates and page numbers.</summary>
internal static class RunningHeads
{
    // In parts of the page's height: how far from its edges they stand, and how much their place may differ.
    private const double Margin = 0.12;
    private const double Play = 0.012;
    private const int MaxLength = 60;

    /// <summary>The lines to leave out. What says something the first time (a title, a date) stays where it stands first; page numbers go everywhere.</summary>
    public static HashSet<PdfLine> Find(IReadOnlyList<PdfBlock> blocks)
    {
        var seen = new Dictionary<(string Text, int Place), List<PdfLine>>();
        foreach (var block in blocks)
        {
            foreach (var line in block.Lines)
            {
                var (fromTop, fromBottom) = (1 - (line.Box.Top / block.PageHeight), line.Box.Bottom / block.PageHeight);
                if (line.Text.Length > MaxLength || Math.Min(fromTop, fromBottom) > Margin)
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

        var found = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var ((text, _), lines) in seen)
        {
            if (lines.Select(l => l.Page).Distinct().Count() >= 2)
            {
                found.UnionWith(IsNumber(text) ? lines : lines.Skip(1));
            }
        }

        return found;
    }

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
