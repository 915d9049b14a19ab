namespace Bulletins.Segment;

/// <summary>Reads mastheads, and cuts a file at each new one: title, publisher, issue, total issue and date in short lines close together.</summary>
internal static class MastheadReader
{
    private const int Reach = 8; // a masthead's lines stand within so many blocks
    private const int Above = 4; // and so many of them above the issue's number

    /// <summary>Cuts blocks into issues: each with the blocks of its masthead and the rest.</summary>
    public static List<(Masthead? Masthead, List<Block> Head, List<Block> Body)> Split(List<Block> blocks)
    {
        var issues = new List<(Masthead?, List<Block>, List<Block>)>();
        Masthead? current = null;
        var head = new List<Block>();
        var body = new List<Block>();
        for (var i = 0; i < blocks.Count;)
        {
            if (Running(blocks[i]) is { } running)
            {
                if (current is null || current.Title != running.Title || current.Date is not null && current.Date != running.Date)
                {
                    Begin(running);
                }

                head.Add(blocks[i++]);
                StartPage(i);
            }
            else if (Cluster(blocks, i) is { Count: > 0 } lines && Compose(lines, i == 0) is { } masthead)
            {
                var repeats = current is not null && Repeats(current, masthead);
                if (!repeats)
                {
                    Begin(masthead);
                }

                head.AddRange(blocks.GetRange(i, lines.Count));
                i += lines.Count;
                if (repeats)
                {
                    StartPage(i);
                }
            }
            else
            {
                body.Add(blocks[i++]);
            }
        }

        issues.Add((current, head, body));
        return issues;

        void StartPage(int at)
        {
            if (at < blocks.Count && body.Count > 0)
            {
                blocks[at].StartsPage = true;
            }
        }

        void Begin(Masthead masthead)
        {
            if (current is not null || body.Sum(b => b.Text.Length) > 200)
            {
                issues.Add((current, head, body));
                (head, body) = ([], []);
            }

            current = masthead;
        }
    }

    /// <summary>The words of a masthead's line that are in none of its fields, numbers and dates aside; null where there are none.</summary>
    public static string? Rest(Block block, Masthead masthead)
    {
        var line = MastheadLine.Read(block);
        var rest = line.Names.Where(n => n != masthead.Publisher && masthead.Title?.Contains(n, StringComparison.Ordinal) != true).Concat(line.Unread);
        return string.Join(' ', rest) is { Length: > 0 } words ? words : null;
    }

    // 金穗简报 2023年第3期, over each page of the issue whose masthead says more: what it says is the same.
    private static bool Repeats(Masthead masthead, Masthead head) =>
        (head.Issue is null || head.Issue == masthead.Issue) && (head.IssueTotal is null || head.IssueTotal == masthead.IssueTotal) && (head.Issue is not null || head.IssueTotal is not null)
        && (head.Date is null || head.Date == masthead.Date) && (head.Title is null || masthead.Title is null || head.Title == masthead.Title);

    // 金沙航运 2022年3月5日 星期六 | 2019年10月15日 星期二 综合新闻 临江水泥人 第2版: a newspaper's running head. Not the source of an
    // article, 《金沙航运》（2022年3月5日 第2版）, and not a diary's first line, 2022年3月5日 星期六 多云.
    private static Masthead? Running(Block block)
    {
        if (!IsShort(block) || block.Text.Length > 60 || DateReader.Date(block.Text) is not { } date || block.Text.AsSpan().IndexOfAny('《', '（', '(') >= 0)
        {
            return null;
        }

        var line = MastheadLine.Read(block);
        if (line.IsSentence || line.HasNumber || !(line.HasWeekday || line.HasPage) || line.Names.Count is 0 or > 4 || line.Names.Any(n => n.Length > 12 || n.AsSpan().IndexOfAny('：', ':') >= 0))
        {
            return null;
        }

        var titles = line.Names.Where(n => Shape.HanCount(n) >= 3 && SectionNames.Score(n) == 0).ToList();
        var words = Shape.Squeeze(string.Concat(line.Names));
        var title = titles.Find(UnitReader.IsMedium) ?? (titles.Count > 0 ? titles[date.Start > 4 ? 0 : ^1] : line.Names.All(n => n.Length == 1) && words.Length >= 3 ? words : null);
        return title is null ? null : new Masthead(title, null, null, null, date.Iso);
    }

    // The lines of a masthead that begins at a block; none where there is no masthead.
    private static List<MastheadLine> Cluster(List<Block> blocks, int from)
    {
        var lines = new List<MastheadLine>();
        if (FurnitureFinder.IsPageNumber(blocks[from].Text) || !IsAnchorNear(blocks, from))
        {
            return lines;
        }

        var names = 0;
        var anchored = false;
        for (var i = from; i < Math.Min(blocks.Count, from + Reach) && (anchored || i <= from + Above) && IsShort(blocks[i]); i++)
        {
            var line = MastheadLine.Read(blocks[i]);
            var isName = line is { HasField: false, IsSentence: false } && IsTitle(blocks[i]);
            if (line.IsSentence || line.IsImprint && !anchored || !line.HasField && !isName
                || line.HasNumber && line.Date is null && line.Names.Count > 1
                || anchored && isName && !IsPublisher(blocks, i) && !(names == 0 && IsFollowedByField(blocks, i))
                || anchored && line.HasField && line.Names.Sum(n => n.Length) > 16
                || lines.Exists(l => l.Issue is not null && line.Issue is not null && l.Issue != line.Issue || l.Total is not null && line.Total is not null && l.Total != line.Total))
            {
                break;
            }

            // Two names above the number: the first is the last line of what stands before.
            if (isName && !anchored && ++names > 1 && !blocks[i].IsUnitLine)
            {
                return [];
            }

            anchored |= line.HasNumber;
            names += anchored && line.Names.Count > 0 ? 1 : 0;
            lines.Add(line);
        }

        return anchored ? lines : [];
    }

    private static bool IsAnchorNear(List<Block> blocks, int from)
    {
        for (var i = from; i < Math.Min(blocks.Count, from + Above + 1) && IsShort(blocks[i]); i++)
        {
            if (blocks[i].Text.AsSpan().IndexOfAny('期', '号') >= 0 || blocks[i].Text.Contains("NO", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShort(Block block) => block.Text.Length <= 90 && !block.IsProse && !block.IsTable && block.Bullet == BulletSort.None;

    private static bool IsTitle(Block block) =>
        !block.EndsSentence && block.Text.Length <= 30 && block.Text[0] is not ('（' or '(') && block.Signature is null
        && (block.Byline is null || block.IsLetterSpaced && Shape.HanCount(block.Text) >= 4) // 党 建 简 报
        && Shape.HanCount(block.Text) >= 2 && block.Text.AsSpan().IndexOfAny("，：；") < 0;

    // A publisher's name: a date follows, or the masthead ends with it.
    private static bool IsPublisher(List<Block> blocks, int i) =>
        blocks[i].IsUnitLine && blocks[i].Level == 0
        && (i + 1 >= blocks.Count || IsFollowedByField(blocks, i) || !(!blocks[i + 1].IsProse && blocks[i + 1].Text.Length > 8 && blocks[i + 1].Level > 0));

    private static bool IsFollowedByField(List<Block> blocks, int i) =>
        i + 1 < blocks.Count && IsShort(blocks[i + 1]) && MastheadLine.Read(blocks[i + 1]) is { IsSentence: false, HasField: true, HasNumber: false };

    private static Masthead? Compose(List<MastheadLine> lines, bool first)
    {
        string? title = null, publisher = null;
        var numbered = lines.Find(l => l.HasNumber)!;
        foreach (var line in lines)
        {
            publisher ??= line.Publisher;
            foreach (var name in line.Names)
            {
                if (title is null && !(line.HasPage && SectionNames.Score(name) > 0))
                {
                    title = name;
                }
                else if (title is not null && publisher is null && UnitReader.IsUnit(name))
                {
                    publisher = name;
                }
            }
        }

        var issue = lines.Find(l => l.Issue is not null)?.Issue;
        var total = lines.Find(l => l.Total is not null)?.Total;
        var date = lines.Find(l => l.Date is not null)?.Date;

        // 身边榜样 第5期 over an article: a number alone makes a masthead only at the top, under a title of its own.
        var proven = date is not null || total is not null || publisher is not null || lines.Exists(l => l.HasYear);
        return (title is not null || date is not null) && (proven || first && numbered.Names.Count == 0) ? new Masthead(title, publisher, issue, total, date) : null;
    }
}
