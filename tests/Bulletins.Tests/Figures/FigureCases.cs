namespace Bulletins.Tests.Figures;

/// <summary>The sentences of <c>Cases/figures/*.txt</c> and the figures that each must give; a sentence alone must give none.</summary>
public class FigureCases
{
    public static TheoryData<string, string, string, string> All()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "figures"), "*.txt").Order(StringComparer.Ordinal))
        {
            string? sentence = null;
            var expected = new List<string>();
            foreach (var line in File.ReadAllLines(path).Append("> "))
            {
                if (line.StartsWith("> ", StringComparison.Ordinal))
                {
                    if (sentence is { Length: > 0 })
                    {
                        var issued = sentence.StartsWith('[') ? sentence[1..11] : "";
                        data.Add(Path.GetFileNameWithoutExtension(path), issued.Length > 0 ? sentence[13..] : sentence, issued, string.Join('\n', expected));
                    }

                    sentence = line[2..];
                    expected = [];
                }
                else if (line.StartsWith("  ", StringComparison.Ordinal))
                {
                    expected.Add(line.Trim());
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EachSentenceGivesItsFigures(string file, string sentence, string issued, string expected)
    {
        _ = file;
        Assert.Equal(expected, string.Join('\n', FigureDump.Lines(sentence, issued.Length > 0 ? issued : null)));
    }

    [Fact]
    public void ThereAreHundredsOfThem() => Assert.True(All().Count > 150);
}
