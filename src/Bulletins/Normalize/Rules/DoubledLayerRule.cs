using Bulletins.Normalize.Garble;

namespace Bulletins.Normalize.Rules;

/// <summary>Takes one of two text layers away: every character of a passage stands there twice.</summary>
public sealed class DoubledLayerRule : NormalizeRule
{
    private const int EnoughPairs = 8;
    private const int EnoughWithMarks = 5;

    public override RuleDoc Doc { get; } = new(
        "doubled-layer",
        new RuleText(
            "Doubled text layers",
            "Writes a passage once in which every character stands twice (公公司司召召开开…).",
            "Eight different pairs in a row, or five with a doubled digit or mark among them, do not come about in writing; bold type faked by printing twice makes them.",
            "Reduplicated words (高高兴兴, 凄凄惨惨戚戚), however many stand in a row up to that length, and repeated digits or marks."),
        new RuleText(
            "双层文字",
            "一段文字每个字都重复一次（公公司司召召开开……），改为一次。",
            "连续八对各不相同的重字，或五对里夹有重复的数字、标点，写作中不会出现，是用重印冒充粗体造成的。",
            "叠词（高高兴兴、凄凄惨惨戚戚），未到上述长度的都不动；重复的数字和标点不动。"),
        "公公司司召召开开22002244年年工工作作会会议议",
        "公司召开2024年工作会议");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        for (var at = 0; at + 2 * EnoughWithMarks <= text.Length;)
        {
            // Where a pair begins that is followed by another one.
            if (text[at] != text[at + 1] || text[at + 2] != text[at + 3] || text[at] == text[at + 2] || char.IsSurrogate(text[at]) || char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            int stop = at, pairs = 0, marks = 0, han = 0;
            while (stop + 1 < text.Length && text[stop] == text[stop + 1] && text[stop] is not ('\n' or '\r') && !char.IsSurrogate(text[stop]))
            {
                var isNew = stop == at || text[stop] != text[stop - 1];
                pairs += isNew ? 1 : 0;
                han += isNew && Script.IsHan(text[stop]) ? 1 : 0;
                marks += isNew && !Script.IsHan(text[stop]) && text[stop] != ' ' ? 1 : 0;
                stop += 2;
            }

            if (han >= 3 && (pairs >= EnoughPairs && (marks > 0 || IsWords(text, at, stop)) || pairs >= EnoughWithMarks && marks > 0))
            {
                for (var i = at; i < stop; i += 2)
                {
                    edits.Add(new TextEdit(i + 1, 1, "", Id, 0.97));
                }
            }

            at = Math.Max(stop, at + 1);
        }

        return edits;
    }

    // Written once the passage is made of words; a list of reduplications (尖尖低低雌雌雄雄…) is not.
    private static bool IsWords(string text, int start, int stop)
    {
        Span<char> word = stackalloc char[2];
        var (words, pairs) = (0, 0);
        for (var i = start; i + 2 < stop; i += 2)
        {
            (word[0], word[1]) = (text[i], text[i + 2]);
            words += float.IsFinite(Lexicon.Shared.Word(word)) ? 1 : 0;
            pairs++;
        }

        return words * 3 >= pairs;
    }
}
