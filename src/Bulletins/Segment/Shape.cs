namespace Bulletins.Segment;

/// <summary>What can be seen of a piece of text without reading it.</summary>
internal static class Shape
{
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '〇';

    public static bool IsFinal(char c) => c is '。' or '！' or '？' or '!' or '?' or '…' or '；';

    private static bool IsCloser(char c) => c is '”' or '’' or '」' or '』' or '）' or ')' or '》' or '】' or '"';

    /// <summary>True where the last words end a sentence: 。！？… or such a mark inside closing quotes or brackets.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var i = text.Length - 1;
        while (i >= 0 && (char.IsWhiteSpace(text[i]) || IsCloser(text[i])))
        {
            // …就换。（略）: a remark behind the sentence's end.
            if (text[i] is '）' or ')' && text[Math.Max(0, i - 24)..i].LastIndexOfAny('（', '(') is >= 0 and var open && Math.Max(0, i - 24) + open is > 0 and var at && IsFinal(text[at - 1]))
            {
                return true;
            }

            i--;
        }

        return i >= 0 && IsFinal(text[i]);
    }

    /// <summary>True where text ends with a mark after which a sentence must go on.</summary>
    public static bool EndsOpen(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        return text.Length > 0 && text[^1] is '，' or '、' or ',' or '“' or '（' or '(' or '《' or '‘';
    }

    /// <summary>True where text begins with what cannot begin a sentence: a closing mark, a comma.</summary>
    public static bool StartsInside(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] is '，' or '。' or '、' or '；' or '：' or '！' or '？' or '”' or '’' or '）' or '》' or ')' or ',' or '%' or '％' or '…' or '」' or '』' or '】';

    /// <summary>Opening minus closing marks of one sort, never below zero on the way: what is still open at the end.</summary>
    public static int Open(ReadOnlySpan<char> text, char open, char close)
    {
        var depth = 0;
        foreach (var c in text)
        {
            if (c == open)
            {
                depth++;
            }
            else if (c == close && depth > 0)
            {
                depth--;
            }
        }

        return depth;
    }

    /// <summary>Closing marks that nothing in the text opened.</summary>
    public static int Unopened(ReadOnlySpan<char> text, char open, char close)
    {
        int depth = 0, missing = 0;
        foreach (var c in text)
        {
            if (c == open)
            {
                depth++;
            }
            else if (c == close && --depth < 0)
            {
                depth = 0;
                missing++;
            }
        }

        return missing;
    }

    public static bool IsBalanced(ReadOnlySpan<char> text) =>
        Open(text, '“', '”') == 0 && Open(text, '（', '）') == 0 && Open(text, '《', '》') == 0;

    /// <summary>The width as printed: two for a full-width character, one for a half-width one.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text)
        {
            width += c < 0x2000 ? 1 : 2;
        }

        return width;
    }

    /// <summary>Characters that are neither white space nor marks.</summary>
    public static int Letters(ReadOnlySpan<char> text)
    {
        var n = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                n++;
            }
        }

        return n;
    }

    public static int HanCount(ReadOnlySpan<char> text)
    {
        var n = 0;
        foreach (var c in text)
        {
            if (IsHan(c))
            {
                n++;
            }
        }

        return n;
    }

    public static int Count(ReadOnlySpan<char> text, char mark)
    {
        var n = 0;
        foreach (var c in text)
        {
            if (c == mark)
            {
                n++;
            }
        }

        return n;
    }

    /// <summary>优 化 指 标: single characters set apart by single spaces.</summary>
    public static bool IsLetterSpaced(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        int singles = 0, others = 0, run = 0;
        foreach (var c in line)
        {
            if (c is ' ' or '\u3000')
            {
                Close();
            }
            else if (char.IsLetterOrDigit(c))
            {
                run++;
            }
        }

        Close();
        return singles >= 3 && singles > 3 * others;

        void Close()
        {
            if (run == 1)
            {
                singles++;
            }
            else if (run > 1)
            {
                others++;
            }

            run = 0;
        }
    }

    /// <summary>Without white space, for comparing.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
