using System.Buffers;
using System.Text.RegularExpressions;

namespace Bulletins.Checking.Rules;

/// <summary>What no author types and no repair could read: U+FFFD, private-use characters, bytes read in the wrong encoding, codes of a PDF font.</summary>
internal sealed partial class GarbleLeftRule : TextRule
{
    public override CheckRule Doc { get; } = new("garble-left", CheckArea.Repairs, Severity.Warning,
        new("Garble that was not repaired",
            "U+FFFD, private-use and control characters, 锟斤拷, UTF-8 or GBK read as Latin letters (å®‰å…¨), codes of a PDF font such as (cid:123).",
            "Latin words with accents (café, Škoda), and garble that is quoted as an example (“锟斤拷”).",
            "Find a better copy of the text, or name its encoding with --encoding."),
        new("未能修复的乱码",
            "U+FFFD、私用区字符和控制字符，锟斤拷，把 UTF-8 或 GBK 当作拉丁字母读出的字（å®‰å…¨），PDF 字体的编号，如 (cid:123)。",
            "带重音的拉丁词（café、Škoda），以及作为例子引用的乱码（“锟斤拷”）。",
            "找一份更好的文本，或用 --encoding 指定编码。"));

    // å®‰å…¨: letters of Latin-1 in a run of four with at least one sign among them; Ångström, naïve and ÀÉÎ have none.
    [GeneratedRegex(@"\uFFFD+|[\uE000-\uF8FF]+|[\u0080-\u0084\u0086-\u009F]+|(?:锟斤拷|烫烫烫|屯屯屯)+|[(（]cid[:：]\d{1,5}[)）]|[\u00A1-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u2013\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]{4,}")]
    private static partial Regex Garble();

    // What any of them begins with, or holds: most texts have none of it.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. "\ufffd锟烫屯", .. Range('\ue000', '\uf8ff'), .. Range('\u0080', '\u009f'), .. Range('\u00a1', '\u00af'), .. Range('\u00b4', '\u00b6'), .. Range('\u00b8', '\u00d6'), .. Range('\u00d8', '\u00ff')]);

    public override IEnumerable<Finding> Find(CheckedText text)
    {
        var normalized = text.Normalized;
        if (!normalized.Text.AsSpan().ContainsAny(Suspicious) && !normalized.Text.Contains("cid", StringComparison.Ordinal))
        {
            yield break;
        }

        // What a warning tells already is not told again.
        var told = normalized.Source.Warnings.Concat(normalized.Warnings).Where(w => w.Code is "undecodable-bytes" or "text-lost").Select(w => w.Line).ToHashSet();
        var glyphs = normalized.Warnings.Any(w => w.Code == "glyph-unknown");
        foreach (Match match in Garble().Matches(normalized.Text))
        {
            if (match.Value[0] is >= '\u00a1' and < '\u3000' && !IsMojibake(match.Value) || IsQuoted(normalized.Text, match))
            {
                continue;
            }

            var (start, end) = normalized.SourceRange(match.Index, match.Length);
            var spans = normalized.Source.Places.Spans(start, end).ToList();
            if (spans.Count > 0 && !told.Contains(spans[0].Line) && !(glyphs && match.Value[0] is >= '\ue000' and <= '\uf8ff'))
            {
                yield return Finding(text, spans, $"{What(match.Value)} was not repaired");
            }
        }
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    // Letters with marks, and signs that stand in no word.
    private static bool IsMojibake(string run)
    {
        int letters = 0, signs = 0;
        foreach (var c in run)
        {
            letters += c is >= '\u00c0' and <= '\u00ff' and not ('×' or '÷') ? 1 : 0;
            signs += c is >= '\u00a1' and < '\u00c0' and not ('°' or '·' or '±' or '²' or '³' or 'µ') ? 1 : 0;
        }

        return letters >= 2 && signs >= 1 && letters + signs >= run.Length / 2;
    }

    private static bool IsQuoted(string text, Match match) =>
        match.Index > 0 && text[match.Index - 1] is '“' or '‘' or '「' or '《' && match.Index + match.Length < text.Length && text[match.Index + match.Length] is '”' or '’' or '」' or '》';

    private static string What(string value) => value[0] switch
    {
        '\ufffd' => "a character that was lost (U+FFFD)",
        >= '\ue000' and <= '\uf8ff' => FormattableString.Invariant($"a private-use character (U+{(int)value[0]:X4})"),
        < '\u00a0' and > '\u007f' => FormattableString.Invariant($"a control character (U+{(int)value[0]:X4})"),
        _ => value.Length > 24 ? value[..24] + "…" : value,
    };
}
