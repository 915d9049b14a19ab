using Bulletins.Checking.Rules;

namespace Bulletins.Checking;

/// <summary>The rules that look at one input by itself, in the order of their listing.</summary>
internal static class TextRules
{
    public static IReadOnlyList<TextRule> All { get; } =
    [
        new GarbleLeftRule(),
        new HeadlineMissingRule(),
        new BylineInTextRule(),
        new SentenceCutRule(),
        new PercentageOver100Rule(),
        new TotalContradictedRule(),
        new DateAfterIssueRule(),
    ];
}
