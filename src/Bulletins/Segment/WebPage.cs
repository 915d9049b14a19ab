using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>
/// Sets the frame of a web page apart from its article, line by line and before lines are joined: above the title (trail,
/// menus), the line of source and date below it, and what follows the article (related news, comments, notices of rights).
/// Without a sign of a web page (a trail, a dated header, several lines of a frame) nothing is touched.
/// </summary>
internal static partial class WebPage
{
    private const int Reach = 60; // lines over a title, at most

    // 2023-06-09 | 2023/6/9 18:30:05 | 09.06.2023 18:30 on a line of its own.
    [GeneratedRegex(@"^[\s\[【（(]*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}年\d{1,2}月\d{1,2}日(?=\s*\d{1,2}[:：]))(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\s\]】）)]*$")]
    internal static partial Regex Stamp();

    // 松桥厂节电有一套_江城网 | …_[企业新闻]
    [GeneratedRegex(@"(?:https?://\S+|\s*[\[【](?:复制链接|打印|收藏|分享)[\]】]|_[^_]{2,16}|\s*[-–]\s*[^-–\s]{2,10}(?:网|新闻|频道))$")]
    private static partial Regex SiteBehind();

    [GeneratedRegex(@"^[\s【\[]*(?:编者按|编者的话|编前|导读|核心提示|内容提要|摘要|导语)")]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?<a>[\p{IsCJKUnifiedIdeographs}])[ \u3000](?<b>[\p{IsCJKUnifiedIdeographs}])\s*[：:]")]
    private static partial Regex SpacedLabel();

    private static WebHeader? Credits(string text) => BylineReader.Read(text) is { Strength: >= 1 } read ? new WebHeader(0, read.Bylines, false) : null;

    /// <summary>Marks lines of the frame, gives lines below a title their credits, and cuts what belongs to the site off a title.</summary>
    public static void Mark(List<Line> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var cell = false;
            // （厂办供稿） |: the wall of a cell that the layout had.
            if (lines[i].Text is [.., ' ', '|'] && lines[i].Text.IndexOf('|', StringComparison.Ordinal) == lines[i].Text.Length - 1)
            {
                lines[i] = lines[i].Cut(0, lines[i].Text.Length - 1);
                cell = true;
            }

            lines[i].IsFrame = WebWords.IsFrame(lines[i].Text);
            lines[i].IsBelowTitle = cell && i > 0 && lines[i - 1].IsFrame && lines[i - 1].Text.StartsWith('!');

            // ©原创 责任编辑 季禾
            if (lines[i].Text.StartsWith('©') && lines[i].Text.Length <= 40 && lines[i].Text.Contains("编辑", StringComparison.Ordinal) && Credits(lines[i].Text.Replace("©", "", StringComparison.Ordinal).Replace("原创", "", StringComparison.Ordinal)) is { } own)
            {
                lines[i].IsFrame = false;
                lines[i].Header = own;
            }

            // 编 辑：季禾: a label set apart.
            if (SpacedLabel().Match(lines[i].Text) is { Success: true } apart && Vocabulary.WebLabels.ContainsKey(apart.Groups["a"].Value + apart.Groups["b"].Value)
                && apart.Groups["a"].Value + apart.Groups["b"].Value + lines[i].Text[(apart.Index + apart.Length - 1)..] is var closed && (WebHeader.Read(closed) ?? Credits(closed)) is { } credited)
            {
                lines[i].Header = credited;
            }
        }

        // 来源： / 江城日报: the label over what it labels.
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Text is "来源：" or "来源:" or "稿源：" or "稿件来源：" && lines[i + 1].Text.Length <= 12 && UnitReader.IsMedium(lines[i + 1].Text))
            {
                lines[i].IsFrame = true;
                lines[i + 1].Header = new WebHeader(0, [new Byline(BylineRole.Source, lines[i + 1].Text)], true);
            }
        }

        var body = lines.FindIndex(IsProse);
        var end = Math.Min(body < 0 ? lines.Count : body, Reach);
        var trail = LastTrail(lines, end);
        var header = trail;
        for (var i = end - 1; i >= 0; i--)
        {
            if (Header(lines[i].Text, i > 0) is { } read && (i > trail || read.Bylines.Count > 0))
            {
                lines[i].Header = read;
                header = i;
            }
        }

        header = header == trail ? -1 : header;
        var dated = header >= 0 && (lines[header].Header is { IsDated: true } || lines.Skip(header).Take(3).Any(l => Stamp().IsMatch(l.Text)));
        if (trail < 0 && !dated && lines.Sum(l => l.IsFrame || l.Text.Contains(':', StringComparison.Ordinal) && Stamp().IsMatch(l.Text) ? 1 : WebWords.IsRights(l.Text) ? 2 : 0) < 2)
        {
            WebDates.Mark(lines, body);
            WebFoot.OneArticle(lines);
            return;
        }

        foreach (var line in lines)
        {
            line.IsOfWebPage = true;
        }

        Above(lines, trail, header, end);
        var title = Title(lines, trail, header, end);
        WebFoot.Rights(lines);
        WebFoot.Below(lines, Math.Max(body, header), title);
        WebDates.Mark(lines, body);
    }

    // The trail stands over the title; the tools of a newspaper's page (放大 缩小) too, where the text is still to come.
    private static int LastTrail(List<Line> lines, int end)
    {
        for (var i = end - 1; i >= 0; i--)
        {
            if (WebWords.IsTrail(lines[i].Text) && lines.Skip(i + 1).Take(Reach).Count(l => !l.IsFrame && Shape.HanCount(l.Text) > 3 && Stamp().Match(l.Text) is not { Success: true }) >= 2 && Content(lines, i + 1) * 2 >= Content(lines, 0) - 400)
            {
                return i;
            }
        }

        return -1;
    }

    private static int Content(List<Line> lines, int from)
    {
        var sum = 0;
        for (var i = from; i < lines.Count && sum < 4000; i++)
        {
            sum += lines[i].IsFrame ? 0 : lines[i].Text.Length;
        }

        return sum;
    }

    private static WebHeader? Header(string text, bool below) =>
        WebHeader.Read(text) is { TitleLength: 0 } read ? read : below || text.AsSpan().IndexOfAny('：', ':') > 0 ? WebHeader.Loose(text) : null;

    internal static bool IsProse(Line line) =>
        !line.IsFrame && !line.IsTable && line.Level == 0 && line.Text.Length >= 18 && WebHeader.Read(line.Text) is null && !WebWords.IsRights(line.Text)
        && (Shape.EndsSentence(line.Text) && Shape.Letters(line.Text) >= 16 || Shape.Letters(line.Text) >= 46 && line.Text.AsSpan().IndexOfAny('，', '。', ',') >= 0);

    private static int Title(List<Line> lines, int trail, int header, int end)
    {
        for (var i = header - 1; i > trail; i--)
        {
            if (IsTitle(lines[i]))
            {
                return i;
            }
        }

        for (var i = Math.Max(trail, header) + 1; i < end; i++)
        {
            // 综合新闻 / 02 over the title: the name of a newspaper's page.
            var page = lines[i].Text.Length <= 6 && SectionNames.IsListed(lines[i].Text) && lines.Take(end).Skip(i + 1).Any(IsTitle);
            if (IsTitle(lines[i]) && !page)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsTitle(Line line) =>
        !line.IsFrame && line.Header is null && Shape.HanCount(line.Text) >= 3 && !Stamp().IsMatch(line.Text) && BylineReader.Read(line.Text) is not { Strength: >= 0.9 };

    private static void Above(List<Line> lines, int trail, int header, int end)
    {
        for (var i = 0; i <= trail; i++)
        {
            lines[i].IsFrame |= lines[i].Header is null;
        }

        var title = Title(lines, trail, header, end);
        if (title < 0)
        {
            return;
        }

        if (header >= 0)
        {
            for (var i = title; i < end; i++)
            {
                lines[i].IsTitle = i == title;
                lines[i].IsBelowTitle = i > header;
            }

            // A note between the title and the text: what follows it is still below the title.
            for (var i = end + 1; end < lines.Count && i < Math.Min(lines.Count, end + 6) && Note().IsMatch(lines[end].Text) && !IsProse(lines[i]); i++)
            {
                lines[i].IsBelowTitle = true;
            }
        }

        if (SiteBehind().Match(lines[title].Text) is { Success: true, Index: >= 6 } site)
        {
            lines[title] = lines[title].Cut(0, site.Index);
        }

        // • 某厂节电有一套 below • 当前位置.
        if (trail >= 0 && lines[title].Text[0] is '•' && lines[title].Text.Length > 6)
        {
            lines[title] = lines[title].Cut(1, lines[title].Text.Length);
        }

        // The title again, in the text's own frame.
        var name = Key(lines[title].Text);
        for (var i = trail + 1; i < Math.Min(lines.Count, end + 6); i++)
        {
            if (i != title && !IsProse(lines[i]) && (header >= 0 || i < title) && name.Length >= 5 && lines[i].Header is null && Key(lines[i].Text) is { Length: >= 5 } key && (key == name || name.Contains(key, StringComparison.Ordinal) && key.Length * 5 >= name.Length * 4 || key.StartsWith(name, StringComparison.Ordinal) && key.Length <= name.Length + 6))
            {
                lines[i].IsFrame = true;
            }
        }

        // 煤海副刊 below 当前版：A10版：煤海副刊.
        for (var i = trail + 1; trail >= 0 && i < title + 2 && i < end; i++)
        {
            lines[i].IsFrame |= i < trail + 5 && Key(lines[i].Text) is { Length: >= 3 and <= 10 } key && Key(lines[trail].Text).Contains(key, StringComparison.Ordinal);
        }

        // 综合新闻 below the day and over the title: the name of a newspaper's page.
        for (var i = Math.Max(trail, header) + 1; i < title; i++)
        {
            lines[i].IsFrame |= lines[i].Text.Length <= 6 && SectionNames.IsListed(lines[i].Text);
        }

        // Bullets of a menu over the title.
        for (var i = trail + 1; i < title; i++)
        {
            var run = i;
            while (run < title && lines[run].Text.Length <= 8 && (lines[run].Text[0] is '•' or '·' || lines[run].IsMarkedItem))
            {
                run++;
            }

            for (; run - i >= 4 && i < run; i++)
            {
                lines[i].IsFrame = true;
            }
        }
    }

    internal static string Key(string text)
    {
        var key = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(c);
            }
        }

        return key.ToString();
    }
}
