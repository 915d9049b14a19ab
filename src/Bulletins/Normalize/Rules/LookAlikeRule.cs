using System.Buffers;
using Bulletins.Tables;

namespace Bulletins.Normalize.Rules;

/// <summary>Mends letters that recognition took for digits, and digits it took for letters, where the place proves it.</summary>
public sealed class LookAlikeRule : NormalizeRule
{
    private static readonly (string Wrong, string Right, string? Proof)[] Formulas =
        [.. TableReader.Rows("ocr-formulas.tsv").Select(row => (row[0], row[1], row.Length > 2 ? row[2] : null)).OrderByDescending(f => f.Item1.Length)];

    private static readonly SearchValues<char> Heads = SearchValues.Create([.. Formulas.Select(f => f.Wrong[0]).Append('A').Append('O').Append('o').Append('l').Append('I').Distinct()]);

    public override RuleDoc Doc { get; } = new(
        "look-alike",
        new RuleText(
            "Look-alike digits and letters",
            "Mends O, o, l and I inside a number that a unit follows (2O23年, 1oo%), the 1 for l of an aluminium grade (A199.85 → Al99.85), and formulas that exist in one spelling only (A12O3 → Al2O3).",
            "A number of digits and these letters directly before 年, % or a classifier is nothing else; the grade stands in a line that speaks of 铝.",
            "Codes, models and part numbers (A199, CO2, B2), letters that follow a letter, 5l with no more than a letter l for litres."),
        new RuleText(
            "形近的数字和字母",
            "纠正后面紧跟单位的数字里的 O、o、l、I（2O23年、1oo%），铝牌号里误作 1 的 l（A199.85 → Al99.85），以及只有一种写法的化学式（A12O3 → Al2O3）。",
            "数字夹着这些字母、紧接年、%或量词，没有别的读法；牌号所在的行谈的是铝。",
            "代号、型号、件号（A199、CO2、B2），跟在字母后面的字母，以及 5l 这样可能是升的写法。"),
        "2O23年生产A199.85原铝5万吨",
        "2023年生产Al99.85原铝5万吨");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        var lineEnd = -1; // of the line whose 铝 was looked up, and the answer
        var has = false;
        for (var at = text.AsSpan().IndexOfAny(Heads); at >= 0;)
        {
            var stop = at + 1;
            if (text[at] is 'O' or 'o' or 'l' or 'I' || at > 0 && Script.IsDigit(text[at - 1]))
            {
                stop = Number(text, at, edits);
            }
            else if ((at == 0 || !Script.IsLetterOrDigit(text[at - 1])) && (Grade(text, at) || Formula(text, at, out _, out _)))
            {
                if (Grade(text, at))
                {
                    if (at >= lineEnd)
                    {
                        var from = Math.Max(0, lineEnd);
                        var line = from + text.AsSpan(from, at - from).LastIndexOfAny('\n', '\r') + 1;
                        var whole = Line(text, line);
                        (lineEnd, has) = (line + whole.Length, whole.Contains('铝'));
                    }

                    if (has)
                    {
                        edits.Add(new TextEdit(at, 2, "Al", Id, 0.95, "铝的牌号由 Al 和纯度组成 / a grade of aluminium is Al and its purity"));
                    }
                }
                else if (Formula(text, at, out var formula, out var proof) && (proof is null || IsProven(Near(text, at), proof)))
                {
                    edits.Add(new TextEdit(at, formula.Wrong.Length, formula.Right, Id, proof is null ? 0.97 : 0.95));
                    stop = at + formula.Wrong.Length;
                }
            }

            var next = stop >= text.Length ? -1 : text.AsSpan(stop).IndexOfAny(Heads);
            at = next < 0 ? -1 : stop + next;
        }

        return edits;
    }

    // A199.85, A199.70: the 1 of a purity between 99 and 100 per cent.
    private static bool Grade(string text, int at) =>
        at + 6 < text.Length && text[at] == 'A' && text[at + 1] == '1' && text[at + 2] == '9' && text[at + 3] == '9' && text[at + 4] == '.'
        && Script.IsDigit(text[at + 5]) && Script.IsDigit(text[at + 6]) && !(at + 7 < text.Length && Script.IsLetter(text[at + 7]));

    private static bool Formula(string text, int at, out (string Wrong, string Right, string? Proof) found, out string? proof)
    {
        foreach (var formula in Formulas)
        {
            var end = at + formula.Wrong.Length;
            if (string.CompareOrdinal(text, at, formula.Wrong, 0, formula.Wrong.Length) == 0 && (end >= text.Length || !Script.IsLetterOrDigit(text[end]) && text[end] is not ('.' or '-')))
            {
                (found, proof) = (formula, formula.Proof);
                return true;
            }
        }

        (found, proof) = (default, null);
        return false;
    }

    private static ReadOnlySpan<char> Line(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\n', '\r');
        return end < 0 ? text.AsSpan(start) : text.AsSpan(start, end);
    }

    private static bool IsProven(ReadOnlySpan<char> near, string proof)
    {
        foreach (var word in proof.AsSpan().Split('|'))
        {
            if (near.Contains(proof.AsSpan(word), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Near(string text, int at)
    {
        var from = Math.Max(0, at - 60);
        return text.AsSpan(from, Math.Min(text.Length - from, 120));
    }

    // The word of digits and look-alikes round an offset; mended when it holds a digit and a unit follows it.
    private int Number(string text, int at, List<TextEdit> edits)
    {
        var start = at;
        while (start > 0 && at - start < 12 && IsPart(text[start - 1]))
        {
            start--;
        }

        var stop = at + 1;
        while (stop < text.Length && stop - at < 12 && IsPart(text[stop]))
        {
            stop++;
        }

        if (start > 0 && (Script.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '_' or '/' or '.' or '#' or '·' or '’' or '\'')
            || stop >= text.Length || !IsUnit(text, stop) && !IsRound(text, start, stop) || !text.AsSpan(start, stop - start).ContainsAnyInRange('0', '9'))
        {
            return stop;
        }

        // 5l水, 25l桶: litres, unless what follows is counted in figures only: 3l人.
        if (text[stop - 1] is 'l' or 'I' && !NeverLitres.Contains(text[stop]) || text[start] is 'O' or 'o' && stop - start > 1 && text[stop] is not ('.' or '%') && text[start + 1] is not '.')
        {
            return stop;
        }

        for (var i = Math.Max(start, edits.Count == 0 ? 0 : edits[^1].End); i < stop; i++)
        {
            if (text[i] is 'O' or 'o' or 'l' or 'I')
            {
                edits.Add(new TextEdit(i, 1, text[i] is 'O' or 'o' ? "0" : "1", Id, 0.95));
            }
        }

        return stop;
    }

    // 1OO问, 5OO强: zeros behind a figure, between Chinese words.
    private static bool IsRound(string text, int start, int stop) =>
        stop - start >= 3 && text[start] is >= '1' and <= '9' && text[stop - 1] is 'O' or 'o' && text[stop - 2] is 'O' or 'o' or '0' && Script.IsHanAt(text, start - 1) && Script.IsHanAt(text, stop);

    private static readonly SearchValues<char> NeverLitres = SearchValues.Create("年月日%人名台项个户家次件套处天");

    private static bool IsPart(char c) => Script.IsDigit(c) || c is 'O' or 'o' or 'l' or 'I' or '.';

    private static readonly SearchValues<char> Units = SearchValues.Create("年月日%万亿元吨人个项次台名米余多天家户件套倍度处千公根只条座亩辆架艘张份篇");

    private static bool IsUnit(string text, int at) => Units.Contains(text[at]);
}
