using Bulletins.Figures;

namespace Bulletins.Tests.Figures;

public class GeneratedStatements
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EveryFieldOfAThousandStatementsIsWhatWasSaid(int seed)
    {
        var generator = new StatementGenerator(seed);
        var wrong = new List<string>();
        for (var i = 0; i < 1000; i++)
        {
            var (statement, expected) = generator.Next();
            var got = FigureExtractor.Extract(new FigureInput([(new FigurePlace(FigurePart.Paragraph), statement)], null)).Select(f => Of(f, statement)).ToList();
            if (!got.SequenceEqual(expected))
            {
                wrong.Add($"{statement}\n  said {string.Join("\n       ", expected)}\n  read {string.Join("\n       ", got)}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of 1000:\n{string.Join('\n', wrong.Take(12))}");
    }

    [Fact]
    public void TheSameSeedMakesTheSameStatements()
    {
        var (one, other) = (new StatementGenerator(7), new StatementGenerator(7));
        Assert.Equal(Enumerable.Range(0, 50).Select(_ => one.Next().Statement), Enumerable.Range(0, 50).Select(_ => other.Next().Statement));
    }

    private static ExpectedFigure Of(FigureDraft f, string statement) => new()
    {
        Text = statement.Substring(f.Start, f.Length),
        Value = f.Value,
        ValueMax = f.ValueMax,
        FromValue = f.FromValue,
        Unit = f.Unit,
        Category = f.Category,
        Qualifier = f.Qualifier,
        Direction = f.Direction,
        Basis = f.Basis,
        Measure = f.Measure,
        Period = f.Period,
    };
}
