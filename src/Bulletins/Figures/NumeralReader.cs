using System.Globalization;

namespace Bulletins.Figures;

/// <summary>Reads the numeral that begins at a place, Arabic or Chinese, with its scale words.</summary>
internal static class NumeralReader
{
    private const int MaxDigits = 24;

    /// <returns>Whether a quantity's numeral begins here; in either case <paramref name="end"/> is where to read on.</returns>
    public static bool TryRead(string text, int start, int limit, out Numeral numeral, out int end)
    {
        if (!char.IsAsciiDigit(text[start]))
        {
            return ChineseNumeral.TryRead(text, start, limit, out numeral, out end);
        }

        numeral = default;
        var p = Integer(text, start, limit);
        if (p + 1 < limit && text[p] == '.' && char.IsAsciiDigit(text[p + 1]))
        {
            p = Digits(text, p + 1, limit);
            if (p + 1 < limit && text[p] == '.' && char.IsAsciiDigit(text[p + 1]))
            {
                // 192.168.0.1, V2.3.1
                while (p < limit && (char.IsAsciiDigit(text[p]) || text[p] == '.'))
                {
                    p++;
                }

                end = p;
                return false;
            }
        }

        end = p;
        if (p - start > MaxDigits || !decimal.TryParse(Plain(text, start, p), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        numeral = Scaled(text, start, p, limit, value);
        end = numeral.End;
        return true;
    }

    // 3万余, 30余万, 2000多亿, 1.2万亿, 3亿5千万, 5千 (but 5千瓦: 千 is the unit's)
    private static Numeral Scaled(string text, int start, int p, int limit, decimal value)
    {
        var (scale, last, scaleStart, more, rough) = (1m, 0m, -1, false, false);
        while (p < limit)
        {
            var c = text[p];
            if (c is '余' or '多' or '几' or '来' && p + 1 < limit && ChineseNumeral.Scale(text[p + 1]) >= 100 && !UnitTable.BeginsWithThousand(text, p + 1, limit))
            {
                (more, rough, scaleStart) = (more || c != '来', rough || c == '来', -1);
                p++;
                continue;
            }

            var s = ChineseNumeral.Scale(c);
            if (s < 100 || (last > 0 && s <= last) || (last == 10_000 && s != 100_000_000) || last == 100_000_000
                || (s < 10_000 && p + 1 < limit && text[p + 1] == '分') || (s <= 1000 && UnitTable.BeginsWithThousand(text, p, limit)))
            {
                break;
            }

            scaleStart = scaleStart < 0 ? p : scaleStart;
            scale *= s;
            last = s;
            p++;
            if (s >= 10_000 && !more && p < limit && (char.IsAsciiDigit(text[p]) || ChineseNumeral.Digit(text[p]) > 0)
                && TryRead(text, p, Math.Min(limit, p + 16), out var rest, out _) && rest.Value < s && (rest.Scale > 1 || rest.Value >= 100))
            {
                return rest with { Start = start, Value = (value * scale) + rest.Value, Chinese = false, Large = true, Scale = rest.Scale > 1 ? rest.Scale : 1 };
            }
        }

        return new Numeral
        {
            Start = start,
            End = p,
            Value = value * scale,
            Scale = scale,
            ScaleStart = scaleStart < 0 ? p : scaleStart,
            Large = scale >= 100,
            MoreThan = more,
            Approximate = rough,
        };
    }

    // 12,345 and 12 345 are one number; 12,34 and 2023 120 are not.
    private static int Integer(string text, int start, int limit)
    {
        var p = Digits(text, start, limit);
        if (p - start > 3)
        {
            return p;
        }

        while (p + 3 < limit && text[p] is ',' or ' ' && Digits(text, p + 1, Math.Min(limit, p + 5)) == p + 4)
        {
            p += 4;
        }

        return p;
    }

    private static int Digits(string text, int start, int limit)
    {
        while (start < limit && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    private static string Plain(string text, int start, int end)
    {
        var plain = text[start..end];
        return plain.AsSpan().IndexOfAny(',', ' ') < 0 ? plain : plain.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }
}
