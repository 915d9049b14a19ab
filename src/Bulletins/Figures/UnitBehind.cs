namespace Bulletins.Figures;

/// <summary>The unit behind a number, with 余, 多, 来 or 半 between: 30余台, 十来个, 5个半小时.</summary>
internal static class UnitBehind
{
    /// <summary>Reads the unit, and what the number gains by the words between.</summary>
    public static bool TryRead(string text, ref Numeral number, out UnitReader.Match unit)
    {
        var p = number.End;
        if (TryHalfUnit(text, ref number, out unit))
        {
            return true;
        }

        if (UnitReader.TryRead(text, p, text.Length, number.Chinese, out unit))
        {
            return true;
        }

        if (p + 1 >= text.Length)
        {
            return false;
        }

        if (text[p] == '+' && UnitReader.TryRead(text, p + 1, text.Length, number.Chinese, out unit))
        {
            number = number with { MoreThan = true, ScaleStart = unit.Start };
            return true;
        }

        if (text[p] is '余' or '多' or '来' or '几' && UnitReader.TryRead(text, p + 1, text.Length, chinese: false, out unit) && unit.Unit.Kind != UnitKind.None)
        {
            number = text[p] == '来' ? number with { Approximate = true } : number with { MoreThan = true };
            number = number with { ScaleStart = unit.Start };
            return true;
        }

        return false;
    }

    // 两个半小时, 3个多月
    private static bool TryHalfUnit(string text, ref Numeral number, out UnitReader.Match unit)
    {
        unit = default;
        var p = number.End;
        if (string.CompareOrdinal(text, p, "分半钟", 0, 3) == 0)
        {
            number = number with { Value = number.Value + 0.5m };
            unit = new UnitReader.Match(new Unit(UnitKind.Time, "min", 1, ""), p, p + 3, false);
            return true;
        }

        if (p + 2 < text.Length && text[p] == '个' && text[p + 1] is '半' or '多')
        {
            var length = UnitTable.Longest(text, p + 2, text.Length, out var inner);
            var isMonth = p + 2 < text.Length && text[p + 2] == '月';
            if (isMonth || (length > 0 && inner.Kind == UnitKind.Time))
            {
                number = text[p + 1] == '半' ? number with { Value = number.Value + 0.5m } : number with { MoreThan = true };
                inner = isMonth ? new Unit(UnitKind.Time, "mo", 1, "") : inner;
                unit = new UnitReader.Match(inner, p, p + 2 + (isMonth ? 1 : length), false);
                return true;
            }
        }

        return false;
    }
}
