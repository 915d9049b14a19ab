using System.Text;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Samples;

/// <summary>The whole record of each sample, as <c>samples/NAME.expected.json</c> holds it. Where a run gives something else,
/// <c>samples/NAME.received.json</c> is written: look at the difference, and rename it when it is right.</summary>
public class SampleTests
{
    private static readonly string[] Files =
        [.. Directory.EnumerateFiles(SourceTree.Samples).Where(p => Path.GetExtension(p) is ".txt" or ".md" or ".html" or ".docx" or ".hocr" or ".alto").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names => new(Files.Select(p => Path.GetFileName(p)));

    [Theory]
    [MemberData(nameof(Names))]
    public void ASampleGivesItsExpectedRecord(string name)
    {
        var stem = Path.Combine(SourceTree.Samples, Path.GetFileNameWithoutExtension(name));
        var (expectedPath, receivedPath) = (stem + ".expected.json", stem + ".received.json");
        var run = Tool.Run(new ToolSetting { Input = File.ReadAllBytes(Path.Combine(SourceTree.Samples, name)) }, "extract", "-", "--stdin-name", $"samples/{name}", "--format", "json");
        Assert.Equal(0, run.Code);
        var expected = File.Exists(expectedPath) ? File.ReadAllText(expectedPath, Encoding.UTF8).Split('\n') : [];
        var received = run.Output.Split('\n');
        if (expected.SequenceEqual(received, StringComparer.Ordinal))
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, run.Output);
        var at = Enumerable.Range(0, Math.Max(expected.Length, received.Length)).First(i => expected.ElementAtOrDefault(i) != received.ElementAtOrDefault(i));
        Assert.Fail($"{receivedPath} differs from {expectedPath} first at line {at + 1}: expected “{expected.ElementAtOrDefault(at)?.Trim()}”, received “{received.ElementAtOrDefault(at)?.Trim()}”");
    }

    [Fact]
    public void TheMembersOfTheArchiveGiveTheirExpectedRecords()
    {
        var run = Tool.Run("check", Path.Combine(SourceTree.Samples, "12-archive.zip"));
        Assert.Equal((0, "3 inputs compared with expected records: no findings\n"), (run.Code, run.Output));
    }

    [Fact]
    public void EverySampleHasAnExpectedRecordAndNoRecordIsLeftOver() => Assert.Equal(
        Files.Select(Path.GetFileNameWithoutExtension),
        Directory.EnumerateFiles(SourceTree.Samples, "*.expected.json").Select(p => Path.GetFileName(p)[..^".expected.json".Length]).Order(StringComparer.Ordinal));
}
