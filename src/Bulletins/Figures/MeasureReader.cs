namespace Bulletins.Figures;

/// <summary>The indicator a figure is of, as printed: the noun phrase before its verb, or behind a count.</summary>
internal static class MeasureReader
{
    private const int Longest = 24;

    /// <summary>12项技改项目, 300余名党员, 120万亩耕地.</summary>
    public static string? Behind(FigureText text, int start, int sentenceEnd)
    {
        var s = text.Text;
        if (start < sentenceEnd && s[start] == '的')
        {
            start++;
        }

        var quoted = start < sentenceEnd && s[start] is '“' or '《' or '‘';
        var end = start;
        while (end < sentenceEnd && end - start < Longest && !FigureText.IsClauseEnd(s[end]) && s[end] is not '、' && (quoted || s[end] is not ('“' or '《' or '‘')))
        {
            quoted &= s[end] is not ('”' or '》' or '’');
            end++;
        }

        foreach (var mark in text.MarksIn(start, end))
        {
            if (mark.Is(WordRole.Stop | WordRole.Act | WordRole.Function | WordRole.Level | WordRole.Change | WordRole.ToTail | WordRole.Before | WordRole.Base | WordRole.Adverb))
            {
                end = mark.Start;
                break;
            }
        }

        for (var i = start; i < end; i++)
        {
            if (char.IsAsciiDigit(s[i]) && !(i > start && (char.IsAsciiLetterOrDigit(s[i - 1]) || s[i - 1] == '-')) && !IsName(s, i, end))
            {
                end = i;
            }
        }

        return Clean(text, start, end);
    }

    /// <summary>The noun phrase that ends at the verb before a figure.</summary>
    public static string? Before(FigureText text, int leadStart, int end)
    {
        var start = Start(text, leadStart, end);
        return Clean(text, start, end);
    }

    /// <summary>Where the words that only lead from the indicator to its figure begin: 同比下降, 分别为, 达, 累计.</summary>
    public static int VerbStart(FigureText text, int leadStart, int end)
    {
        var position = end;
        for (var i = text.LastMarkBefore(end); i >= 0 && text.Marks[i].Start >= leadStart; i--)
        {
            var mark = text.Marks[i];
            if (mark.End != position || !mark.Is(WordRole.Level | WordRole.Change | WordRole.ToTail | WordRole.To | WordRole.Adverb | WordRole.Base | WordRole.Before | WordRole.Neutral | WordRole.Plan | WordRole.Early | WordRole.AsOf))
            {
                break;
            }

            if (mark.Word.OnlyAdjacent && mark.End < end && mark.End - mark.Start == 1 && !mark.Is(WordRole.To))
            {
                break;
            }

            position = mark.Start;
        }

        return position;
    }

    /// <summary>Where a comparison (比计划, 较2022年同期) begins in a stretch, or its end.</summary>
    public static int CompareStart(FigureText text, int start, int end)
    {
        foreach (var mark in text.MarksIn(start, end))
        {
            if (mark.Is(WordRole.Compare | WordRole.Above) && mark.Start > start && text.Text[mark.Start] is not '与')
            {
                return mark.Start;
            }
        }

        return end;
    }

    private static int Start(FigureText text, int leadStart, int end)
    {
        for (var i = text.LastMarkBefore(end); i >= 0 && text.Marks[i].Start >= leadStart; i--)
        {
            var mark = text.Marks[i];
            if (mark.Is(WordRole.Act | WordRole.Function | WordRole.Level | WordRole.ToTail) && !InsideQuotes(text, leadStart, mark.Start))
            {
                return mark.End;
            }
        }

        return leadStart;
    }

    private static bool InsideQuotes(FigureText text, int start, int position)
    {
        var open = 0;
        for (var i = start; i < position; i++)
        {
            open += text.Text[i] switch { '“' or '《' => 1, '”' or '》' => -1, _ => 0 };
        }

        return open > 0;
    }

    private static bool IsName(string s, int i, int end)
    {
        while (i < end && char.IsAsciiDigit(s[i]))
        {
            i++;
        }

        return i < end && char.IsAsciiLetter(s[i]);
    }

    internal static string? Clean(FigureText text, int start, int end)
    {
        var s = text.Text;
        while (true)
        {
            var from = start;
            while (start < end && (s[start] is '的' or '了' or '、' or '和' or '及' or '与' or '，' or '”' or '’' or '）' or '》' or '其' || char.IsWhiteSpace(s[start])))
            {
                start++;
            }

            foreach (var mark in text.MarksIn(start, end))
            {
                if (mark.Start == start && mark.Is(WordRole.Lead | WordRole.Function | WordRole.Adverb | WordRole.Act | WordRole.Base) && mark.End < end)
                {
                    start = mark.End;
                }

                break;
            }

            if (start == from)
            {
                break;
            }
        }

        while (end > start && s[end - 1] is '的' or '了' or '、' or '和' or '及' or '与' or '“' or '‘' or '《' or '（' or '数')
        {
            if (s[end - 1] == '数')
            {
                break;
            }

            end--;
        }

        if (end <= start || end - start > 2 * Longest)
        {
            return null;
        }

        var measure = s[start..end];
        return measure.Any(c => UnitReader.IsHan(c) || char.IsAsciiLetter(c)) ? measure : null;
    }
}
