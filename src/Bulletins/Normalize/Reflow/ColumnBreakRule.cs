namespace Bulletins.Normalize.Reflow;

/// <summary>Joins two blocks where a column's or page's end cut a sentence.</summary>
public sealed class ColumnBreakRule : NormalizeRule
{
    private const double Weak = 0.8; // both blocks are running text and nothing else speaks for the join
    private const int RivalReach = 12; // lines below in which the true continuation may stand

    // Words that ask for another: a sentence does not end in them.
    private const string Bound = "的和与及或把被从向由将使让令最更各每之所因并且而但若如于以为在对第";

    public override RuleDoc Doc { get; } = new(
        "column-break",
        new RuleText(
            "Sentences cut by a column or page",
            "Joins two blocks of running text when the first ends inside a sentence that the second carries on.",
            "A quotation or bracket left open is closed in the second block, the first ends in a comma or in a number whose unit follows, the second begins with a mark or a scrap of a word, or both are running text and the first has no end.",
            "Headlines, lists, verse and bylines; a block that begins like a report (近日, 据悉) or with a date; signatures; whatever lies between blocks that do not follow each other."),
        new RuleText(
            "被分栏、分页切断的句子",
            "前一块正文断在句中、后一块接着说时，把两块接起来。",
            "前块未完的引号、括号在后块配上；前块以逗号或数字收尾，后块接着是单位；后块以标点或半个词开头；或者两块都是正文而前块没有句末标点。",
            "标题、列表、诗行、署名；以“近日”“据悉”或日期开头的块；落款；中间隔着别的内容的两块。"),
        "巡视组指出，党建业务“两张\n\n皮”问题仍然存在。",
        "巡视组指出，党建业务“两张皮”问题仍然存在。");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        if (text.AsSpan().IndexOfAny('\n', '\r') < 0)
        {
            return [];
        }

        var edits = new List<TextEdit>();
        PhysicalLine? before = null;
        var open = new OpenMarks();
        var blanks = 0;
        var headed = context.HasHeadings;
        var lines = PhysicalLine.Read(context);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                blanks++;
                continue;
            }

            if (before is { } upper && Confidence(text, upper, line, BlockStops(lines, i), open, blanks, headed) is > 0 and var confidence
                && (confidence > Weak || !HasRival(text, lines, i, upper)))
            {
                edits.Add(new TextEdit(upper.End, line.Start - upper.End, Joint.Between(text, upper.End - 1, line.Start), Id, confidence));
                open.Read(text, line.Start, line.End);
                before = line with { Pauses = upper.Pauses + line.Pauses, Stops = upper.Stops + line.Stops, Han = upper.Han + line.Han };
            }
            else
            {
                open.Clear();
                open.Read(text, line.Start, line.End);
                before = line;
            }

            blanks = 0;
        }

        return edits;
    }

    // An editor's note or a picture may stand between the halves: then a block further down carries the sentence on better.
    private static bool HasRival(string text, List<PhysicalLine> lines, int i, PhysicalLine upper)
    {
        for (var k = i + 1; k < lines.Count && k <= i + RivalReach; k++)
        {
            if (lines[k].IsBlank || !lines[k - 1].IsBlank || lines[k].IsSet || lines[k].IsFresh || lines[k].Stops == 0)
            {
                continue;
            }

            if (Junction.IsEvident(text, upper, lines[k]) || Junction.BeginsInside(text, lines[k]))
            {
                return true;
            }
        }

        return false;
    }

    // Whether sentences end in the block that begins here: its lines may still be apart.
    private static int BlockStops(List<PhysicalLine> lines, int i)
    {
        var stops = 0;
        for (var k = i; k < lines.Count && k < i + 6 && !lines[k].IsBlank && (k == i || !lines[k].IsFresh); k++)
        {
            stops += lines[k].Stops;
        }

        return stops;
    }

    private static double Confidence(string text, PhysicalLine upper, PhysicalLine lower, int stops, OpenMarks open, int blanks, bool headed)
    {
        if (upper.IsSet || lower.IsSet || lower.IsFresh || upper.Ending is LineEnding.Final or LineEnding.Closed || upper.Han == 0 || lower.Han == 0 || lower.Indent >= 4
            || text[upper.End - 1] is '*' or '=' or '~' or '_' or '·' or '※')
        {
            return 0;
        }

        var prose = upper.Stops > 0 || upper.Pauses > 0 && (upper.Han >= 20 || upper.IsMarked);
        if (open.ClosedBy(text, lower.Start, lower.End) && upper.Han + lower.Han >= 15 && (prose || lower.Stops + lower.Pauses > 0))
        {
            return 0.98;
        }

        // Where headings are marked, what is not and has a pause is text.
        prose |= headed && upper.Pauses > 0 && upper.Han >= 10;

        // A word that goes on, or a first clause that is none, tells more than length.
        var evident = stops > 0 && Junction.IsEvident(text, upper, lower);
        if (!prose && !(evident && upper.Pauses > 0) || LineMarks.IsOpener(text, lower.Start, lower.End))
        {
            return 0;
        }

        var (last, next) = (text[upper.End - 1], text[lower.Start]);
        if (Script.IsPause(next) || next is '）' or '》' or '”' or '%' or ',')
        {
            return 0.98;
        }

        if (evident && (blanks > 0 || upper.Width >= 60))
        {
            return 0.95;
        }

        // Without a blank line between them two long lines are two paragraphs unless more is known.
        if (blanks == 0 && upper.Width < 60)
        {
            return 0;
        }

        if (upper.Ending == LineEnding.Open)
        {
            return lower.Stops + lower.Pauses > 0 ? 0.95 : 0;
        }

        if (upper.Ending == LineEnding.Neutral || blanks == 0)
        {
            return 0;
        }

        if (stops == 0)
        {
            return 0;
        }

        if (Script.IsDigit(last) && Script.IsHan(next) && !LineMarks.IsDate(text, lower.Start, lower.End) || Bound.Contains(last, StringComparison.Ordinal))
        {
            return 0.95;
        }

        if (LineMarks.IsDate(text, lower.Start, lower.End))
        {
            return 0;
        }

        if (Tail(text, upper) <= 5)
        {
            return 0.9;
        }

        return (upper.Stops + upper.Pauses >= 2 && upper.Han >= 20 || headed) && lower.Han >= 10 ? 0.0 : 0;
    }

    // What stands behind the last sentence: a few characters are no sentence of their own.
    private static int Tail(string text, PhysicalLine line)
    {
        var last = text.AsSpan(line.Start, line.End - line.Start).LastIndexOfAny("。！？");
        if (last < 0)
        {
            return int.MaxValue;
        }

        var tail = text.AsSpan(line.Start + last + 1, line.End - line.Start - last - 1).TrimStart("”’）》");
        return tail.IndexOf(' ') >= 0 || tail.Length == 0 ? int.MaxValue : tail.Length;
    }
}
