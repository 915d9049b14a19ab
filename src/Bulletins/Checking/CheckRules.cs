using Bulletins.Diagnostics;

namespace Bulletins.Checking;

/// <summary>Every rule of <c>bulletins check</c>: the doubts that extraction itself has, the rules that look at its result, and the
/// differences from an expected record.</summary>
public static class CheckRules
{
    /// <summary>The warnings of the documents, under their codes.</summary>
    public static IReadOnlyList<CheckRule> Warnings { get; } = [.. WarningCodes.All.Select(OfWarning)];

    /// <summary>Rules that need no expected record.</summary>
    public static IReadOnlyList<CheckRule> Own { get; } = [.. TextRules.All.Select(r => r.Doc)];

    public static IReadOnlyList<CheckRule> Differences { get; } = DifferenceRules.All;

    /// <summary>In the order of their listing.</summary>
    public static IReadOnlyList<CheckRule> All { get; } = [.. Warnings, .. Own, .. Differences];

    public static CheckRule? Find(string id) => All.FirstOrDefault(r => r.Id == id);

    /// <summary>The rule of a warning's code, an undocumented one too.</summary>
    internal static CheckRule ForWarning(string code) =>
        Warnings.FirstOrDefault(r => r.Id == code) ?? OfWarning(new WarningDoc(code, "A doubt of the extraction.", "Look at the source there.", "提取时的疑点。", "看一看源文件该处。"));

    private static CheckRule OfWarning(WarningDoc warning) => new(
        warning.Code,
        warning.Code switch
        {
            "garble-uncertain" or "glyph-unknown" or "text-lost" or "quote-unpaired" or "unmapped-letters" or "ocr-uncertain" => CheckArea.Repairs,
            "unknown-unit" => CheckArea.Figures,
            "headline-uncertain" or "byline-uncertain" or "break-uncertain" or "page-furniture" or "unplaced-text" or "page-mark-differs" => CheckArea.Articles,
            _ => CheckArea.Document,
        },
        // Every page has a number and a masthead: worth listing, not worth stopping for.
        warning.Code == "page-furniture" ? Severity.Off : Severity.Warning,
        new CheckText(warning.Code, warning.English, "", warning.EnglishAdvice),
        new CheckText(warning.Code, warning.Chinese, "", warning.ChineseAdvice));
}
