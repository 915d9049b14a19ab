using System.Buffers;

namespace Bulletins.Normalize.Rules;

/// <summary>Makes the dot inside names and dates the middle dot.</summary>
public sealed class MiddleDotRule : NormalizeRule
{
    private static readonly SearchValues<char> Dots = SearchValues.Create("•‧∙⋅・･");

    public override RuleDoc Doc { get; } = new(
        "middle-dot",
        new RuleText(
            "Middle dots",
            "Makes • ‧ ∙ ⋅ ・ between two Chinese characters, digits or unit symbols the middle dot ·.",
            "Closed in on both sides the dot separates the parts of a name, a date or a unit (阿依•古丽, 7•23, kW•h).",
            "Bullets at the head of a line or beside a space, and Japanese."),
        new RuleText(
            "间隔号",
            "把两个汉字、数字或单位符号之间的 • ‧ ∙ ⋅ ・ 改为间隔号·。",
            "两边紧靠文字的点，隔开的是姓名、日期或单位的各部分（阿依•古丽、7•23、kW•h）。",
            "行首或空格旁的项目符号；日文。"),
        "阿不都•热合曼提出，电耗降至13500kW•h",
        "阿不都·热合曼提出，电耗降至13500kW·h");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        for (var at = text.AsSpan().IndexOfAny(Dots); at >= 0;)
        {
            if (IsWord(text, at - 1) && IsWord(text, at + 1))
            {
                edits.Add(new TextEdit(at, 1, "·", Id));
            }

            var next = text.AsSpan(at + 1).IndexOfAny(Dots);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return edits;
    }

    private static bool IsWord(string text, int at) => (uint)at < (uint)text.Length && (Script.IsHan(text[at]) || Script.IsLetterOrDigit(text[at]) || Script.IsClosing(text[at]) && text[at] == '”');
}
