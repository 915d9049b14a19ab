using Bulletins.Ingest;

namespace Bulletins.Tests.Ingest;

public class LineIndexTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("一\n二", 2)]
    [InlineData("一\r\n二\r三\n", 4)]
    [InlineData("\n\r\n\r", 4)]
    public void EveryLineEndBeginsALine(string text, int lines) => Assert.Equal(lines, new LineIndex(text).Count);

    [Fact]
    public void LineEndsBelongToNoSpan()
    {
        var index = new LineIndex("甲乙\r\n丙");
        Assert.Equal([new SourceSpan(1, 2, 1), new SourceSpan(2, 1, 1)], index.Spans(1, 5));
    }

    [Fact]
    public void ColumnsCountCodePoints()
    {
        var index = new LineIndex("\n𠮷丁𠮷丁");
        Assert.Equal((2, 3), index.Locate(4));
        Assert.Equal((2, 4), index.Locate(6));
        Assert.Equal([new SourceSpan(2, 1, 4)], index.Spans(1, 7));
    }

    [Fact]
    public void AHalfOfAPairAloneIsOneColumn() => Assert.Equal((1, 3), new LineIndex("\ud842甲乙").Locate(2));
}
