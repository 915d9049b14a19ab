using Bulletins.Ingest;
using Bulletins.Normalize;
using FsCheck;
using FsCheck.Fluent;

namespace Bulletins.Tests.Normalize;

public class NormalizeProperties
{
    // What trips a normalizer, and ordinary words between.
    private static readonly string[] Pieces =
    [
        "今年", "公司", "产量", "提高", "了", "万吨", "月", "一", "铝", "记者", "通讯员", "讯", "近日", "杨", "红", "，", "。", "、", "：", "；", "！", "？", "（", "）", "“", "”", "‘", "’", "《", "》",
        "…", "……", "—", "——", "·", ",", ".", ":", ";", "!", "?", "(", ")", "\"", "'", "-", "--", "...", "···", "。。。", "─", "~", "～", "/", "%", "％", "#", "*", "_", "|", "&", "&amp;", "&nbsp;", "&#20013;",
        "\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "　", "\u00a0", "\u2009", "\u200b", "\ufeff", "\u00ad", "\u200d", "\u202e", "\u0007", "\u000c", "\u2028", "0", "1", "23", "4.5", "1,234", "2 000", "１２", "３．５", "Ａ", "ｋｇ",
        "A199.85", "Al", "m2", "kW · h", "㎡", "⼯", "⻛", "金", "犐犆犛", "\ue771", "\uf0b7", "\ud83d\udccd", "\ud840\udc00", "\ud800", "\udc00", "ï¼Œ", "ä¸", "锟斤拷", "涓浗", "ÖÐ¹ú", "PVC", "state-", "owned", "www.abc.cn", "x@y.cn", "重重字字", "袁", "遥",
    ];

    [Fact]
    public void EditsInvertAndASecondRunAddsNothing()
    {
        var seeds = ArbMap.Default.GeneratorFor<int>().Two().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4000), Prop.ForAll(seeds, s =>
        {
            var random = new Random(unchecked((s.Item1 * 7919) + s.Item2));
            var source = string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var result = Normalizer.Normalize(Plain(source));
            var back = EditLog.Apply(result.Text, EditLog.Invert(source, result.Edits));
            var again = Normalizer.Normalize(Plain(result.Text));
            return (back == source).Label("back").And((EditLog.Apply(source, result.Edits) == result.Text).Label("forward"))
                .And((again.Edits.Count == 0).Label($"again: {string.Join(", ", again.Edits)} in {result.Text}"));
        }));
    }

    [Fact]
    public void EveryCharacterOfTheResultHasAPlaceInTheSource()
    {
        var random = new Random(20261121);
        for (var n = 0; n < 500; n++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var result = Normalizer.Normalize(Plain(source));
            for (var i = 0; i < result.Text.Length; i++)
            {
                Assert.InRange(result.SourceStart(i), 0, source.Length);
                Assert.InRange(result.SourceEnd(i), result.SourceStart(i), source.Length);
            }
        }
    }

    [Fact]
    public void ACleanTextIsTheSameInstance()
    {
        const string clean = "劳动竞赛圆满落幕\n\n本报讯 近日，为期3个月的“安康杯”竞赛结束，128名职工参加，合格率达99.5%。\n\n（张三 李四）\n";
        Assert.Same(clean, Normalizer.Normalize(Plain(clean)).Text);
    }

    [Fact]
    public void LineEndsAreNoEdit()
    {
        const string text = "标题一行\r\n\r\n本报讯 近日，公司召开会议。\r\n\r\n会议指出，要抓好生产。\r\n";
        Assert.Same(text, Normalizer.Normalize(Plain(text)).Text);
    }

    // Without the marks of a markup language, which are a question of their own.
    private static SourceText Plain(string text) => SourceText.FromText(text) with { Markup = Markup.None };
}
