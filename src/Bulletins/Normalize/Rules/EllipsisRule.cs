using System.Buffers;

namespace Bulletins.Normalize.Rules;

/// <summary>Makes the Chinese ellipsis out of what stands for it.</summary>
public sealed class EllipsisRule : NormalizeRule
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(".·・•。⋯");

    public override RuleDoc Doc { get; } = new(
        "ellipsis",
        new RuleText(
            "Ellipses",
            "Makes three or six points (... ··· 。。。 ⋯⋯) after a Chinese word an ellipsis ……",
            "After a word such a run is nothing else.",
            "Any other number of points (an author's way of writing, or leaders in a table of contents), points after numbers and Latin letters, and a single …"),
        new RuleText(
            "省略号",
            "把汉字后面连用的三个或六个点（... ··· 。。。 ⋯⋯）改为省略号……",
            "词语后面这样连用的点没有别的意思。",
            "其他个数的点（作者习惯，或目录引导线）、数字和字母后面的点，以及单个…。"),
        "一桩桩、一件件...都记在心里",
        "一桩桩、一件件……都记在心里");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        foreach (var (start, end) in MarkRuns.Of(text, Marks))
        {
            var length = end - start;
            if ((length is 3 or 6 || length is 1 or 2 && text[start] == '⋯') && IsWord(text, start - 1) && !(end < text.Length && Script.IsLetterOrDigit(text[end])))
            {
                edits.Add(new TextEdit(start, length, "……", Id));
            }
        }

        return edits;
    }

    private static bool IsWord(string text, int at) =>
        Script.IsHanAt(text, at) || (uint)at < (uint)text.Length && (Script.IsClosing(text[at]) || text[at] is '，' or '！' or '？');
}
