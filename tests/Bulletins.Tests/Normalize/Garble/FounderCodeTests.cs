using Bulletins.Normalize.Garble;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Normalize.Garble;

public class FounderCodeTests
{
    [Theory]
    [InlineData('袁', "，")]
    [InlineData('遥', "。")]
    [InlineData('尧', "、")]
    [InlineData('院', "：")]
    [InlineData('曰', "；")]
    [InlineData('渊', "（")]
    [InlineData('冤', "）")]
    [InlineData('野', "“")]
    [InlineData('冶', "”")]
    [InlineData('叶', "《")]
    [InlineData('曳', "》")]
    [InlineData('圆', "2")]
    [InlineData('远', "6")]
    [InlineData('粤', "A")]
    [InlineData('造', "l")]
    [InlineData('豫', "%")]
    [InlineData('滋', "μ")]
    [InlineData('郾', ".")]
    public void AShiftedSymbolIsDecodedByArithmetic(char garbled, string symbol) => Assert.Equal(symbol, FounderCode.Decode(garbled)?.Text);

    [Theory]
    [InlineData('的')]
    [InlineData('A')]
    [InlineData('，')]
    [InlineData('金')]
    public void WhatNoShiftLeadsToHasNoOtherReading(char c) => Assert.Null(FounderCode.Decode(c));

    [Fact]
    public void EverySymbolComesBackFromItsGarbledForm()
    {
        const string symbols = "，。、；：！？（）“”《》0123456789%ABCXYZabcxyz";
        foreach (var c in symbols)
        {
            Assert.Equal(c.ToString(), FounderCode.Decode(Garbler.Garble(c.ToString(), 0, Shifted.Everything))?.Text);
        }
    }

    [Fact]
    public void NoTwoSymbolsShareAGarbledForm() =>
        Assert.Equal(FounderCode.All.Count, FounderCode.All.Select(s => s.Garbled).Distinct().Count());
}
