using Bulletins.Normalize;

namespace Bulletins.Tests.Normalize;

public class NormalizeCases
{
    [Theory]
    [MemberData(nameof(NormalizeCase.Read), "in-the-wild.json", MemberType = typeof(NormalizeCase))]
    [MemberData(nameof(NormalizeCase.Read), "synthetic.json", MemberType = typeof(NormalizeCase))]
    public void WhatIsBrokenIsMended(NormalizeCase @case) => Assert.Equal(@case.Expected, NormalizeCase.Run(@case.Source).Text);

    [Theory]
    [MemberData(nameof(NormalizeCase.Read), "negative.json", MemberType = typeof(NormalizeCase))]
    public void WhatIsRightIsLeftAlone(NormalizeCase @case)
    {
        var result = NormalizeCase.Run(@case.Source);
        Assert.Equal(@case.Source, result.Text);
        Assert.Same(@case.Source, result.Text);
    }

    /// <summary>A case that begins to pass moves to another file.</summary>
    [Theory]
    [MemberData(nameof(NormalizeCase.Read), "known-failures.json", MemberType = typeof(NormalizeCase))]
    public void WhatIsKnownToFailStillFails(NormalizeCase @case) => Assert.NotEqual(@case.Expected, NormalizeCase.Run(@case.Source).Text);

    public static IEnumerable<object[]> Docs() => Normalizer.Rules.Select(rule => new object[] { rule.Id });

    [Theory]
    [MemberData(nameof(Docs))]
    public void ARulesExampleIsTrueAndTheRuleDoesIt(string id)
    {
        var doc = Normalizer.Rules.Single(rule => rule.Id == id).Doc;
        var result = NormalizeCase.Run(doc.Before);
        Assert.Equal(doc.After, result.Text);
        Assert.Contains(result.Edits, edit => edit.Rule == id);
        Assert.All([doc.English.Title, doc.English.Mends, doc.English.Evidence, doc.English.LeavesAlone, doc.Chinese.Title, doc.Chinese.Mends, doc.Chinese.Evidence, doc.Chinese.LeavesAlone], Assert.NotEmpty);
    }

    [Fact]
    public void RuleIdsAreDifferent() => Assert.Equal(Normalizer.Rules.Count, Normalizer.Rules.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
}
