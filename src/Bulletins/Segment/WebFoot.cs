using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Sets apart what follows a web page's article: related news, comments, notices of rights. Credits stay the article's.</summary>
internal static partial class WebFoot
{
    [GeneratedRegex(@"^[\s•·●■◆*\-—|]*(?:责任编辑|责编|编辑|初审编辑|二审编辑|三审编辑|审核|编审|校对|监制|终审|初审|复审|签发|值班编辑|网络编辑|主编|执行主编|总编|见习编辑)\s*[：:]")]
    private static partial Regex Tail();

    public static void Rights(List<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (WebWords.RightsStart(lines[i].Text) is var at && at < lines[i].Text.Length)
            {
                lines.Insert(i + 1, lines[i].Cut(at, lines[i].Text.Length));
                lines[i + 1].IsFrame = true;
                lines[i] = lines[i].Cut(0, at);
            }
            else if (WebWords.IsRights(lines[i].Text))
            {
                lines[i].IsFrame = true;
            }
        }
    }

    // Behind the last paragraph: from the first foot to the end all is the site's, but for credits.
    public static void Below(List<Line> lines, int body, int title)
    {
        var last = lines.FindLastIndex(WebPage.IsProse);
        var from = last >= 0 ? last + 1 : Math.Max(0, Math.Max(body, title) + 1);
        var over = false;
        var name = title >= 0 ? WebPage.Key(lines[title].Text) : "";
        for (var i = from; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (WebWords.IsFoot(text))
            {
                over = true;
            }

            // 责编：江南新区管委会, 编辑：zyj: whoever keeps the page.
            if (lines[i].Header is null && Tail().Match(text) is { Success: true } tail && text.Length <= 30 && BylineReader.Read(text) is null && WebHeader.Read(text) is null && text[tail.Length..].Trim() is { Length: >= 2 } keeper && keeper.AsSpan().IndexOfAny("，。、：:") < 0)
            {
                lines[i].Header = new WebHeader(0, [new Byline(BylineRole.Editor, keeper)], false);
            }

            var credit = lines[i].Header is not null || WebHeader.Read(text) is not null || Tail().IsMatch(text) || text.Length <= 40 && BylineReader.Read(text) is { Strength: >= 0.9 };
            if (credit)
            {
                over |= last >= 0 && (Tail().IsMatch(text) || WebHeader.Read(text) is not null);
                continue;
            }

            // 江城晚报 生活 08 松桥厂节电有一套 2023-06-09: the page's own label.
            lines[i].IsFrame |= over || last >= 0 && WebPage.Stamp().IsMatch(text) || name.Length >= 6 && DateReader.Date(text) is not null && WebPage.Key(text).Contains(name, StringComparison.Ordinal);
        }
    }

    // A text of one article, with its editor below: 责任编辑 credits the article, it is no page's imprint.
    public static void OneArticle(List<Line> lines)
    {
        var prose = 0;
        var others = 0;
        var tails = 0;
        foreach (var line in lines)
        {
            var tail = Tail().IsMatch(line.Text) && line.Text.Length <= 40;
            tails += tail ? 1 : 0;
            prose += !tail && WebPage.IsProse(line) ? 1 : 0;
            others += !tail && !line.IsFrame && !WebPage.IsProse(line) ? 1 : 0;
        }

        if (tails > 0 && prose >= 2 && others <= 2 && Tail().IsMatch(lines[^1].Text))
        {
            lines[^1].IsOfWebPage = true;
        }
    }
}
