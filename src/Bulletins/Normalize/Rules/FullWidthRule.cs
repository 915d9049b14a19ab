using System.Buffers;

namespace Bulletins.Normalize.Rules;

/// <summary>Makes full-width digits, letters and the signs among them half-width.</summary>
public sealed class FullWidthRule : NormalizeRule
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. Enumerable.Range(0xff01, 0x5e).Select(i => (char)i).Where(c => c is not ('，' or '：' or '；' or '！' or '？' or '（' or '）' or '～'))]);

    public override RuleDoc Doc { get; } = new(
        "full-width",
        new RuleText(
            "Full-width digits and letters",
            "Makes full-width digits, Latin letters and ％ half-width, and the full-width point, hyphen, stroke and comma inside a number or code.",
            "They are the same characters in another width; figures and names are searched for half-width.",
            "The punctuation ，：；！？（）～, and a full-width hyphen or stroke between Chinese words."),
        new RuleText(
            "全角数字和字母",
            "把全角数字、拉丁字母和％改为半角；数字、代号之中的全角点、连字符、斜线、千分位逗号同样处理。",
            "全角与半角是同一字符的两种宽度，数据和名称按半角检索。",
            "标点，：；！？（）～，以及汉字词语之间的全角连字符和斜线。"),
        "完成１２．５万吨，同比增长８％",
        "完成12.5万吨，同比增长8%");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var next = text.AsSpan().IndexOfAny(Suspects);
        if (next < 0)
        {
            return [];
        }

        var edits = new List<TextEdit>();
        for (var at = next; at < text.Length;)
        {
            var c = text[at];
            var half = (char)(c - 0xfee0);
            if (Script.IsLetterOrDigit(half) || c is '％' or '＋' or '＝' or '＆' or '＠' or '＃' or '＊' or '＿' or '＄' or '＂' or '＇'
                || c is '．' or '－' or '／' && Joins(text, at))
            {
                edits.Add(new TextEdit(at, 1, half.ToString(), Id));
            }

            if (Script.IsDigit(half) && IsThousands(text, at + 1))
            {
                edits.Add(new TextEdit(at + 1, 1, ",", Id));
            }

            next = text.AsSpan(at + 1).IndexOfAny(Suspects);
            at = next < 0 ? text.Length : at + 1 + next;
        }

        return edits;
    }

    // ３．５, Ａ－１, ｔ／ａ; 责编／某某 and 京－沪 keep their mark. １．概况 is a list number.
    private static bool Joins(string text, int at) =>
        at > 0 && IsCode(text[at - 1]) && (at + 1 < text.Length && IsCode(text[at + 1]) || text[at] == '．' && IsDigit(text[at - 1]));

    private static bool IsCode(char c) => Script.IsLetterOrDigit(c) || Script.IsLetterOrDigit((char)(c - 0xfee0));

    private static bool IsDigit(char c) => Script.IsDigit(c) || Script.IsDigit((char)(c - 0xfee0));

    // １，２３４: the comma of a group of three full-width digits.
    private static bool IsThousands(string text, int comma) =>
        comma + 3 < text.Length && text[comma] == '，'
        && IsWide(text[comma + 1]) && IsWide(text[comma + 2]) && IsWide(text[comma + 3]) && (comma + 4 == text.Length || !IsDigit(text[comma + 4]))
        && Leading(text, comma) is >= 1 and <= 3;

    private static bool IsWide(char c) => c is >= '０' and <= '９';

    private static int Leading(string text, int comma)
    {
        var count = 0;
        while (count < 4 && comma - count > 0 && IsWide(text[comma - 1 - count]))
        {
            count++;
        }

        return count;
    }
}
