namespace Bulletins.Segment;

/// <summary>Tells verse, a poem's title over its poet's byline, and a poet's bare name.</summary>
internal static class VerseFinder
{
    public static void Mark(List<Block> blocks)
    {
        Verses(blocks);
        Titles(blocks);
    }

    // Four or more short lines in a row without a sentence in them, or with a mark at nearly every end: verse.
    private static void Verses(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var end = i;
            if (i > 0 && blocks[i] is { IsUnitLine: true, Text.Length: <= 8 } && blocks[i - 1] is { Byline.Strength: >= 0.5 } poet && poet.Text[0] is not ('（' or '(') && poet.Byline.Bylines.All(b => b.Role == BylineRole.Author) && i + 2 < blocks.Count && IsVerseLine(blocks[i], unit: true) && IsVerseLine(blocks[i + 1]) && IsVerseLine(blocks[i + 2]))
            {
                end++; // 月亮也上夜班, under the poet's name
            }

            while (end < blocks.Count && (IsVerseLine(blocks[end]) || end > i && IsBrokenLine(blocks, end)))
            {
                end++;
            }

            i += end - i >= 5 && IsHeadlineAbove(blocks, i, end) ? 1 : 0;
            end -= end - i > 4 && IsFirstParagraph(blocks, i, end) ? 1 : 0;

            var varied = new HashSet<int>();
            for (var k = i; k < end; k++)
            {
                varied.Add(blocks[k].Text.Length);
            }

            // Longer and unlike lines in a report's column are prose.
            var wide = varied.Count > 1 && blocks.Skip(i).Take(end - i).Sum(b => b.Text.Length) >= 15 * (end - i);
            var named = i > 1 && blocks[i - 1] is { IsProse: false, Byline.Strength: >= 0.5 } above && above.Byline.Bylines.All(b => b.Role == BylineRole.Author) && blocks[i - 2] is { IsProse: false, Text.Length: <= 16 };
            if (!wide && (end - i >= 6 || named && end - i >= 4 || end - i >= 4 && (varied.Count == 1 || blocks.Skip(i).Take(end - i).All(b => Shape.EndsSentence(b.Text) || Shape.EndsOpen(b.Text)))))
            {
                for (var k = i; k < end; k++)
                {
                    blocks[k].IsVerse = true;
                }

                Poet(blocks, i, end);
            }

            i = Math.Max(end, i + 1);
        }
    }

    // …亮堂堂的光 / 雪落下来了，没有声音。 over prose: a short first paragraph behind a poem that has no such lines.
    private static bool IsFirstParagraph(List<Block> blocks, int from, int end)
    {
        if (end >= blocks.Count || !blocks[end].IsProse || blocks[end - 1] is not { IsProse: true, EndsSentence: true })
        {
            return false;
        }

        int marked = 0, longest = 0;
        var lengths = new HashSet<int>();
        for (var k = from; k < end - 1; k++)
        {
            marked += blocks[k].EndsSentence ? 1 : 0;
            lengths.Add(blocks[k].Text.Length);
            longest = Math.Max(longest, blocks[k].Text.Length);
        }

        return (marked == 0 || lengths.Count == 1) && blocks[end - 1].Text.Length > longest;
    }

    // 像一场 / 不肯停的雪: among verses no line of a few characters is a unit's name.
    private static bool IsBrokenLine(List<Block> blocks, int i) =>
        blocks[i] is { IsUnitLine: true, Text.Length: <= 8 } && blocks[i - 1].Text.Length <= 12 && i + 1 < blocks.Count && blocks[i + 1].Text.Length <= 12
        && IsVerseLine(blocks[i], unit: true) && IsVerseLine(blocks[i - 1], unit: true) && IsVerseLine(blocks[i + 1]);

    // Behind a body and over verses that are all much shorter stands that body's headline, with a gap on either side.
    private static bool IsHeadlineAbove(List<Block> blocks, int from, int end)
    {
        var ends = from > 0 && (blocks[from - 1].IsProse || blocks[from - 1] is { Bullet: BulletSort.None, Byline.Strength: >= 0.5 } or { Signature: not null });
        if (!ends || blocks[from].Text.Length < 10 || blocks[from + 1].Blank == 0)
        {
            return false;
        }

        var longest = 0;
        for (var k = from + 1; k < end; k++)
        {
            longest = Math.Max(longest, blocks[k].Text.Length);
        }

        return blocks[from].Text.Length * 10 >= longest * 14;
    }

    // The line directly over a poet's byline is a title, not a verse.
    private static void Titles(List<Block> blocks)
    {
        for (var i = 1; i < blocks.Count; i++)
        {
            var marked = blocks[i].Text.AsSpan().IndexOfAny("●○■□◆◇▲△★☆•◎荫") == 0;
            if (blocks[i] is { Byline.Strength: >= 0.5, IsProse: false, IsVerse: false } poet && (poet.Blank == 0 || marked && blocks[i - 1].Blank > 0 && IsTitled(blocks, i)) && blocks[i - 1].IsVerse && (blocks[i - 1].Blank > 0 || i < 2 || !blocks[i - 2].IsVerse || marked))
            {
                blocks[i - 1].IsVerse = false;
            }
        }
    }

    // A mark and a name with gaps around: they go with the line above where verse follows them, or where a gap above that line is
    // none of the gaps between verses; 青 黛 at a poem's end has signed it.
    private static bool IsTitled(List<Block> blocks, int i) =>
        i + 1 < blocks.Count && blocks[i + 1].IsVerse || i > 3 && blocks[i - 2] is { IsVerse: true, Blank: 0 } && blocks[i - 3].IsVerse;

    // 渡口 / 山 风: close under the title, with a gap below, two or three characters are the poet's name. Where every stanza has
    // two lines, the first one may be a stanza: there it must be a name for certain.
    private static void Poet(List<Block> blocks, int from, int end)
    {
        var under = from > 0 && blocks[from].Blank == 0 && blocks[from - 1] is { IsProse: false } above && above.Text.Length <= 16 && !above.EndsSentence ? from : from + 1;
        if (under + 3 > end || blocks[under + 1].Blank == 0 || under > from && blocks[from].Text.Length > 12)
        {
            return;
        }

        var spaced = blocks[under].Spaced(0, blocks[under].Text.Length).Text;
        var name = Shape.Squeeze(spaced);
        if (blocks[under].Blank > 0 && spaced.Length == name.Length || name.Length is < 2 or > 3 || Shape.HanCount(name) != name.Length || Shape.EndsOpen(blocks[under - 1].Text))
        {
            return;
        }

        var pairs = true;
        for (var k = under + 1; k + 1 < end && pairs; k += 2)
        {
            pairs = blocks[k].Blank > 0 && blocks[k + 1].Blank == 0;
        }

        if (NameReader.IsSurelyName(name) || !pairs)
        {
            blocks[under].IsVerse = false;
            blocks[under - 1].IsVerse = false;
            blocks[under].Byline = new BylineReading([new Byline(BylineRole.Author, name)], spaced.Length > name.Length || NameReader.IsName(name) ? 0.9 : 0.6, false);
        }
    }

    private static bool IsVerseLine(Block block, bool unit = false) =>
        block is { Level: 0, IsTable: false, Bullet: BulletSort.None, KindLabel: null, Header: null, IsLetterSpaced: false }
        && block.Text.Length <= 22 && !block.Lead.IsMarker && block.Byline is not { Strength: >= 0.5 } && (unit || !block.IsUnitLine) && block.Signature is null
        && block.Text.AsSpan().IndexOfAny("：:／/|") < 0 && Shape.HanCount(block.Text) * 10 >= block.Text.Length * 7;
}
