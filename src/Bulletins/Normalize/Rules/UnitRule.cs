namespace Bulletins.Normalize.Rules;

/// <summary>Puts the symbol of a unit together: m2 with a number is m², kW · h is kW·h.</summary>
public sealed class UnitRule : NormalizeRule
{
    private static readonly string[] Powers = ["mm", "cm", "dm", "km", "hm", "Nm", "m"];

    public override RuleDoc Doc { get; } = new(
        "unit",
        new RuleText(
            "Split units",
            "Raises the 2 or 3 of m2, km3 and the like behind a number, and takes the spaces out of kW · h and 元 / 吨.",
            "Behind a quantity the letters are a unit of length, and its 2 or 3 is the exponent that lost its place.",
            "m2 that follows no number, longer codes (m25, m2A), and strokes between words."),
        new RuleText(
            "拆开的单位",
            "数量后面的 m2、km3 等，把 2、3 改为上标；去掉 kW · h、元 / 吨 里的空格。",
            "数量后面的字母是长度单位，2 或 3 是掉下来的指数。",
            "前面没有数量的 m2、更长的代号（m25、m2A），以及词语之间的斜线。"),
        "建成大棚2.9万m2，单耗13 kW · h / t",
        "建成大棚2.9万m²，单耗13kW·h/t");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        for (var at = text.AsSpan().IndexOfAny('m', '·', '/'); at >= 0;)
        {
            if (text[at] == 'm')
            {
                Power(text, at, edits);
            }
            else
            {
                Stroke(text, at, edits);
            }

            var next = text.AsSpan(at + 1).IndexOfAny('m', '·', '/');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return edits;
    }

    // 2.6万m2, 120 km2, 35Nm3/h, 5 m 2
    private void Power(string text, int m, List<TextEdit> edits)
    {
        var digit = m + 1;
        if (digit < text.Length && text[digit] == ' ')
        {
            digit++;
        }

        if (digit >= text.Length || text[digit] is not ('2' or '3') || digit + 1 < text.Length && (Script.IsLetterOrDigit(text[digit + 1]) || text[digit + 1] is '.' or '²' or '³'))
        {
            return;
        }

        // A digit that stands apart must be closed in by Chinese: 5 m 2，
        if (digit > m + 1 && !(digit + 1 == text.Length || Script.IsChinese(text, digit + 1)))
        {
            return;
        }

        foreach (var unit in Powers)
        {
            var start = m + 1 - unit.Length;
            if (start <= 0 || string.CompareOrdinal(text, start, unit, 0, unit.Length) != 0)
            {
                continue;
            }

            var before = start - 1;
            if (text[before] == ' ' && before > 0)
            {
                before--;
            }

            if (Script.IsDigit(text[before]) || text[before] is '万' or '亿' or '千' or '百' or '余' or '多' or '/')
            {
                edits.Add(new TextEdit(m + 1, digit - m, text[digit] == '2' ? "²" : "³", Id, digit > m + 1 ? 0.9 : 1));
                return;
            }
        }
    }

    // kW · h and t / a between symbols of units, 元 / 吨 behind a number.
    private void Stroke(string text, int at, List<TextEdit> edits)
    {
        int left = at, right = at + 1;
        while (left > 0 && text[left - 1] == ' ' && at - left < 2)
        {
            left--;
        }

        while (right < text.Length && text[right] == ' ' && right - at < 3)
        {
            right++;
        }

        if (left == at && right == at + 1 || left == 0 || right >= text.Length)
        {
            return;
        }

        var start = left;
        while (start > 0 && left - start < 6 && (Script.IsLetter(text[start - 1]) || text[start - 1] is '元' or '·' or '/' or '²' or '³'))
        {
            start--;
        }

        var stop = right;
        while (stop < text.Length && stop - right < 4 && Script.IsLetter(text[stop]))
        {
            stop++;
        }

        var number = start - 1;
        while (number > 0 && (text[number] is ' ' or '万' or '亿' or '千' or '百'))
        {
            number--;
        }

        if (start < left && number >= 0 && Script.IsDigit(text[number]) && (stop > right ? IsSymbol(text.AsSpan(right, stop - right)) : text[right] is '吨' or '件' or '台' or '人' or '度' or '米' or '公' or '千' or '立' or '小' or '年' or '月' or '天'))
        {
            if (left < at)
            {
                edits.Add(new TextEdit(left, at - left, "", Id));
            }

            if (right > at + 1)
            {
                edits.Add(new TextEdit(at + 1, right - at - 1, "", Id));
            }
        }
    }

    private static bool IsSymbol(ReadOnlySpan<char> symbol) => symbol is "h" or "t" or "a" or "d" or "s" or "kg" or "m" or "km" or "L" or "l" or "min" or "Al" or "kWh" or "kW";
}
