using System.Buffers;
using Bulletins.Tables;

namespace Bulletins.Normalize;

/// <summary>A run of spaces between two words of a line.</summary>
internal readonly record struct Gap(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A line that holds gaps, and the stretches of it in which a gap separates names rather than letters: the
/// credit that opens or ends a report, and brackets that hold one.</summary>
internal sealed class GapLine
{
    private static readonly SearchValues<string> Credits = SearchValues.Create([.. TableReader.Rows("credit-words.tsv").Select(row => row[0])], StringComparison.Ordinal);
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("，。；！？：,;!?:");
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，。；！？,;!?");
    private static readonly SearchValues<char> FinalMarks = SearchValues.Create("。！？…!?");
    private readonly string text;
    private int bracketFrom = -1;
    private int bracketTo = -1;
    private bool bracketIsCredit;

    public GapLine(string text, int start, int end)
    {
        this.text = text;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        (Start, End) = (start, end);
        Profile = LineProfile.Of(text, start, end);
        var mark = text.AsSpan(start, end - start).IndexOfAny(SentenceMarks);
        var head = mark < 0 ? end : start + mark;
        HasCredit = head - start <= 80 && text.AsSpan(start, head - start).ContainsAny(Credits)
            || end - start <= 20 && mark < 0 && start < end && text[start] is '●' or '○' or '◎' or '◆' or '■';
        HeadEnd = Math.Max(HasCredit ? head : start, MarkerEnd());
        var last = text.AsSpan(start, end - start).LastIndexOfAny(FinalMarks);
        TailStart = end;
        if (last >= 0)
        {
            var tail = start + last + 1;
            while (tail < end && Script.IsClosing(text[tail]))
            {
                tail++;
            }

            if (end - tail is > 0 and <= 30 && text.AsSpan(tail, end - tail).IndexOfAny(ClauseMarks) < 0)
            {
                TailStart = tail;
            }
        }
    }

    public int Start { get; }

    public int End { get; }

    /// <summary>Where the credit or marker that opens the line ends; <see cref="Start"/> where there is none.</summary>
    public int HeadEnd { get; }

    /// <summary>Where a short unpunctuated end behind the last sentence begins; <see cref="End"/> where there is none.</summary>
    public int TailStart { get; }

    public bool HasCredit { get; }

    public LineProfile Profile { get; }

    public static bool HasCreditWord(ReadOnlySpan<char> span) => span.ContainsAny(Credits);

    /// <summary>The gaps between the first and the last word.</summary>
    public IEnumerable<Gap> Gaps()
    {
        for (var i = Start; i < End; i++)
        {
            if (Script.IsSpace(text[i]))
            {
                var stop = i + 1;
                while (stop < End && Script.IsSpace(text[stop]))
                {
                    stop++;
                }

                if (text[i - 1] != '\t' && text[stop] != '\t')
                {
                    yield return new Gap(i, stop - i);
                }

                i = stop;
            }
        }
    }

    /// <summary>Whether a gap stands where names and units are credited. Ask in order of place.</summary>
    public bool IsCredit(Gap gap) => gap.Start < HeadEnd || gap.Start >= TailStart || InCreditBracket(gap.Start);

    private bool InCreditBracket(int at)
    {
        if (at >= bracketTo)
        {
            // The bracket that opens nearest before the gap, seen from the last one on.
            var from = text.AsSpan(Math.Max(bracketTo, Math.Max(Start, at - 60)), at - Math.Max(bracketTo, Math.Max(Start, at - 60))).LastIndexOf('（');
            if (from < 0)
            {
                return false;
            }

            bracketFrom = Math.Max(bracketTo, Math.Max(Start, at - 60)) + from + 1;
            var length = text.AsSpan(bracketFrom, Math.Min(End - bracketFrom, 60)).IndexOf('）');
            bracketTo = length < 0 ? bracketFrom : bracketFrom + length;
            var inside = text.AsSpan(bracketFrom, bracketTo - bracketFrom);
            bracketIsCredit = length >= 0 && inside.IndexOfAny(ClauseMarks) < 0 && (inside.ContainsAny(Credits) || EndsInName(inside));
        }

        return bracketIsCredit && at >= bracketFrom && at < bracketTo;
    }

    // （X Y）, （unit X）: words with nothing but gaps between them, the last one of two to four characters.
    private static bool EndsInName(ReadOnlySpan<char> inside)
    {
        var last = inside.Length - 1;
        while (last >= 0 && Script.IsHan(inside[last]))
        {
            last--;
        }

        return last > 0 && Script.IsSpace(inside[last]) && inside.Length - last - 1 is >= 1 and <= 4;
    }

    // 钢城讯 近日…, 新华社北京5月1日电 …: the first word names the report's kind.
    private int MarkerEnd()
    {
        for (var i = Start + 1; i < Math.Min(End, Start + 24); i++)
        {
            if (Script.IsSpace(text[i]))
            {
                var marked = text[i - 1] == '讯' || text[i - 1] == '电' && i - Start >= 2 && text[i - 2] is '日' or '专' or '急' || text[Start] == '编' && text[i - 1] is '按' or '后' || i - Start >= 2 && text[i - 2] == '消' && text[i - 1] == '息';
                return marked ? i + 1 : Start;
            }
        }

        return Start;
    }
}
