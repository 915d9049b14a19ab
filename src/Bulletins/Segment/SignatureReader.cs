using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>What credits people at a paragraph's end: the paragraph's words end at <see cref="TextEnd"/>, and behind the
/// signature, from <see cref="RestStart"/>, other words may follow on the same line.</summary>
internal sealed record Signature(int TextEnd, int RestStart, IReadOnlyList<Byline> Bylines, bool HasPhotographer);

/// <summary>Finds signatures at a paragraph's end: （季禾）, （厂办 季小禾）, （江城日报）, 摄影 庄明远, 丁一木 摄.</summary>
internal static partial class SignatureReader
{
    private const int Reach = 90;

    /// <summary>Null where nobody is credited: （略）, （见图）, （单位：万元）, （下同） are no signatures, nor is a bracket within a sentence.</summary>
    /// <param name="text">A paragraph's end, spaced as the source spaces it.</param>
    /// <param name="whole">The whole paragraph.</param>
    /// <param name="cut">Whether <paramref name="text"/> is less than the paragraph.</param>
    public static Signature? Read(string text, string whole, bool cut)
    {
        var end = text.AsSpan().TrimEnd().Length;
        return Bracketed(text, end, whole, cut) ?? Labelled(text, end) ?? Shot(text, end);
    }

    /// <summary>Reads the inside of brackets as a signature: names, a unit and names, a medium or a unit.</summary>
    public static IReadOnlyList<Byline>? ReadContent(string content, string? before = null)
    {
        var text = content.Trim().Trim('《', '》');
        if (text.Length is < 2 or > 44 || IsRemark(text))
        {
            return null;
        }

        // （团委 供稿）, （东港船厂供图）: a unit hands it in.
        foreach (var word in (string[])["供稿", "供图", "提供", "整理", "推荐", "选送"])
        {
            var unit = text.EndsWith(word, StringComparison.Ordinal) ? text[..^word.Length].Trim() : "";
            if (unit.Length >= 2 && UnitReader.EndingAt(unit) > 0 && !unit.Contains('由', StringComparison.Ordinal) && !unit.Contains(' ', StringComparison.Ordinal))
            {
                return [new Byline(BylineRole.Source, unit)];
            }
        }

        if (BylineReader.Read($"（{text}）") is { } reading && (reading.Strength >= 0.2 || reading.Bylines[0].Organization is not null))
        {
            return reading.Bylines;
        }

        foreach (var label in (string[])["来源", "据", "转自", "摘自", "选自", "原载", "文据"])
        {
            if (text.StartsWith(label, StringComparison.Ordinal) && text.Length > label.Length + 1)
            {
                return [new Byline(BylineRole.Source, text[label.Length..].Trim(' ', '：', ':', '《', '》', '\u3000'))];
            }
        }

        var plain = text.AsSpan().IndexOfAny("，。；：！？0123456789") < 0;
        var named = UnitReader.IsUnit(text) || Vocabulary.UnitSuffixes.ContainsKey(text) || UnitReader.IsMedium(text) || (before is not null && text.Length >= 3 && before.Contains(text, StringComparison.Ordinal));
        return plain && named && !text.EndsWith("图", StringComparison.Ordinal) ? [new Byline(BylineRole.Source, text)] : null;
    }

    // （作者单位：东港船厂）, （本文作者系某厂职工）: says whose the author is.
    private static string? AuthorsUnit(string content)
    {
        foreach (var label in (string[])["作者单位", "本文作者单位", "作者系", "本文作者系", "作者为", "作者来自"])
        {
            if (content.StartsWith(label, StringComparison.Ordinal) && content.Length > label.Length + 2)
            {
                return content[label.Length..].Trim(' ', '：', ':', '\u3000');
            }
        }

        return null;
    }

    private static bool IsRemark(string text)
    {
        if (Vocabulary.ParenthesisWords.Contains(text))
        {
            return true;
        }

        var colon = text.AsSpan().IndexOfAny('：', ':');
        return (colon > 0 && Vocabulary.ParenthesisWords.Contains(text[..colon]))
            || text.StartsWith("以下简称", StringComparison.Ordinal) || text.StartsWith("下转", StringComparison.Ordinal) || text.StartsWith("上接", StringComparison.Ordinal)
            || text.StartsWith("见", StringComparison.Ordinal) || text.StartsWith("注", StringComparison.Ordinal) || text.StartsWith("详见", StringComparison.Ordinal);
    }

    private static Signature? Bracketed(string text, int end, string whole, bool cut)
    {
        if (end < 4 || text[end - 1] is not ('）' or ')' or ']' or '］' or '】' or '〕'))
        {
            return null;
        }

        var open = text.AsSpan(Math.Max(0, end - 48), end - Math.Max(0, end - 48)).LastIndexOfAny("（([［【〔") + Math.Max(0, end - 48);
        if (open < Math.Max(0, end - 48) || open == 0 && cut)
        {
            return null;
        }

        var textEnd = text.AsSpan(0, open).TrimEnd().Length;
        // A bracket inside the sentence is no signature: the sentence must have ended before it.
        var content = text[(open + 1)..(end - 1)];
        if (textEnd > 0 && !Shape.EndsSentence(text.AsSpan(0, textEnd)))
        {
            // 焊工正在进行管道作业（季小禾 摄）: a caption without a stop, credited to its photographer.
            return textEnd >= 14 && text[open] is '（' or '(' && text[open - 1] is not (' ' or '\u3000') && content.AsSpan().TrimEnd() is [.., '摄'] && BylineReader.Read(content) is { Strength: >= 1, HasPhotographer: true } shot
                ? new Signature(textEnd, end, shot.Bylines, true) : null;
        }

        // 【基层之窗】 names a section; only 【来源：江城日报】 credits.
        if (text[end - 1] == '】' && content.AsSpan().IndexOfAny('：', ':') < 0)
        {
            return null;
        }

        if (Vocabulary.EndMarks.Contains(Shape.Squeeze(content)))
        {
            return new Signature(textEnd, end, [], false);
        }

        if (AuthorsUnit(content) is { } of)
        {
            return new Signature(textEnd, end, [new Byline(BylineRole.Author, "", of)], false);
        }

        // （程序） behind a report: with a common surname a word is a name there; （略）, （完） have been told before.
        if (textEnd >= 12 && content.Length is 2 or 3 && Vocabulary.NotNames.Contains(content) && Vocabulary.Surnames.GetValueOrDefault(content[..1]) == 3 && !IsRemark(content) && !UnitReader.IsUnit(content) && !UnitReader.IsMedium(content))
        {
            return new Signature(textEnd, end, [new Byline(BylineRole.Author, content)], false);
        }

        var bylines = ReadContent(content, whole.Length > 60 ? whole[..60] : whole[..Math.Max(0, whole.Length - content.Length)]);
        return bylines is null ? null : new Signature(textEnd, end, bylines, bylines.Any(b => b.Role == BylineRole.Photographer));
    }

    // …慰问一线职工通讯员 季小禾 摄: a caption without a stop, with label, names and 摄 at its end.
    [GeneratedRegex(@"(?<credit>(?:本报|特约|全媒体)?(?:记者|通讯员)[\s\u3000]*[\p{IsCJKUnifiedIdeographs}]{2,3}(?:[\s\u3000、]+[\p{IsCJKUnifiedIdeographs}]{2,3}){0,2}[\s\u3000]*摄)$")]
    private static partial Regex ShotBy();

    private static Signature? Shot(string text, int end) =>
        end > 18 && text[end - 1] == '摄' && ShotBy().Match(text[Math.Max(0, end - 40)..end]) is { Success: true } match && match.Index > 10
            && BylineReader.Read(match.Groups["credit"].Value) is { Strength: >= 1, HasPhotographer: true } shot
            ? new Signature(Math.Max(0, end - 40) + match.Index, end, shot.Bylines, true) : null;

    // …检修。 摄影 庄明远 | …船台。 季小禾 摄影报道 | …清淤。 摄影报道 丁一木 汛前早准备
    private static Signature? Labelled(string text, int end)
    {
        var from = Math.Max(0, end - Reach);
        var mark = from + text.AsSpan(from, end - from).LastIndexOfAny("。！？”…）");
        if (mark < from || mark == end - 1)
        {
            return null;
        }

        if (!Shape.EndsSentence(text.AsSpan(0, mark + 1)))
        {
            return null;
        }

        var tail = text[(mark + 1)..end];
        // Words may follow the credit: the longest beginning, cut at a space, that is a labelled byline of sure names.
        for (var cut = tail.Length; cut > 2; cut--)
        {
            if ((cut == tail.Length || tail[cut] is ' ' or '\u3000' && !IsInsideRun(tail, cut)) && BylineReader.Read(tail[..cut]) is { Strength: >= 1 } part && part.Bylines.All(b => NameReader.IsName(b.Name)))
            {
                return new Signature(mark + 1, mark + 1 + cut, part.Bylines, part.HasPhotographer);
            }
        }

        // …创新高。 季 禾 庄 明: set-apart names behind the stop; 再 创 佳 绩 is a headline.
        if (char.IsWhiteSpace(tail[0]) && SpacedNames.Row(tail) is { } row)
        {
            return new Signature(mark + 1, end, [.. row.Select(n => new Byline(BylineRole.Author, n))], false);
        }

        return BylineReader.Read(tail) is { } whole && (whole.Strength >= 1 || whole.Strength >= 0.55 && tail.Length > 0 && char.IsWhiteSpace(tail[0]))
            ? new Signature(mark + 1, end, whole.Bylines, whole.HasPhotographer) : null;
    }

    // 摄影报道 季 禾 防 汛 在 行 动: of a run of single characters the first two are the name, the rest is a headline.
    private static bool IsInsideRun(string tail, int cut)
    {
        var behind = cut + 2 <= tail.Length && (cut + 2 == tail.Length || tail[cut + 2] is ' ' or '\u3000');
        var before = 0;
        for (var i = cut; i >= 2 && Shape.IsHan(tail[i - 1]) && tail[i - 2] is ' ' or '\u3000'; i -= 2)
        {
            before++;
        }

        return behind && before > 0 && before != 2;
    }
}
