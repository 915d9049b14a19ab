using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Finds what belongs to the page and to no article: page numbers, running titles, web navigation.</summary>
internal static partial class FurnitureFinder
{
    // - 3 - | 第3页 | ·5· | 3/8 | 第3版 | A3版
    [GeneratedRegex(@"^[\s\-—–·•.]*(?:第\s*)?[A-D]?\d{1,3}(?:\s*/\s*\d{1,3})?\s*(?:页|版)?(?:\s*共\s*\d{1,3}\s*页)?[\s\-—–·•.]*$")]
    private static partial Regex PageNumber();

    // 第２版 要 闻 | 3版 副刊 | A2 综合新闻版
    [GeneratedRegex(@"^(?:第\s*)?(?:[A-D]?[\d０-９]{1,2}|[一二三四五六七八九十])\s*版(?:$|[\s　·|｜：:]\s*\S{1,6}(?:\s\S{1,2}){0,3}$|[\p{IsCJKUnifiedIdeographs}]{2,4}$)")]
    private static partial Regex PageHead();

    [GeneratedRegex(@"\d{4}年\d{1,2}月\d{1,2}日|星期[一二三四五六日天]|第\s*[A-D]?\d{1,2}\s*版|^\s*\d{1,2}\s*版|版\s*$")]
    private static partial Regex Running();

    public static bool IsPageNumber(string text) => text.Length <= 20 && PageNumber().IsMatch(text);

    /// <summary>Takes page furniture out of the blocks and returns it.</summary>
    public static List<Block> TakeOut(List<Block> blocks, string? title)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            // The refrain of a song is no running title.
            if (block.Text.Length <= 40 && !block.IsVerse)
            {
                var key = Key(block);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        var furniture = Breadcrumbs(blocks, title);
        // 出版日期：2008年10月30日 above everything.
        var dated = blocks.Take(3).TakeWhile(b => !b.IsProse).Where((b, i) => b.Header is { IsDated: true, TitleLength: 0, Bylines.Count: 0 } && i + 1 < blocks.Count && !blocks[i + 1].IsProse && blocks.Skip(i + 1).Take(4).Any(x => !x.IsProse && x.Header is null) && blocks.Take(i).All(x => x.Header is not null || IsWebFurniture(x) || x.Text.Length > 60)).ToHashSet();
        var footers = Footers(blocks, counts);
        footers.UnionWith(Repeated(blocks));
        footers.UnionWith(dated);
        footers.UnionWith(Contents(blocks));
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            blocks[i + 1].StartsPage |= IsPageHead(blocks[i]) && i > 0;
        }

        blocks.RemoveAll(block =>
        {
            var text = block.Text;
            var is_ = footers.Contains(block) || IsPageHead(block) || IsWebFurniture(block)
                || IsPageNumber(text) && !block.IsVerse
                || text.Length <= 60 && !block.IsProse && IsRunning(block, counts, title);
            if (is_)
            {
                furniture.Add(block);
            }

            return is_;
        });

        // One line is no verse: what made it look so was the list that is gone.
        for (var i = 0; i < blocks.Count && furniture.Count > 0; i++)
        {
            blocks[i].IsVerse &= i > 0 && blocks[i - 1].IsVerse || i + 1 < blocks.Count && blocks[i + 1].IsVerse;
        }

        return furniture;
    }

    // 新闻中心 / 企业动态 above a web page's title: short lines above the line that a header follows, or two names of
    // sections at the top of a page that has no masthead.
    private static List<Block> Breadcrumbs(List<Block> blocks, string? title)
    {
        var furniture = new List<Block>();
        var header = blocks.FindIndex(b => b.Header is not null);
        var trail = 0;
        while (trail < Math.Min(6, blocks.Count) && blocks[trail] is { IsProse: false, Level: 0, EndsSentence: false, Header: null } block && block.Text.Length <= 12)
        {
            trail++;
        }

        var named = 0;
        while (named < trail && SectionNames.IsListed(blocks[named].Text) && blocks[named].Text.Length <= 8)
        {
            named++;
        }

        // The title itself stays: it is the last line above the header.
        var count = header is >= 1 and <= 8 && !blocks.Take(header).Any(b => b.IsProse) ? Math.Min(trail, header - 1) : title is null && named >= 2 && named < blocks.Count && blocks[named] is { IsProse: false, Bullet: BulletSort.None } ? named : 0;
        furniture.AddRange(blocks.GetRange(0, count));
        blocks.RemoveRange(0, count);
        return furniture;
    }

    // 本期要目: lines that stand again over the articles they announce.
    private static HashSet<Block> Contents(List<Block> blocks)
    {
        var found = Announced(blocks);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].IsProse && blocks[i].Text.Length is >= 6 and <= 50)
            {
                last[Shape.Squeeze(blocks[i].Plain)] = i;
            }
        }

        for (var i = 0; i < Math.Min(blocks.Count, 60); i++)
        {
            var end = i;
            while (end < blocks.Count && !blocks[end].IsProse && last.TryGetValue(Shape.Squeeze(Entry(blocks[end].Plain)), out var again) && again > end)
            {
                end++;
            }

            var name = i > 0 && SectionNames.IsContents(blocks[i - 1].Plain) ? i - 1 : i;
            if (end - i >= (name < i ? 2 : 4))
            {
                found.UnionWith(blocks.GetRange(name, end - name));
                i = end;
            }
        }

        return found;

        static string Entry(string line) => line.TrimEnd(' ', '.', '…', '·', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '/', '（', '）', '(', ')', '　') is { Length: >= 4 } cut && cut.Length < line.Length && line.AsSpan(cut.Length).IndexOfAny(" .…·　（(/") >= 0 ? cut : line;
    }

    // 本期要目 and the titles under it, which need not stand again: lines set close together, or all but the heading of the first items.
    private static HashSet<Block> Announced(List<Block> blocks)
    {
        var name = blocks.FindIndex(b => !b.IsProse && SectionNames.IsContents(b.Plain));
        var end = name + 1;
        while (name >= 0 && end < blocks.Count && blocks[end] is { IsProse: false, EndsSentence: false, Signature: null, IsTable: false }
            && (end == name + 1 || blocks[end].Blank == 0 || blocks[name + 2].Blank > 0) && SectionNames.Score(blocks[end].Plain) == 0)
        {
            end++;
        }

        var apart = name >= 0 && end > name + 2 && blocks[name + 2].Blank > 0 && end < blocks.Count && SectionNames.Score(blocks[end].Plain) == 0;
        end -= apart ? 1 : 0;
        return name >= 0 && end - name > 2 ? [.. blocks.GetRange(name, end - name)] : [];
    }

    // A web page prints its title in its head and again above the article.
    private static IEnumerable<Block> Repeated(List<Block> blocks)
    {
        for (var i = 0; i + 1 < Math.Min(blocks.Count, 8); i++)
        {
            var title = blocks[i].Text;
            if (title.Length is >= 8 and <= 60 && !blocks[i].IsProse && blocks.Skip(i + 1).Take(3).Any(b => b.Text == title && !b.IsProse))
            {
                yield return blocks[i];
            }
        }
    }

    // 企业管理观察 2023.04 / 28: a short line that repeats beside the page numbers.
    private static HashSet<Block> Footers(List<Block> blocks, Dictionary<string, int> counts)
    {
        var found = new HashSet<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Text.Length <= 30 && !block.IsProse && !block.EndsSentence && block.Bullet == BulletSort.None && counts.GetValueOrDefault(Key(block)) >= 2
                && (i > 0 && IsNumber(blocks[i - 1]) || i + 1 < blocks.Count && IsNumber(blocks[i + 1])))
            {
                found.Add(block);
            }
        }

        return found;

        static bool IsNumber(Block block) => block.Text.Length <= 8 && PageNumber().IsMatch(block.Text);
    }

    private static bool IsWebFurniture(Block block) => block is { Level: 0, IsVerse: false } && block.Text.Length <= 260 && WebWords.IsFrame(block.Text);

    private static bool IsPageHead(Block block) => block.Text.Length <= 16 && PageHead().IsMatch(block.Text);

    private static bool IsRunning(Block block, Dictionary<string, int> counts, string? title)
    {
        var text = block.Text;
        if (block.EndsSentence || block.Bullet != BulletSort.None || block.Signature is not null || block.Byline is { Strength: >= 0.5 })
        {
            return false;
        }

        var squeezed = Shape.Squeeze(text);
        if (title is not null && (squeezed == Shape.Squeeze(title)))
        {
            return true;
        }

        // 2024年1月15日 星期一 第3版 要闻 责编…: a date and a page in a short line, hardly anything else.
        var marks = Running().Matches(text).Count;
        return text.Length <= 40 && marks >= 2 || (text.Length <= 40 && marks >= 1 && counts.GetValueOrDefault(Key(block)) >= 2) || (counts.GetValueOrDefault(Key(block)) >= 3 && text[^1] is not ('，' or '、' or '；' or '：') && !block.IsUnitLine && block.KindLabel is null && block.Level == 0 && !block.IsVerse);
    }

    // Page numbers differ from page to page; the rest of a running title does not.
    private static string Key(Block block)
    {
        var key = new System.Text.StringBuilder();
        foreach (var c in block.Text)
        {
            if (!char.IsWhiteSpace(c))
            {
                key.Append(char.IsAsciiDigit(c) ? '0' : c);
            }
        }

        return key.ToString();
    }
}
