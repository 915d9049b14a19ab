using System.Globalization;
using System.Text;
using Bulletins.Segment;

namespace Bulletins.Tests.Segment;

/// <summary>Invents articles and lays them out as each kind of source does.</summary>
internal static class IssueGenerator
{
    internal enum Style { MarkdownWithLyingLevels, PaperWithHeadlinesBehind, Magazine, BulletinList, WebPage }

    internal sealed record Known(string Unit, string Headline, string[] Names, string[] Paragraphs);

    internal const string SectionLine = "【基层快报】";

    private static readonly string[] Units = ["白石煤矿综采队", "云岭水泥厂包装车间", "东港船厂焊接工区", "青河电厂检修分公司", "南坡铁矿选矿作业区", "长堤港务公司装卸二队"];
    private static readonly string[] Heads = ["巧改皮带省电多", "夜班灯火照归途", "小窍门 破解大难题", "老师傅带出新徒弟", "练兵场上比高低", "把好冬检第一关", "一张卡片管安全", "废料堆里淘真金"];
    private static readonly string[] Names = ["方小川", "田禾", "柳青河", "何晓梅", "丁一木", "罗大勇", "沈秋月", "马建军", "周文静", "许志远"];
    private static readonly string[] Openings = ["入冬以来，{0}把设备检查放在首位，逐台登记、逐项销号，已经排查隐患三十多处。", "近日，{0}组织职工开展技能比武，四十名选手同台较量，赛出了干劲，也赛出了友谊。", "为了节约用电，{0}给每台风机装上了定时器，下班以后自动断电，再也不用人工巡查。"];
    private static readonly string[] Bodies = ["班组长们把每天的数字写在黑板上，谁高谁低一目了然，落后的班组第二天就来取经。", "老师傅手把手地教，年轻人一遍遍地练，油污沾满了袖口，笑声却传遍了整个厂房。", "这个办法推广以后，停机时间少了一半，备件费用降了两成，大家的劲头更足了。", "负责人介绍，下一步还要把经验写成手册，发到每一个岗位，让更多的人照着去做。"];

    internal static Known Invent(Random random)
    {
        var unit = Units[random.Next(Units.Length)];
        var names = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Names[random.Next(Names.Length)]).Distinct().ToArray();
        var paragraphs = new List<string> { string.Format(CultureInfo.InvariantCulture, Openings[random.Next(Openings.Length)], unit) };
        paragraphs.AddRange(Bodies.OrderBy(_ => random.Next()).Take(1 + random.Next(3)));
        return new Known(unit, Heads[random.Next(Heads.Length)], names, [.. paragraphs]);
    }

    /// <summary>Several articles with headlines of their own.</summary>
    internal static List<Known> InventIssue(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Invent(random)).DistinctBy(k => k.Headline)];

    /// <summary>What the cut articles of a page say, in the terms that <see cref="Known"/> was written in.</summary>
    internal static List<string> Read(IEnumerable<string> lines) =>
        [.. Outline.Cut(string.Join('\n', lines)).SelectMany(i => i.Articles).Where(a => a.Kind != ArticleKind.Imprint).Select(Describe)];

    internal static string Describe(Known known, Style style) =>
        style == Style.BulletinList ? Line(SectionLine.Trim('【', '】'), known.Names, known.Paragraphs, ArticleKind.Brief) : Line(Shape.Squeeze(known.Headline), known.Names, known.Paragraphs, ArticleKind.Article);

    private static string Describe(ArticleDraft article)
    {
        var title = article.Headline?.Text ?? string.Concat(article.Section);
        var names = article.Bylines.Where(b => b.Role != BylineRole.Source).Select(b => b.Name);
        return Line(Shape.Squeeze(title), names, article.Paragraphs.Where(p => p.Kind == ParagraphKind.Text).Select(p => p.Text.Text), article.Kind);
    }

    private static string Line(string title, IEnumerable<string> names, IEnumerable<string> paragraphs, ArticleKind kind) =>
        $"{kind} | {title} | {string.Join(' ', names)} | {string.Concat(paragraphs)}";

    internal static string Render(Style style, List<Known> known, Random random)
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
                case Style.BulletinList:
                    text.Append(text.Length == 0 ? SectionLine + "\n\n● " : "● ").Append(string.Concat(article.Paragraphs)).Append('（').AppendJoin(' ', article.Names).Append("）\n\n");
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
