using System.Buffers;

namespace Bulletins.Normalize.Rules;

/// <summary>Removes characters that print nothing and split words.</summary>
public sealed class InvisibleRule : NormalizeRule
{
    // Zero-width, soft hyphen, marks of direction, controls. Joiners and selectors are looked at one by one.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Range(0x00, 0x08), .. Range(0x0b, 0x0c), .. Range(0x0e, 0x1f), .. Range(0x7f, 0x9f), '\u00ad', '\u034f', .. Range(0x200b, 0x200f),
            .. Range(0x2028, 0x202e), .. Range(0x2060, 0x2069), '\ufeff', .. Range(0xfff9, 0xfffb)]);

    public override RuleDoc Doc { get; } = new(
        "invisible",
        new RuleText(
            "Invisible characters",
            "Removes zero-width characters, soft hyphens, marks of writing direction and control characters; line and page separators become line ends.",
            "They print nothing, and a search for the word that holds one does not find it.",
            "Joiners inside emoji and in scripts that need them; marks of direction in a text with Hebrew or Arabic; tabs and line ends."),
        new RuleText(
            "不可见字符",
            "去掉零宽字符、软连字符、书写方向标记和控制字符；行分隔符、分页符改为换行。",
            "这些字符不显示，却把词语隔断，使检索落空。",
            "表情符号和需要连接符的文字中的连接符；含希伯来文、阿拉伯文的文本中的方向标记；制表符和换行。"),
        "安全\u200b生产",
        "安全生产");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var at = text.AsSpan().IndexOfAny(Suspects);
        if (at < 0)
        {
            return [];
        }

        var edits = new List<TextEdit>();
        bool? rightToLeft = null;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is '\u000b' or '\u000c' or '\u0085' or '\u2028' or '\u2029')
            {
                // A page separator commonly stands beside a line end already.
                var beside = at == 0 || at + 1 == text.Length || Script.IsLineEnd(text[at - 1]) || Script.IsLineEnd(text[at + 1]);
                edits.Add(new TextEdit(at, 1, beside ? "" : "\n", Id));
            }
            else if (!IsNeeded(text, at, ref rightToLeft))
            {
                edits.Add(new TextEdit(at, 1, "", Id));
            }

            var next = text.AsSpan(at + 1).IndexOfAny(Suspects);
            at = next < 0 ? text.Length : at + 1 + next;
        }

        return edits;
    }

    private static bool IsNeeded(string text, int at, ref bool? rightToLeft)
    {
        switch (text[at])
        {
            case '\u200c' or '\u200d':
                // Between Chinese or Latin letters a joiner joins nothing.
                return at > 0 && at + 1 < text.Length && text[at - 1] > '\u02ff' && !Script.IsChinese(text, at - 1) && !Script.IsChinese(text, at + 1);
            case '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'):
                rightToLeft ??= text.AsSpan().IndexOfAnyInRange('\u0590', '\u08ff') >= 0;
                return rightToLeft.Value;
            default:
                return false;
        }
    }

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(i => (char)i);
}
