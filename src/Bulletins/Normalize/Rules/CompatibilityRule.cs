using System.Buffers;
using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Normalize.Rules;

/// <summary>Spells out units that are one character, and turns vertical, small and half-width forms into ordinary marks.</summary>
public sealed class CompatibilityRule : NormalizeRule
{
    private static readonly FrozenDictionary<char, string> Forms = TableReader.Rows("compatibility.tsv").ToFrozenDictionary(row => row[0][0], row => row[1]);
    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. Forms.Keys]);

    public override RuleDoc Doc { get; } = new(
        "compatibility",
        new RuleText(
            "Compatibility characters",
            "Spells out units that are a single character (㎡ → m², ㎏ → kg), ligatures (ﬁ) and squared dates; turns vertical, small and half-width forms of punctuation into ordinary ones.",
            "Each stands for exactly one spelling; old character sets and vertical fonts made them.",
            "½, ①, Ⅲ, №, ℃ and ‰, which have no better spelling, and half-width katakana."),
        new RuleText(
            "兼容字符",
            "把单字符单位（㎡ → m²、㎏ → kg）、连字（ﬁ）和方块日期拆写；把竖排、小号、半角形式的标点换成通用标点。",
            "每个字符只对应一种写法，是旧字符集和竖排字体留下的。",
            "½、①、Ⅲ、№、℃、‰没有更好的写法，不动；半角片假名不动。"),
        "绿化面积2.6万㎡，节煤30㎏",
        "绿化面积2.6万m²，节煤30kg");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        var lineEnd = 0;
        var japanese = false;
        for (var at = text.AsSpan().IndexOfAny(Suspects); at >= 0;)
        {
            // A wave dash belongs to a Japanese line.
            if (text[at] != '〜' || !IsJapanese(text, at, ref lineEnd, ref japanese))
            {
                edits.Add(new TextEdit(at, 1, Forms[text[at]], Id));
            }

            var next = text.AsSpan(at + 1).IndexOfAny(Suspects);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return edits;
    }

    // The line is looked at once, however many dashes it has.
    private static bool IsJapanese(string text, int at, ref int lineEnd, ref bool japanese)
    {
        if (at >= lineEnd)
        {
            var start = text.AsSpan(lineEnd, at - lineEnd).LastIndexOfAny('\n', '\r') is >= 0 and var last ? lineEnd + last + 1 : lineEnd;
            var length = text.AsSpan(at).IndexOfAny('\n', '\r');
            lineEnd = length < 0 ? text.Length : at + length;
            japanese = text.AsSpan(start, lineEnd - start).IndexOfAnyInRange('\u3041', '\u30fa') >= 0;
        }

        return japanese;
    }
}
