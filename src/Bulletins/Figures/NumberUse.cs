namespace Bulletins.Figures;

/// <summary>Tells what a number and the characters behind it are where that is no plain amount: names of pairs, services of a line, numbers of a list, years.</summary>
internal static class NumberUse
{
    // 5库7站, 四横两纵, 8区13园: pairs of a number and one character, where one holds no classifier
    public static bool IsNameOfPairs(string text, in Numeral number, UnitReader.Match? unit, out int next)
    {
        next = 0;
        var (p, pairs, named) = (number.End, 0, unit is null || unit.Value.Unit.Kind == UnitKind.None);
        if (unit is { Unit.Kind: not (UnitKind.Count or UnitKind.None) })
        {
            return false; // 1米75高
        }

        while (number.Value < 100 && number.Scale == 1 && p + 1 < text.Length && pairs < 5 && UnitReader.IsHan(text[p]) && text[p] is not ('至' or '到' or '或' or '和' or '与' or '及' or '比') && (pairs == 0 || !named || p > number.End))
        {
            var begins = char.IsAsciiDigit(text[p + 1]) == !number.Chinese && (char.IsAsciiDigit(text[p + 1]) || ChineseNumeral.Digit(text[p + 1]) > 0);
            if (!begins || !NumeralReader.TryRead(text, p + 1, text.Length, out var more, out _) || more.Value >= 100 || more.Scale > 1 || more.End >= text.Length || !UnitReader.IsHan(text[more.End]))
            {
                break;
            }

            var counted = UnitReader.TryRead(text, more.End, text.Length, more.Chinese, out var other) && other.Unit.Kind != UnitKind.None;
            if (counted && (other.End > more.End + 1 || other.Unit.Kind != UnitKind.Count))
            {
                return false;
            }

            named |= !counted;
            (pairs, p) = (pairs + 1, more.End);
        }

        next = p + 1;
        return pairs > 0 && named;
    }

    // 执行航班612班, 加密公交12班; not 3班组, 高三2班, 运行3班
    public static bool IsService(string text, in Numeral number, UnitReader.Match unit)
    {
        if (number.Chinese || unit.End - unit.Start != 1 || text[unit.Start] != '班' || (number.Start > 0 && text[number.Start - 1] is '第' or '、')
            || (unit.End < text.Length && text[unit.End] is '组' or '级' or '子' or '长' or '岗' or '员' or '会' or '中' or '制' or '、' or '倒'))
        {
            return false;
        }

        var from = Math.Max(0, number.Start - 12);
        var around = text.AsSpan(from, Math.Min(text.Length, unit.End + 3) - from);
        foreach (var word in (ReadOnlySpan<string>)["航班", "公交", "客车", "班车", "轮渡", "渡轮", "客运", "航线", "开行", "加密", "加开", "增开", "发车", "停航", "取消", "延误"])
        {
            if (around.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // 8.2022年新能源…, 1.5月份…: the number of an item, then a date
    public static bool IsListNumber(string text, in Numeral number)
    {
        var point = text.IndexOf('.', number.Start, number.End - number.Start);
        return point > 0 && point - number.Start <= 2 && number.End < text.Length
            && ((DateParts.FourDigits(text, point + 1) is not null && number.End == point + 5 && text[number.End] == '年') || (number.End - point <= 3 && string.CompareOrdinal(text, number.End, "月份", 0, 2) == 0));
    }

    public static bool IsDate(string text, in Numeral number, UnitReader.Match unit) =>
        unit.Unit.Code == "a" && text[unit.Start] == '年' && !number.Chinese && !number.MoreThan && number.End - number.Start is 4 or 2
        && (number.End - number.Start == 4 ? number.Value is >= 1000 and < 3000 : text[number.Start] == '0');
}
