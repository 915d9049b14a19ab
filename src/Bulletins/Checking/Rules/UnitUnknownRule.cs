using System.Text.RegularExpressions;
using Bulletins.Segment;

namespace Bulletins.Checking.Rules;

/// <summary>A measured value whose unit the tables do not know, so that it is no figure.</summary>
internal sealed partial class UnitUnknownRule : TextRule
{
    public override CheckRule Doc { get; } = new("unit-unknown", CheckArea.Figures, Severity.Warning,
        new("A figure with an unknown unit",
            "A number behind a word of measuring (达到, 降至, 提高到, 控制在) with Latin letters for a unit that is not in the table of units: 达到35Mvar. It is in no record.",
            "Names and codes (400kA系列, 5G基站), numbers without a unit, and numbers that are figures.",
            "If it is a unit, please report it; if it is garbled, mend the text."),
        new("单位不明的数据",
            "度量词（达到、降至、提高到、控制在）之后的数，带着单位表里没有的拉丁字母单位：达到35Mvar。它不在任何记录里。",
            "名称和代号（400kA系列、5G基站）、没有单位的数、已成为数据的数。",
            "如果是单位，请报给我们；如果是乱码，改正文本。"));

    // 达到35Mvar, 降至0.3 NTU; not 达到5G水平, whose letters name something: a unit ends its clause or stands before 以上, 左右.
    [GeneratedRegex(@"(?:达到?|[降升增减]至|[降升增减]到|(?:提高|提升|降低|下降|增加|减少|压降|上升|增长|恢复|扩大)[到至]|(?:控制|稳定|保持|维持)在)(?:了|约|近)?(?<number>\d+(?:\.\d+)?[万亿]?\s?(?<unit>[A-Za-zμµΩ][A-Za-zμµΩ0-9²³/·()]{0,11}))(?=[，。；、：）]|以[上下内]|左右|$)")]
    private static partial Regex Measured();

    public override IEnumerable<Finding> Find(CheckedText text)
    {
        foreach (var (_, article, draft) in text.Articles)
        {
            foreach (var traced in Texts(draft))
            {
                foreach (Match match in Measured().Matches(traced.Text))
                {
                    var number = match.Groups["number"];
                    var spans = traced.Spans(text.Normalized, number.Index, number.Length).ToList();
                    if (!article.Figures.Any(f => f.Spans.Any(s => spans.Any(n => s.Line == n.Line && s.Column < n.Column + n.Length && n.Column < s.Column + s.Length))))
                    {
                        yield return Finding(text, spans, $"{match.Groups["unit"].Value} is no unit that is known, so {number.Value} is no figure", article);
                    }
                }
            }
        }
    }

    private static IEnumerable<TracedText> Texts(ArticleDraft draft) =>
        new[] { draft.Kicker, draft.Headline, draft.Subtitle }.OfType<TracedText>().Concat(draft.Paragraphs.Select(p => p.Text));
}
