using Bulletins.Ingest.Pdf;
using Bulletins.Pdf;

namespace Bulletins.Tests.Ingest;

public class LinePlaceTests
{
    [Fact]
    public void ABoxIsAsWideAsItsCharactersAndAsHighAsTheLine()
    {
        var line = Line([10.004, 20.006, 30.008], width: 9.5);
        Assert.Equal(new Box(20.01, 700, 39.51, 712.5), line.BoxOf(1, 3));
    }

    [Fact]
    public void ASpaceThatOnlyAGapTellsHasNoPlace()
    {
        var line = Line([0, null, 40], width: 10);
        Assert.Null(line.BoxOf(1, 2));
        Assert.Equal(new Box(0, 700, 10, 712.5), line.BoxOf(0, 2));
        Assert.Equal(new Box(0, 700, 50, 712.5), line.BoxOf(0, 3));
    }

    [Fact]
    public void ARangeBehindTheLinesEndHasNoPlace() => Assert.Null(Line([0], width: 10).BoxOf(1, 4));

    // A headline over a broadsheet, a line of a wall chart, text that begins left of the page.
    [Theory]
    [InlineData(0, 655.33)]
    [InlineData(0, 655.34)]
    [InlineData(0, 655.35)]
    [InlineData(-3.25, 1134)]
    [InlineData(-0.5, 14_400)]
    public void ALineMayBeAsLongAsAPage(double first, double last)
    {
        var line = Line([first, null, 300, last - 12], width: 12);
        Assert.Equal(new Box(first, 700, last, 712.5), line.BoxOf(0, 4));
        Assert.Equal(new Box(300, 700, 312, 712.5), line.BoxOf(1, 3));
        Assert.Null(line.BoxOf(1, 2));
    }

    [Fact]
    public void OfALineThatRunsDownTheBoxIsAsWideAsTheLine()
    {
        var line = new LinePlace(3, new PdfBox(50, 400, 62, 436), [Letter(new(50, 424, 62, 436)), Letter(new(50, 412, 62, 424)), Letter(new(50, 400, 62, 412))]);
        Assert.Equal(new Box(50, 400, 62, 424), line.BoxOf(1, 3));
        Assert.Equal(3, line.Page);
    }

    private static LinePlace Line(double?[] lefts, double width) =>
        new(1, new PdfBox(lefts[0]!.Value, 700, lefts[^1]!.Value + width, 712.5), [.. lefts.Select(left => left is { } x ? Letter(new PdfBox(x, 700, x + width, 712.5)) : null)]);

    private static Letter Letter(PdfBox box) => new() { Text = "字", Box = box, Start = new(box.Left, box.Bottom), End = new(box.Right, box.Bottom), PointSize = 10, Font = new LetterFont("Song", 1, false), Page = 1, Order = 0, Code = 1, Mapping = LetterMapping.Mapped, Direction = 0 };
}
