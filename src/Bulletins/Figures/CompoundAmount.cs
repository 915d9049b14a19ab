namespace Bulletins.Figures;

/// <summary>Amounts in two units or with a half behind them: 1小时30分, 3年半, 三成五.</summary>
internal static class CompoundAmount
{
    // What a unit may be followed by and still be one amount: 1小时30分, 3年半, 三成五
    /// <returns>Where to read on.</returns>
    public static int Read(string text, Quantity q, int end)
    {
        if (end >= text.Length)
        {
            return end;
        }

        var code = q.Unit.Code;
        var stops = end + 1 >= text.Length || !UnitReader.IsHan(text[end + 1]) || text[end + 1] is '的' or '左' or '以' or '多';

        // 一倍半, 三吨半; not 三亩半山坡
        if (text[end] == '半' && stops && !q.PerUnit && q.Kind is UnitKind.Multiple or UnitKind.Physical or UnitKind.Doubling && q.Number.Scale == 1)
        {
            q.Value += q.Unit.Factor / 2;
            return Found(text, q, q.UnitEnd = end + 1);
        }

        // 九成半; not 九成半成品
        if (text[end] == '半' && q.Kind == UnitKind.Tenth && (end + 1 >= text.Length || text[end + 1] is not ('成' or '数' or '径' or '天' or '年')))
        {
            q.Value += 5;
            return Found(text, q, end + 1);
        }

        // 4秒58, 3分30秒92
        if (code == "s" && q.Unit.Factor == 1 && !q.Number.Chinese && ReadHundredthSeconds(text, q, end) is var seconds && seconds > end)
        {
            return seconds;
        }

        // 1米75, 5米8: what follows are its tenths and hundredths
        if (text[end - 1] == '米' && q.UnitEnd - q.UnitStart == 1 && q.Value < 100 && q.Value == decimal.Truncate(q.Value))
        {
            return ReadHundredths(text, q, end);
        }

        if (text[end] == '半' && q.Kind == UnitKind.Time && (end + 1 == text.Length || !UnitReader.IsHan(text[end + 1]) || text[end + 1] is '的' or '时' or '左' or '多' or '后' or '以' or '内' or '就' or '便' or '才' or '即' or '缩' or '压' or '减' or '降' or '延' or '增'))
        {
            q.Value += q.Unit.Factor / 2;
            return Found(text, q, q.UnitEnd = end + 1);
        }

        if (q.Kind == UnitKind.Tenth && ChineseNumeral.Digit(text[end]) > 0 && !CountsOn(text, end + 1))
        {
            q.Value += ChineseNumeral.Digit(text[end]);
            return Found(text, q, end + 1);
        }

        if (q is { Kind: UnitKind.Money, PerUnit: false, Unit.Code: "CNY", Unit.Factor: 1 or 0.1m } && q.Number.Scale == 1)
        {
            return ReadJiaoFen(text, q, end);
        }

        end += text[end] == '零' && end + 1 < text.Length && (char.IsAsciiDigit(text[end + 1]) || ChineseNumeral.Digit(text[end + 1]) > 0) && q.Kind == UnitKind.Time ? 1 : 0; // 3天零6小时
        var down = code switch { "h" => 60m, "a" => 12m, "min" => 60m, "d" => 24m, _ => 0 };
        if (down == 0 || q.Kind != UnitKind.Time || q.PerUnit || char.IsAsciiDigit(text[end]) == q.Number.Chinese || !(char.IsAsciiDigit(text[end]) || ChineseNumeral.Begins(text[end])) || !NumeralReader.TryRead(text, end, text.Length, out var rest, out _))
        {
            return q.End;
        }

        var wanted = code switch { "h" => "min", "a" => "mo", "min" => "s", _ => "h" };
        var next = rest.End;
        if (next < text.Length && text[next] == '分' && wanted == "min" && !(next + 1 < text.Length && text[next + 1] == '钟'))
        {
            return AddLower(text, q, rest.Value, down, new Unit(UnitKind.Time, "min", 1, ""), next + 1);
        }

        if (UnitReader.TryRead(text, next, text.Length, false, out var unit) && unit.Unit.Code == wanted && unit.Unit.Kind == UnitKind.Time)
        {
            var found = AddLower(text, q, rest.Value, down, unit.Unit, unit.End);
            return wanted == "s" && !rest.Chinese && q.Unit.Code == "s" ? Math.Max(found, ReadHundredthSeconds(text, q, found)) : found;
        }

        return q.End;
    }

    // 七成三班倒, 三成五十人: the digit begins another number; not 三成五用电
    private static bool CountsOn(string text, int p) =>
        p < text.Length && (ChineseNumeral.Begins(text[p]) || text[p] is '班' or '级' || (UnitReader.TryRead(text, p, text.Length, chinese: true, out _) && text[p] is not ('以' or '的')));

    // 三十一元四角, 3元5角8分; not 3元5年
    private static int ReadJiaoFen(string text, Quantity q, int end)
    {
        var (p, value, weight) = (end, 0m, q.Unit.Factor / 10);
        for (; weight >= 0.01m && p + 1 < text.Length; weight /= 10)
        {
            var digit = q.Number.Chinese ? ChineseNumeral.Digit(text[p]) : char.IsAsciiDigit(text[p]) ? text[p] - '0' : -1;
            var unit = weight == 0.1m ? text[p + 1] is '角' or '毛' : text[p + 1] == '分' && !(p + 2 < text.Length && text[p + 2] is '之' or '钟' or '秒');
            if (digit >= 0 && unit)
            {
                (value, p) = (value + (digit * weight), p + 2);
            }
        }

        if (p == end)
        {
            return q.End;
        }

        q.Value += value;
        return Found(text, q, p + (p < text.Length && text[p] == '钱' ? 1 : 0));
    }

    private static int ReadHundredths(string text, Quantity q, int end)
    {
        var p = end;
        var (value, weight) = (0m, 1m);
        while (p < text.Length && p < end + 3 && (q.Number.Chinese ? ChineseNumeral.Digit(text[p]) : char.IsAsciiDigit(text[p]) ? text[p] - '0' : -1) is >= 0 and var digit)
        {
            weight /= 10;
            value += digit * weight;
            p++;
        }

        var follows = p == text.Length || !UnitReader.IsHan(text[p]) || text[p] is '的' or '高' or '长' or '宽' or '深' or '厚';
        if (p == end || p > end + 2 || !follows || (p < text.Length && (char.IsAsciiLetterOrDigit(text[p]) || text[p] is '.' or '-' or '～' or '~' or '—' or '×')))
        {
            return end;
        }

        q.Value += value;
        return Found(text, q, p);
    }

    private static int ReadHundredthSeconds(string text, Quantity q, int end)
    {
        var p = end;
        var (value, weight) = (0m, 1m);
        while (p < text.Length && p < end + 4 && char.IsAsciiDigit(text[p]))
        {
            weight /= 10;
            value += (text[p++] - '0') * weight;
        }

        if (p - end is not (2 or 3) || q.Value != decimal.Truncate(q.Value) || (p < text.Length && (text[p] is '.' or '%' || char.IsAsciiLetter(text[p]) || ChineseNumeral.Scale(text[p]) > 0 || UnitReader.TryRead(text, p, text.Length, false, out _))))
        {
            return end;
        }

        q.Value += value;
        return Found(text, q, p);
    }

    // 1小时30分 is 1.5 h; 3小时20分 has no exact decimal in hours and is 200 min
    private static int AddLower(string text, Quantity q, decimal rest, decimal down, Unit lower, int end)
    {
        var exact = decimal.Round(rest / down, 4);
        if (exact * down == rest)
        {
            q.Value += exact;
        }
        else
        {
            (q.Value, q.Unit) = ((q.Value * down) + rest, lower);
        }

        return Found(text, q, q.UnitEnd = end);
    }

    private static int Found(string text, Quantity q, int end)
    {
        q.End = end;
        q.Because(FigureFields.Recognizer, text[q.Start..end], Recognizers.Compound);
        return end;
    }
}
