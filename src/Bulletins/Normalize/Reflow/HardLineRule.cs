namespace Bulletins.Normalize.Reflow;

/// <summary>Joins the lines of a paragraph that was printed in a column.</summary>
public sealed class HardLineRule : NormalizeRule
{
    private const int LongestVerse = 24; // characters

    public override RuleDoc Doc { get; } = new(
        "hard-line",
        new RuleText(
            "Hard line ends",
            "Joins the lines of running text that was set in a column, so that a paragraph is one line.",
            "The line reaches the edge that its neighbours reach, it ends inside a sentence, and the paragraph has the pauses of running text.",
            "Headlines, bylines, signatures, items of lists, tables and verse; a line that begins indented or with a report's marker; a short line that ends a sentence; wherever the evidence is thin."),
        new RuleText(
            "硬回车",
            "把分栏排印的正文各行接起来，一段成为一行。",
            "该行与邻行右边对齐，在句子中间断开，且所在段落有正文的停顿。",
            "标题、署名、列表项、表格和诗行；缩进或以电头开始的行；结束句子的短行；证据不足之处。"),
        "第一季度，该厂克服原料紧张等困难，生产\n稳定运行，各项指标均有提高，电耗同比下\n降。",
        "第一季度，该厂克服原料紧张等困难，生产稳定运行，各项指标均有提高，电耗同比下降。");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        if (text.AsSpan().IndexOfAny('\n', '\r') < 0)
        {
            return [];
        }

        var lines = PhysicalLine.Read(context);
        var edits = new List<TextEdit>();
        var runOn = RunsOn(lines);
        for (var first = 0; first < lines.Count;)
        {
            if (lines[first].IsBlank)
            {
                first++;
                continue;
            }

            var last = first;
            while (last + 1 < lines.Count && !lines[last + 1].IsBlank)
            {
                last++;
            }

            if (last > first)
            {
                Join(text, lines, new LineBlock(text, lines, first, last), runOn, edits);
            }

            first = last + 1;
        }

        return edits;
    }

    private void Join(string text, List<PhysicalLine> lines, LineBlock block, bool runOn, List<TextEdit> edits)
    {
        if (block.IsVerse() || block.IsUnended())
        {
            return;
        }

        var measure = block.Measure();
        var ragged = runOn || block.HasShortEnd(measure);
        var joined = 0;
        var pauses = 0;
        for (var i = block.First; i < block.Last; i++)
        {
            pauses += lines[i].Pauses + lines[i].Stops + (lines[i].IsCaption ? 1 : 0);
            if (Joins(text, lines, block, i, joined, pauses, measure, ragged))
            {
                edits.Add(new TextEdit(lines[i].End, lines[i + 1].Start - lines[i].End, Joint.Between(text, lines[i].End - 1, lines[i + 1].Start), Id, joined > 0 ? 0.98 : 0.95));
                joined++;
            }
            else
            {
                joined = 0;
                pauses = 0;
            }
        }
    }

    private static bool Joins(string text, List<PhysicalLine> lines, LineBlock block, int i, int joined, int pauses, int measure, bool ragged)
    {
        var (line, next) = (lines[i], lines[i + 1]);
        if (line.IsSet || next.IsSet || next.IsFresh || line.Ending == LineEnding.Closed || next.Indent > line.Indent && joined >= 0 || next.Indent >= 4
            || line.Han == 0 && next.Han == 0 || IsVersePair(text, line, next) || joined == 0 && (IsParallel(text, line, next) || line.IsMarked && Script.IsClosing(text[line.End - 1])))
        {
            return false;
        }

        var full = block.IsFull(i, joined == 0);
        switch (line.Ending)
        {
            case LineEnding.Final:
                // A sentence may end where the line does. It is the paragraph's end unless paragraphs here are told by blank lines.
                // Where paragraphs begin indented, a line that does not carries the one above on.
                var indented = lines[block.First].Indent >= 2 && next.Indent == 0 && next.Pauses + next.Stops > 0;
                return (!ragged || indented) && measure > 0 && line.Edge >= measure - 1 - (joined == 0 ? LineBlock.LostIndent : 0) && line.Edge <= measure + LineBlock.Tolerance + line.Marks / 2;
            case LineEnding.Neutral:
                return full && pauses > 0 && joined > 0;
            default:
                var evident = Junction.IsEvident(text, line, next);
                if (evident && (line.Edge >= 14 || joined > 0) && pauses + next.Pauses + next.Stops > 0 && next.Edge <= line.Edge + LineBlock.LostIndent + (2 * line.Slack))
                {
                    return true;
                }

                if (full)
                {
                    // A headline over its text has no pause; its text is at least as wide, and there is more than one line of it.
                    return line.IsMarked || pauses > 0 && (next.Stops > 0 || next.Pauses > 0 || i + 2 <= block.Last || line.Stops > 0)
                        || next.Pauses + next.Stops > 0 && line.Pauses == 0 && i + 2 <= block.Last && !HasGap(text, line)
                            && (block.Support(i, LineBlock.Tolerance) >= 2 || LineMarks.ReadsAsText(text, line.Start, line.End));
                }

                // The last line of two: shorter, and it ends the sentence that the first one leaves open.
                if (i + 1 == block.Last && line.Pauses > 0 && line.Edge is >= 20 and <= 160 && next.Edge < line.Edge && next.Ending is LineEnding.Final or LineEnding.Closed
                    && next.Stops > 0 && (line.IsMarked || !HasGap(text, line)) && !LineMarks.IsOpener(text, next.Start, next.End))
                {
                    return true;
                }

                // The column narrows round a picture: a sentence that is open goes on whatever the width.
                return joined > 0 && pauses > 0 && line.Width >= 4 && !LineMarks.IsOpener(text, next.Start, next.End);
        }
    }

    // Lines that begin alike are items of a list without numbers.
    private static bool IsParallel(string text, PhysicalLine line, PhysicalLine next) =>
        line.End - line.Start >= 2 && next.End - next.Start >= 2 && text.AsSpan(line.Start, 2).SequenceEqual(text.AsSpan(next.Start, 2));

    // 云鬓花颜金步摇，/芙蓉帐暖度春宵。: two lines with the same marks at the same places.
    private static bool IsVersePair(string text, PhysicalLine line, PhysicalLine next)
    {
        var length = line.End - line.Start;
        if (length != next.End - next.Start || length > LongestVerse || !Script.IsPause(text[line.End - 1]))
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (Script.IsPause(text[line.Start + i]) != Script.IsPause(text[next.Start + i]))
            {
                return false;
            }
        }

        return true;
    }

    // Whether this document's paragraphs follow each other without blank lines: a short line that ends a sentence stands
    // before another line about as often as before a blank one.
    private static bool RunsOn(List<PhysicalLine> lines)
    {
        int before = 0, blank = 0;
        for (var i = 1; i + 1 < lines.Count; i++)
        {
            if (lines[i].Ending == LineEnding.Final && lines[i].Edge < lines[i - 1].Edge - (2 * LineBlock.Tolerance) && lines[i - 1].Edge <= LineBlock.WidestColumn)
            {
                blank += lines[i + 1].IsBlank ? 1 : 0;
                before += lines[i + 1].IsBlank || lines[i + 1].IsFresh || lines[i + 1].Indent > lines[i].Indent ? 0 : 1;
            }
        }

        return before * 4 > blank;
    }

    // The space between a headline's phrases; one beside a number or a Latin word is none.
    private static bool HasGap(string text, PhysicalLine line)
    {
        for (var i = line.Start + 1; i + 1 < line.End; i++)
        {
            if (Script.IsSpace(text[i]) && !Script.IsLetterOrDigit(text[i - 1]) && !Script.IsLetterOrDigit(text[i + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
