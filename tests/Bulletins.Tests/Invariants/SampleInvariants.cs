using Bulletins.Ingest;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Invariants;

/// <summary>DESIGN.md's invariants over every sample there is.</summary>
public class SampleInvariants
{
    public static TheoryData<string> Samples
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var path in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                if (Path.GetExtension(path) is ".txt" or ".md" or ".html" or ".docx" or ".hocr" or ".alto" && !Path.GetFileName(path).Contains("expected", StringComparison.Ordinal))
                {
                    data.Add(Path.GetRelativePath(Folder, path));
                }
            }

            return data;
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    [Fact]
    public void ThereIsASampleOfEachKindOfSource() => Assert.True(Samples.Count >= 5);

    [Theory]
    [MemberData(nameof(Samples))]
    public void RepairsReplayForwardAndBackward(string sample) => Assert.Empty(InvariantChecks.RepairsReplay(Read(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void WhatIsUnchangedIsTheSameInstance(string sample) => Assert.Empty(InvariantChecks.UnchangedIsTheSameInstance(Read(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void NormalizingTwiceAddsNothing(string sample) => Assert.Empty(InvariantChecks.NormalizingTwiceAddsNothing(Read(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void SpansTellWhereThingsStand(string sample) => Assert.Empty(InvariantChecks.SpansTellWhereThingsStand(Read(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void NoLineIsLost(string sample) => Assert.Empty(InvariantChecks.NoLineIsLost(Read(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void NoLetterIsLost(string sample) => Assert.Empty(InvariantChecks.NoLetterIsLost(Read(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void TheSameInputGivesTheSameBytes(string sample)
    {
        var expected = InvariantChecks.Json(Read(sample));
        Assert.NotEmpty(expected);
        Assert.All(Determinism.JsonUnderOtherConditions(() => Read(sample)), bytes => Assert.Equal(expected, bytes));
    }

    private static SourceText Read(string sample)
    {
        var result = SourceReader.Read(Path.Combine(Folder, sample), BulletinOptions.Default);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Source;
    }
}
