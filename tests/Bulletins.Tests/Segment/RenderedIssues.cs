using System.Text;
using Bulletins.Segment;

namespace Bulletins.Tests.Segment;

/// <summary>Known articles rendered into each style of source: whatever the layout, the same articles must come back.</summary>
public sealed class RenderedIssues
{
    private sealed record Known(string Unit, string Headline, string[] Names, string[] Paragraphs);

    private static readonly string[] Units = ["白石煤矿综采队", "云岭水泥厂包装车间", "东港船厂焊接工区", "青河电厂检修分公司", "南坡铁矿选矿作业区", "长堤港务公司装卸二队"];
    private static readonly string[] Heads = ["巧改皮带省电多", "夜班灯火照归途", "小窍门 破解大难题", "老师傅带出新徒弟", "练兵场上比高低", "把好冬检第一关", "一张卡片管安全", "废料堆里淘真金"];
    private static readonly string[] Names = ["方小川", "田禾", "柳青河", "何晓梅", "丁一木", "罗大勇", "沈秋月", "马建军", "周文静", "许志远"];
    private static readonly string[] Openings = ["入冬以来，{0}把设备检查放在首位，逐台登记、逐项销号，已经排查隐患三十多处。", "近日，{0}组织职工开展技能比武，四十名选手同台较量，赛出了干劲，也赛出了友谊。", "为了节约用电，{0}给每台风机装上了定时器，下班以后自动断电，再也不用人工巡查。"];
    private static readonly string[] Bodies = ["班组长们把每天的数字写在黑板上，谁高谁低一目了然，落后的班组第二天就来取经。", "老师傅手把手地教，年轻人一遍遍地练，油污沾满了袖口，笑声却传遍了整个厂房。", "这个办法推广以后，停机时间少了一半，备件费用降了两成，大家的劲头更足了。", "负责人介绍，下一步还要把经验写成手册，发到每一个岗位，让更多的人照着去做。"];

    public enum Style { MarkdownWithLyingLevels, PaperWithHeadlinesBehind, Magazine, WebPage }

    public static TheoryData<Style, int> Cases()
    {
        var data = new TheoryData<Style, int>();
        foreach (var style in Enum.GetValues<Style>())
        {
            for (var seed = 1; seed <= 12; seed++)
            {
                data.Add(style, seed);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void KnownArticlesComeBackFromEveryStyle(Style style, int seed)
    {
        var random = new Random(seed);
        var known = Enumerable.Range(0, style == Style.WebPage ? 1 : 3 + random.Next(3)).Select(_ => Invent(random)).DistinctBy(k => k.Headline).ToList();
        var articles = Outline.Cut(Render(style, known, random)).SelectMany(i => i.Articles).Where(a => a.Kind != ArticleKind.Imprint).ToList();
        Assert.Equal(known.Select(k => Shape.Squeeze(k.Headline)), articles.Select(a => Shape.Squeeze(a.Headline?.Text ?? "")));
        Assert.Equal(known.Select(k => string.Join(' ', k.Names)), articles.Select(a => string.Join(' ', a.Bylines.Where(b => b.Role != BylineRole.Source).Select(b => b.Name))));
        Assert.Equal(known.Select(k => string.Concat(k.Paragraphs)), articles.Select(a => string.Concat(a.Paragraphs.Where(p => p.Kind == ParagraphKind.Text).Select(p => p.Text.Text))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ALineLostChangesNothingFarAway(Style style, int seed)
    {
        var random = new Random(seed);
        var known = Enumerable.Range(0, 6).Select(_ => Invent(random)).DistinctBy(k => k.Headline).ToList();
        if (style == Style.WebPage || known.Count < 4)
        {
            return;
        }

        var lines = Render(style, known, random).Split('\n').ToList();
        // A line of the first article's body goes; the last two articles must not notice.
        var victim = lines.FindIndex(l => l.Length > 0 && known[0].Paragraphs.Any(p => p.StartsWith(l.Replace("江城讯 ", "", StringComparison.Ordinal).Trim()[..Math.Min(8, l.Trim().Length)], StringComparison.Ordinal)));
        lines.RemoveAt(Math.Max(0, victim));
        var articles = Outline.Cut(string.Join('\n', lines)).SelectMany(i => i.Articles).Where(a => a.Kind != ArticleKind.Imprint).ToList();
        Assert.Equal(known.TakeLast(2).Select(k => Shape.Squeeze(k.Headline)), articles.TakeLast(2).Select(a => Shape.Squeeze(a.Headline?.Text ?? "")));
        Assert.Equal(known.TakeLast(2).Select(k => string.Concat(k.Paragraphs)), articles.TakeLast(2).Select(a => string.Concat(a.Paragraphs.Where(p => p.Kind == ParagraphKind.Text).Select(p => p.Text.Text))));
    }

    private static Known Invent(Random random)
    {
        var unit = Units[random.Next(Units.Length)];
        var names = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Names[random.Next(Names.Length)]).Distinct().ToArray();
        var paragraphs = new List<string> { string.Format(System.Globalization.CultureInfo.InvariantCulture, Openings[random.Next(Openings.Length)], unit) };
        paragraphs.AddRange(Bodies.OrderBy(_ => random.Next()).Take(1 + random.Next(3)));
        return new Known(unit, Heads[random.Next(Heads.Length)], names, [.. paragraphs]);
    }

    private static string Render(Style style, List<Known> known, Random random)
    {
        var text = new StringBuilder();
        foreach (var article in known)
        {
            switch (style)
            {
                case Style.MarkdownWithLyingLevels:
                    text.Append(article.Unit).Append("\n\n").Append('#', 1 + random.Next(3)).Append(' ').Append(article.Headline).Append("\n\n通讯员 ").AppendJoin(' ', article.Names).Append("\n\n");
                    Paragraphs(text, article.Paragraphs);
                    break;
                case Style.PaperWithHeadlinesBehind:
                    text.Append("江城讯 ");
                    Hard(text, article.Paragraphs, 20 + random.Next(8), 4);
                    text.Append('（').AppendJoin(' ', article.Names).Append("）\n\n").Append(article.Unit).Append("\n\n").Append(article.Headline).Append("\n\n");
                    break;
                case Style.Magazine:
                    text.Append("# ").Append(article.Headline).Append("\n\n");
                    Paragraphs(text, [.. article.Paragraphs[..^1], article.Paragraphs[^1] + "\n（" + string.Join(' ', article.Names) + "）"]);
                    break;
                default:
                    text.Append(article.Headline).Append(" 来源：江城日报  发布时间：2022-03-04\n　　本报讯 记者").AppendJoin('、', article.Names).Append("报道：");
                    text.AppendJoin("\n　　", article.Paragraphs).Append('\n');
                    break;
            }
        }

        return text.ToString();
    }

    private static void Paragraphs(StringBuilder text, IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            text.Append(paragraph).Append("\n\n");
        }
    }

    // Lines as wide as a column; the first one narrower by the indentation that extraction loses, after the marker's three characters and space.
    private static void Hard(StringBuilder text, string[] paragraphs, int width, int marker)
    {
        foreach (var paragraph in paragraphs)
        {
            var at = 0;
            var room = width - 2 - marker;
            while (at < paragraph.Length)
            {
                var take = Math.Min(room, paragraph.Length - at);
                text.Append(paragraph, at, take).Append('\n');
                at += take;
                room = width;
            }

            marker = 0;
            if (paragraph != paragraphs[^1])
            {
                text.Append('\n');
            }
        }
    }
}
