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

        // 供稿：江南集团融媒体中心: a unit hands it in.
        if (text.Length <= 60 && Supplied().Match(text) is { Success: true } supplied && UnitReader.IsUnit(supplied.Groups["unit"].Value.TrimEnd('）', ')')) && BylineReader.Read(text) is null)
        {
            return new WebHeader(0, [new Byline(BylineRole.Source, supplied.Groups["unit"].Value)], false);
        }

        if (text.Length <= 60 && (Paper(text) ?? Behind(text) ?? Dated(text)) is { } printed)
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

        // 2019年6月11日  编辑：季禾: a bare date ahead makes any label a header's.
        var dateAhead = labels.Count == 1 && text.Length <= 30 && text.AsSpan().IndexOfAny('期', '版', '话') < 0 && DateReader.Date(text[..labels[0].At]) is { } ahead && Shape.Letters(text[..labels[0].At].Remove(ahead.Start, ahead.Length)) == 0;
        if (labels.Count == 0 || !dateAhead && !labels.Exists(l => l.Class == "ignore" || l.Label is "发布人" or "发布部门" or "发布单位" or "发布者" or "来源于" || l.Label.EndsWith("来源", StringComparison.Ordinal)))
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
        var dated = DateReader.Date(title) is { } date && Shape.HanCount(title.Remove(date.Start, date.Length)) == 0;
        return new WebHeader(dated ? 0 : title.Length, bylines, dated || labels.Exists(l => l.Class == "ignore"));
    }

    // 原创 次仁 高原公路养护之声 2023-12-05 18:30 发表于雪域: a post of a public account.
    [GeneratedRegex(@"^(?:原创\s+)?(?:(?<who>\S{2,4})\s+)?(?<account>[^\s\d]{2,20})\s+\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*发表于\s*\S+)?$")]
    private static partial Regex Posted();

    // 《江城晚报》（2012年12月15日 07版）: where an article was printed.
    [GeneratedRegex(@"^(?:(?:作者|来源)\s*[：:]\s*)?《\s*(?<paper>[^《》]{2,14}?)\s*》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日[^）)。，]{0,16}[）)]$")]
    private static partial Regex PaperLine();

    // 2020年11月23日 10:42 江城网 作者 季禾: a line that begins with a date and a time.
    [GeneratedRegex(@"^(?:发布时间[:：]?\s*)?\d{4}(?:年|-|/|\.)\d{1,2}(?:月|-|/|\.)\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?::\d{2})?(?<rest>[^。！？；]*)$")]
    private static partial Regex DatedLine();

    [GeneratedRegex(@"^(?:供稿|供稿单位|来稿单位|供图)\s*[：:]\s*(?<unit>[^，。；：:]{4,40})$")]
    private static partial Regex Supplied();

    // 江城观察 | 来源, 季小禾 | 作者: the label behind its bar.
    [GeneratedRegex(@"^(?<who>[^|｜丨。，：:]{2,20}?)\s*[|｜丨]\s*(?<label>来源|作者|编辑|责编|撰文|摄影|记者)$")]
    private static partial Regex LabelBehind();

    // A day, or a day with its time, anywhere in a line: 高铁 2023-06-09 18:30 12浏览.
    [GeneratedRegex(@"(?:\d{4}(?:年|-|/|\.)\d{1,2}(?:月|-|/|\.)\d{1,2}日?(?:\s*星期[一二三四五六日天])?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?|\d{1,2}\.\d{1,2}\.\d{4}\s+\d{1,2}[:：]\d{2})")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"https?://\S+|www\.\S+|[\[【（(][^\[\]【】（）()]{0,8}[\]】）)]|\d+\s*(?:次?浏览|次?阅读|评论|人气|点击)|[\[【]\s*打印")]
    private static partial Regex Noise();

    /// <summary>A line of day, site, column and counters that follows no one form; only for lines between a web page's trail and its text.</summary>
    public static WebHeader? Loose(string text)
    {
        if (text.Length > 160 || Shape.EndsSentence(text) || Stamp().Match(text) is not { Success: true } stamp)
        {
            return null;
        }

        var rest = Noise().Replace(string.Concat(text.AsSpan(0, stamp.Index), " ", text.AsSpan(stamp.Index + stamp.Length)), " ").Trim(' ', '\u3000', '|', '｜', '/', '-', '[', ']', '【', '】');
        var credits = new List<Byline>();
        var first = 0;
        while (first < rest.Length && (rest[first] is not ('：' or ':') || LabelBefore(rest, first) is null))
        {
            first++;
        }

        var front = first < rest.Length ? rest[..(first - LabelBefore(rest, first)!.Length)] : rest;
        if (first < rest.Length)
        {
            credits.AddRange(Read(rest[front.Length..] + " 时间：")?.Bylines ?? []);
        }

        if (stamp.Index > 0 && stamp.Value.AsSpan().IndexOfAny(':', '：') < 0 && first >= rest.Length && UnitReader.IsMedium(front) && front.Length <= 12)
        {
            // 江城日报 2023年06月09日 under a title.
            return new WebHeader(0, [new Byline(BylineRole.Source, front)], true);
        }

        foreach (var token in front.Split([' ', '\u3000', '|', '｜'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (UnitReader.IsMedium(token) && token.Length is >= 3 and <= 12)
            {
                credits.Insert(0, new Byline(BylineRole.Source, token));
            }
            else if (token.Length > 8 || Shape.HanCount(token) > 0 && stamp.Index > 0 && !WebWords.IsFrame(token) && token.Length > 6)
            {
                return null;
            }
        }

        return first < rest.Length || stamp.Value.AsSpan().IndexOfAny(':', '：') > 0 ? new WebHeader(0, credits, true) : null;
    }

    private static WebHeader? Behind(string text)
    {
        if (LabelBehind().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var credits = new List<Byline>();
        Credit(Vocabulary.WebLabels.GetValueOrDefault(match.Groups["label"].Value, "person"), match.Groups["label"].Value, match.Groups["who"].Value.Trim(), credits);
        return credits.Count > 0 ? new WebHeader(0, credits, true) : null;
    }

    [GeneratedRegex(@"^据《(?<paper>[^《》]{2,14})》(?:消息|报道|讯)?$")]
    private static partial Regex According();

    private static WebHeader? Paper(string text) =>
        According().Match(text) is { Success: true } by ? new WebHeader(0, [new Byline(BylineRole.Source, by.Groups["paper"].Value)], true) :
        PaperLine().Match(text) is { Success: true } match ? new WebHeader(0, [new Byline(BylineRole.Source, match.Groups["paper"].Value)], true) : null;

    private static WebHeader? Dated(string text)
    {
        if (DatedLine().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var credits = new List<Byline>();
        var rest = match.Groups["rest"].Value.Trim(' ', '\u3000', '|', '｜', '-');
        // 2023-06-09 18:30来源：江城网作者：季禾: two labels are read as labels.
        if (rest.Count(c => c is '：' or ':') >= 2)
        {
            return null;
        }

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
    [GeneratedRegex(@"\s*(?:发布于|发表于|(?:点击数?|浏览|阅读)\s*\d|\d{4}[-/年.]\d{1,2}).*$")]
    private static partial Regex Published();

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
        value = Published().Replace(value, "");
        if (value.Length is < 2 or > 60 || kind == "ignore")
        {
            return;
        }

        if (kind == "source")
        {
            // 《江城日报》 江南新闻网: each is a source.
            var tokens = value.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var source in tokens.Length is 2 or 3 && Array.TrueForAll(tokens, UnitReader.IsMedium) ? tokens : [value])
            {
                bylines.Add(new Byline(BylineRole.Source, source is ['《', .., '》'] ? source.Trim('《', '》') : source));
            }
        }
        else if (BylineReader.Read(label.StartsWith("发布", StringComparison.Ordinal) ? value : label + " " + value) is { } reading)
        {
            bylines.AddRange(kind == "editor" || label.StartsWith("发布", StringComparison.Ordinal)
                ? reading.Bylines.Select(b => b with { Role = BylineRole.Editor })
                : reading.Bylines);
        }
        else if (kind == "editor")
        {
            // 责任编辑：admin is nobody; 编辑：zyj and 编辑：新区管委会 are somebody.
            if (value is not ("admin" or "管理员" or "Admin" or "系统管理员" or "本站" or "佚名"))
            {
                bylines.Add(new Byline(BylineRole.Editor, value));
            }
        }
        else if (value.AsSpan().IndexOfAny("0123456789") < 0)
        {
            // 作者：J晨光: a pen name is no unit.
            bylines.Add(new Byline(label is "作者" or "撰文" && value.Length <= 6 && char.IsAsciiLetter(value[0]) && !UnitReader.IsUnit(value) ? BylineRole.Author : BylineRole.Source, value));
        }
    }
}
