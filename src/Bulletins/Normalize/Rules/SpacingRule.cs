namespace Bulletins.Normalize.Rules;

/// <summary>Takes out spaces that stand between Chinese words of a sentence.</summary>
public sealed class SpacingRule : NormalizeRule
{
    public override RuleDoc Doc { get; } = new(
        "spacing",
        new RuleText(
            "Spaces in Chinese sentences",
            "Takes out spaces between Chinese characters, beside Chinese punctuation and between Chinese and Latin words of a sentence; joins the two characters of a spaced name (王 芳) where people are credited.",
            "Chinese sentences have no spaces; layout, justification and recognition leave them.",
            "The space that separates a headline's phrases or the lines of a verse, names from one another and from what they are credited with, a report's marker from its text, table cells, wide gaps, and spaces inside foreign words."),
        new RuleText(
            "中文句子里的空格",
            "去掉句中汉字之间、中文标点旁边、汉字与拉丁字母之间的空格；署名处拉开的两字姓名（王 芳）连起来。",
            "中文句子不用空格，空格是排版、对齐或识别留下的。",
            "标题词组之间、诗行之间、人名之间以及人名与职务之间的空格，电头后的空格，表格单元，较宽的空白，外文单词之间的空格。"),
        "全体职工 齐心协力 ， 提前完成了任务。（张 三 李小四）",
        "全体职工齐心协力，提前完成了任务。（张三 李小四）");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        foreach (var (start, end) in TextLines.Of(text))
        {
            var span = text.AsSpan(start, end - start);
            if (span.IndexOfAny(' ', '\u00a0', '\u3000') < 0)
            {
                continue;
            }

            var line = new GapLine(text, start, end);
            if (line.Profile.Han == 0 || line.Profile.IsCode || line.Profile.IsForeign)
            {
                continue;
            }

            var names = new List<Gap>();
            foreach (var gap in line.Gaps())
            {
                if (IsNeedless(text, line, gap))
                {
                    edits.Add(new TextEdit(gap.Start, gap.Length, "", Id));
                }
                else if (gap.Length == 1 && IsInsideName(text, line, gap))
                {
                    names.Add(gap);
                }
            }

            Names(names, edits);
        }

        edits.Sort((a, b) => a.Start.CompareTo(b.Start));
        return edits;
    }

    private static bool IsNeedless(string text, GapLine line, Gap gap)
    {
        var (left, right) = (text[gap.Start - 1], text[gap.End]);
        var prose = line.Profile.IsProse;

        // A wide gap outside of running text is a layout, and a blank in brackets waits to be filled in.
        if (gap.Length > 1 && !prose || line.Profile.IsTable || Script.IsOpening(left) && Script.IsClosing(right))
        {
            return false;
        }

        if (Script.IsPause(right) || Script.IsClosing(right))
        {
            return Script.IsChinese(text, gap.Start - 1) || Script.IsLetterOrDigit(left) || left == '%';
        }

        if (Script.IsOpening(left))
        {
            return true;
        }

        if (left is '，' or '、' or '；' or '：')
        {
            return !(right is '-' or '*' or '|');
        }

        if (!prose || line.IsCredit(gap))
        {
            return false;
        }

        var chinese = Script.IsHanAt(text, gap.Start - 1);
        if (left is '。' or '！' or '？' or '…' || Script.IsClosing(left))
        {
            // 吴强（某族）　李明: names of a roll are set apart by a wide space.
            return (Script.IsHanAt(text, gap.End) || Script.IsLetterOrDigit(right) || Script.IsOpening(right)) && !(text[gap.Start] == '\u3000' && Script.IsClosing(left));
        }

        if (Script.IsHanAt(text, gap.End) || Script.IsOpening(right))
        {
            // 章节 — two spaces between Han characters of a sentence are no slip of the typesetter.
            return chinese ? gap.Length == 1 && text[gap.Start] != '\u3000' : Script.IsLetter(left) && !IsAddress(text, line, gap.Start - 1) || left is '%' or '+' or '²' or '³';
        }

        return chinese && (Script.IsLetter(right) && !IsAddress(text, line, gap.End) || right == '-' && gap.End + 1 < line.End && Script.IsDigit(text[gap.End + 1]) || right is '+' or '≥' or '≤' or '±' or '×' or 'α' or 'β' or 'γ' or 'φ' or 'Φ' or 'μ' && gap.End + 1 < line.End && text[gap.End + 1] != ' ');
    }

    // www.a.cn, x@y.z, C:\a: joined to a Chinese word they would read differently.
    private static bool IsAddress(string text, GapLine line, int at)
    {
        var from = at;
        while (from > line.Start && at - from < 100 && text[from - 1] is > ' ' and < '\u007f')
        {
            from--;
        }

        var to = at + 1;
        while (to < line.End && to - at < 100 && text[to] is > ' ' and < '\u007f')
        {
            to++;
        }

        return text.AsSpan(from, to - from).IndexOfAny("@_\\") >= 0 || text.AsSpan(from, to - from).Contains("://", StringComparison.Ordinal) || HasPoint(text, from, to);
    }

    private static bool HasPoint(string text, int from, int to)
    {
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (text[i] == '.' && Script.IsLetter(text[i - 1]) && Script.IsLetter(text[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    // 王 芳 of （王 芳）, 记者韩 青报道: one character on each side, where people are credited.
    private static bool IsInsideName(string text, GapLine line, Gap gap)
    {
        if (!(line.IsCredit(gap) || line.HasCredit) || !Script.IsHan(text[gap.Start - 1]) || !Script.IsHan(text[gap.End]))
        {
            return false;
        }

        var before = gap.Start - 1;
        var after = gap.End + 1;
        if (text[gap.End] is '摄' or '文' or '图' or '绘' && (after == line.End || Script.IsClosing(text[after])))
        {
            return false;
        }

        return (before == line.Start || IsEdge(text[before - 1]) || EndsInCredit(text, line.Start, before))
            && (after == line.End || IsEdge(text[after]) || text.AsSpan(after, line.End - after).StartsWith("报道", StringComparison.Ordinal) || text[after] is '摄' or '文' or '图');
    }

    private static bool IsEdge(char c) => Script.IsSpace(c) || Script.IsChinesePunctuation(c) || c is '/' or '／' or '●' or '■' or '◆' or '(' or ')';

    // 通讯员李 东: the word of credit ends right before the name; 摄影报道 is longer than one.
    private static bool EndsInCredit(string text, int start, int end) =>
        end - start >= 2 && GapLine.HasCreditWord(text.AsSpan(end - 2, 2))
        || end - start >= 3 && text[end - 1] is '员' or '生' && GapLine.HasCreditWord(text.AsSpan(end - 3, 3));

    // Two or three characters are a name, four are two names; of more nobody can say.
    private void Names(List<Gap> gaps, List<TextEdit> edits)
    {
        for (var i = 0; i < gaps.Count;)
        {
            var stop = i + 1;
            while (stop < gaps.Count && gaps[stop].Start == gaps[stop - 1].End + 1)
            {
                stop++;
            }

            for (var k = i; k < stop; k++)
            {
                if (stop - i <= 2 || stop - i == 3 && k != i + 1)
                {
                    edits.Add(new TextEdit(gaps[k].Start, gaps[k].Length, "", Id));
                }
            }

            i = stop;
        }
    }
}
