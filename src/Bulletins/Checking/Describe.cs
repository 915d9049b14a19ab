using System.Globalization;
using Bulletins.Export;

namespace Bulletins.Checking;

/// <summary>Repairs, articles and figures in words: the one vocabulary of <c>explain FILE:LINE</c>, <c>check</c> and <c>normalize --diff</c>.</summary>
public static class Describe
{
    /// <summary>One side of a repair: a space is ␠, an ideographic one ▢, a line end ⏎, nothing ∅.</summary>
    public static string Side(string text) =>
        text.Length == 0 ? "∅" : text.Replace("\r\n", "⏎", StringComparison.Ordinal).Replace('\n', '⏎').Replace('\r', '⏎').Replace(' ', '␠').Replace('\u3000', '▢');

    /// <summary><c>袁→， ×3  遥→。 (0.92)</c>.</summary>
    public static string Repairs(IEnumerable<(string Before, string After, double Confidence)> repairs) => string.Join("  ", repairs
        .GroupBy(r => (r.Before, r.After, Confidence: Math.Round(r.Confidence, 2)))
        .Select(g => $"{Side(g.Key.Before)}→{Side(g.Key.After)}"
            + (g.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $" ×{g.Count()}") : "")
            + (g.Key.Confidence < 1 ? string.Create(CultureInfo.InvariantCulture, $" ({g.Key.Confidence:0.##})") : "")));

    /// <summary><c>founder-garble: 袁→， (0.98)</c>.</summary>
    public static string Repair(Repair repair) => $"{repair.Rule}: {Repairs([(repair.Before, repair.After, repair.Confidence)])}";

    /// <summary><c>3  article  安全生产动员会召开  lines 5–45</c>; an article without a headline by its first words.</summary>
    public static string Article(Article article) =>
        string.Create(CultureInfo.InvariantCulture, $"{article.Ordinal}  {EnumWords<ArticleKind>.Of(article.Kind)}  {Name(article)}  {Lines(article.Spans)}");

    /// <summary>The headline, or how the body begins: 「近日，…」.</summary>
    public static string Name(Article article) => article.Headline
        ?? (article.Paragraphs.Count == 0 ? "(empty)" : article.Paragraphs[0].Text is { Length: > 16 } text ? $"「{text[..16]}…」" : $"「{article.Paragraphs[0].Text}」");

    /// <summary><c>lines 5–45</c>.</summary>
    public static string Lines(IReadOnlyList<SourceSpan> spans)
    {
        if (spans.Count == 0)
        {
            return "no lines";
        }

        var (first, last) = (spans.Min(s => s.Line), spans.Max(s => s.Line));
        return first == last
            ? string.Create(CultureInfo.InvariantCulture, $"line {first}")
            : string.Create(CultureInfo.InvariantCulture, $"lines {first}–{last}");
    }

    /// <summary><c>近10万元 = 100000 CNY, cost_saving, nearly, decrease, of 电费, in 2023</c>.</summary>
    public static string Figure(Figure figure)
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
        return $"{figure.Text} = " + string.Join(", ", parts.Where(p => p is not null));
    }
}
