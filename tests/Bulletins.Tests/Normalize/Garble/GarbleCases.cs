using System.Text.Json;
using Bulletins.Normalize;
using Bulletins.Normalize.Rules;

namespace Bulletins.Tests.Normalize.Garble;

/// <summary>A case of Cases/normalize/garble-*.json; without <c>repaired</c> the text must stay as it is.</summary>
public sealed record GarbleCase(string Name, string Text, string? Repaired = null)
{
    public static IReadOnlyList<GarbleCase> Load(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Cases", "normalize", file);
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip };
        return JsonSerializer.Deserialize<List<GarbleCase>>(File.ReadAllText(path), options)!;
    }

    public static string Repair(string text) => EditLog.Apply(text, new FounderGarbleRule().Propose(new RuleContext(text)));
}

public class GarbleCases
{
    [Theory]
    [InlineData("garble-in-the-wild.json")]
    [InlineData("garble-synthetic.json")]
    public void EveryGarbledCaseIsMended(string file)
    {
        var cases = GarbleCase.Load(file);
        Assert.NotEmpty(cases);
        Assert.All(cases, c => Assert.Equal(c.Repaired, GarbleCase.Repair(c.Text)));
    }

    [Fact]
    public void CorrectTextStaysAsItIs()
    {
        var cases = GarbleCase.Load("garble-negative.json");
        Assert.NotEmpty(cases);
        Assert.All(cases, c => Assert.Equal(c.Text, GarbleCase.Repair(c.Text)));
    }

    [Fact]
    public void KnownFailuresStillFail()
    {
        var cases = GarbleCase.Load("garble-known-failures.json");
        Assert.All(cases, c => Assert.NotEqual(c.Repaired ?? c.Text, GarbleCase.Repair(c.Text)));
    }

    [Theory]
    [InlineData("garble-in-the-wild.json")]
    [InlineData("garble-synthetic.json")]
    [InlineData("garble-negative.json")]
    [InlineData("garble-known-failures.json")]
    public void EditsInvertAndASecondRunAddsNone(string file) => Assert.All(GarbleCase.Load(file), c =>
    {
        var edits = new FounderGarbleRule().Propose(new RuleContext(c.Text));
        var repaired = EditLog.Apply(c.Text, edits);
        Assert.Equal(c.Text, EditLog.Apply(repaired, EditLog.Invert(c.Text, edits)));
        Assert.Empty(new FounderGarbleRule().Propose(new RuleContext(repaired)));
    });
}
