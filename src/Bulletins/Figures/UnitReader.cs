namespace Bulletins.Figures;

/// <summary>Reads the unit behind a number: 万元, 元/吨, kWh/t·Al, g/(kW·h), 吨标准煤/万元.</summary>
internal static class UnitReader
{
    public readonly record struct Match(Unit Unit, int Start, int End, bool PerUnit);

    public static bool TryRead(string text, int start, int limit, bool chinese, out Match match)
    {
        match = default;
        // "5 km": a space may set a Latin unit off.
        var p = start + 1 < limit && text[start] == ' ' && (char.IsAsciiLetter(text[start + 1]) || text[start + 1] == '℃') ? start + 1 : start;
        var length = UnitTable.Longest(text, p, limit, out var unit);
        if ((length == 0 || (length == 1 && text[p] == '分')) && Cents(text, p, limit) is { } cents)
        {
            (length, unit) = (1, cents);
        }

        if (length == 0 || (unit.OnlyAfterDigits && chinese))
        {
            return false;
        }

        var end = p + length;
        if (char.IsAsciiLetter(text[end - 1]) && unit.Kind != UnitKind.None && end < limit && char.IsAsciiLetterOrDigit(text[end]))
        {
            return false; // 5Gbit, 3Mega
        }

        if (unit.StandsAlone && end < limit && (IsHan(text[end]) && text[end] is not ('以' or '的' or '左' or '降' or '升' or '提' or '增' or '减')))
        {
            return false; // 5A级, 3D打印
        }

        if (unit.Kind is UnitKind.None)
        {
            match = new Match(unit, p, end, false);
            return true;
        }

        end = Substance(text, end, limit);
        if (unit.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.Count && TryDenominator(text, ref end, limit, ref unit))
        {
            match = new Match(unit, p, Substance(text, end, limit), true);
            return true;
        }

        match = new Match(unit, p, end, false);
        return true;
    }

    // 1.7分/千瓦时, 4分30秒; 分 alone is a score, a minute of the clock or a part
    private static Unit? Cents(string text, int p, int limit)
    {
        if (p + 1 >= limit || text[p] != '分')
        {
            return null;
        }

        if (text[p + 1] is '/' or '／')
        {
            return new Unit(UnitKind.Money, "CNY", 0.01m, "") { Row = "分 before a line → CNY × 0.01" };
        }

        var digits = p + 1;
        while (digits < limit && digits < p + 4 && (char.IsAsciiDigit(text[digits]) || ChineseNumeral.Digit(text[digits]) >= 0 || text[digits] == '十'))
        {
            digits++;
        }

        return digits > p + 1 && digits < limit && text[digits] == '秒' ? new Unit(UnitKind.Time, "min", 1, "") { Row = "分 before seconds → min × 1" } : null;
    }

    // "/t", "每吨", "/(kW·h)", "/万元", "/(t·a)"
    private static bool TryDenominator(string text, ref int end, int limit, ref Unit unit)
    {
        var p = end;
        if (p + 1 >= limit || text[p] is not ('/' or '／' or '每'))
        {
            return false;
        }

        var byWord = text[p++] == '每';
        p += text[p] == '每' ? 1 : 0;
        var paren = p < limit && text[p] is '(' or '（';
        p += paren ? 1 : 0;
        var scale = 1m;
        while (p < limit && ChineseNumeral.Scale(text[p]) >= 100 && !UnitTable.BeginsWithThousand(text, p, limit))
        {
            scale *= ChineseNumeral.Scale(text[p++]);
        }

        var length = Denominator(text, p, limit, out var below);
        if (length == 0 || (byWord && below.Kind == UnitKind.Count))
        {
            return false;
        }

        p += length;
        var code = below.Code;
        var factor = scale * below.Factor;
        while (paren && p < limit && text[p] is '·' or '.' or '•')
        {
            var more = Denominator(text, p + 1, limit, out var other);
            if (more == 0)
            {
                p = Substance(text, p, limit);
                break;
            }

            p += more + 1;
            code = $"{code}.{other.Code}";
            factor *= other.Factor;
        }

        if (paren)
        {
            if (p >= limit || text[p] is not (')' or '）'))
            {
                return false;
            }

            code = code.Contains('.', StringComparison.Ordinal) && below.Code != code ? $"({code})" : code;
            p++;
        }

        end = p;
        unit = unit with { Code = $"{unit.Code}/{code}", Factor = unit.Factor / factor, Row = $"{unit.Row}; per {(below.Row.Length > 0 ? below.Row : below.Code)}{(scale == 1 ? "" : $" × {scale}")}" };
        return true;
    }

    private static int Denominator(string text, int p, int limit, out Unit unit)
    {
        var length = UnitTable.Longest(text, p, limit, out unit);
        if (length > 1 && unit.Kind == UnitKind.None && text[p] == '升')
        {
            length = UnitTable.Longest(text, p, p + 1, out unit); // 毫克/升降到: no 升降 behind a line
        }

        if (length > 0 && unit.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.Count or UnitKind.Time)
        {
            // 3.2立方米/吨钢
            var of = p + length;
            return length + (text[of - 1] == '吨' && of < limit && text[of] is '钢' or '铁' or '煤' or '矿' or '铝' or '材' && (of + 1 == limit || !IsHan(text[of + 1])) ? 1 : 0);
        }

        // Below a line single words stand for units that are none elsewhere: 元/月, t/日, 件/班, m3/时.
        unit = (p < limit ? text[p] : '\0') switch
        {
            '月' => new Unit(UnitKind.Time, "mo", 1, ""),
            '日' => new Unit(UnitKind.Time, "d", 1, ""),
            '时' => new Unit(UnitKind.Time, "h", 1, ""),
            '分' => new Unit(UnitKind.Time, "min", 1, ""),
            '年' or 'a' => new Unit(UnitKind.Time, "a", 1, ""),
            '班' or '点' or '区' or '单' or '工' => new Unit(UnitKind.Count, "1", 1, ""),
            _ => new Unit(UnitKind.None, "1", 1, ""),
        };
        return unit.Kind == UnitKind.None ? 0 : 1;
    }

    // kWh/t·Al, kg/t·cs: what the ton is of.
    private static int Substance(string text, int end, int limit)
    {
        if (end + 1 < limit && text[end] is '·' or '•' or '-' or '.' && char.IsAsciiLetter(text[end + 1]))
        {
            var p = end + 1;
            while (p < limit && char.IsAsciiLetter(text[p]))
            {
                p++;
            }

            return p - end <= 4 ? p : end;
        }

        return end;
    }

    internal static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
