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

        if (NumberUse.IsListNumber(text, number))
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

        var first = UnitBehind.TryRead(text, ref number, out var unit);
        if (first && i > 0 && text[i - 1] == '每' && number is { Chinese: true, ScaleOnly: true } && unit.Unit.Kind is UnitKind.Count or UnitKind.Physical or UnitKind.Money)
        {
            return unit.End; // 每百批次, 每万元产值
        }

        if (NumberUse.IsNameOfPairs(text, number, first ? unit : null, out var next))
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

        if (NumberUse.IsService(text, number, unit))
        {
            unit = unit with { Unit = new Unit(UnitKind.Count, "1", 1, "") { Row = "班 of a line's services" } };
        }

        if (unit.Unit.Kind == UnitKind.None && number.Scale >= 10_000 && unit.End - unit.Start == 1)
        {
            Add(number, i, new UnitReader.Match(Bare, number.ScaleStart, number.End, false)); // 30万大学生
            return number.End;
        }

        if (unit.Unit.Kind == UnitKind.None || NumberUse.IsDate(text, number, unit))
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

        if (!NumeralReader.TryRead(text, sign, text.Length, out var high, out _) || high.Chinese != low.Chinese || !UnitBehind.TryRead(text, ref high, out var unit)
            || unit.Unit.Kind is UnitKind.None or UnitKind.Bare || NumberUse.IsDate(text, high, unit) || (lowUnit is { } u && !text.AsSpan(u.Start, u.End - u.Start).SequenceEqual(text.AsSpan(unit.Start, unit.End - unit.Start))))
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
}
