using System.Text;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Segment;

namespace Bulletins.Tests.Segment;

/// <summary>Prints what the segmenter made of a text, one line a part, so that a case can show it.</summary>
internal static class Outline
{
    public static IReadOnlyList<IssueDraft> Cut(string text) => Segmenter.Segment(Normalizer.Normalize(SourceText.FromText(text)));

    public static string Of(string text)
    {
        var result = new StringBuilder();
        foreach (var issue in Cut(text))
        {
            if (issue.Masthead is { } masthead)
            {
                result.Append("masthead: ").Append(string.Join(" | ", masthead.Title ?? "-", masthead.Publisher ?? "-", masthead.Issue?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-",
                    masthead.IssueTotal?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-", masthead.Date ?? "-")).Append('\n');
            }

            foreach (var article in issue.Articles)
            {
                Article(article, result);
            }

            foreach (var warning in issue.Warnings.Select(w => w.Code).Distinct())
            {
                result.Append("warning: ").Append(warning).Append('\n');
            }
        }

        return result.ToString().TrimEnd('\n');
    }

    private static void Article(ArticleDraft article, StringBuilder result)
    {
        result.Append(article.Kind).Append('\n');
        Field("section", string.Join(" > ", article.Section));
        Field("kicker", article.Kicker?.Text);
        Field("headline", article.Headline?.Text);
        Field("subtitle", article.Subtitle?.Text);
        foreach (var byline in article.Bylines)
        {
            Field(byline.Role.ToString(), byline.Name + (byline.Organization is null ? "" : " @ " + byline.Organization));
        }

        foreach (var paragraph in article.Paragraphs)
        {
            var text = paragraph.Text.Text;
            Field(paragraph.Kind.ToString().ToLowerInvariant(), text.Length <= 26 ? text : text[..10] + "…" + text[^10..]);
        }

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                result.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
            }
        }
    }
}
