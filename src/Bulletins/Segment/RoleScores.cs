using Bulletins.Ingest;

namespace Bulletins.Segment;

/// <summary>How well each role suits a block by what the block shows (<see cref="Block(int)"/>), and how well two roles follow each other (<see cref="Follow"/>). Scores add up over the page.</summary>
internal sealed class RoleScores(IReadOnlyList<Block> blocks, PageContext page)
{
    public const double Never = -1000;

    // What the sizes of a printed headline's lines say.
    private const double SetApart = 2.5;

    public double[] Block(int i)
    {
        var scores = new double[RoleSequence.Count];
        Array.Fill(scores, Never);
        var block = blocks[i];
        if (block.Header is not null)
        {
            scores[(int)Role.Header] = 6;
        }
        else if (block.IsTable)
        {
            scores[(int)Role.Text] = 3;
            scores[(int)Role.Open] = 0;
        }
        else
        {
            Running(i, block, scores);
            if (!block.IsProse || block.Text.Length <= 60)
            {
                Display(i, block, scores);
            }
        }

        return scores;
    }

    private void Running(int i, Block block, double[] scores)
    {
        var final = block.EndsSentence || block.Signature is not null;
        var text = block.IsProse ? 2.2 : final ? 0.9 : block.Level > 0 ? -2.5 : block.Bullet == BulletSort.Number ? 0.6 : -0.6 - Math.Max(0, 12 - block.Text.Length) * 0.08;
        // 综合管理部 / 2023年4月15日: who signs a notice, and when.
        var signsOff = block.IsUnitLine && i + 1 < blocks.Count && IsDateLine(blocks[i + 1]);
        scores[(int)Role.Text] = text + (signsOff ? 3 : 0) + (Islands.IsContact(block.Text) ? 2.5 : 0) + (block.IsSetRight && !block.IsProse ? 3 : 0) + (block.Text.EndsWith('：') && !block.IsProse ? 1.2 : 0) + (IsDateLine(block) ? 1.6 : 0);
        if (!block.IsProse && !final && i + 1 < blocks.Count && blocks[i + 1] is { Bullet: BulletSort.Ornament, Byline: not null, IsProse: false })
        {
            scores[(int)Role.Text] -= 1.5;
        }

        // 问：您怎么看？ 记者：…: what is said.
        scores[(int)Role.Text] += IsSpeech(block.Text) && block.Byline is not { Strength: >= 1 } ? 4 : 0;
        scores[(int)Role.Open] = block.IsProse ? 1.2 + (block.Lead.IsMarker && !IsMarkedItem(block) ? 1 : 0) : final && block.Level == 0 ? -0.6 : -3;
        if (block.Bullet == BulletSort.Ornament && block.Text.Length > 6)
        {
            scores[(int)Role.Item] = block.IsProse || final ? 3.4 : 0.9;
        }
        else if (block.Bullet == BulletSort.Number && block.IsProse)
        {
            scores[(int)Role.Item] = 1.4;
        }

        scores[(int)Role.Caption] = IsCaption(i, block) ? 4.2 : Never;
        if (block.IsVerse)
        {
            scores[(int)Role.Verse] = 2.4;
        }

        // A line that only credits.
        if (block.Byline is { } byline && !block.IsProse)
        {
            scores[(int)Role.Credit] = -0.4 + (3 * byline.Strength) - (block.Bullet == BulletSort.Ornament ? 1.6 : 0);
            scores[(int)Role.Byline] = -0.4 + 3 * byline.Strength;
            scores[(int)Role.BylineAfter] = -0.4 + 3 * byline.Strength;
        }
        else if (block.Signature is { TextEnd: 0 })
        {
            scores[(int)Role.Credit] = 2.6;
        }
    }

    // ◇本报讯 …, ◇本报讯 …: items of a round-up, though a marker opens each.
    private bool IsMarkedItem(Block block) => block.Bullet == BulletSort.Ornament && page.Items >= 2;

    private static bool IsSpeech(string text) =>
        text.Length > 4 && (text.StartsWith("问：", StringComparison.Ordinal) || text.StartsWith("答：", StringComparison.Ordinal) || text.StartsWith("记者：", StringComparison.Ordinal) || text.StartsWith("主持人：", StringComparison.Ordinal));

    private static bool IsDateLine(Block block) =>
        block.Text.Length <= 24 && DateReader.Date(block.Text) is { } date && date.Length >= Shape.Squeeze(block.Text).Length - 2;

    private bool IsCaption(int i, Block block)
    {
        var text = block.Text;
        if (text.Length > 330)
        {
            return false;
        }

        var last = text.AsSpan(Math.Max(0, text.Length - 120));
        var shown = text.StartsWith('图') && text.Length > 3 && (char.IsAsciiDigit(text[1]) || "①②③④⑤⑥一二三四五六".Contains(text[1])) && text.AsSpan(0, 5).IndexOfAny("：: 、") > 0 || text.StartsWith("图为", StringComparison.Ordinal) || text.StartsWith("上图", StringComparison.Ordinal) || text.StartsWith("左图", StringComparison.Ordinal)
            || text.StartsWith("右图", StringComparison.Ordinal) || text.StartsWith("下图", StringComparison.Ordinal) || last.IndexOf("。图为") >= 0 || last.IndexOf("（图为") >= 0
            || last.IndexOf("！图为") >= 0 || last.IndexOf("。 图为") >= 0;
        var credited = block.Signature is { HasPhotographer: true } s && s.Bylines.All(b => b.Role == BylineRole.Photographer) && block.IsProse;
        return shown && (block.IsProse || !block.EndsSentence || text.Length < 60) || credited || block.IsProse && page.NextIsCredit(i) && block.Signature is null;
    }

    private void Display(int i, Block block, double[] scores)
    {
        var text = block.Plain;
        var length = text.Length;
        var bracketed = length > 2 && text[0] is '【' or '〖' or '［' or '[' && text[^1] is '】' or '〗' or '］' or ']';
        var stop = text.Length > 0 && text[^1] is '。' or '，' or '、' or '；' or '：' or ',';
        var penalty = (block.IsProse ? 2.5 : 0) + (stop ? 2.5 : 0) + (block.Bullet == BulletSort.Ornament ? block.EndsSentence ? 3 : 0.2 : 0) + (IsDateLine(block) || block.IsUnitLine && i + 1 < blocks.Count && IsDateLine(blocks[i + 1]) ? 3 : 0) + (block.IsSetRight ? 2 : 0) + (block.Signature is not null ? 2 : 0) + (block.IsVerse ? i > 0 && blocks[i - 1].IsVerse && !page.IsDressed(i) ? 2.2 : 0.6 : 0) + (block.Byline is { Strength: >= 0.5 } b ? 2.4 * b.Strength : 0);
        var size = length is >= 6 and <= 34 ? 0.4 : length is >= 2 and <= 52 ? 0 : length == 1 ? -0.7 : -2;
        var lean = page.LeanBack(i);
        var level = block.Level;
        var mark = level switch { 0 => 0, 1 => 0.9, 2 => 0.8, 3 => 0.2, _ => -0.3 } + (block.Bold ? 0.3 : 0);
        var dash = text.StartsWith("——", StringComparison.Ordinal) || text.StartsWith("--", StringComparison.Ordinal) || text.StartsWith('—');
        var named = SectionNames.Score(text);
        var labelled = block.KindLabel is "notice" || KindReader.Labelled(text) == ArticleKind.Notice ? 1.6 : 0;
        var head = 1 + labelled - (named * 0.7) + size + mark + (block.IsLetterSpaced ? 0.7 : 0) - (bracketed ? 1.6 : 0) - (block.IsUnitLine ? 1.1 : 0) - penalty + page.LevelLean(level) * 0.7;
        head -= dash ? 2.5 : 0;
        head += block.IsRunIn ? 4 : 0;
        head += block.IsTitle ? 5 : block.IsBelowTitle ? -4 : 0;
        head -= block.SetAs is MarkupKind.Kicker or MarkupKind.Subtitle ? SetApart : 0;
        // 一, （二）, 3: the number of a part.
        var numeral = IsNumeral(text);
        head -= numeral ? 3 : 0;
        var heading = page.IsOverBullets(i) ? 2.5 : 0;
        head -= heading;
        scores[(int)Role.Head] = head - 2.2 * Math.Max(0, lean);
        scores[(int)Role.HeadAfter] = head + 2.2 * Math.Min(0, lean) - (level > 0 ? 1.5 : 0) - (labelled * 2);
        var kicker = 0.5 - heading + (block.IsUnitLine ? 1.6 : 0) - (level > 0 ? 1 : 0) - (bracketed ? 1 : 0) - (block.IsLetterSpaced ? 0.6 : 0) - penalty - (length > 44 ? 1.5 : 0) - (!block.IsUnitLine && length <= 6 ? 0.8 : 0) - named * 0.4 - (IsSentence(text) ? 2 : 0) + (block.SetAs == MarkupKind.Kicker ? SetApart : 0);
        scores[(int)Role.Kicker] = kicker - 2.2 * Math.Max(0, lean);
        scores[(int)Role.KickerAfter] = kicker + 2.2 * Math.Min(0, lean) - (level > 0 ? 1 : 0);
        var sub = (dash ? 2.6 : -0.8) + (text.StartsWith('记') ? 0.3 : 0) - penalty - (length > 60 ? 1 : 0) + (block.SetAs == MarkupKind.Subtitle ? SetApart : 0);
        scores[(int)Role.Sub] = sub;
        scores[(int)Role.SubAfter] = sub + (dash || length <= 6 ? 0 : 0.5);
        var section = 0.1 - (block.SetAs == MarkupKind.Subtitle ? SetApart : 0) - labelled + (bracketed ? 1.5 : 0) + (named * 1.2) + (level == 1 ? 0.5 : level > 1 ? 0.2 : 0) + (length <= 10 ? 0.5 : length <= 16 ? 0 : -0.5) - (block.IsUnitLine ? 0.7 : 0) - penalty;
        section -= numeral ? 3 : heading > 0 ? -1 : 0;
        // The page's articles have kickers: so has the first one.
        section -= i == 0 && page.Kickers >= 2 && named == 0 && !bracketed && level == 0 ? 0.8 : 0;
        if (page.IsOverItems(i))
        {
            section += 1.8;
            scores[(int)Role.Head] -= 1.8;
        }

        scores[(int)Role.Section] = section - (bracketed || named > 0 || level > 0 || block.Bold || block.Bullet != BulletSort.None || i == 0 ? 0 : 0.8);
        scores[(int)Role.SectionAfter] = section - 0.4 - (level > 0 ? 2 : 0) - (length > 6 && !bracketed && named == 0 ? 0.9 : 0);
        var ordinal = block.Bullet == BulletSort.Number;
        if (ordinal && !block.IsProse && (i > 0 && blocks[i - 1] is { Bullet: BulletSort.Number, IsProse: false } || i + 1 < blocks.Count && blocks[i + 1] is { Bullet: BulletSort.Number, IsProse: false }))
        {
            // 1. … 2. …: lines of a list, not headings over nothing.
            scores[(int)Role.Text] += 2.2;
        }

        scores[(int)Role.Subhead] = (numeral ? 1.5 : 0) + 1 + size * 0.5 + (level >= 3 ? 0.8 : level > 0 ? 0.4 : 0) + (ordinal ? 0.8 : 0) - (block.IsLetterSpaced ? 0.7 : 0) - (block.IsUnitLine ? 0.6 : 0) - (bracketed ? 0.4 : 0) - labelled - penalty - page.LevelLean(level) * 0.7 - page.Strangeness(i) - page.Rank(i) - heading - (block.SetAs == MarkupKind.Headline ? 1.4 * SetApart : 0);
    }

    // 截至目前，已完成三十六项 | “我们一定把这件事办好，让大家满意” | 一年来创下新高。季禾: a sentence that lacks its stop, no kicker.
    private static bool IsSentence(string text) =>
        text.AsSpan().IndexOf('。') >= 0 || text.AsSpan().IndexOf('，') >= 0 && (Continuations.IsOpener(text) || text[0] == '“' && text.AsSpan().IndexOf('”') == text.Length - 1);

    private static bool IsNumeral(string text) =>
        text.Length <= 4 && text.AsSpan().Trim("（）()、. ").IndexOfAnyExcept("一二三四五六七八九十0123456789ⅠⅡⅢⅣⅤ") < 0;

    /// <summary>How well a role follows another, given what the two blocks show.</summary>
    public double Follow(Role from, Role to, int i)
    {
        var before = blocks[i - 1];
        var block = blocks[i];
        var signed = before.Signature is not null || from is Role.Credit;
        var table = RoleSequence.Table[(int)from, (int)to];
        if (table <= Never)
        {
            return Never;
        }

        var score = table;
        if (block.StartsPage && (IsBehind(to) || to == Role.Credit || from is Role.Kicker or Role.Head or Role.Sub or Role.Byline or Role.Section))
        {
            score -= 4;
        }

        // A byline opens an article only where another one has just ended, and a headline follows it.
        if (to == Role.Byline && InBody(from) && (i + 1 >= blocks.Count || blocks[i + 1].IsProse && !blocks[i].Byline!.Bylines.Any(b => b.Role is BylineRole.Reporter or BylineRole.Correspondent)))
        {
            return Never;
        }

        if (from == Role.Byline && to is Role.Head or Role.Kicker && i > 1 && !(blocks[i - 2].IsProse || blocks[i - 2].EndsSentence || blocks[i - 2].Byline is not null))
        {
            return Never;
        }

        // A heading with a gap above, where the parts of an article have none.
        score -= to is Role.Subhead or Role.Text && InBody(from) && before.IsProse && !block.IsProse && !block.EndsSentence && block.Blank > 0 && page.GapsTellHeadings ? 3 : 0;
        if (page.IsParted(i))
        {
            score += to is Role.Text or Role.Subhead or Role.Credit || IsBehind(to) ? -2.5 : InBody(from) ? 1.2 : IsBehind(from) ? 0 : -1.5;
        }

        switch (to)
        {
            case Role.Text:
                score -= InBody(from) && signed ? 3 : 0;
                score -= InBody(from) && block.Lead.IsMarker ? 4 : 0;
                score += from is Role.Head or Role.Byline or Role.Header && block.Lead.IsMarker && !IsMarkedItem(block) ? 2.6 : 0;
                score -= from == Role.Item && block.Bullet == BulletSort.Number ? 2.5 : 0;
                score -= from is Role.Head or Role.Sub or Role.Subhead && page.IsBulletin && block.Bullet == BulletSort.Ornament ? 3 : 0;
                score += before.Text.EndsWith('：') && block.Byline is not null ? 4 : 0;
                score += before.Text.EndsWith('：') && !block.IsProse ? 1 : 0;
                break;
            case Role.Open:
                // Where paragraphs stand close together, a gap parts two pieces.
                score += InBody(from) && block.Blank > 0 && before is { IsProse: true, Blank: 0 } ? 1.5 : 0;
                score += InBody(from) && !signed && page.BecomesEssay(i) ? 2.4 : 0;
                score += block.Lead.IsMarker && !IsMarkedItem(block) ? 2.2 : signed ? 0.4 : InBody(from) ? -2.5 : 0;
                score += from == Role.Section ? Math.Max(SectionNames.IsRoundUp(before.Plain) ? 1.2 : 0, SectionNames.Score(before.Plain) * 0.5) : 0;
                score -= block.Lead.IsAgain && !InBody(from) && from != Role.Credit ? 1 : 0;
                break;
            case Role.Subhead:
                score -= InBody(from) && signed ? 3 : 0;
                score -= InBody(from) && IsOverPicture(i) ? block.Level > 0 ? 2 : 1 : 0;
                // A heading over a report's first words is a headline.
                score -= InBody(from) && i + 1 < blocks.Count && (blocks[i + 1].Lead.IsMarker || blocks[i + 1].Lead.Bylines.Count > 0) ? 3 : i + 1 < blocks.Count && block.Level == 0 && blocks[i + 1].IsNews && page.NewsUnderHeads >= 2 ? 1.4 : 0;
                break;
            case Role.Head or Role.Kicker or Role.Section:
                // Lines set close together are not parted.
                score -= from is Role.HeadAfter or Role.KickerAfter or Role.SectionAfter && block.Blank == 0 && block.Level == 0 ? 1.5 : 0;
                score -= to == Role.Section && from == Role.Section && block.Blank == 0 ? 1 : 0;
                score += InBody(from) && signed ? 0.6 : InBody(from) && from is not (Role.Caption or Role.Verse) ? page.IsBulletin && to == Role.Section ? 0 : page.Rank(i) > 0 || IsNotice(block) || IsOverPicture(i) && block.Level > 0 ? -0.3 : IsOverPicture(i) ? -0.6 : -1.1 : 0;
                score -= to == Role.Head && InBody(from) && !signed && from is not (Role.Caption or Role.Verse or Role.Item) && page.ArticlesAreCredited && !page.IsDressed(i) && page.Rank(i) == 0 && !(block.Level > 0 && IsOverPicture(i)) && block.KindLabel is null ? 1 : 0;
                score += to == Role.Head && i + 1 < blocks.Count && blocks[i + 1].IsNews && block.Level == 0 && page.NewsUnderHeads >= 2 ? 0.8 : 0;
                score += to == Role.Head && before.Level > 0 && block.Level > 0 && before.Level != block.Level ? OfTwoLevels(from, before.Level > block.Level) : 0;
                score += to == Role.Head && from == Role.Head ? Lines(before, block) : 0;
                score += to == Role.Head && from == Role.Kicker ? KickerLine(before, block) : 0;
                break;
            case Role.HeadAfter or Role.KickerAfter:
                score += to == Role.HeadAfter && from == Role.HeadAfter ? Lines(before, block) : 0;
                score += to == Role.HeadAfter && from == Role.KickerAfter ? KickerLine(before, block) : 0;
                score += InBody(from) && signed ? 0.5 : InBody(from) && from is not (Role.Caption or Role.Verse) && !page.IsCreditedAbove(i) ? -0.7 : 0;
                break;
            case Role.Item:
                score -= block.Bullet == BulletSort.Number && from is Role.Text or Role.Open or Role.Subhead ? 3 : 0;
                score += from == Role.Item && before.Bullet == block.Bullet ? 0.6 : 0;
                score -= from == Role.Section && !block.IsProse && !block.EndsSentence ? 1.2 : 0;
                break;
            case Role.SubAfter:
                score -= IsPictureAbove(i) ? 2.5 : 0;
                break;
            case Role.Credit or Role.Byline or Role.BylineAfter:
                score -= to == Role.BylineAfter && IsSignedAbove(i) ? 1.5 : 0;
                score -= to == Role.Credit && page.IsCreditedAbove(i) ? 1 : 0;
                score -= to == Role.BylineAfter && i + 1 < blocks.Count && blocks[i + 1].IsVerse && IsSignedAbove(i) ? 1.5 : 0;
                score -= to == Role.Credit && before.Signature is { Bylines.Count: > 0 } && block.Byline is { HasPhotographer: false } ? 2.2 : 0;
                score -= from == Role.Credit && to == Role.Credit && before.Byline is { HasPhotographer: true } && block.Byline is { HasPhotographer: false } ? 1.5 : 0;
                score -= before.Text.EndsWith('：') ? 4 : 0;
                score -= from is Role.Byline or Role.BylineAfter && (block.Bullet == BulletSort.Ornament || before.Bullet == BulletSort.Ornament) ? 2 : 0;
                break;
        }

        return score;
    }

    /// <summary>How well a role begins a page.</summary>
    public static double Begin(Role role) => role switch
    {
        Role.Section => -0.4,
        Role.Kicker or Role.Head or Role.Item or Role.Caption or Role.Verse => 0,
        Role.Open => -0.3,
        Role.Header => -1,
        Role.Text => -2,
        Role.Byline => -1.2,
        _ => Never,
    };

    /// <summary>How well a role ends a page.</summary>
    public static double End(Role role) => role switch
    {
        Role.Section or Role.Kicker or Role.Sub => -4,
        Role.Head or Role.Byline or Role.Subhead or Role.Header => -2.5,
        Role.KickerAfter => -4,
        _ => 0,
    };

    // A picture's headline has no subtitle.
    private bool IsPictureAbove(int i)
    {
        var k = i - 1;
        while (k > 0 && i - k < 5 && blocks[k] is { IsProse: false, Byline: null, Signature: null })
        {
            k--;
        }

        return blocks[k] is { Byline.HasPhotographer: true } or { Signature.HasPhotographer: true };
    }

    // A body that a signature ends needs no byline behind its headline.
    private bool IsSignedAbove(int i)
    {
        var k = i - 1;
        while (k > 0 && i - k < 5 && !blocks[k].IsProse && blocks[k].Signature is null)
        {
            k--;
        }

        return blocks[k].Signature is not null;
    }

    private static bool IsBehind(Role role) => role is Role.KickerAfter or Role.HeadAfter or Role.SubAfter or Role.BylineAfter or Role.SectionAfter;

    private static bool InBody(Role role) => role is Role.Open or Role.Text or Role.Subhead or Role.Item or Role.Credit or Role.Caption or Role.Verse;

    // ### above ##: the kicker of the headline; # above ##: a column's name.
    private static double OfTwoLevels(Role from, bool deeperFirst) => from switch
    {
        Role.Kicker => deeperFirst ? 2 : -2.5,
        Role.Section => deeperFirst ? -1.5 : 0.6,
        _ => 0,
    };

    private static bool IsNotice(Block block) => block.KindLabel == "notice" || KindReader.Labelled(block.Plain) == ArticleKind.Notice;

    private bool IsOverPicture(int i) => i + 1 < blocks.Count && blocks[i + 1].IsProse && IsCaption(i + 1, blocks[i + 1]);

    // Two lines of one headline: set close together, of like length or with a quote open between them.
    private double Lines(Block first, Block second)
    {
        if (!Shape.IsBalanced(first.Text))
        {
            return 2;
        }

        // 某会议召开 / 学 党 史 办 实 事: two sizes of type are two lines.
        if (first.IsLetterSpaced != second.IsLetterSpaced || first.IsUnitLine && !IsSubject(first, second))
        {
            return -1.5;
        }

        if (first.Level != second.Level)
        {
            return -2.5;
        }

        if (DisplayText.GoesOn(first, second) || second.Blank == 0 && first.Text[^1] == '：')
        {
            return 1.2;
        }

        var close = second.Blank == 0;
        return close && first.Text.Length == second.Text.Length ? 1.1 : close && IsParallel(first, second) ? 0.9 : close && first.Level > 0 ? 0.4 : close ? -0.4 : -1.3;
    }

    // 开足马力抢工期 / 全力冲刺“双过半”: as many words, whatever the marks between them.
    private static bool IsParallel(Block first, Block second) =>
        Math.Abs(Shape.Letters(first.Text) - Shape.Letters(second.Text)) <= 1 && first.IsLetterSpaced == second.IsLetterSpaced && first.Text.Contains(' ', StringComparison.Ordinal) == second.Text.Contains(' ', StringComparison.Ordinal);

    private double KickerLine(Block first, Block second) =>
        first.IsUnitLine ? IsSubject(first, second) ? -1.8 : 0.4 : second.Blank == 0 && first.Text.Length == second.Text.Length && first.Level == second.Level ? -0.6 : 0;

    // 抽水蓄能电站 / 主体工程开工: a work whose name is the first line of its headline. Several units, or one on a page whose
    // headlines have a unit's name above them, are a kicker.
    private bool IsSubject(Block first, Block second) =>
        second.Blank == 0 && !(DisplayText.IsActor(first.Text) && !DisplayText.IsDeed(second.Text)) && !first.Text.Contains(' ', StringComparison.Ordinal) && !second.Text.Contains(' ', StringComparison.Ordinal) && second.Text.Length <= first.Text.Length + 2
        && (!page.HasUnitKickers || first.Text.EndsWith("站", StringComparison.Ordinal) || first.Text.EndsWith("基地", StringComparison.Ordinal) || first.Text.EndsWith("园", StringComparison.Ordinal));
}
