using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bulletins.Ingest.Html;
using Bulletins.Normalize;
using Bulletins.Segment;

namespace Bulletins;

/// <summary>Compares what a web page says of itself (meta elements, JSON-LD, Founder's properties) with what was read from its words. Where the
/// words say something else, that is a warning; what they do not say at all is no difference.</summary>
internal static partial class PageAgreement
{
    private const int LongestHeader = 90;
    private static readonly string[] Nobody = ["admin", "administrator", "管理员", "系统管理员", "编辑", "佚名", "本站", "原创", "未知"];

    [GeneratedRegex(@"(?<y>(?:19|20)\d{2})\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})")]
    private static partial Regex Date();

    // 记者 沈砚秋 通讯员 何川: the names in an author's mark.
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}·]{2,}")]
    private static partial Regex Word();

    public static IEnumerable<Warning> Warnings(NormalizedText normalized, IReadOnlyList<IssueDraft> issues)
    {
        if (normalized.Source.Marks is not { } marks)
        {
            yield break;
        }

        var articles = issues.SelectMany(i => i.Articles).ToList();
        if (marks.Title is { } title && Title(title, articles) is { } headline)
        {
            yield return Differs(title, headline, "the headline read from the page's words is");
        }

        var bylines = articles.SelectMany(a => a.Bylines).ToList();
        if (marks.Author is { } author && Author(author, marks.Site, bylines, normalized.Text) is { } names)
        {
            yield return Differs(author, names, "the bylines read from the page's words are");
        }

        if (marks.Source is { } source && Source(source, bylines, normalized.Text) is { } credited)
        {
            yield return Differs(source, credited, "the source read from the page's words is");
        }

        if (marks.Date is { } date && Day(date, normalized.Text) is { } day)
        {
            yield return Differs(date, day, "the date in the page's words is");
        }

        Warning Differs(PageMark mark, string read, string phrase)
        {
            var (line, _) = normalized.InFile().Source.Lines.Locate(mark.Offset);
            return new Warning("page-mark-differs", $"{mark.From} says “{mark.Text}”; {phrase} “{read}”", line);
        }
    }

    // A page of several articles has a title of its own.
    private static string? Title(PageMark mark, List<ArticleDraft> articles)
    {
        var said = Key(mark.Text);
        var headlines = articles.Where(a => a.Headline is not null).ToList();
        if (headlines.Count != 1 || said.Length < 4)
        {
            return null;
        }

        var article = headlines[0];
        var read = Key(article.Headline!.Text);
        var whole = Key(article.Kicker?.Text + article.Headline.Text + article.Subtitle?.Text);
        return said.Contains(read, StringComparison.Ordinal) || read.Contains(said, StringComparison.Ordinal) || whole.Contains(said, StringComparison.Ordinal) ? null : article.Headline.Text;
    }

    private static string? Author(PageMark mark, PageMark? site, List<Byline> bylines, string text)
    {
        var people = bylines.Where(b => b.Role != BylineRole.Source).Select(b => b.Name).Distinct(StringComparer.Ordinal).ToList();
        var said = Word().Matches(mark.Text).Select(m => m.Value).ToList();
        var isName = said.Count > 0 && !Nobody.Contains(mark.Text, StringComparer.OrdinalIgnoreCase) && mark.Text != site?.Text;
        return people.Count == 0 || !isName || said.Any(w => text.Contains(w, StringComparison.Ordinal)) ? null : string.Join("、", people);
    }

    private static string? Source(PageMark mark, List<Byline> bylines, string text)
    {
        var sources = bylines.Where(b => b.Role == BylineRole.Source).Select(b => b.Name).ToList();
        var said = Key(mark.Text);
        return said.Length < 2 || sources.Count == 0 || text.Contains(mark.Text, StringComparison.Ordinal) || sources.Exists(s => said.Contains(Key(s), StringComparison.Ordinal)) ? null : sources[0];
    }

    // Dates in short lines, as pages print them under the title; a body speaks of many days.
    private static string? Day(PageMark mark, string text)
    {
        if (Read(mark.Text) is not { } said)
        {
            return null;
        }

        string? other = null;
        foreach (var line in text.EnumerateLines())
        {
            if (line.Length > LongestHeader || line.Contains('。') || line.IndexOf("20") < 0)
            {
                continue;
            }

            foreach (Match match in Date().Matches(line.ToString()))
            {
                if (Read(match.Value) is { } read)
                {
                    if (read == said)
                    {
                        return null;
                    }

                    other ??= match.Value;
                }
            }
        }

        return other;
    }

    private static DateOnly? Read(string text)
    {
        var match = Date().Match(text);
        return match.Success
            && DateOnly.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static string Key(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
