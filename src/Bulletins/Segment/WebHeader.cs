using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>The line that a web page prints under, or behind, a title: 标题 来源：X 发布时间：2021-03-05.</summary>
/// <param name="TitleLength">Characters before the first label; 0 where the line holds labels only.</param>
internal sealed partial record WebHeader(int TitleLength, IReadOnlyList<Byline> Bylines, bool IsDated)
{
    /// <summary>Null where a line holds no web label: 来源：… and 发布时间：… are, 摄影：张三 at a caption's end is not by itself.</summary>
    public static WebHeader? Read(string text)
    {
        if (text.Length > 240)
        {
            return null;
        }

        if (text.Length <= 80 && Posted().Match(text) is { Success: true } posted)
        {
            var credits = new List<Byline>();
            if (posted.Groups["who"].Success && BylineReader.Read("作者 " + posted.Groups["who"].Value) is { } who)
            {
                credits.AddRange(who.Bylines);
            }

            credits.Add(new Byline(BylineRole.Source, posted.Groups["account"].Value));
            return new WebHeader(0, credits, true);
        }

        if (text.Length <= 60 && (Paper(text) ?? Dated(text)) is { } printed)
        {
            return printed;
        }

        var labels = new List<(int At, int ValueAt, string Class, string Label)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('：' or ':' or '丨' or '｜' or '│'))
            {
                continue;
            }

            if (LabelBefore(text, i) is { } label && (i - label.Length == 0 || !Shape.IsHan(text[i - label.Length - 1]) || labels.Count > 0 || label.Length >= 4))
            {
                labels.Add((i - label.Length, i + 1, Vocabulary.WebLabels[label], label));
            }
        }

        if (labels.Count == 0 || !labels.Exists(l => l.Class == "ignore" || l.Label is "来源" or "发布人" or "发布部门" or "发布单位" or "信息来源" or "稿件来源" or "文章来源" or "新闻来源" or "发布者"))
        {
            return null;
        }

        var title = text[..labels[0].At].TrimEnd(' ', '\u3000', '[', '【', '（', '(');
        // A sentence with a label inside (能量来源：太阳能。) is no header.
        if (title.Length > 60 || title.AsSpan().IndexOfAny('。', '；') >= 0 || Shape.EndsSentence(text) && text.Length > 60)
        {
            return null;
        }

        var bylines = new List<Byline>();
        for (var k = 0; k < labels.Count; k++)
        {
            var end = k + 1 < labels.Count ? labels[k + 1].At : text.Length;
            var value = text[labels[k].ValueAt..end].Trim(' ', '\u3000', '|', '｜', '丨', '│', '[', ']', '【', '】', '-', '—', '/', '　', '（', '）', '(', ')');
            Credit(labels[k].Class, labels[k].Label, value, bylines);
        }

        // 2024-06-14 来源：江城日报: the words ahead are the date, not a title.
        var dated = DateReader.Date(title) is { } date && Shape.Letters(title.Remove(date.Start, date.Length)) == 0;
        return new WebHeader(dated ? 0 : title.Length, bylines, dated || labels.Exists(l => l.Class == "ignore"));
    }

    // 原创 次仁 高原公路养护之声 2023-12-05 18:30 发表于雪域: a post of a public account.
    [GeneratedRegex(@"^(?:原创\s+)?(?:(?<who>\S{2,4})\s+)?(?<account>[^\s\d]{2,20})\s+\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*发表于\s*\S+)?$")]
    private static partial Regex Posted();

    // 《江城晚报》（2012年12月15日 07版）: where an article was printed.
    [GeneratedRegex(@"^《\s*(?<paper>[^《》]{2,14}?)\s*》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日[^）)。，]{0,16}[）)]$")]
    private static partial Regex PaperLine();

    // 2020年11月23日 10:42 江城网 作者 季禾: a line that begins with a date and a time.
    [GeneratedRegex(@"^(?:发布时间[:：]?\s*)?\d{4}(?:年|-|/|\.)\d{1,2}(?:月|-|/|\.)\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?::\d{2})?(?<rest>[^。！？；]*)$")]
    private static partial Regex DatedLine();

    private static WebHeader? Paper(string text) =>
        PaperLine().Match(text) is { Success: true } match ? new WebHeader(0, [new Byline(BylineRole.Source, match.Groups["paper"].Value)], true) : null;

    private static WebHeader? Dated(string text)
    {
        if (DatedLine().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var credits = new List<Byline>();
        var rest = match.Groups["rest"].Value.Trim(' ', '\u3000', '|', '｜', '-');
        var first = rest.Split([' ', '\u3000', '|', '｜'], 2, StringSplitOptions.RemoveEmptyEntries);
        if (first.Length > 0 && first[0].StartsWith("来源", StringComparison.Ordinal) && first[0].Length > 3)
        {
            credits.Add(new Byline(BylineRole.Source, first[0][2..].TrimStart('：', ':')));
        }
        else if (first.Length > 0 && BylineReader.LabelAt(first[0], 0) is null && (UnitReader.IsMedium(first[0]) || UnitReader.IsUnit(first[0])))
        {
            credits.Add(new Byline(BylineRole.Source, first[0]));
        }

        if (first.Length > 1 && BylineReader.LabelAt(first[1], 0) is { } label)
        {
            var who = first[1][label.Length..].Trim(' ', '：', ':');
            credits.AddRange(BylineReader.Read(first[1])?.Bylines ?? (UnitReader.IsMedium(who) ? [new Byline(BylineRole.Author, who)] : []));
        }

        return new WebHeader(0, credits, true);
    }

    // Where a credit's names are over: 季禾 发布于 2016/10/18, 季禾 2016-10-18.
    [GeneratedRegex(@"\s*(?:发布于|发表于|\d{4}[-/年.]\d{1,2}).*$")]
    private static partial Regex Behind();

    private static string? LabelBefore(string text, int colon)
    {
        for (var n = Math.Min(8, colon); n >= 2; n--)
        {
            var word = text.Substring(colon - n, n);
            if (Vocabulary.WebLabels.ContainsKey(word))
            {
                return word;
            }
        }

        return null;
    }

    private static void Credit(string kind, string label, string value, List<Byline> bylines)
    {
        value = Behind().Replace(value, "");
        if (value.Length is < 2 or > 60 || kind == "ignore")
        {
            return;
        }

        if (kind == "source")
        {
            bylines.Add(new Byline(BylineRole.Source, value.Trim('《', '》')));
        }
        else if (BylineReader.Read(label.StartsWith("发布", StringComparison.Ordinal) ? value : label + " " + value) is { } reading)
        {
            bylines.AddRange(kind == "editor" || label.StartsWith("发布", StringComparison.Ordinal)
                ? reading.Bylines.Select(b => b with { Role = BylineRole.Editor })
                : reading.Bylines);
        }
        else if (value.AsSpan().IndexOfAny("0123456789") < 0)
        {
            bylines.Add(new Byline(BylineRole.Source, value));
        }
    }
}
