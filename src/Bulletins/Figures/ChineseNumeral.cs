namespace Bulletins.Figures;

/// <summary>Reads numerals written with Chinese characters: 三十五, 八千余万, 十几, 数百, 七八百, 一点五, 万亿.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    public static bool Begins(char c) => Digit(c) > 0 || Scale(c) > 0 || c is '零' or '几' or '数';

    public static int Digit(char c) => c switch { '〇' => 0, '两' => 2, _ => Digits.IndexOf(c, StringComparison.Ordinal) };

    public static decimal Scale(char c) => c switch
    {
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };

    /// <returns>Whether a quantity's numeral begins at <paramref name="start"/>; in either case <paramref name="end"/> is where to read on.</returns>
    public static bool TryRead(string text, int start, int limit, out Numeral numeral, out int end)
    {
        numeral = default;
        var reader = new Reader(text, start, limit);
        var ok = reader.Read(out var total);
        end = Math.Max(reader.Position, start + 1);
        if (!ok)
        {
            return false;
        }

        numeral = new Numeral
        {
            Start = start,
            End = reader.Position,
            Value = total,
            Max = reader.Max,
            Scale = reader.LastScale,
            ScaleStart = reader.BigStart < 0 ? reader.Position : reader.BigStart,
            Chinese = true,
            Large = reader.Large,
            ScaleOnly = reader.ScaleOnly && !reader.MoreThan,
            MoreThan = reader.MoreThan,
            Approximate = reader.Max is not null || reader.Rough,
        };
        return true;
    }

    private sealed class Reader(string text, int origin, int limit)
    {
        private readonly int start = origin;

        public int Position { get; private set; } = origin;

        public decimal? Max { get; private set; }

        public decimal LastScale { get; private set; } = 1;

        public int BigStart { get; private set; } = -1;

        public bool Large { get; private set; }

        public bool ScaleOnly { get; private set; } = true;

        public bool MoreThan { get; private set; }

        public bool Rough { get; private set; }

        private char At(int i) => i < limit ? text[i] : '\0';

        public bool Read(out decimal total)
        {
            total = 0;
            var lastBig = decimal.MaxValue;
            while (true)
            {
                var begin = Position;
                if (!ReadSection(begin == start, out var section))
                {
                    return false; // 二〇二四
                }

                var any = Position > begin;
                if (any && At(Position) == '点' && Digit(At(Position + 1)) >= 0)
                {
                    section += ReadFraction();
                }

                if (any && At(Position) is '余' or '多' or '几' or '来' && Scale(At(Position + 1)) >= 10_000)
                {
                    (MoreThan, Rough) = (At(Position) != '来', At(Position) == '来');
                    Position++;
                }

                var big = Scale(At(Position));
                if (big < 10_000 || (!any && begin > start))
                {
                    total += section;
                    if (any && begin > start)
                    {
                        (BigStart, LastScale) = (-1, 1);
                    }

                    return Position > start;
                }

                var length = big == 10_000 && At(Position + 1) == '亿' ? 2 : 1;
                big = length == 2 ? 1_000_000_000_000 : big;
                if (big >= lastBig)
                {
                    return true; // 3亿亿: read on behind the first
                }

                // 万亿元: one 万 of 亿元
                BigStart = any ? Position : Position + length - 1;
                if (!any && length == 1)
                {
                    BigStart = Position;
                }

                Max = Max is { } max ? total + (max * big) : null;
                total += (any ? section : 1) * big;
                (lastBig, LastScale, Large) = (big, big, true);
                Position += length;
            }
        }

        // Below 万. False for a row of digits that is no number.
        private bool ReadSection(bool first, out decimal value)
        {
            value = 0;
            var last = 10_000m;
            Max = null;
            while (true)
            {
                var c = At(Position);
                if (c is '零' or '〇' && (value > 0 || !first) && At(Position + 1) is not ('零' or '〇'))
                {
                    Position++;
                    continue;
                }

                var run = 0;
                while (Digit(At(Position + run)) >= 0)
                {
                    run++;
                }

                if (run > 0)
                {
                    ScaleOnly = false;
                    var rough = run == 2 && Neighbours(Position);
                    if (run > 1 && !rough)
                    {
                        Position += run;
                        return false;
                    }

                    var (low, high) = (Digit(c), Digit(At(Position + run - 1)));
                    var scale = Scale(At(Position + run)) is var s and not (20 or 30) ? s : 0;
                    Position += run;
                    if (scale is 0 or >= 10_000 || scale >= last || IsPercentWord(Position))
                    {
                        Max = rough ? value + high : null;
                        value += low;
                        return true;
                    }

                    Max = rough ? value + (high * scale) : null;
                    (last, LastScale) = (scale, value == 0 && scale >= 100 ? scale : 1);
                    value += low * scale;
                    Large |= scale >= 100;
                    Position++;
                    continue;
                }

                if (c == '几' && value > 0 && last == 10)
                {
                    MoreThan = true; // 十几, 二十几
                    Position++;
                    return true;
                }

                if (c is '几' or '数' && value == 0)
                {
                    if (Scale(At(Position + 1)) == 0)
                    {
                        Position++;
                        return false; // 几个, 数字
                    }

                    (MoreThan, ScaleOnly) = (true, false);
                    Position++;
                    c = At(Position);
                    if (Scale(c) >= 10_000)
                    {
                        value = 1;
                        return true;
                    }
                }

                var bare = Scale(c);
                var allowed = bare is 10 or 20 or 30 ? last > 10 : bare is 100 or 1000 && value == 0 && first;
                if (!allowed || IsPercentWord(Position) || (bare == 1000 && UnitTable.BeginsWithThousand(text, Position, limit)))
                {
                    return true;
                }

                ScaleOnly &= bare >= 100;
                Large |= bare >= 100;
                value += bare;
                last = bare is 20 or 30 ? 10 : bare;
                Position++;
            }
        }

        private decimal ReadFraction()
        {
            var (fraction, weight) = (0m, 1m);
            Position++;
            while (Digit(At(Position)) is >= 0 and var d && weight > 0.000_000_1m)
            {
                weight /= 10;
                fraction += d * weight;
                Position++;
            }

            Large = true; // as exact as digits
            return fraction;
        }

        private bool IsPercentWord(int i) => At(i) is '百' or '千' or '万' && At(i + 1) == '分' && At(i + 2) is '之' or '点';

        /// <summary>两三个, 七八天, 三五名: a rough number; 一九 and 三一 are none.</summary>
        private bool Neighbours(int i)
        {
            var (a, b) = (Digit(At(i)), Digit(At(i + 1)));
            return a > 0 && (b == a + 1 || (a == 3 && b == 5));
        }
    }
}
