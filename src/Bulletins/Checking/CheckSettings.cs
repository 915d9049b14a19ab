namespace Bulletins.Checking;

/// <summary>What a run decides about the rules.</summary>
public sealed record CheckSettings
{
    public static CheckSettings Default { get; } = new();

    /// <summary>By rule, where it is other than the rule's own.</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>(StringComparer.Ordinal);

    /// <summary>The areas to look at; null for all of them.</summary>
    public IReadOnlySet<CheckArea>? Only { get; init; }

    public Severity Of(CheckRule rule) => Only?.Contains(rule.Area) == false ? Severity.Off : Severities.GetValueOrDefault(rule.Id, rule.Default);
}
