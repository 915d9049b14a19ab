using System.Collections.Frozen;
using System.Globalization;
using Bulletins.Tables;

namespace Bulletins.Normalize.Rules;

/// <summary>Maps private-use characters whose meaning is known and reports the others.</summary>
public sealed class PrivateUseRule : NormalizeRule
{
    private static readonly FrozenDictionary<char, string> Known = TableReader.Rows("private-use.tsv")
        .ToFrozenDictionary(row => (char)int.Parse(row[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), row => row[1]);

    public override RuleDoc Doc { get; } = new(
        "private-use",
        new RuleText(
            "Private-use characters",
            "Maps bullets and signs of the Symbol and Wingdings fonts, and positions of GBK that Unicode has given characters since, to those characters.",
            "Word processors and GB 18030 put them at fixed places of the private use area.",
            "Every other private-use character: it is reported once with its code point, since only the font knows it."),
        new RuleText(
            "私用区字符",
            "把 Symbol、Wingdings 字体的项目符号和记号，以及后来有了正式编码的 GBK 字位，换成对应的字符。",
            "文字处理软件和 GB 18030 把它们放在私用区的固定位置。",
            "其他私用区字符：只有字体知道是什么，不动，报告一次码位。"),
        "\uf06c 加强现场管理",
        "● 加强现场管理");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        var told = new HashSet<int>();
        for (var at = Next(text, 0); at < text.Length; at = Next(text, at + 1))
        {
            var c = text[at];
            if (Known.TryGetValue(c, out var character))
            {
                edits.Add(new TextEdit(at, 1, character, Id));
                continue;
            }

            var code = char.IsHighSurrogate(c) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? char.ConvertToUtf32(c, text[at + 1]) : -1 : c;
            if (code >= 0 && told.Add(code))
            {
                context.Doubt(at, "glyph-unknown", $"私用区字符 U+{code:X4}，只有原字体知道是什么，未改动 / private-use character U+{code:X4}: only its font knows what it is; left as it is");
            }
        }

        return edits;
    }

    private static int Next(string text, int from)
    {
        var span = text.AsSpan(from);
        var plane0 = span.IndexOfAnyInRange('\ue000', '\uf8ff');
        var planes = (plane0 < 0 ? span : span[..plane0]).IndexOfAnyInRange('\udb80', '\udbff');
        var next = planes >= 0 ? planes : plane0;
        return next < 0 ? text.Length : from + next;
    }
}
