namespace Bulletins.Figures;

/// <summary>Reads fractions: 百分之五, 千分之三, 三分之二, 占全国的1/5, 近一半.</summary>
internal static class FractionReader
{
    private const int LargestBelow = 1000;
    private static readonly string[] BeforeSlash = ["的", "占", "占到", "占比", "近", "约", "不到", "不足", "超过", "超", "仅为", "为", "达", "达到", "了", "至", "到", "只有", "仅"];
    private static readonly string[] BeforeHalf = ["近", "约", "不到", "不足", "超过", "超", "将近", "接近"];

    /// <summary>A fraction as it stands; a unit of kind none where it is none of a quantity (零分之一).</summary>
    public readonly record struct Match(Numeral Number, Unit Unit, int End, (int Start, int End) UnitPlace);

    /// <summary>百分之五, 千分之三: the scale word stands for the number below.</summary>
    public static bool TryBare(string text, int start, out Match match)
    {
        match = default;
        var scale = ChineseNumeral.Scale(text[start]);
        return scale >= 100 && TryWords(text, start, start + 1, scale, out match);
    }

    /// <summary>Where <paramref name="number"/> is the lower part (三分之二), or the upper (1/5), or one of 一半.</summary>
    public static bool TryRead(string text, in Numeral number, out Match match) =>
        TryWords(text, number.Start, number.End, number.Value, out match) || TrySlash(text, number, out match) || TryHalf(text, number, out match);

    private static bool TryWords(string text, int start, int at, decimal below, out Match match)
    {
        match = default;
        var p = at + 2;
        if (string.CompareOrdinal(text, at, "分之", 0, 2) != 0 || p >= text.Length)
        {
            return false;
        }

        if (below == 100 && text[p] == '百')
        {
            match = Of(new Numeral { Start = start, End = p + 1, Value = 100, Scale = 1, ScaleStart = p + 1 }, 100, p + 1, (start, p));
            return true;
        }

        if ((!char.IsAsciiDigit(text[p]) && !ChineseNumeral.Begins(text[p])) || !NumeralReader.TryRead(text, p, text.Length, out var above, out _))
        {
            return false;
        }

        match = Of(above with { Start = start }, below, above.End, below is 100 or 1000 ? (start, p) : (at, p));
        return true;
    }

    // 占全国的1/5, 不到1/10; not 3/4号机组, 2024/5/1: a word that takes a fraction stands before it
    private static bool TrySlash(string text, in Numeral above, out Match match)
    {
        match = default;
        var p = above.End;
        if (above.Chinese || p + 1 >= text.Length || text[p] is not ('/' or '／') || !char.IsAsciiDigit(text[p + 1]) || !NumeralReader.TryRead(text, p + 1, text.Length, out var below, out _)
            || below.Value <= above.Value || below.Value > LargestBelow || above.Value != decimal.Truncate(above.Value) || (below.End < text.Length && text[below.End] is '/' or '.' or '号' or '#' or '-')
            || !(EndsWithAny(text, above.Start, BeforeSlash) || HoldsShare(text, above.Start)))
        {
            return false;
        }

        match = Of(above, below.Value, below.End, (above.End, below.End));
        return true;
    }

    // 占到全厂能耗1/10
    private static bool HoldsShare(string text, int position)
    {
        for (var i = position - 1; i >= 0 && i >= position - 20 && !FigureText.IsClauseEnd(text[i]); i--)
        {
            if (text[i] == '占')
            {
                return true;
            }
        }

        return false;
    }

    // 近一半, 一半以上; not 一半是因为…
    private static bool TryHalf(string text, in Numeral one, out Match match)
    {
        match = default;
        if (!one.Chinese || one.Value != 1 || one.End != one.Start + 1 || one.End >= text.Length || text[one.End] != '半')
        {
            return false;
        }

        var end = one.End + 1;
        var more = end < text.Length && text[end] == '多' && (end + 1 == text.Length || !UnitReader.IsHan(text[end + 1]));
        if (!more && string.CompareOrdinal(text, end, "以上", 0, 2) != 0 && string.CompareOrdinal(text, end, "左右", 0, 2) != 0 && !EndsWithAny(text, one.Start, BeforeHalf))
        {
            return false;
        }

        match = Of(one, 2, end, (one.End, end));
        return true;
    }

    private static Match Of(in Numeral above, decimal below, int end, (int, int) unitPlace)
    {
        if (below == 0)
        {
            return new Match(above, new Unit(UnitKind.None, "1", 1, ""), end, unitPlace);
        }

        var unit = below switch
        {
            100 => new Unit(UnitKind.Percent, "%", 1, ""),
            1000 => new Unit(UnitKind.Percent, "[ppth]", 1, ""),
            _ => new Unit(UnitKind.Fraction, "1", 1, ""),
        };
        var value = unit.Kind == UnitKind.Percent ? above.Value : IsPowerOfTen(below) ? above.Value / below : Math.Round(above.Value / below, 6);
        return new Match(above with { End = end, Value = value, Large = true, ScaleStart = end }, unit with { Row = $"no unit: parts of {below}" }, end, unitPlace);
    }

    // 百万分之1.2 has an exact decimal, 三分之一 has none
    private static bool IsPowerOfTen(decimal number)
    {
        while (number >= 10 && number % 10 == 0)
        {
            number /= 10;
        }

        return number == 1;
    }

    private static bool EndsWithAny(string text, int position, string[] words)
    {
        foreach (var word in words)
        {
            if (position >= word.Length && string.CompareOrdinal(text, position - word.Length, word, 0, word.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
