namespace Bulletins.Figures;

/// <summary>A text that is read: its words, its quantities and where its clauses begin.</summary>
internal sealed class FigureText
{
    /// <summary>As far back as the words of a sentence are looked at, so that an endless one is read in linear time.</summary>
    public const int Window = 160;

    private const int LongestLead = 64;

    public FigureText(string text)
    {
        Text = text;
        Marks = FigureLexicon.Read(text);
    }

    public string Text { get; }

    public List<Mark> Marks { get; }

    /// <summary>What the text says about time, in order; an indicator does not begin before it.</summary>
    public List<PeriodStatement> Times { get; set; } = [];

    /// <summary>The end of the last statement of time between two places, or the first place.</summary>
    public int AfterTime(int start, int end)
    {
        var last = Ordered.Leading(Times, end, static (time, end) => time.End <= end) - 1;
        return last >= 0 && Times[last].End > start ? Times[last].End : start;
    }

    public static bool IsClauseEnd(char c) =>
        c is '，' or '。' or '；' or '：' or '！' or '？' or ',' or ';' or ':' or '…' or '—' or '（' or '）' or '(' or ')' or ' ' or '|' or '\t' or '■' or '●' or '◆' or '·' or '!' or '?';

    /// <summary>The clause's first place, or <paramref name="floor"/> where that comes later.</summary>
    public int ClauseStart(int position, int floor)
    {
        var least = Math.Max(floor, position - LongestLead);
        var i = position;
        // the comma of 1,234 ends no clause
        while (i > least)
        {
            if (IsClauseEnd(Text[i - 1]) && !(Text[i - 1] == ',' && i > 1 && i < Text.Length && char.IsAsciiDigit(Text[i - 2]) && char.IsAsciiDigit(Text[i])))
            {
                var open = Text[i - 1] is '）' or ')' ? ShortNameOpens(i - 1) : -1;
                if (open <= least)
                {
                    break;
                }

                i = open;
                continue;
            }

            i--;
        }

        return i;
    }

    // 广义货币（M2）同比增长: a short name in letters belongs to the noun before it
    private int ShortNameOpens(int close)
    {
        var (p, letters) = (close - 1, 0);
        while (p > 0 && p >= close - 10 && (char.IsAsciiLetterOrDigit(Text[p]) || Text[p] is '-' or '+' or '/' or ' '))
        {
            letters += char.IsAsciiLetter(Text[p--]) ? 1 : 0;
        }

        return letters > 0 && p > 0 && Text[p] is '（' or '(' && UnitReader.IsHan(Text[p - 1]) ? p : -1;
    }

    /// <summary>Index of the last mark that ends at or before a place, or -1.</summary>
    public int LastMarkBefore(int position) => Ordered.Leading(Marks, position, static (mark, position) => mark.End <= position) - 1;

    /// <summary>The marks between two places, in order.</summary>
    public IEnumerable<Mark> MarksIn(int start, int end)
    {
        // From the front: a paragraph may be a year's bulletins, and most callers look at the first mark only.
        var first = LastMarkBefore(start) + 1;
        while (first < Marks.Count && Marks[first].Start < start)
        {
            first++;
        }

        for (var k = first; k < Marks.Count && Marks[k].End <= end; k++)
        {
            yield return Marks[k];
        }
    }

    public bool Has(int start, int end, WordRole role) => MarksIn(start, end).Any(m => m.Is(role));

    /// <summary>Whether a word stands directly before a place.</summary>
    public bool EndsWith(int position, string word) =>
        position >= word.Length && string.CompareOrdinal(Text, position - word.Length, word, 0, word.Length) == 0;

    public bool StartsWith(int position, string word) => string.CompareOrdinal(Text, position, word, 0, word.Length) == 0;

    /// <summary>Whether one of the words stands in a short stretch.</summary>
    public bool Contains(int start, int end, params ReadOnlySpan<string> words)
    {
        var stretch = Text.AsSpan(start, Math.Max(0, end - start));
        foreach (var word in words)
        {
            if (stretch.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The end of the word of the lexicon that stands at a place, or the place.</summary>
    public int VerbEnd(int verbStart)
    {
        foreach (var mark in MarksIn(verbStart, Math.Min(Text.Length, verbStart + 12)))
        {
            return mark.End;
        }

        return verbStart;
    }

    /// <summary>A stretch to be quoted: its beginning where it is long, nothing where it is none.</summary>
    public string Words(int start, int end) => start < 0 || end <= start ? "" : Text[start..Math.Min(end, start + LongestLead)];
}
