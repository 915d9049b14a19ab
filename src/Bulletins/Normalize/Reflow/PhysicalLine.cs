using Bulletins.Ingest;

namespace Bulletins.Normalize.Reflow;

/// <summary>How a line ends: with a sentence, with a mark that promises more, with : or ;, or in the middle of words.
/// A credit or signature closes what stands before it.</summary>
internal enum LineEnding { Word, Open, Neutral, Final, Closed }

/// <summary>A line as printed. <see cref="Start"/> and <see cref="End"/> leave out the space around it; <see cref="Edge"/> is
/// the column its last character reaches, two columns for a Chinese character; <see cref="Marks"/> counts the quotation marks
/// and brackets, which typesetting squeezes.</summary>
internal readonly record struct PhysicalLine(int Start, int End, int Indent, int Edge, int Han, int Pauses, int Stops, int Marks, LineEnding Ending, bool IsFresh, bool IsMarked, bool IsCaption, MarkupKind? Block)
{
    /// <summary>Columns by which two lines of one measure may differ: long ones and such with marks more.</summary>
    public int Slack => LineBlock.Tolerance + (Edge / 24) + (Marks / 2);

    public bool IsBlank => Start == End;

    public int Width => Edge - Indent;

    /// <summary>Headings, tables and pictures of a markup language are what they are.</summary>
    public bool IsSet => Block is MarkupKind.Heading or MarkupKind.Headline or MarkupKind.Kicker or MarkupKind.Subtitle or MarkupKind.Strong or MarkupKind.Table or MarkupKind.Image;

    public static List<PhysicalLine> Read(RuleContext context)
    {
        var lines = new List<PhysicalLine>(context.Text.AsSpan().Count('\n') + 1);
        foreach (var (start, end) in TextLines.Of(context.Text))
        {
            lines.Add(Of(context, start, end));
        }

        return lines;
    }

    // The quarter of a character that typesetting puts between Chinese and a number.
    private static bool IsLaidIn(string text, int at, int end) => at + 1 < end && at > 0 && (Script.IsLetterOrDigit(text[at - 1]) || Script.IsLetterOrDigit(text[at + 1]));

    private static PhysicalLine Of(RuleContext context, int start, int end)
    {
        var text = context.Text;
        var indent = 0;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            indent += text[start] switch { '\t' => 4, '\u3000' => 2, _ => 1 };
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        int width = 0, han = 0, pauses = 0, stops = 0, marks = 0, final = -1;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            width += c == ' ' && IsLaidIn(text, i, end) ? 0 : Script.Width(c);
            han += Script.IsHan(c) ? 1 : 0;
            marks += Script.IsOpening(c) || Script.IsClosing(c) ? 1 : 0;
            if (c is '，' or '、' || c is ',' && Script.IsHanAt(text, i - 1))
            {
                pauses++;
            }
            else if (LineMarks.IsFinal(text, i) || c is '；')
            {
                stops++;
                final = c is '；' ? final : i;
            }
        }

        var caption = text.AsSpan(start, end - start).StartsWith("图为", StringComparison.Ordinal);
        return new PhysicalLine(start, end, indent, indent + width, han, pauses, stops, marks, LineMarks.Ending(text, start, end, final),
            LineMarks.IsFresh(text, start, end), start < end && LineMarks.IsMarked(text, start, end), caption, start < end ? context.BlockAt(start) : null);
    }
}
