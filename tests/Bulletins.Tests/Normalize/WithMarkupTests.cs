using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Tests.Normalize;

public class WithMarkupTests
{
    [Fact]
    public void AMarkdownFileStaysOneAndIsRepaired()
    {
        var result = Normalizer.Normalize(SourceText.FromText("# 喜报\n\n今日,**新线**投产。\n"));
        Assert.Equal("喜报\n\n今日，新线投产。\n", result.Text);
        Assert.Equal("# 喜报\n\n今日，**新线**投产。\n", result.WithMarkup());
    }

    [Fact]
    public void PlainTextIsItself()
    {
        var result = Normalizer.Normalize(SourceText.FromText("今日,投产。"));
        Assert.Same(result.Text, result.WithMarkup());
    }
}
