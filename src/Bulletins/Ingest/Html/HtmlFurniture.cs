namespace Bulletins.Ingest.Html;

/// <summary>Tells a page's articles from what belongs to the site: menus, crumbs, share bars, recommended links, footers.</summary>
/// <remarks>
/// Names and roles tell most of it, link lists the rest. Where the page names its body and a title stands over it, what stands before the
/// title and behind the body (credits there aside) is the site's too. A part that holds most of the page's sentences never is.
/// </remarks>
internal sealed class HtmlFurniture
{
    private const int FewLinks = 3;
    private const int FewSentences = 3;
    private const int LongestTitle = 120;
    private const int LongestKicker = 60;
    private const int LongestCredit = 120;
    private const int MostComparisons = 1000;

    private static readonly string[] Credits =
        ["责任编辑", "责编", "编辑", "作者", "来源", "文", "图", "供稿", "撰稿", "摄影", "摄像", "通讯员", "记者", "审核", "审稿", "校对", "校审", "监制", "主编", "初审", "复审", "终审", "签发", "信息来源", "（", "("];

    private readonly HtmlPage page;
    private readonly int allSentences;
    private readonly HtmlNode? body;
    private readonly int from;
    private readonly int to;

    public HtmlFurniture(HtmlPage page, PageMarks marks)
    {
        this.page = page;
        allSentences = page.Sentences(page.Nodes[0]);
        body = FindBody();
        Title = FindTitle(marks);
        (from, to) = (0, page.Nodes.Count - 1);
        if (body is not null && Title is not null && Title.Index < body.LastIndex)
        {
            // What stands over a heading inside the body may be the first article of several.
            (from, to) = (body.Holds(Title) ? body.Index : Opening(Title), Closing(body));
        }
    }

    /// <summary>The element that holds the title, or null.</summary>
    public HtmlNode? Title { get; }

    /// <summary>Whether a node, with all inside it, belongs to the site. Asked from the outside in.</summary>
    public bool IsFurniture(HtmlNode node)
    {
        if (node.LastIndex < from || node.Index > to)
        {
            return page.Words(node) > 0;
        }

        if (node.IsText || (Title is not null && node.Holds(Title)) || (body is not null && node.Holds(body)))
        {
            return false;
        }

        return (HtmlNames.IsFurniture(node) && (body?.Holds(node) == true ? page.Sentences(node) == 0 : page.Sentences(node) * 3 <= allSentences)) || IsLinkList(node);
    }

    private bool IsLinkList(HtmlNode node) =>
        allSentences >= FewSentences && page.Links(node) >= FewLinks && page.LinkedWords(node) * 10 >= page.Words(node) * 7 && page.Sentences(node) * 100 <= page.Words(node);

    // The innermost part with a body's name that holds most of the sentences.
    private HtmlNode? FindBody() =>
        page.Nodes.LastOrDefault(n => page.Sentences(n) > 0 && page.Sentences(n) * 2 > allSentences && !page.IsSilent(n) && HtmlNames.IsBody(n));

    private HtmlNode? FindTitle(PageMarks marks)
    {
        var title = Squeeze(marks.Title?.Text ?? "");
        var window = Squeeze(marks.Window?.Text ?? "");
        HtmlNode? named = null, equal = null;
        var inFurniture = new bool[page.Nodes.Count];
        var left = MostComparisons;
        foreach (var node in page.Nodes)
        {
            inFurniture[node.Index] = inFurniture[node.Parent?.Index ?? 0] || (!node.IsText && page.Sentences(node) * 3 <= allSentences && HtmlNames.IsFurniture(node));
            if (inFurniture[node.Index] || node.IsText || page.IsSilent(node) || page.Words(node) is < 4 or > LongestTitle || (body is not null && node.Index > body.LastIndex))
            {
                continue;
            }

            if (page.Words(node) <= Math.Max(title.Length, window.Length) + 12 && left-- > 0
                && page.Squeezed(node, LongestTitle) is var words && (words == title || (words.Length >= 6 && window.StartsWith(words, StringComparison.Ordinal))))
            {
                equal = equal is not null && equal.Holds(node) && HtmlNames.IsTitle(equal) ? equal : node;
            }

            named ??= HtmlNames.IsTitle(node) ? node : null;
        }

        return equal ?? named;
    }

    // A kicker stands above the title, in the same part of the page or, where rows lay it out, in the one around it.
    private int Opening(HtmlNode title)
    {
        var opening = title.Index;
        var before = 0;
        for (var (inner, part) = (title, title.Parent); part?.Parent is not null && part.Name is not ("body" or "html"); (inner, part) = (part, part.Parent))
        {
            for (var i = part.Index + 1; i < inner.Index; i++)
            {
                if (page.IsSilent(page.Nodes[i]))
                {
                    i = page.Nodes[i].LastIndex;
                    continue;
                }

                before += page.Nodes[i].IsText ? page.Words(page.Nodes[i]) : 0;
                if (before > LongestKicker || page.LinkedWords(page.Nodes[i]) > 0)
                {
                    return opening;
                }
            }

            opening = before > 0 ? part.Index : opening;
        }

        return opening;
    }

    // 责任编辑：… stands behind the body, often in an element of its own.
    private int Closing(HtmlNode body)
    {
        var end = body.LastIndex;
        var taken = 0;
        for (var i = end + 1; i < page.Nodes.Count && taken <= LongestCredit; i++)
        {
            var node = page.Nodes[i];
            if (!node.IsText || page.IsSilent(node) || page.Words(node) == 0)
            {
                continue;
            }

            var words = page.Squeezed(node, LongestCredit);
            if (taken == 0 && !Credits.Any(c => words.StartsWith(c, StringComparison.Ordinal) || (words.Length > 2 && words[1..].StartsWith(c, StringComparison.Ordinal))))
            {
                break;
            }

            // All of the line that begins with a credit; a link list behind it is none.
            var line = node.Parent!;
            taken += page.Words(line);
            if (taken > LongestCredit || page.Links(line) > 1)
            {
                break;
            }

            end = line.LastIndex;
            i = end;
        }

        return end;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
