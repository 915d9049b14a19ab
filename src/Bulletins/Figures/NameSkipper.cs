namespace Bulletins.Figures;

/// <summary>Numbers that are names: ordinals, codes, versions, grades, addresses. What they cover is no quantity.</summary>
internal static class NameSkipper
{
    // 第9期, №3, 7·23, 10:30, 3.1.2, -45μm, GB/T12345, 2#
    public static bool IsCode(string text, int start)
    {
        if (start == 0)
        {
            return false;
        }

        var before = text[start - 1];
        if (before is '第' or '#' or '№' or '_' or '@' or '∶' || (before is '·' or '•' && start > 1 && char.IsAsciiDigit(text[start - 2])))
        {
            return true;
        }

        return before is ':' or '：' or '.' or '/' && start > 1 && char.IsAsciiDigit(text[start - 2]);
    }

    /// <returns>Where to read on behind it.</returns>
    public static int SkipCode(string text, int start, int end)
    {
        // 第3—5期, 第一、二名: the second number is an ordinal too
        while (text[start - 1] == '第' && end + 1 < text.Length && text[end] is '-' or '—' or '～' or '~' or '至' or '到' or '、' or '和' or '与'
            && (char.IsAsciiDigit(text[end + 1]) || ChineseNumeral.Digit(text[end + 1]) > 0) && NumeralReader.TryRead(text, end + 1, text.Length, out _, out var more))
        {
            end = more;
        }

        // the rest of 12:30:05 or 3/4
        while (end + 1 < text.Length && text[end] is ':' or '：' or '·' or '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }

        return end;
    }

    /// <summary>Latin letters, and the digits of a name that they begin: Al99.85%, AP1000, DN400mm, www.example.com.</summary>
    public static int SkipName(string text, int start)
    {
        var p = start;
        while (p < text.Length && char.IsAsciiLetter(text[p]))
        {
            p++;
        }

        if (p < text.Length && text[p] is ':' or '@' or '.' or '_' && p + 1 < text.Length && (text[p + 1] < '\u0080'))
        {
            // URL, e-mail, file name
            while (p < text.Length && text[p] is > ' ' and < '\u0080')
            {
                p++;
            }

            return p;
        }

        var digits = p < text.Length && text[p] is '-' or '/' or '—' && p + 1 < text.Length ? p + 1 : p;
        if (digits >= text.Length || !char.IsAsciiDigit(text[digits]) || (digits == p && IsAcronymBeforeAmount(text, start, p)))
        {
            return p;
        }

        p = digits;
        while (p < text.Length && (char.IsAsciiLetterOrDigit(text[p]) || (text[p] is '.' or '-' or '/' or '_' && p + 1 < text.Length && char.IsAsciiLetterOrDigit(text[p + 1]))))
        {
            p++;
        }

        // K87+300, DK12+450.5: a kilometre post
        if (p + 1 < text.Length && text[p] == '+' && char.IsAsciiDigit(text[p + 1]) && text.AsSpan(start, p - start).Contains('K'))
        {
            p++;
            while (p < text.Length && (char.IsAsciiDigit(text[p]) || (text[p] == '.' && p + 1 < text.Length && char.IsAsciiDigit(text[p + 1]))))
            {
                p++;
            }

            return p;
        }

        return p < text.Length && text[p] is '%' or '#' ? p + 1 : p;
    }

    // GDP126万亿元, LNG30万吨: an acronym, then an amount that no name would hold; CT1台, PLC3套: then things that are counted; not G20国, CBA5场
    private static bool IsAcronymBeforeAmount(string text, int start, int p) =>
        p - start >= 2 && char.IsAsciiLetterUpper(text[start]) && NumeralReader.TryRead(text, p, text.Length, out var number, out _)
        && UnitReader.TryRead(text, number.End, text.Length, false, out var unit)
        && ((p - start >= 3 && (unit.Unit.Kind == UnitKind.Money || (unit.Unit.Kind == UnitKind.Physical && number.Scale > 1)))
            || (unit.Unit.Kind == UnitKind.Count && number.Value < 1000 && unit.End - unit.Start == 1 && text[unit.Start] is '台' or '套' or '件' or '块' or '辆' or '部'
                && !text.AsSpan(start, p - start).ContainsAnyExceptInRange('A', 'Z')));
}