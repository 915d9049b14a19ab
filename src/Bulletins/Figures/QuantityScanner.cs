namespace Bulletins.Figures;

/// <summary>One pass over a text that finds numbers and their units. What a number means is decided later; what is plainly a
/// name, a date or an ordinal is left out here.</summary>
internal sealed class QuantityScanner(string text, List<(int Start, int End)>? unknown)
{
    private static readonly Unit Bare = new(UnitKind.Bare, "", 1, "");
    private readonly List<Quantity> found = [];

    /// <param name="unknown">Takes the places of numbers whose unit no table knows.</param>
    public static List<Quantity> Scan(string text, List<(int Start, int End)>? unknown = null) => new QuantityScanner(text, unknown).Scan();

    private List<Quantity> Scan()
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (FigureLexicon.PhraseAt(text, i) is > 0 and var phrase)
            {
                i += phrase;
                continue;
            }

            if (char.IsAsciiLetter(c))
            {
                i = NameSkipper.SkipName(text, i);
                continue;
            }

            if (c is '半' or '零' && ReadEnd(i) is var end && end > i)
            {
                i = end;
                continue;
            }

            if (!char.IsAsciiDigit(c) && !ChineseNumeral.Begins(c) && c != '翻')
            {
                i++;
                continue;
            }

            i = Read(i);
        }

        return found;
    }

    /// <returns>Where to read on.</returns>
    private int Read(int i)
    {
        if (text[i] == '翻')
        {
            // 翻番 has no numeral
            if (i + 1 < text.Length && text[i + 1] == '番')
            {
                var one = new Numeral { Start = i, End = i + 1, Value = 1, Scale = 1, ScaleStart = i + 1, Large = true, Chinese = true };
                Add(one, i, new UnitReader.Match(new Unit(UnitKind.Doubling, "1", 1, ""), i + 1, i + 2, false), recognizer: Recognizers.Doubling);
                return i + 2;
            }

            return i + 1;
        }

        if (FractionReader.TryBare(text, i, out var fraction))
        {
            return Add(fraction);
        }

        if (!NumeralReader.TryRead(text, i, text.Length, out var number, out var end))
        {
            return end;
        }

        if (IsListNumber(number))
        {
            return number.End;
        }

        if (FractionReader.TryRead(text, number, out fraction))
        {
            return Add(fraction);
        }

        if (NameSkipper.IsCode(text, i))
        {
            return NameSkipper.SkipCode(text, i, end);
        }

        var first = TryUnit(ref number, out var unit);
        if (first && i > 0 && text[i - 1] == '每' && number is { Chinese: true, ScaleOnly: true } && unit.Unit.Kind is UnitKind.Count or UnitKind.Physical or UnitKind.Money)
        {
            return unit.End; // 每百批次, 每万元产值
        }

        if (IsNameOfPairs(number, first ? unit : null, out var next))
        {
            return next;
        }

        if (TryRange(number, first ? unit : null, out next))
        {
            return next;
        }

        if (!first)
        {
            if (UnknownUnit.End(text, number) is var stop && stop > number.End)
            {
                unknown?.Add((i, stop));
                return stop;
            }

            if (!number.Chinese || number.ScaleStart < number.End)
            {
                Add(number, i, new UnitReader.Match(Bare, number.ScaleStart, number.End, false));
            }

            return number.End;
        }

        if (IsService(number, unit))
        {
            unit = unit with { Unit = new Unit(UnitKind.Count, "1", 1, "") { Row = "班 of a line's services" } };
        }

        if (unit.Unit.Kind == UnitKind.None && number.Scale >= 10_000 && unit.End - unit.Start == 1)
        {
            Add(number, i, new UnitReader.Match(Bare, number.ScaleStart, number.End, false)); // 30万大学生
            return number.End;
        }

        if (unit.Unit.Kind == UnitKind.None || IsDate(number, unit))
        {
            return number.End;
        }

        Add(number, i, unit);
        return CompoundAmount.Read(text, found[^1], unit.End);
    }

    // 由3天缩短为半天, 由4次降为零: the end of a change only
    private int ReadEnd(int i)
    {
        if (i < 2 || text[i - 1] is not ('为' or '到' or '至') || text[i - 2] is not ('短' or '缩' or '少' or '低' or '降' or '减'))
        {
            return i;
        }

        var zero = text[i] == '零';
        var number = new Numeral { Start = i, End = i + 1, Value = zero ? 0 : 0.5m, Scale = 1, ScaleStart = i + 1, Chinese = true };
        if (zero)
        {
            if (i + 1 < text.Length && UnitReader.IsHan(text[i + 1]))
            {
                return i;
            }

            Add(number, i, new UnitReader.Match(Bare, i + 1, i + 1, false));
            return i + 1;
        }

        var months = string.CompareOrdinal(text, i + 1, "个月", 0, 2) == 0;
        var length = UnitTable.Longest(text, i + 1, text.Length, out var unit);
        if (!months && (length == 0 || unit.Kind != UnitKind.Time))
        {
            return i;
        }

        var end = i + 1 + (months ? 2 : length);
        Add(number, i, new UnitReader.Match(months ? new Unit(UnitKind.Time, "mo", 1, "") : unit, i + 1, end, false));
        return end;
    }

    // The unit behind a number, with 余, 多 or 来 between: 30余台, 十来个, 5个半小时
    private bool TryUnit(ref Numeral number, out UnitReader.Match unit)
    {
        var p = number.End;
        if (TryHalfUnit(ref number, out unit))
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
    private bool TryHalfUnit(ref Numeral number, out UnitReader.Match unit)
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

    private int Add(in FractionReader.Match fraction)
    {
        if (fraction.Unit.Kind != UnitKind.None)
        {
            Add(fraction.Number, fraction.Number.Start, new UnitReader.Match(fraction.Unit, fraction.Number.Start, fraction.End, false), recognizer: Recognizers.Fraction);
            (found[^1].UnitStart, found[^1].UnitEnd) = fraction.UnitPlace;
        }

        return fraction.End;
    }

    private void Add(in Numeral number, int start, UnitReader.Match unit, decimal? max = null, string recognizer = Recognizers.Amount)
    {
        var unitStart = number.ScaleStart < number.End ? number.ScaleStart : unit.Start;
        var quantity = new Quantity
        {
            Number = number,
            Unit = unit.Unit,
            Value = number.Value * unit.Unit.Factor,
            Max = (max ?? number.Max) is { } m ? m * unit.Unit.Factor : null,
            Start = start,
            UnitStart = unitStart,
            UnitEnd = unit.End,
            End = unit.End,
            PerUnit = unit.PerUnit,
            Qualifier = number.MoreThan ? FigureQualifier.MoreThan : number.Approximate ? FigureQualifier.Approximately : FigureQualifier.Exact,
        };
        quantity.Because(FigureFields.Recognizer, text[start..unit.End], recognizer);
        if (quantity.Qualifier != FigureQualifier.Exact)
        {
            quantity.Because(FigureFields.Qualifier, text[number.Start..unit.End], "inside the number");
        }

        found.Add(quantity);
    }

    // 1900—3300米, 10～15万元, 5至8天, 30%—50%; not 1至7月, not 2019-2021年
    private bool TryRange(in Numeral low, UnitReader.Match? lowUnit, out int next)
    {
        next = 0;
        var p = lowUnit?.End ?? low.End;
        if (lowUnit is { Unit.Kind: UnitKind.None })
        {
            return false;
        }

        var sign = p;
        while (sign < text.Length && sign - p < 3 && text[sign] is '-' or '—' or '–' or '～' or '~' or '－' or '―' or '─' or '至' or '到')
        {
            sign++;
        }

        if (sign > p && string.CompareOrdinal(text, sign, "零下", 0, 2) == 0 && low.Start > 1 && string.CompareOrdinal(text, low.Start - 2, "零下", 0, 2) == 0)
        {
            sign += 2; // 零下12至零下18摄氏度
        }

        if (sign == p || sign >= text.Length || (!char.IsAsciiDigit(text[sign]) && !ChineseNumeral.Begins(text[sign])))
        {
            return false;
        }

        if (!NumeralReader.TryRead(text, sign, text.Length, out var high, out _) || high.Chinese != low.Chinese || !TryUnit(ref high, out var unit)
            || unit.Unit.Kind is UnitKind.None or UnitKind.Bare || IsDate(high, unit) || (lowUnit is { } u && !text.AsSpan(u.Start, u.End - u.Start).SequenceEqual(text.AsSpan(unit.Start, unit.End - unit.Start))))
        {
            return false;
        }

        var value = low.Value;
        if (lowUnit is null && low.Scale == 1 && high.Scale > 1 && value < high.Value / high.Scale)
        {
            value *= high.Scale;
        }

        if (low.Start > 0 && text[low.Start - 1] == '-' && text[sign - 1] == '-' && sign - p > 1 && low.Value > high.Value)
        {
            (value, high) = (high.Value, high with { Value = low.Value }); // -8～-5℃
        }

        if (value >= high.Value || (lowUnit is null && low.Value > high.Value && text[sign - 1] != '-'))
        {
            return false;
        }

        var merged = high with { Start = low.Start, Value = value, Chinese = low.Chinese, Large = low.Large || high.Large || !low.Chinese, MoreThan = high.MoreThan };
        Add(merged, low.Start, unit, high.Value, Recognizers.Range);
        next = unit.End;
        return true;
    }

    // 5库7站, 四横两纵, 8区13园: pairs of a number and one character, where one holds no classifier
    private bool IsNameOfPairs(in Numeral number, UnitReader.Match? unit, out int next)
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
    private bool IsService(in Numeral number, UnitReader.Match unit)
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
    private bool IsListNumber(in Numeral number)
    {
        var point = text.IndexOf('.', number.Start, number.End - number.Start);
        return point > 0 && point - number.Start <= 2 && number.End < text.Length
            && ((DateParts.FourDigits(text, point + 1) is not null && number.End == point + 5 && text[number.End] == '年') || (number.End - point <= 3 && string.CompareOrdinal(text, number.End, "月份", 0, 2) == 0));
    }

    private bool IsDate(in Numeral number, UnitReader.Match unit) =>
        unit.Unit.Code == "a" && text[unit.Start] == '年' && !number.Chinese && !number.MoreThan && number.End - number.Start is 4 or 2
        && (number.End - number.Start == 4 ? number.Value is >= 1000 and < 3000 : text[number.Start] == '0');
}
