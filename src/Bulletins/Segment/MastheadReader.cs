using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Reads mastheads, and cuts a file at each new one: title, publisher, issue, total issue and date in short lines close together.</summary>
internal static partial class MastheadReader
{
    private const int Span = 8; // a masthead's lines stand within so many blocks

    [GeneratedRegex(@"第\s*[\d〇零一二三四五六七八九十百千]{1,9}\s*期|总(?:第)?\s*[\d〇零一二三四五六七八九十百千]{1,9}\s*期|期号")]
    private static partial Regex IssueMark();

    [GeneratedRegex(@"星期[一二三四五六日天]|(?:农历|夏历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{0,6}|农历\S{0,8}|国内统一(?:连续出版物)?刊号\S*|CN\s?\S+|准印证\S*|(?:内部资料|免费交流|免费赠阅|注意保存)\S*|(?:今日|本期)\s*(?:共)?\s*[\d一二三四五六七八]+\s*版|(?:\d{4}|[〇一二三四五六七八九]{4})年(?:度)?|第\s*\S{1,9}\s*期|[（(]?总(?:第)?\s*\S{1,9}\s*期[）)]?|第\s*\d+\s*版|(?:\d{4}年)?\d{1,2}月\d{1,2}日")]
    private static partial Regex NotTitle();

    // 金沙航运 2022年3月5日 星期六 | 柏 泉 矿 工 2020年10月16日 第2版: a newspaper's running head.
    [GeneratedRegex(@"^(?<title>[\p{IsCJKUnifiedIdeographs}](?:\s?[\p{IsCJKUnifiedIdeographs}]){1,11})\s*(?<date>\d{4}年\d{1,2}月\d{1,2}日)(?:[\s　]*(?:星期[一二三四五六日天]|(?:第\s*)?[A-D]?\d{1,2}\s*版(?:\s*\S{2,4})?|农历\S{2,12}))+$")]
    private static partial Regex RunningHead();

    // 1 2019年10月15日 星期二 综合新闻 临江水泥人: the page number first, the paper's name last.
    [GeneratedRegex(@"^(?:第?\s*[A-D]?\d{1,2}\s*版?\s+)?(?<date>\d{4}年\d{1,2}月\d{1,2}日)\s*(?:星期[一二三四五六日天])?(?:\s+(?<word>[\p{IsCJKUnifiedIdeographs}]{2,8})){1,3}$")]
    private static partial Regex PageHead();

    /// <summary>Cuts blocks into issues: each with the blocks of its masthead and the rest.</summary>
    public static List<(Masthead? Masthead, List<Block> Head, List<Block> Body)> Split(List<Block> blocks)
    {
        var issues = new List<(Masthead?, List<Block>, List<Block>)>();
        Masthead? current = null;
        var head = new List<Block>();
        var body = new List<Block>();
        for (var i = 0; i < blocks.Count;)
        {
            if (blocks[i].Text.Length <= 60 && Running(blocks[i]) is { } running)
            {
                if (current is null || current.Title != running.Title || current.Date is not null && current.Date != running.Date)
                {
                    if (current is not null || body.Sum(b => b.Text.Length) > 200)
                    {
                        issues.Add((current, head, body));
                        (head, body) = ([], []);
                    }

                    current = running;
                }

                head.Add(blocks[i++]);
                if (i < blocks.Count && body.Count > 0)
                {
                    blocks[i].StartsPage = true;
                }
            }
            else if (Cluster(blocks, i) is var end && end > i && Read(blocks, i, end) is { } masthead)
            {
                var same = current is not null && masthead.Issue == current.Issue && masthead.IssueTotal == current.IssueTotal && (masthead.Date ?? current.Date) == current.Date;
                if (!same)
                {
                    if (current is not null || body.Count > 0 && body.Sum(b => b.Text.Length) > 200)
                    {
                        issues.Add((current, head, body));
                        (head, body) = ([], []);
                    }

                    current = masthead;
                }

                head.AddRange(blocks.GetRange(i, end - i));
                i = end;
            }
            else
            {
                body.Add(blocks[i++]);
            }
        }

        issues.Add((current, head, body));
        return issues;
    }

    /// <summary>The words of a masthead's line that are in none of its fields, numbers and dates aside; null where there are none.</summary>
    public static string? Rest(Block block, Masthead masthead)
    {
        var rest = DateReader.Date(block.Text) is { } date ? block.Text.Remove(date.Start, date.Length) : block.Text;
        rest = Shape.Squeeze(NotTitle().Replace(rest, ""));
        foreach (var known in (string?[])[masthead.Title, masthead.Publisher])
        {
            rest = known is null ? rest : rest.Replace(Shape.Squeeze(known), "", StringComparison.Ordinal);
        }

        foreach (var label in (string[])["主办单位", "编印单位", "编发单位", "出版单位", "主管主办", "主办", "编印", "编发", "出版", "主管", "编"])
        {
            rest = rest.Replace(label, "", StringComparison.Ordinal);
        }

        return Shape.Letters(rest) >= 1 ? rest : null;
    }

    private static Masthead? Running(Block block)
    {
        var text = block.Spaced(0, block.Text.Length).Text;
        var match = RunningHead().Match(text);
        if (!match.Success && PageHead().Match(text) is { Success: true } head && DateReader.Date(head.Groups["date"].Value) is { } day
            && text.Contains("星期", StringComparison.Ordinal)
            && head.Groups["word"].Captures.Select(c => c.Value).LastOrDefault(w => SectionNames.Score(w) == 0 && !w.StartsWith("星期", StringComparison.Ordinal)) is { } title)
        {
            return new Masthead(title, null, null, null, day.Iso);
        }

        return match.Success && DateReader.Date(match.Groups["date"].Value) is { } date ? new Masthead(Shape.Squeeze(match.Groups["title"].Value), null, null, null, date.Iso) : null;
    }

    // The end of a masthead that begins at a block, or that block's own index.
    private static int Cluster(List<Block> blocks, int from)
    {
        var anchor = -1;
        for (var i = from; i < Math.Min(blocks.Count, from + 3); i++)
        {
            if (!IsShort(blocks[i]) || IsRepeatOfContents(blocks, i))
            {
                break;
            }

            if (IssueMark().IsMatch(blocks[i].Text) && IsIssueLine(blocks[i].Text))
            {
                anchor = i;
                break;
            }
        }

        if (anchor < 0)
        {
            return from;
        }

        // A title stands above the issue line, or on it; a line of the issue before is none.
        if (anchor > from && !IsTitle(blocks[from]) && from != 0)
        {
            return from;
        }

        var end = anchor + 1;
        while (end < blocks.Count && end < from + Span && IsShort(blocks[end]) && IsMastheadLine(blocks, end))
        {
            end++;
        }

        return end;
    }

    // 2021年第9期（总第9期）: the words beside the numbers are few.
    private static bool IsIssueLine(string text)
    {
        if (text.Length > 90 || Shape.EndsSentence(text) && text.Length > 30)
        {
            return false;
        }

        return Shape.HanCount(NotTitle().Replace(text, "")) <= 40 && text.AsSpan().IndexOfAny('，', '。') < 0;
    }

    private static bool IsRepeatOfContents(List<Block> blocks, int i) => blocks[i].IsProse || blocks[i].Bullet != BulletSort.None;

    private static bool IsShort(Block block) => block.Text.Length <= 90 && !block.IsProse && !block.IsTable;

    private static bool IsTitle(Block block) =>
        !block.EndsSentence && block.Text.Length <= 30 && block.Text[0] is not ('（' or '(') && block.Byline is null && block.Bullet == BulletSort.None && block.Signature is null
        && Shape.HanCount(block.Text) >= 2 && block.Text.AsSpan().IndexOfAny("，：；") < 0;

    private static bool IsMastheadLine(List<Block> blocks, int i)
    {
        var text = blocks[i].Text;
        if (DateReader.Date(text) is not null && Shape.HanCount(NotTitle().Replace(text, "")) <= 16)
        {
            return true;
        }

        if (IssueMark().IsMatch(text) && IsIssueLine(text))
        {
            return true;
        }

        if (HasLabel(text))
        {
            return true;
        }

        // A publisher's name, when a date follows or the masthead ends with it.
        return blocks[i].IsUnitLine && text.Length <= 30 && blocks[i].Level == 0
            && (i + 1 >= blocks.Count || DateReader.Date(blocks[i + 1].Text) is not null && !blocks[i + 1].IsProse || !(i + 1 < blocks.Count && IsHeadlineLike(blocks[i + 1])));
    }

    private static bool IsHeadlineLike(Block block) => !block.IsProse && block.Text.Length > 8 && block.Level > 0;

    private static bool HasLabel(string text) => PublisherLabel(text) is not null || text.StartsWith("内部资料", StringComparison.Ordinal) || text.Contains("准印证", StringComparison.Ordinal) || text.Contains("刊号", StringComparison.Ordinal);

    private static string? PublisherLabel(string text)
    {
        foreach (var label in (string[])["主办单位", "编印单位", "编发单位", "出版单位", "主管主办", "主办", "编印", "编发", "出版", "主管"])
        {
            if (text.StartsWith(label, StringComparison.Ordinal) && text.Length > label.Length + 2 && text[label.Length] is '：' or ':' or ' ')
            {
                return text[(label.Length + 1)..].Trim();
            }

            if (label == "编印" && text.EndsWith('编') && UnitReader.IsUnit(text[..^1]))
            {
                return text[..^1];
            }

            if (text.EndsWith(label, StringComparison.Ordinal) && text.Length > label.Length + 3 && label is "主办" or "编印" or "编发")
            {
                return text[..^label.Length].Trim();
            }
        }

        return null;
    }

    private static Masthead? Read(List<Block> blocks, int from, int to)
    {
        string? title = null, publisher = null, date = null;
        int? issue = null, total = null;
        for (var i = from; i < to; i++)
        {
            var text = blocks[i].Text;
            date ??= DateReader.Date(text)?.Iso;
            issue ??= DateReader.Issue(text);
            total ??= DateReader.Total(text);
            if (PublisherLabel(text) is { } labelled)
            {
                publisher ??= labelled.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries)[0];
                continue;
            }

            var rest = DateReader.Date(text) is { } found ? text.Remove(found.Start, found.Length) : text;
            rest = NotTitle().Replace(rest, " ").Trim(' ', '\u3000', '（', '）', '(', ')', '·', '|', '｜', '-', '—', '/', '【', '】', '《', '》', '　');
            foreach (var piece in rest.Split([' ', '\u3000', '|', '｜'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (Shape.HanCount(piece) < 2)
                {
                    continue;
                }

                if (title is null)
                {
                    title = blocks[i].IsLetterSpaced ? Shape.Squeeze(rest) : piece;
                    if (blocks[i].IsLetterSpaced)
                    {
                        break;
                    }
                }
                else if (publisher is null && (UnitReader.IsUnit(piece) || PublisherLabel(piece) is not null))
                {
                    publisher = PublisherLabel(piece) ?? piece;
                }
            }
        }

        // 第三期培训班: an issue alone, without title or date, is no masthead.
        return (issue ?? total) is null || title is null && date is null ? null : new Masthead(title, publisher, issue, total, date);
    }
}
