using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Sets apart the day, the site and the counters that a text saved from the web prints under its title, or behind it.</summary>
internal static partial class WebDates
{
    [GeneratedRegex(@"^\d{1,7}$")]
    private static partial Regex Counter();

    [GeneratedRegex(@"^\d{4}年\d{1,2}月\d{1,2}日$")]
    private static partial Regex DayAlone();

    // 港口忙 贸易旺 2024年03月07日: the day behind the title of a page.
    [GeneratedRegex(@"^(?<title>.{6,50}?)\s+(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2})(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$")]
    private static partial Regex DayBehind();

    // Lines that hold only a day under a title, and the day behind a title, over the first paragraph of a text.
    public static void Mark(List<Line> lines, int body)
    {
        if (body is < 0 or > 6)
        {
            return;
        }

        // 江南集团有限公司 | 江南二公司: whose site it is.
        if (lines[0].Text.Split('|', StringSplitOptions.TrimEntries) is { Length: >= 2 } owners && owners.All(UnitReader.IsUnit))
        {
            lines[0].IsFrame = true;
        }

        for (var i = 0; i < body; i++)
        {
            var text = lines[i].Text;
            if (WebPage.Stamp().IsMatch(text) || i > 1 && Counter().IsMatch(text))
            {
                lines[i].IsFrame = true;
            }
            else if (i > 1 && lines[i - 1].IsFrame && DayAlone().IsMatch(text))
            {
                lines[i].IsFrame = true;
            }
            else if (i > 1 && lines[i - 1].IsFrame && (WebPage.Stamp().IsMatch(lines[i - 1].Text) || DayAlone().IsMatch(lines[i - 1].Text)) && text.Length <= 12 && (UnitReader.IsMedium(text) || text.EndsWith("网站", StringComparison.Ordinal)))
            {
                // 2023年06月09日 / 江城新闻网站
                lines[i].Header = new WebHeader(0, [new Byline(BylineRole.Source, text)], true);
            }
            else if (i == 1 && i + 1 < body && Counter().IsMatch(lines[i + 1].Text) && text.Length <= 12 && UnitReader.IsMedium(text))
            {
                // 江城官网 / 1378: the site and how often it was read.
                lines[i].Header = new WebHeader(0, [new Byline(BylineRole.Source, text)], true);
            }
            else if (i == 0 && body == 1 && DayBehind().Match(text) is { Success: true } day && Shape.HanCount(day.Groups["title"].Value) >= 5 && !day.Groups["title"].Value.Contains('期', StringComparison.Ordinal)
                && day.Groups["title"].Value.TrimEnd()[^1] is not ('报' or '刊' or '讯' or '网' or '闻'))
            {
                var length = day.Groups["title"].Length;
                lines.Insert(1, lines[0].Cut(length, text.Length));
                lines[1].IsFrame = true;
                lines[0] = lines[0].Cut(0, length);
                return;
            }
            else if (i == 0 && text.StartsWith("原标题", StringComparison.Ordinal) && text.Length is > 6 and <= 60 && text[3] is '：' or ':')
            {
                lines[0] = lines[0].Cut(4, text.Length);
            }
        }
    }
}
