using System.Buffers;

namespace Bulletins.Normalize.Garble;

/// <summary>Finds the garbled half of a pair whose other half is as it should be: “安康杯冶, 渊李明）. It needs no garbled
/// passage round it: a mark without a partner, and the partner's double where it must stand, are evidence enough.</summary>
internal static class HalfPairs
{
    private const double Confidence = 0.95;
    private const int Within = 60; // characters between the halves
    private const int LongestPhrase = 25;
    private const int Beyond = 200; // characters that may hold another partner
    private static readonly (string Open, string Close, char OpenGarbled, char CloseGarbled)[] Kinds =
    [
        ("“", "”", '野', '冶'), ("《", "》", '叶', '曳'), ("（(", "）)", '渊', '冤'),
    ];

    private static readonly SearchValues<char> Suspects = SearchValues.Create("野冶叶曳渊冤");

    /// <summary>Adds the edits, in order, to those that are there; a place that has one is passed by.</summary>
    public static void Mend(string text, string rule, List<TextEdit> edits)
    {
        var mended = edits.ToDictionary(e => e.Start, e => e.After[0]);
        var count = edits.Count;
        for (var at = text.AsSpan().IndexOfAny(Suspects); at >= 0;)
        {
            if (!mended.ContainsKey(at) && Half(text, at, mended) is { } edit)
            {
                edits.Add(edit with { Rule = rule });
            }

            var next = text.AsSpan(at + 1).IndexOfAny(Suspects);
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (edits.Count > count)
        {
            edits.Sort((a, b) => a.Start.CompareTo(b.Start));
        }
    }

    private static TextEdit? Half(string text, int at, Dictionary<int, char> mended)
    {
        foreach (var (open, close, openGarbled, closeGarbled) in Kinds)
        {
            if (text[at] == closeGarbled && Find(text, at, -1, Within, open, close, mended) is >= 0 and var from && at - from > 1
                && !IsInWord(text, at, mended.ContainsKey(from), 1) && Encloses(text, from, at, mended) && Find(text, at, 1, Beyond, close, open, mended) < 0)
            {
                return new TextEdit(at, 1, close[0].ToString(), "", Confidence, $"{text[at]}是{close[0]}的国标码错移而成，前面的{text[from]}没有别的可配 / {text[at]} is {close[0]} with its GB code shifted; {text[from]} before it has no other partner");
            }

            if (text[at] == openGarbled && Find(text, at, 1, Within, close, open, mended) is >= 0 and var to && to - at > 1
                && !IsInWord(text, at, mended.ContainsKey(to), -1) && !IsListNumber(text, at, to) && Encloses(text, at, to, mended) && Find(text, at, -1, Beyond, open, close, mended) < 0)
            {
                return new TextEdit(at, 1, open[0].ToString(), "", Confidence, $"{text[at]}是{open[0]}的国标码错移而成，后面的{text[to]}没有别的可配 / {text[at]} is {open[0]} with its GB code shifted; {text[to]} behind it has no other partner");
            }
        }

        return null;
    }

    // The nearest of some marks on one side, in the same paragraph; -1 when one of the others, or none, is nearer.
    private static int Find(string text, int at, int step, int reach, string marks, string others, Dictionary<int, char> mended)
    {
        for (var i = at + step; i >= 0 && i < text.Length && Math.Abs(i - at) <= reach; i += step)
        {
            var c = mended.GetValueOrDefault(i, text[i]);
            if (marks.Contains(c, StringComparison.Ordinal))
            {
                return i;
            }

            if (others.Contains(c, StringComparison.Ordinal) || text[i] == '\n' && i + step >= 0 && i + step < text.Length && text[i + step] is '\n' or '\r')
            {
                return -1;
            }
        }

        return -1;
    }

    // 荒野, 冶金, 枫叶, 渊源: the character belongs to a word, which a line end may cut. Where the other half is garbled too, a word
    // that only reaches into the phrase is chance: 员工野战高温冶.
    private static bool IsInWord(string text, int at, bool garbled, int outward)
    {
        Span<char> near = stackalloc char[(2 * Lexicon.LongestWord) - 1];
        var start = at;
        for (var left = Lexicon.LongestWord - 1; left > 0 && start > 0; start--)
        {
            left -= char.IsWhiteSpace(text[start - 1]) ? 0 : 1;
        }

        var (length, own) = (0, 0);
        for (var i = start; i < text.Length && length < near.Length; i++)
        {
            if (i == at)
            {
                own = length;
            }

            if (!char.IsWhiteSpace(text[i]))
            {
                near[length++] = text[i];
            }
        }

        for (var size = 2; size <= Lexicon.LongestWord; size++)
        {
            for (var first = Math.Max(0, own - size + 1); first <= own && first + size <= length; first++)
            {
                var reachesOut = outward > 0 ? first + size - 1 > own : first < own;
                if ((!garbled || reachesOut) && !float.IsInfinity(Lexicon.Shared.Word(near.Slice(first, size))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // “安康杯冶, 叶安全生产法》: a phrase, which no sentence's end parts; or speech, which a colon opens and a stop closes.
    private static bool Encloses(string text, int from, int to, Dictionary<int, char> mended)
    {
        if (Suspects.Contains(text[to]) && mended.GetValueOrDefault(to - 1, text[to - 1]) is '。' or '！' or '？' or '…'
            || Suspects.Contains(text[from]) && from > 0 && mended.GetValueOrDefault(from - 1, text[from - 1]) is '：')
        {
            return true;
        }

        for (var i = from + 1; i < to; i++)
        {
            if (to - from > LongestPhrase || "，。；：！？".Contains(mended.GetValueOrDefault(i, text[i]), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return !(text[from] is '“' or '野' && from > 0 && text[from - 1] is '。' or '！' or '？');
    }

    // 渊3）, 叶一》: a number before a closing bracket has no partner.
    private static bool IsListNumber(string text, int at, int to) => to - at <= 3 && (Script.IsLetterOrDigit(text[to - 1]) || "一二三四五六七八九十".Contains(text[to - 1], StringComparison.Ordinal));
}
