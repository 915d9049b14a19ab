using static Bulletins.Tests.Segment.IssueGenerator;

namespace Bulletins.Tests.Segment;

/// <summary>Known articles rendered into each style of source: whatever the layout, the same articles must come back.</summary>
public sealed class RenderedIssues
{
    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var style in Enum.GetNames<Style>())
        {
            for (var seed = 1; seed <= 12; seed++)
            {
                data.Add(style, seed);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void KnownArticlesComeBackFromEveryStyle(string styleName, int seed)
    {
        var style = Enum.Parse<Style>(styleName);
        var random = new Random(seed);
        var known = InventIssue(random, style == Style.WebPage ? 1 : 3 + random.Next(3));
        Assert.Equal(known.Select(k => Describe(k, style)), Read(Render(style, known, random).Split('\n')));
    }
}
