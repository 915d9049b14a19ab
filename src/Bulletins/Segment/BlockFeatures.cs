using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Fills in what each block's words say by themselves: markers, signatures, bylines, bullets, kinds.</summary>
internal static partial class BlockFeatures
{
    [GeneratedRegex(@"^[【〖\[［《〈]?(?<label>[\p{IsCJKUnifiedIdeographs}/]{1,8})[】〗\]］》〉]?[：:]?$")]
    private static partial Regex Label();

    // 9月23日，… | 近日，…
    [GeneratedRegex(@"^(?:\d{1,2}月\d{1,2}日(?!电)|近日|日前|近期|连日来|\d{1,2}月[上中下]旬)")]
    private static partial Regex News();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();

    public static void Describe(List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Describe(block);
        }

        VerseFinder.Mark(blocks);
        NamesByPlace.Mark(blocks);
    }

    public static void Describe(Block block)
    {
        var text = block.Text;
        (block.Bullet, block.MarkLength) = Bullets.Read(text);
        if (block.IsMarkedItem && block.Bullet == BulletSort.None)
        {
            block.Bullet = BulletSort.Ornament;
        }

        if (block.IsTable)
        {
            return;
        }

        var letters = Shape.Letters(text);
        var comma = text.AsSpan().IndexOfAny('，', '。', '；') >= 0;
        var final = block.EndsSentence;
        block.Lead = Lead(block);
        var signed = SignatureOrNull(block, text, final);
        block.IsProse = block.Level == 0 && !block.IsLetterSpaced
            && (block.IsWrapped && (comma || final || letters >= 32) || letters >= 46 || final && (letters >= 24 || comma) || comma && letters >= 30 || block.Lead.IsMarker && letters > 20 || signed is { TextEnd: > 12 });
        block.IsNews = block.IsProse && News().IsMatch(text);
        if (text.Length <= 90 && !final && !(block.Lead is { IsMarker: true, Bylines.Count: > 0 } && block.Lead.Length < text.Length))
        {
            block.Byline = BylineReader.Read(block.Spaced(0, text.Length).Text, alone: true);
            if (block.Byline is null && text.Length <= 40 && text.Contains("  ", StringComparison.Ordinal) && BylineReader.LabelAt(text, 0) is { Length: > 1 })
            {
                // 记者  季  禾: set apart by several spaces.
                block.Byline = BylineReader.Read(Spaces().Replace(text, " "), alone: true);
            }

            block.IsUnitLine = UnitReader.IsUnitLine(text);
            var heading = block.Level > 0 || text[0] is '【' or '〖';
            if (heading && block.Byline is { Strength: < 1 } || heading && text.Length < 8 && SectionNames.IsListed(Shape.Squeeze(text)))
            {
                // ## 简 讯, 【基层】: what is marked as a heading is no name.
                block.Byline = null;
            }
        }

        if (block.Level == 0 && (block.Byline is null || block.Byline.Strength < 0.5))
        {
            block.Signature = signed ?? Signature(block);
        }

        block.Header ??= WebHeader.Read(text);
        if (block.Header is not null)
        {
            block.IsProse = false;
            block.Byline = null;
        }

        block.KindLabel = KindLabel(text);
    }

    // A short line that a signature ends is a report of one sentence, not a heading.
    private static Signature? SignatureOrNull(Block block, string text, bool final) =>
        !final && text.Length is > 14 and <= 200 && text[^1] is '）' or ')' or ']' ? Signature(block) : null;

    /// <summary>The signature at a block's end, read with the spaces of the source.</summary>
    public static Signature? Signature(Block block)
    {
        var from = Math.Max(0, block.Text.Length - 160);
        var (tail, places) = block.Spaced(from, block.Text.Length);
        var read = SignatureReader.Read(tail, block.Text, from > 0);
        if (block.Text[^1] is '）' or ')' && block.Spaced(from, block.Text.Length, breaks: true) is var broken && broken.Text.LastIndexOfAny(['（', '(']) is >= 0 and var open
            && tail.LastIndexOfAny(['（', '(']) is >= 0 and var unbroken && broken.Text.Length - open > tail.Length - unbroken
            && SignatureReader.Read(broken.Text, block.Text, from > 0) is { } other && Likeness(other) > Likeness(read))
        {
            (tail, places, read) = (broken.Text, broken.Places, other);
        }

        return read is null ? null : read with { TextEnd = places[read.TextEnd], RestStart = read.RestStart >= tail.Length ? block.Text.Length : places[read.RestStart] };
    }

    // （季禾 庄 / 明远 丁一木）: whether the line's end stands within a name or between two, the names tell.
    private static double Likeness(Signature? read) =>
        read is null ? -1 : read.Bylines.Count == 0 ? 0 : read.Bylines.Min(b => b.Role == BylineRole.Source ? 0.2 : NameReader.Score(b.Name)) - (read.Bylines.Any(b => b.Organization is not null) ? 0.1 : 0);

    private static Lead Lead(Block block)
    {
        var (head, places) = block.Spaced(0, 120);
        var read = LeadReader.Read(head);
        return read.Length == 0 ? read : read with { Length = places[read.Length] };
    }

    /// <summary>编者按, 公益广告, 启事 as a line of its own, bracketed or not; or before the first words of a note (编者按：…).</summary>
    private static string? KindLabel(string text)
    {
        if (Label().Match(Shape.Squeeze(text)) is { Success: true } match && Vocabulary.KindLabels.TryGetValue(match.Groups["label"].Value, out var kind))
        {
            return kind;
        }

        var head = text.AsSpan(0, Math.Min(12, text.Length)).Trim("【〖[［").ToString();
        foreach (var (word, k) in Vocabulary.KindLabels)
        {
            if (k == "editor_note" && head.StartsWith(word, StringComparison.Ordinal) && head.Length > word.Length && head[word.Length] is '：' or ':' or '】' or '〗' or ' ' or '\u3000' or ']' or '］')
            {
                return k;
            }
        }

        return null;
    }
}
