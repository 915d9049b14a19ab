using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>
/// Joins the hard lines of a column to paragraphs. A line goes on in the next one when a paragraph is running (it has not
/// come to a sentence's end) or when it fills its column; lines of verse, headlines, bylines and list items stay apart.
/// </summary>
internal static class BlockBuilder
{
    private const int WidestColumn = 110;

    public static List<Block> Build(NormalizedText text)
    {
        var lines = LineReader.Read(text);
        WebPage.Mark(lines);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && lines[end].Blank == 0 && end - i < 5000 && !Alone(lines[end]) && !Alone(lines[end - 1]))
            {
                end++;
            }

            Chunk(text, lines, i, end, blocks);
            i = end;
        }

        return blocks;
    }

    private static bool Alone(Line line) => line.IsFrame || line.Header is not null || line.IsTitle || line.SetAs is MarkupKind.Kicker or MarkupKind.Subtitle;

    private static void Chunk(NormalizedText text, List<Line> lines, int from, int to, List<Block> blocks)
    {
        var running = blocks.Count > 0 && blocks[^1] is { IsTable: false, Level: 0 } last && (last.IsWrapped || last.Text.Length > 60) && !last.EndsSentence;
        var column = IsColumn(lines, from, to, running) || IsSetAsProse(lines, from, to);
        var margin = int.MaxValue;
        for (var i = from; i < to; i++)
        {
            margin = Math.Min(margin, lines[i].Indent);
        }

        var wrapped = false;
        for (var i = from; i + 1 < to && !wrapped; i++)
        {
            wrapped = lines[i].IsJoined || lines[i + 1].IsJoined;
        }

        for (var i = from; i < to;)
        {
            var end = i + 1;
            if (lines[i].Text.Length == 1 && Shape.IsHan(lines[i].Text[0]) || IsBullet(lines[i].Text))
            {
                end = Vertical(lines, i, to);
            }
            else if (lines[i].IsTable)
            {
                while (end < to && lines[end].IsTable)
                {
                    end++;
                }
            }
            else if (column || wrapped || IsLeadLine(lines[i].Text))
            {
                while (end < to && GoesOn(lines, i, end - 1, to, margin, wrapped))
                {
                    end++;
                }
            }

            blocks.Add(Make(text, lines, i, end, margin));
            i = end;
        }
    }

    private static Block Make(NormalizedText text, List<Line> lines, int from, int to, int margin)
    {
        var first = lines[from];
        var slices = new List<(int Start, int Length)>(to - from);
        for (var i = from; i < to; i++)
        {
            slices.Add((lines[i].Start, lines[i].Length));
        }

        return new Block
        {
            Source = text,
            Slices = slices,
            SliceText = to - from == 1 && (!first.IsTable || first.IsFrame) ? first.Text : null,
            Blank = first.Blank,
            Level = first.Level,
            Bold = first.Bold,
            IsTable = first.IsTable && !first.IsFrame,
            IsFrame = first.IsFrame,
            IsOfWebPage = first.IsOfWebPage,
            IsTitle = first.IsTitle,
            IsBelowTitle = first.IsBelowTitle,
            SetAs = first.SetAs,
            Header = first.Header,
            IsMarkedItem = first.IsMarkedItem,
            IsLetterSpaced = first.IsLetterSpaced,
            IsIndented = first.Indent > margin,
            IsSetRight = first.Indent >= 14 && first.Text.Length <= 40,
            IsWrapped = to - from > 1 && !first.IsTable && first.Text.Length > 1,
        };
    }

    // Hard-wrapped prose: at least two lines (or one of two) break off inside a sentence, none is wide, and most line
    // ends carry no mark. Verse with a mark at every line's end is no column, nor is verse without any mark.
    private static bool IsColumn(List<Line> lines, int from, int to, bool running)
    {
        int open = 0, marked = 0, inner = 0, wide = 0;
        for (var i = from; i < to; i++)
        {
            var line = lines[i].Text.AsSpan();
            var ends = Ends(lines[i]);
            var comma = !ends && Shape.EndsOpen(line);
            marked += ends || comma ? 1 : 0;
            open += ends || i == to - 1 ? 0 : 1;
            inner += line.IndexOfAny("，。、；：") >= 0 ? 1 : 0;
            wide += lines[i].Width > WidestColumn ? 1 : 0;
        }

        var count = to - from;
        // 一粥一饭，当思来之不易 / 光盘行动，有你有我: two slogans.
        if (count == 2 && !Ends(lines[to - 1]) && lines[from].Width <= 24 && lines[to - 1].Width <= 24 && !IsPictureLine(lines[from].Text))
        {
            return false;
        }

        if (count < 2 || open == 0 || wide * 2 > count || inner * 4 < count)
        {
            return false;
        }

        // The rest of a paragraph that a blank line cut.
        if (running && Ends(lines[to - 1]))
        {
            return true;
        }

        return count == 2
            ? lines[from].Width <= WidestColumn && lines[from + 1].Width <= lines[from].Width + (inner == 2 ? 10 : 4) && (inner == 2 || lines[from].Text.AsSpan().IndexOfAny('，', '、', '。') >= 0 || lines[from].Text.StartsWith('图'))
            : marked * 10 < count * 8 || IsProseOfMarks(lines, from, to);
    }

    // Every line happens to end in a mark, and the lines are too long and too unlike for verse.
    private static bool IsProseOfMarks(List<Line> lines, int from, int to)
    {
        var length = 0;
        var open = 0;
        for (var i = from; i < to; i++)
        {
            length += lines[i].Text.Length;
            open += Shape.EndsOpen(lines[i].Text) ? 1 : 0;
        }

        return open > 0 && length >= 15 * (to - from) && lines.GetRange(from, to - from).Exists(l => l.Text.Length != lines[from].Text.Length);
    }

    // Every line of a paragraph happens to end in a mark: as wide as the column of the paragraphs around it, with sentences that
    // begin and end within the lines, it is no verse. 千里莺啼绿映红，水村山郭酒旗风。 has its comma in the same place on every line.
    private static bool IsSetAsProse(List<Line> lines, int from, int to)
    {
        to -= to - from > 2 && IsCredit(lines[to - 1].Text) ? 1 : 0;
        if (to - from is < 2 or > 40)
        {
            return false;
        }

        int widest = 0, inner = 0;
        var places = new HashSet<int>();
        for (var i = from; i < to; i++)
        {
            var line = lines[i].Text.AsSpan();
            widest = Math.Max(widest, lines[i].Width);
            var mark = line[..^1].IndexOfAny("，。、；：");
            inner += mark > 0 ? 1 : 0;
            places.Add(mark < 0 ? 0 : mark - line.Length);
        }

        if (widest < 22 || inner * 3 < to - from || places.Count == 1)
        {
            return false;
        }

        for (var i = from; i < to; i++)
        {
            if (lines[i].Width > widest || i < to - 1 && lines[i].Width < widest - 6 - (i == from ? 4 : 0) || lines[i].Level > 0 || lines[i].IsTable || lines[i].IsMarkedItem)
            {
                return false;
            }
        }

        return IsBesideColumn(lines, from - 1, -1, widest) || IsBesideColumn(lines, to, 1, widest);
    }

    // Lines of a width nearby that break off inside a sentence.
    private static bool IsBesideColumn(List<Line> lines, int at, int step, int width)
    {
        var run = 0;
        for (var seen = 0; seen < 12 && at >= 0 && at < lines.Count; seen++, at += step)
        {
            run += lines[at].IsJoined && Math.Abs(lines[at].Column - width) <= 3 ? 2 : Math.Abs(lines[at].Width - width) <= 3 && !Ends(lines[at]) && !Shape.EndsOpen(lines[at].Text) && !lines[at].IsLetterSpaced ? 1 : 0;
        }

        return run >= 2;
    }

    private static bool GoesOn(List<Line> lines, int first, int current, int to, int margin, bool wrapped)
    {
        var line = lines[current];
        var next = lines[current + 1];
        if (line.Level > 0 || next.Level > 0 || next.IsTable || next.IsMarkedItem || next.Indent > margin && next.Indent > line.Indent || line.IsLetterSpaced || next.IsLetterSpaced
            || line.Width > WidestColumn || StartsAnew(next) || IsCredit(line.Text))
        {
            return false;
        }

        var ends = Ends(line);
        if (ends)
        {
            // A sentence ends where the line is full: the paragraph goes on; on a short line it is over.
            // (The indentation of a paragraph's first line is often lost.)
            return !IsSigned(line) && Bullets.Read(next.Text).Sort == BulletSort.None && !IsCredit(next.Text) && next.Text.Length > 1
                && line.Width + (current == first ? 4 : 0) >= Widest(lines, first, Math.Min(to, current + 3)) - 3 && (current > first || wrapped || IsSolid(lines, first, to));
        }

        if (current > first || IsLeadLine(line.Text))
        {
            return true;
        }

        // A paragraph's first line is as wide as its column, or narrower by the indentation that was lost.
        var beside = next.Width;
        for (var i = current + 2; i < Math.Min(to, current + 4) && !Ends(lines[i - 1]) && !StartsAnew(lines[i]) && lines[i].Indent <= margin; i++)
        {
            beside = Math.Max(beside, lines[i].Width);
        }

        var commas = line.Text.AsSpan().IndexOfAny('，', '、', '。') >= 0;
        return IsPictureLine(line.Text) || beside - line.Width is >= -4 and <= 8 || (line.Width > beside && (commas || Ends(next) && line.Width <= beside * 2))
            || Shape.EndsOpen(line.Text) || Shape.StartsInside(next.Text);
    }

    // 图为船台焊工进行外板 / 合龙焊接。: what a picture shows ends at a stop.
    private static bool IsPictureLine(string text) => text.Length >= 8 && text[1] is '为' or '图' && (text.StartsWith("图为", StringComparison.Ordinal) || text[0] is '上' or '下' or '左' or '右');

    // Lines that mostly break off inside a sentence: one paragraph of a column, not a page with a paragraph on every line.
    private static bool IsSolid(List<Line> lines, int from, int to)
    {
        to = Math.Min(to, from + 12);
        var open = 0;
        for (var i = from; i < to; i++)
        {
            open += Ends(lines[i]) ? 0 : 1;
        }

        return to - from >= 4 && open * 2 >= to - from;
    }

    private static int Widest(List<Line> lines, int from, int to)
    {
        var widest = 0;
        for (var i = Math.Max(from, to - 6); i < to; i++)
        {
            widest = Math.Max(widest, lines[i].Column);
        }

        return widest;
    }

    private static bool StartsAnew(Line line) =>
        LeadReader.Read(line.Text).IsMarker || line.Text.Length <= 160 && line.Text.AsSpan().IndexOfAny('：', ':') > 0 && WebHeader.Read(line.Text) is { TitleLength: 0 } || Bullets.Read(line.Text).Sort == BulletSort.Ornament
        || line.Text.StartsWith("责编", StringComparison.Ordinal) || line.Text.StartsWith("责任编辑", StringComparison.Ordinal) || IsCredit(line.Text);

    private static bool Ends(Line line) => Shape.EndsSentence(line.Text) || IsSigned(line);

    // 江城讯（记者 季禾 庄明远） or 江城讯（季禾） 入春: a report that goes on in the next line, and no credit.
    private static bool IsLeadLine(string line) =>
        line.Length is > 6 and <= 60 && line.AsSpan(1).IndexOfAny('（', '(') >= 0 && LeadReader.Read(line) is { IsMarker: true, Bylines.Count: > 0 } lead && lead.Length + 4 >= line.Length;

    private static bool IsSigned(Line line) =>
        line.Text.Length > 6 && !IsLeadLine(line.Text) && line.Text[^1] is '）' or ')' or ']' or '］' && SignatureReader.Read(line.Text.Length > 160 ? line.Text[^160..] : line.Text, line.Text, line.Text.Length > 160) is not null;

    private static bool IsCredit(string line) => line.Length <= 40 && !IsLeadLine(line) && (BylineReader.Read(line) is { Strength: >= 0.6 }
        || line[0] is '（' or '(' && line[^1] is '）' or ')' && SignatureReader.ReadContent(line[1..^1]) is not null);

    private static bool IsBullet(string line) => line.Length == 1 && "●○■□◆◇▲★☆•·◎".Contains(line[0]);

    // 暖 / ● / 王 / 建 / 强: a column of single characters; a bullet begins a new one.
    private static int Vertical(List<Line> lines, int from, int to)
    {
        var end = from + 1;
        while (end < to && lines[end].Text.Length == 1 && Shape.IsHan(lines[end].Text[0]))
        {
            end++;
        }

        return IsBullet(lines[from].Text) && end == from + 1 ? from + 1 : end;
    }
}
