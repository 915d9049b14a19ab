using Bulletins.Normalize;

namespace Bulletins.Cli.Commands;

/// <summary>The rules that <c>explain</c> knows, in the order in which they work.</summary>
internal static class RuleCatalog
{
    public static IReadOnlyList<RuleDoc> All => [];
}
