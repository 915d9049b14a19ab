namespace Bulletins.Normalize.Rules;

/// <summary>Joins words that were set with a space after every character.</summary>
public sealed class LetterSpacingRule : NormalizeRule
{
    private const string Ordinals = "〇零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥日";

    public override RuleDoc Doc { get; } = new(
        "letter-spacing",
        new RuleText(
            "Letter-spaced words",
            "Joins four or more single characters that stand apart by the same space, and two or three that fill a line; a wider space among them stays as the one that separates phrases.",
            "Words of Chinese have more than one character; a row of single ones is spaced type.",
            "Rows of numerals and ordinals (一 二 三 四), table rows, and words of more than one character."),
        new RuleText(
            "字间拉开的词句",
            "把四个以上等距分开的单字，或单独成行的两三个单字，连成词句；其中较宽的空白保留一个空格，分隔词组。",
            "汉语的词多不止一字，连续的单字是排版时拉开了字距。",
            "数字和次序的排列（一 二 三 四）、表格行，以及不止一字的词。"),
        "严 守 规 程  保 障 畅 通",
        "严守规程 保障畅通");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        if (text.AsSpan().IndexOfAny(' ', '\u00a0', '\u3000') < 0)
        {
            return edits;
        }

        var run = new List<Gap>();
        foreach (var (start, end) in TextLines.Of(text))
        {
            if (end - start < 3 || text.AsSpan(start, end - start).IndexOfAny(' ', '\u00a0', '\u3000') < 0)
            {
                continue;
            }

            var line = new GapLine(text, start, end);
            if (line.Profile.Han < 2 || line.Profile.IsCode)
            {
                continue;
            }

            run.Clear();
            foreach (var gap in line.Gaps())
            {
                var single = IsSingle(text, line, gap.Start - 1, -1) && IsSingle(text, line, gap.End, 1);
                if (run.Count > 0 && (!single || gap.Start > run[^1].End + 3 || HasGap(text, run[^1].End, gap.Start)))
                {
                    Join(text, line, run, edits);
                    run.Clear();
                }

                if (single)
                {
                    run.Add(gap);
                }
            }

            Join(text, line, run, edits);
        }

        return edits;
    }

    // Whether the word on one side of a gap is one Han character, with its quotation marks or brackets: “跑, 漏”.
    private static bool IsSingle(string text, GapLine line, int at, int step)
    {
        var marks = 0;
        while (at >= line.Start && at < line.End && marks < 2 && (Script.IsOpening(text[at]) || Script.IsClosing(text[at])))
        {
            at += step;
            marks++;
        }

        if (at < line.Start || at >= line.End || !Script.IsHan(text[at]))
        {
            return false;
        }

        at += step;
        return at < line.Start || at >= line.End || Script.IsSpace(text[at]) || Script.IsOpening(text[at]) || Script.IsClosing(text[at]);
    }

    private static bool HasGap(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Script.IsSpace(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private void Join(string text, GapLine line, List<Gap> run, List<TextEdit> edits)
    {
        if (run.Count == 0 || run.Count < 3 && !(run[0].Start - 2 <= line.Start && run[^1].End + 2 >= line.End))
        {
            return;
        }

        // Where people are credited, up to six single characters are names.
        if ((line.HasCredit || text[line.Start] is '（' or '(') && run.Count < 6)
        {
            return;
        }

        var first = run[0].Start - 1;
        var last = run[^1].End;
        var ordinal = true;
        for (var i = first; i <= last && ordinal; i++)
        {
            ordinal = Script.IsSpace(text[i]) || Ordinals.Contains(text[i], StringComparison.Ordinal);
        }

        if (ordinal || line.Profile.IsTable && run.Count < 3)
        {
            return;
        }

        var narrow = run.Min(Width);
        var wide = run.Any(gap => Width(gap) != narrow);
        foreach (var gap in run)
        {
            var after = wide && Width(gap) > narrow ? " " : "";
            if (after.Length != gap.Length || text[gap.Start] != ' ')
            {
                edits.Add(new TextEdit(gap.Start, gap.Length, after, Id));
            }
        }

        int Width(Gap gap)
        {
            var width = 0;
            for (var i = gap.Start; i < gap.End; i++)
            {
                width += text[i] == '\u3000' ? 2 : 1;
            }

            return width;
        }
    }
}
