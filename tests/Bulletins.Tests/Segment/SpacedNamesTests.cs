using Bulletins.Segment;

namespace Bulletins.Tests.Segment;

/// <summary>Names printed with spaces inside, where a label, a bullet or brackets vouch for them.</summary>
public sealed class SpacedNamesTests
{
    [Theory]
    [InlineData("季 禾", "季禾")]
    [InlineData("马 文", "马文")]
    [InlineData("高 小 满", "高小满")]
    [InlineData("欧阳 禾", "欧阳禾")]
    [InlineData("欧 阳 小 满", "欧阳小满")]
    [InlineData("华 小满", "华小满")]
    [InlineData("祝小 满", "祝小满")]
    [InlineData("季 禾 庄 明", "季禾,庄明")]
    [InlineData("季 小 禾　　庄 明", "季小禾,庄明")]
    [InlineData("李 禾 王 小 川", "李禾,王小川")]
    public void SpacesInsideNamesAreClosed(string text, string names) => Assert.Equal(names, Joined(text, true));

    [Theory]
    [InlineData("季小禾 庄 明", true)] // the first name is whole
    [InlineData("更 正", false)]
    [InlineData("红 砖 记", false)]
    [InlineData("安 全 生 产 月", false)] // a letter-spaced headline that nothing vouches for
    [InlineData("下 转", false)]
    public void WordsThatAreNoNamesAreLeft(string text, bool vouched) => Assert.Null(Joined(text, vouched));

    [Fact]
    public void ALabelBehindTheNameIsNoPartOfIt() => Assert.Equal("季禾", Joined("季 禾报道", true));

    private static string? Joined(string text, bool vouched) => SpacedNames.Read(text, 0, vouched, true) is { } read ? string.Join(',', read.Names) : null;
}
