using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Bulletins.Tables;

namespace Bulletins.Normalize.Rules;

/// <summary>Turns radicals and compatibility ideographs into the characters they stand for.</summary>
public sealed class RadicalRule : NormalizeRule
{
    private static readonly FrozenDictionary<char, string> Radicals = TableReader.Rows("radicals.tsv").ToFrozenDictionary(row => row[0][0], row => row[1]);

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Radicals.Keys, .. Enumerable.Range(0xf900, 0x200).Select(i => (char)i), .. Enumerable.Range(0xd87e, 1).Select(i => (char)i)]);

    public override RuleDoc Doc { get; } = new(
        "radical",
        new RuleText(
            "Radicals in place of characters",
            "Turns CJK radicals (⼯ U+2F2F, ⻛ U+2EDB) and compatibility ideographs into the ordinary characters that look the same.",
            "Inside a word only the character can be meant; PDF fonts that number glyphs badly make the radical.",
            "A radical that stands alone or in a list of radicals, and lines that speak of 部首 or 偏旁."),
        new RuleText(
            "部首冒充汉字",
            "把部首字符（⼯ U+2F2F、⻛ U+2EDB）和兼容汉字换成字形相同的通用汉字。",
            "词语之中只能是汉字；部首字符是 PDF 字体编码不当造成的。",
            "单独出现或排成一列的部首，以及谈论部首、偏旁的行。"),
        "员⼯冒着⼤⻛抢修",
        "员工冒着大风抢修");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        if (!text.AsSpan().ContainsAny(Suspects))
        {
            return [];
        }

        var edits = new List<TextEdit>();
        foreach (var (start, end) in TextLines.Of(text))
        {
            var line = text.AsSpan(start, end - start);
            var offset = line.IndexOfAny(Suspects);
            if (offset < 0 || line.Contains("部首", StringComparison.Ordinal) || line.Contains("偏旁", StringComparison.Ordinal))
            {
                continue;
            }

            for (var at = start + offset; at < end;)
            {
                at += Mend(text, start, end, at, edits);
                var next = text.AsSpan(at, end - at).IndexOfAny(Suspects);
                at = next < 0 ? end : at + next;
            }
        }

        return edits;
    }

    // Handles the run of suspects at an offset and returns its length.
    private int Mend(string text, int start, int end, int at, List<TextEdit> edits)
    {
        var stop = at;
        while (stop < end && Suspects.Contains(text[stop]))
        {
            stop += char.IsHighSurrogate(text[stop]) && stop + 1 < end ? 2 : 1;
        }

        stop = Math.Min(stop, end);
        var beside = at > start && Script.IsHanAt(text, at - 1) || stop < end && Script.IsHanAt(text, stop);

        // 人民 of two radicals is a word; five radicals in a row are a list of radicals.
        if (beside || stop - at is >= 2 and <= 4)
        {
            for (var i = at; i < stop; i++)
            {
                if (Ordinary(text, ref i, out var first) is { } character)
                {
                    edits.Add(new TextEdit(first, i - first + 1, character, Id));
                }
            }
        }

        return stop - at;
    }

    private static string? Ordinary(string text, ref int at, out int first)
    {
        first = at;
        var c = text[at];
        if (Radicals.TryGetValue(c, out var character))
        {
            return character;
        }

        if (char.IsHighSurrogate(c))
        {
            if (at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]))
            {
                return null;
            }

            at++;
        }

        var one = text.Substring(first, at - first + 1);
        var composed = one.Normalize(NormalizationForm.FormC);
        return composed == one ? null : composed;
    }
}
