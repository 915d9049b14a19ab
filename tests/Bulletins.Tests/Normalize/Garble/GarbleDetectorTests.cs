using Bulletins.Normalize.Garble;

namespace Bulletins.Tests.Normalize.Garble;

/// <summary>The detector says what is garbled, apart from any mending; the decoder turns only what a verdict covers.</summary>
public class GarbleDetectorTests
{
    [Theory]
    [InlineData("大家说袁活儿再多也不怕袁一定按期完成遥", (int)GarbleClasses.Punctuation)]
    [InlineData("本刊圆园员远年第员圆期", (int)GarbleClasses.Numbers)]
    [InlineData("截至圆园员远年底袁共完成猿缘项袁受到好评遥", (int)(GarbleClasses.Punctuation | GarbleClasses.Numbers))]
    [InlineData("大家说，活儿再多也不怕，一定按期完成。", (int)GarbleClasses.None)]
    [InlineData("冶金医院的袁医生在野外的公园里遥望远方", (int)GarbleClasses.None)]
    public void TheVerdictNamesTheGarbledClasses(string text, int classes)
    {
        var (passage, lattice) = Read(text);
        Assert.Equal((GarbleClasses)classes, new GarbleDetector(Lexicon.Shared).Judge(passage, lattice, GarblePrior.Unknown).Classes);
    }

    [Fact]
    public void AnUnsuspiciousPassageIsPassedByCheaply()
    {
        var passage = new Passage();
        passage.Read("全体党员、员工要依法办事，提高能源利用率，到医院、公园和法院都要守规矩。", 0);
        Assert.Equal(GarbleClasses.None, new GarbleDetector(Lexicon.Shared).Suspect(passage, GarblePrior.Unknown));
    }

    [Fact]
    public void TheDecoderLeavesAClassThatTheVerdictDoesNotName()
    {
        var (passage, lattice) = Read("截至圆园员远年底袁共完成猿缘项袁受到好评遥");
        var edits = new List<Bulletins.Normalize.TextEdit>();
        GarbleDecoder.Decode(passage, lattice, new GarbleVerdict(GarbleClasses.Numbers, 20), "test", edits, []);
        Assert.Equal("201635", string.Concat(edits.Select(e => e.After)));
    }

    [Fact]
    public void AMarginIsHowMuchDearerTheOtherReadingIs()
    {
        var (passage, lattice) = Read("会议强调袁冶金企业要抓好质量袁让用户满意遥");
        Assert.True(lattice.Margin(4) > 2, "a comma");
        Assert.True(lattice.Margin(5) < -2, "冶金");
        Assert.True(lattice.Margin(9) < -2, "要");
    }

    [Fact]
    public void WhatStaysUncertainIsReportedWithBothReadings()
    {
        var context = new Bulletins.Normalize.RuleContext("他说院子里的树绿了袁花也开了袁大家都很高兴遥");
        new Bulletins.Normalize.Rules.FounderGarbleRule().Propose(context);
        var doubt = Assert.Single(context.Doubts);
        Assert.Equal((2, "garble-uncertain"), (doubt.Offset, doubt.Code));
        Assert.Contains("院", doubt.Message, StringComparison.Ordinal);
        Assert.Contains("：", doubt.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditSaysInWordsWhatSpeaksForIt()
    {
        var edits = new Bulletins.Normalize.Rules.FounderGarbleRule().Propose(new Bulletins.Normalize.RuleContext("大家说袁活儿再多也不怕袁一定按期完成遥"));
        Assert.Equal(3, edits.Count);
        Assert.All(edits, e => Assert.Contains(" to 1", e.Evidence, StringComparison.Ordinal));
        Assert.All(edits, e => Assert.InRange(e.Confidence, 0.9, 1));
    }

    private static (Passage Passage, ReadingLattice Lattice) Read(string text)
    {
        var passage = new Passage();
        passage.Read(text, 0);
        var lattice = new ReadingLattice(Lexicon.Shared);
        lattice.Read(passage, GarblePrior.Unknown, GarbleClasses.All);
        return (passage, lattice);
    }
}
