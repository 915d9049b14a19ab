using Bulletins.Normalize.Garble;

namespace Bulletins.Segment;

/// <summary>Finds bylines that only their place tells: pen names and rows of names between a headline and its body.</summary>
internal static class NamesByPlace
{
    // What stands under a headline as a name does and is the heading of a first part.
    private static readonly string[] FirstParts = ["前言", "引言", "导语", "导言", "摘要", "背景", "概述", "综述", "概况", "简介", "缘起", "起因", "序言", "序曲", "楔子", "开篇", "开头", "正文", "引子", "编者"];

    public static void Mark(List<Block> blocks)
    {
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            // 连四海 / 通八方: a line as long directly below, and no name, makes it a line of a headline.
            if (blocks[i] is { IsProse: false, Byline: { Strength: < 0.8, HasPhotographer: false } } && blocks[i].Text.Length == 3 && blocks[i + 1] is { IsProse: false, Blank: 0, Byline: null, EndsSentence: false } below && below.Text.Length == 3 && NameReader.Score(below.Text) == 0 && Shape.HanCount(below.Text) == 3)
            {
                blocks[i].Byline = null;
            }
        }

        for (var i = 1; i + 1 < blocks.Count; i++)
        {
            if (IsCandidate(blocks[i]) && IsHeadline(blocks[i - 1]) && IsBody(blocks, i) && Names(blocks[i], blocks[i - 1].Level > 0) is { } names)
            {
                blocks[i].IsVerse = false;
                blocks[i].Byline = new BylineReading([.. names.Select(n => new Byline(BylineRole.Author, n))], 0.7, false);
            }
        }
    }

    private static bool IsCandidate(Block block) =>
        block is { Level: 0, IsProse: false, IsTable: false, IsUnitLine: false, Bullet: BulletSort.None, KindLabel: null, Signature: null, Header: null, Byline: null or { Strength: < 0.3 } }
        && block.Text.Length <= 12 && Shape.HanCount(block.Text) == Shape.Letters(block.Text);

    // Running text; or stanzas, where the name stands in none of them.
    private static bool IsBody(List<Block> blocks, int i) =>
        blocks[i + 1] is { IsProse: true, Lead.IsMarker: false }
        || blocks[i - 1].Level > 0 && blocks[i].Blank > 0 && blocks[i + 1] is { IsVerse: true, Blank: > 0 } && i + 2 < blocks.Count && blocks[i + 2] is { IsVerse: true, Blank: 0 };

    // A marked heading, or a line too long for a section's name; a unit's name is the kicker of what follows.
    private static bool IsHeadline(Block block) =>
        block is { IsProse: false, IsTable: false, IsVerse: false, EndsSentence: false, IsUnitLine: false, Header: null, Signature: null, Byline: null or { Strength: < 0.5 } }
        && Shape.Letters(block.Text) >= (block.Level > 0 ? 2 : 8);

    private static IReadOnlyList<string>? Names(Block block, bool marked)
    {
        var tokens = block.Spaced(0, block.Text.Length).Text.Split([' ', '\u3000', '、'], StringSplitOptions.RemoveEmptyEntries);
        // 萧 萧
        if (tokens.Length is 2 or 3 && Array.TrueForAll(tokens, t => t.Length == 1))
        {
            tokens = [string.Concat(tokens)];
        }

        if (tokens.Length == 1)
        {
            // 佩兰 under ## 某公司获奖: subheads of a marked text are marked too.
            var name = tokens[0];
            var free = name.Length is 2 or 3 && !FirstParts.Contains(name) && !Vocabulary.SectionWords.Contains(name);
            return free && (marked || !IsWord(name) && IsNameLike(name)) ? tokens : null;
        }

        if (Array.TrueForAll(tokens, t => t.Length is 2 or 3))
        {
            return tokens.Length <= 5 && !Array.Exists(tokens, IsWord) && Array.Exists(tokens, IsNameLike) ? tokens : null;
        }

        return SpacedNames.Row(string.Join(' ', tokens));
    }

    private static bool IsNameLike(string name) => NameReader.IsName(name) || name.All(Vocabulary.GivenChars.Contains);

    private static bool IsWord(string token) => Vocabulary.NotNames.Contains(token) || !float.IsPositiveInfinity(Lexicon.Shared.Word(token));
}
