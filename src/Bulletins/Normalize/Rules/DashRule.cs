using System.Buffers;

namespace Bulletins.Normalize.Rules;

/// <summary>Makes the Chinese dash out of what stands for it.</summary>
public sealed class DashRule : NormalizeRule
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("-─━―－﹣");

    public override RuleDoc Doc { get; } = new(
        "dash",
        new RuleText(
            "Dashes",
            "Makes two hyphens, or one or two strokes of a drawn line (─ ━ ―), between Chinese words a dash ——; the 一 between two Arabic numbers (3一5天) the dash of a range.",
            "Between words these marks are nothing else, and no word joins two Arabic numbers with 一.",
            "Single hyphens, ranges of numbers (6--9), three or more marks (a rule across the page), and dashes that are dashes already, whatever their length."),
        new RuleText(
            "破折号",
            "把汉字词语之间的两个连字符，或一至两个制表线（─ ━ ―）改为破折号——；两个阿拉伯数字之间的“一”（3一5天）改为范围号。",
            "词语之间的这些符号没有别的意思，也没有用“一”连接两个阿拉伯数字的词。",
            "单个连字符、数值范围（6--9）、三个以上连用的符号（版面横线），以及本来就是破折号的，不论长短。"),
        "同一个目标--降本增效",
        "同一个目标——降本增效");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        foreach (var (start, end) in MarkRuns.Of(text, Marks))
        {
            var length = end - start;
            if ((length == 2 || length == 1 && text[start] is '─' or '━' or '―') && IsWord(text, start - 1) && IsWord(text, end)
                && !(Script.IsOpening(text[start - 1]) && Script.IsClosing(text[end])))
            {
                edits.Add(new TextEdit(start, length, "——", Id));
            }
        }

        Ranges(text, edits);
        edits.Sort((a, b) => a.Start.CompareTo(b.Start));
        return edits;
    }

    // 3一5天, 98%一99%: recognition took the dash for a one.
    private void Ranges(string text, List<TextEdit> edits)
    {
        for (var at = text.AsSpan().IndexOf('一'); at >= 0;)
        {
            if (at > 0 && at + 1 < text.Length && (Script.IsDigit(text[at - 1]) || text[at - 1] is '%' or '℃' && at > 1 && Script.IsDigit(text[at - 2])) && Script.IsDigit(text[at + 1]))
            {
                edits.Add(new TextEdit(at, 1, "—", Id, 0.95));
            }

            var next = text.AsSpan(at + 1).IndexOf('一');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static bool IsWord(string text, int at) =>
        Script.IsHanAt(text, at) || (uint)at < (uint)text.Length && (Script.IsOpening(text[at]) || Script.IsClosing(text[at]) || text[at] is '，' or '。' or '！' or '？' or '…');
}
