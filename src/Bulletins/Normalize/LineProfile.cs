namespace Bulletins.Normalize;

/// <summary>What one line is like, seen as a whole: rules for words and marks ask it before they judge a place.</summary>
internal readonly record struct LineProfile(int Han, int Letters, int Pauses, int Stops, bool IsCode, bool IsTable, bool IsItem)
{
    /// <summary>Words of another language with a Chinese word here and there.</summary>
    public bool IsForeign => Letters > 2 * Han;

    /// <summary>Running text: it has a sentence's end or is long and has pauses. Headlines, bylines, verse and rows have neither.</summary>
    public bool IsProse => !IsTable && !IsCode && !IsItem && (Stops > 0 || Pauses > 0 && Han >= 20 || Pauses > 1 && Han >= 12);

    public static LineProfile Of(string text, int start, int end)
    {
        int han = 0, letters = 0, pauses = 0, stops = 0, symbols = 0, bars = 0, tabs = 0, gaps = 0, depth = 0;
        var last = ' ';
        var kana = false;
        var code = false;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (Script.IsHan(c))
            {
                han++;
            }
            else if (Script.IsLetter(c))
            {
                letters++;
            }
            else if (c is '。' or '！' or '？' or '；')
            {
                stops++;
            }
            else if (c is '，' || c is ',' && Script.IsHanAt(text, i - 1))
            {
                pauses += depth == 0 ? 1 : 0; // a headline may quote a phrase that has one
            }
            else if (Script.IsOpening(c))
            {
                depth++;
            }
            else if (Script.IsClosing(c))
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (c is '|' or '｜')
            {
                bars++;
            }
            else if (c is '\t')
            {
                tabs++;
            }
            else if (c is '{' or '}' or '=' or '<' or '>' or '\\' or '$' or '`' or '#')
            {
                symbols++;
                code |= i + 1 < end && (c is '<' && text[i + 1] is '/' || c is '=' && text[i + 1] is '=' or '>');
            }
            else if (c is '"' && i + 1 < end && text[i + 1] is ':' || c is ')' && i + 1 < end && text[i + 1] is ';')
            {
                code = true;
            }
            else if (Script.IsSpace(c) && i > start && i + 2 < end && Script.IsSpace(text[i + 1]) && !Script.IsSpace(text[i + 2]))
            {
                gaps++;
            }

            kana |= Script.IsKana(c);
            last = Script.IsSpace(c) ? last : c;
        }

        // Japanese has its own habits; its text is left alone like code.
        code |= kana || symbols >= 3 && symbols * 4 > han;
        return new LineProfile(han, letters, pauses, stops, code, bars >= 2 || tabs >= 2 || (stops == 0 && gaps >= 3), IsListed(text, start, end, pauses, stops, last));
    }

    // （3）某国林火蔓延 2人受伤； 5.各地春播有序推进 进度快于去年； a headline in a list of them: one stop, which ends it, and no pause.
    private static bool IsListed(string text, int start, int end, int pauses, int stops, char last)
    {
        if (stops != 1 || last is not '；' && (pauses > 0 || last is not '。'))
        {
            return false;
        }

        var first = start;
        while (start < end && (Script.IsSpace(text[start]) || text[start] is '（' or '(' or '●' or '■' or '◆' or '▲' or '★' or '•'))
        {
            start++;
        }

        return last == '；' && pauses == 0 || start < end && (Script.IsDigit(text[start]) && text.AsSpan(start, Math.Min(end - start, 4)).IndexOfAny('.', '）', ')') > 0 || text[start] is >= '①' and <= '⑳' || start > first && "●■◆▲★•".Contains(text[start - 1], StringComparison.Ordinal));
    }
}
