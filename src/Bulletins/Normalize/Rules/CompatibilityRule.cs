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
        for (var at = text.AsSpan().IndexOfAny(Suspects); at >= 0;)
        {
            // A wave dash is Japanese beside kana.
            if (text[at] != '〜' || !IsKanaBeside(text, at))
            {
                edits.Add(new TextEdit(at, 1, Forms[text[at]], Id));
            }

            var next = text.AsSpan(at + 1).IndexOfAny(Suspects);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return edits;
    }

    private static bool IsKanaBeside(string text, int at) => at > 0 && Script.IsKana(text[at - 1]) || at + 1 < text.Length && Script.IsKana(text[at + 1]);
}
