using System.Globalization;

namespace Bulletins.Checking.Compare;

/// <summary>Compares the repairs: by place where both records are of the same bytes, else by what each rule changed into what.</summary>
internal static class RepairComparer
{
    public static IEnumerable<Finding> Compare(IReadOnlyList<Repair> expected, IReadOnlyList<Repair> actual, string source, bool places)
    {
        if (places)
        {
            return ByPlace(expected, actual, source);
        }

        return Without(expected, actual).GroupBy(r => r.Rule, StringComparer.Ordinal).Select(g => Finding(DifferenceRules.RepairMissed, source, [], [.. g]))
            .Concat(Without(actual, expected).GroupBy(r => r.Rule, StringComparer.Ordinal).Select(g => Finding(DifferenceRules.RepairNew, source, [], [.. g])));
    }

    private static IEnumerable<Finding> ByPlace(IReadOnlyList<Repair> expected, IReadOnlyList<Repair> actual, string source)
    {
        var now = actual.GroupBy(Place).ToDictionary(g => g.Key, g => g.First());
        var was = expected.GroupBy(Place).ToDictionary(g => g.Key, g => g.First());
        var changed = expected.Where(r => now.TryGetValue(Place(r), out var other) && !Same(r, other)).ToList();
        var differences = expected.Where(r => !now.ContainsKey(Place(r))).Select(r => (Kind: DifferenceRules.RepairMissed, Repair: r))
            .Concat(actual.Where(r => !was.ContainsKey(Place(r))).Select(r => (Kind: DifferenceRules.RepairNew, Repair: r)))
            .GroupBy(d => (d.Kind, d.Repair.Line, d.Repair.Rule))
            .Select(g => Finding(g.Key.Kind, source, [.. g.Select(d => Span(d.Repair))], [.. g.Select(d => d.Repair)]))
            .Concat(changed.Select(r => Change(r, now[Place(r)], source)));
        return differences.OrderBy(f => f.Line).ThenBy(f => f.Column);
    }

    private static (int Line, int Column, int Length) Place(Repair repair) => (repair.Line, repair.Column, repair.Before.Length);

    // Confidences as they are written.
    private static bool Same(Repair one, Repair other) =>
        one.Rule == other.Rule && one.Before == other.Before && one.After == other.After && one.Evidence == other.Evidence && Confidence(one) == Confidence(other);

    private static decimal Confidence(Repair repair) => Math.Round((decimal)repair.Confidence, 3);

    private static Finding Change(Repair expected, Repair actual, string source)
    {
        var changes = new[]
        {
            new FieldChange("rule", expected.Rule, actual.Rule),
            new FieldChange("after", Describe.Side(expected.After), Describe.Side(actual.After)),
            new FieldChange("confidence", Confidence(expected).ToString(CultureInfo.InvariantCulture), Confidence(actual).ToString(CultureInfo.InvariantCulture)),
            new FieldChange("evidence", expected.Evidence, actual.Evidence),
        };
        return Finding(DifferenceRules.RepairChanged, source, [Span(expected)], [expected]) with { Changes = [.. changes.Where(c => c.Expected != c.Actual)] };
    }

    private static Finding Finding(CheckRule rule, string source, IReadOnlyList<SourceSpan> spans, IReadOnlyList<Repair> repairs) => new()
    {
        Rule = rule,
        Severity = rule.Default,
        Source = source,
        Spans = spans,
        Message = $"{repairs[0].Rule}: {Describe.Repairs(repairs.Select(r => (r.Before, r.After, r.Confidence)))}",
    };

    private static SourceSpan Span(Repair repair) => new(repair.Line, repair.Column, Math.Max(1, repair.Before.Length));

    private static List<Repair> Without(IReadOnlyList<Repair> repairs, IReadOnlyList<Repair> others)
    {
        var left = others.CountBy(o => (o.Rule, o.Before, o.After)).ToDictionary();
        return [.. repairs.Where(r => (r.Rule, r.Before, r.After) is var k && (left.GetValueOrDefault(k) is var n && n == 0 || (left[k] = n - 1) < 0))];
    }
}
