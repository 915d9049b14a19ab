using System.Diagnostics;
using System.Text.RegularExpressions;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Segment;
using FsCheck;
using FsCheck.Fluent;

namespace Bulletins.Tests.Segment;

/// <summary>What must hold of any text whatever: no word is lost, every slice is what stands there, time grows with length.</summary>
public sealed class SegmentProperties
{
    private static readonly string[] Pieces =
    [
        "本报讯 近日，白石煤矿完成了冬季检修。", "（方小川）", "白石煤矿综采队", "巧改皮带省电多", "# 练兵场上比高低", "### 先查皮带", "记者 田禾", "● 柳青", "江水绕过船台", "焊花落进水里", "一颗一颗",
        "都不说话", "\n2023年第6期（总第118期）\n", "编者按：节电是一门大学问。", "公益广告", "随手关灯", "| 甲 | 乙 |", "图为职工在检修。摄影 何晓梅", "— 3 —", "第2版", "责编／丁一木", "（下转第3版）", "（上接第1版）", "他说：“我们不怕查",
        "账，就怕没账。”", "又讯 新的皮带已经装好，", "1. 每天查一次", "一、生产经营", "【要闻】", "发放：各车间", "来源：江城日报 发布时间：2022-03-04", "暖", "●", "王", "\u3000\u3000全矿职工齐心协力，把检修工期缩短了三天，", "abc def 12.5%", "??", "🔹短讯一则。",
    ];

    private static Gen<string> Texts => Gen.Elements(Pieces).SelectMany(p => Gen.Elements("\n", "\n\n", " ", "\n\n\n\n", ""), (p, s) => p + s).ListOf().Select(string.Concat);

    // The same texts in every run: a run that fails can be run again.
    private static Config Seeded => Config.QuickThrowOnFailure.WithMaxTest(80).WithReplay(20261121UL, 20260001UL);

    [Fact]
    public void NoWordIsLost() => Check.One(Seeded, Prop.ForAll(Texts.ToArbitrary(), text => AssertNothingLost(text)));

    [Fact]
    public void EverySliceIsWhatStandsThere() => Check.One(Seeded, Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var normalized = Normalizer.Normalize(SourceText.FromText(text));
        foreach (var article in Segmenter.Segment(normalized).SelectMany(i => i.Articles))
        {
            foreach (var traced in article.Paragraphs.Select(p => p.Text).Concat(new[] { article.Kicker, article.Headline, article.Subtitle }.OfType<TracedText>()))
            {
                foreach (var part in traced.Parts)
                {
                    Assert.Equal(normalized.Text.Substring(part.Origin, part.Length), traced.Text.Substring(part.Start, part.Length));
                }
            }
        }
    }));

    [Fact]
    public void TimeGrowsWithLength()
    {
        var page = string.Concat(Enumerable.Repeat("本报讯 入冬以来，白石煤矿把设备检查放在首位，逐台登记、逐项销号，\n已经排查隐患三十多处，职工们说心里更踏实了。（方小川）\n\n白石煤矿\n\n练兵场上比高低\n\n", 120));
        Outline.Cut(page);
        var small = Time(page);
        var large = Time(string.Concat(Enumerable.Repeat(page, 8)));
        Assert.True(large < (small * 8 * 4) + 2000, $"{small} ms for one, {large} ms for eight times as much");

        static double Time(string text)
        {
            var watch = Stopwatch.StartNew();
            Outline.Cut(text);
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    [Theory]
    [InlineData("逐台登记逐项销号")]
    [InlineData("他说：“")]
    [InlineData("，")]
    [InlineData("（方小川）\n")]
    [InlineData("练兵场上\n")]
    [InlineData("练兵场上比高低，\n\n")]
    public void AHugePieceOfOneKindIsReadInTime(string piece)
    {
        var watch = Stopwatch.StartNew();
        Outline.Cut(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    private static void AssertNothingLost(string text)
    {
        var normalized = Normalizer.Normalize(SourceText.FromText(text));
        var issues = Segmenter.Segment(normalized);
        var told = new bool[normalized.Text.Length];
        foreach (var (start, length) in issues.SelectMany(i => i.Articles).SelectMany(a => a.Ranges))
        {
            Array.Fill(told, true, start, length);
        }

        var elsewhere = string.Concat(issues.Select(i => i.Masthead is { } m ? m.Title + m.Publisher + m.Issue + m.IssueTotal + m.Date : ""))
            + string.Concat(issues.SelectMany(i => i.Articles).SelectMany(a => a.Section)) + string.Concat(issues.SelectMany(i => i.Warnings).Select(w => w.Message));
        foreach (var line in Untold(normalized.Text, told))
        {
            // A masthead's words and numbers are in its fields; its page number is nobody's.
            var rest = Regex.Replace(Shape.Squeeze(line), "(?:第[0-9]+版)?[0-9]*年?(?:总?第?[0-9]*期)?$", "");
            Assert.True(Shape.Squeeze(elsewhere).Contains(rest, StringComparison.Ordinal), $"lost: {line}");
        }
    }

    private static IEnumerable<string> Untold(string text, bool[] told)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var open = i < text.Length && !told[i] && char.IsLetterOrDigit(text[i]);
            if (open && from < 0)
            {
                from = i;
            }
            else if (!open && from >= 0)
            {
                yield return text[from..i];
                from = -1;
            }
        }
    }
}
