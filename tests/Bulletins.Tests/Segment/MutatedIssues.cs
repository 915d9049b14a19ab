using static Bulletins.Tests.Segment.IssueGenerator;

namespace Bulletins.Tests.Segment;

/// <summary>A line of the first article is deleted, swapped or shifted: whatever that does to its neighbours, the last two articles must not notice.</summary>
public sealed class MutatedIssues
{
    private const int Untouched = 2;

    private static readonly Dictionary<string, Action<List<string>, int, int>> Mutations = new()
    {
        ["deleted"] = (lines, at, _) => lines.RemoveAt(at),
        ["swapped with the next"] = (lines, at, end) => Swap(lines, at, Math.Min(at + 1, end)),
        ["swapped with one further down"] = (lines, at, end) => Swap(lines, at, Math.Min(at + 3, end)),
        ["shifted down"] = (lines, at, end) => Move(lines, at, Math.Min(at + 2, end)),
        ["shifted right"] = (lines, at, _) => lines[at] = "　　" + lines[at],
        ["set apart"] = (lines, at, _) => lines.Insert(at + 1, ""),
        ["printed twice"] = (lines, at, _) => lines.Insert(at, lines[at]),
    };

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var style in Enum.GetNames<Style>().Where(s => s != nameof(Style.WebPage)))
        {
            foreach (var mutation in Mutations.Keys)
            {
                data.Add(style, mutation);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ALineChangedChangesNothingFarAway(string styleName, string mutation)
    {
        var style = Enum.Parse<Style>(styleName);
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var known = InventIssue(random, 6);
            if (known.Count < 4)
            {
                continue;
            }

            var lines = Render(style, known, random).Split('\n').ToList();
            var ownLines = Render(style, [known[0]], new Random(seed)).Split('\n').Length - 2;
            var filled = Enumerable.Range(0, ownLines).Where(i => lines[i].Length > 0 && lines[i] != SectionLine).ToList(); // a section rules everything below it
            var victim = filled[random.Next(filled.Count)];
            Mutations[mutation](lines, victim, ownLines);
            var expected = known.TakeLast(Untouched).Select(k => Describe(k, style));
            var actual = Read(lines).TakeLast(Untouched);
            Assert.True(expected.SequenceEqual(actual), $"seed {seed}, line {victim + 1} {mutation}:\n{string.Join('\n', expected)}\nbut was\n{string.Join('\n', actual)}");
        }
    }

    private static void Swap(List<string> lines, int one, int other) => (lines[one], lines[other]) = (lines[other], lines[one]);

    private static void Move(List<string> lines, int from, int to)
    {
        var line = lines[from];
        lines.RemoveAt(from);
        lines.Insert(to, line);
    }
}
