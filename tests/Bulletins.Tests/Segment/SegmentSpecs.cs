using Bulletins.Tests.Support;

namespace Bulletins.Tests.Segment;

/// <summary>Runs the documents in Cases/segment: each heading names a case, its prose says why, the first fenced block is
/// the input and the second the outline that must come out. BLESS_SEGMENT=1 writes the outlines anew, to be read before they are kept.</summary>
public sealed class SegmentSpecs
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in Directory.GetFiles(Folder(), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var (title, _, _) in Read(file))
            {
                cases.Add(Path.GetFileName(file), title);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADocumentSaysWhatComesOut(string file, string title)
    {
        var (_, input, expected) = Read(Path.Combine(Folder(), file)).Single(c => c.Title == title);
        Assert.Equal(expected, Outline.Of(input));
    }

    [Fact]
    public void OutlinesAreWrittenAnewOnlyWhenAsked()
    {
        if (Environment.GetEnvironmentVariable("BLESS_SEGMENT") != "1")
        {
            Assert.NotEmpty(Cases());
            return;
        }

        foreach (var file in Directory.GetFiles(SourceTree.Cases("segment"), "*.md"))
        {
            var text = File.ReadAllText(file);
            foreach (var (_, input, expected) in Read(file))
            {
                text = text.Replace($"```\n{input}\n```\n\n```\n{expected}{(expected.Length > 0 ? "\n" : "")}```", $"```\n{input}\n```\n\n```\n{Outline.Of(input)}\n```", StringComparison.Ordinal);
            }

            File.WriteAllText(file, text);
        }
    }

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Cases", "segment");

    private static IEnumerable<(string Title, string Input, string Expected)> Read(string file)
    {
        string? title = null;
        var blocks = new List<string>();
        List<string>? fence = null;
        foreach (var line in File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (fence is null)
                {
                    fence = [];
                }
                else
                {
                    blocks.Add(string.Join('\n', fence));
                    fence = null;
                }

                continue;
            }

            if (fence is not null)
            {
                fence.Add(line);
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (title is not null)
                {
                    yield return Case();
                }

                title = line[3..];
                blocks.Clear();
            }
        }

        if (title is not null)
        {
            yield return Case();
        }

        (string, string, string) Case() => blocks.Count == 2 ? (title, blocks[0], blocks[1]) : throw new InvalidDataException($"{file}: {title} has {blocks.Count} blocks, not an input and an outline");
    }
}
