namespace Bulletins.Normalize.Reflow;

/// <summary>Joins a Latin word that a hyphen at the line's end divides.</summary>
public sealed class LatinHyphenRule : NormalizeRule
{
    // Behind these the hyphen is the word's own: self-developed, low-carbon.
    private static readonly string[] Prefixes = ["self", "well", "state", "long", "high", "low", "multi", "non", "co", "ex", "pre", "post", "semi", "half", "full", "large", "small", "first", "second", "anti", "cross", "inter", "so", "e", "x"];

    public override RuleDoc Doc { get; } = new(
        "latin-hyphen",
        new RuleText(
            "Divided Latin words",
            "Joins a Latin word that was divided by a hyphen at the end of a line.",
            "Small letters stand on both sides of the hyphen and the line end.",
            "A hyphen behind a capital, a digit or a prefix that is commonly written with one (self-, low-): there the hyphen stays and the lines join."),
        new RuleText(
            "行末断开的拉丁单词",
            "把行末用连字符断开的拉丁单词接起来。",
            "连字符和换行两边都是小写字母。",
            "大写字母、数字或常带连字符的前缀（self-、low-）后面的连字符：两行相接，连字符保留。"),
        "采用 distribu-\nted 控制系统",
        "采用 distributed 控制系统");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        for (var at = text.IndexOf('-'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('-', at + 1))
        {
            if (at < 2 || text[at + 1] is not ('\n' or '\r') || !char.IsAsciiLetterLower(text[at - 1]) || !char.IsAsciiLetterLower(text[at - 2]))
            {
                continue;
            }

            var next = at + 1;
            next += text[next] == '\r' ? 1 : 0;
            next += next < text.Length && text[next] == '\n' ? 1 : 0;
            while (next < text.Length && Script.IsSpace(text[next]))
            {
                next++;
            }

            if (next + 1 < text.Length && char.IsAsciiLetterLower(text[next]) && char.IsAsciiLetterLower(text[next + 1]))
            {
                edits.Add(new TextEdit(at, next - at, EndsInPrefix(text, at) ? "-" : "", Id, 0.9));
            }
        }

        return edits;
    }

    private static bool EndsInPrefix(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 8 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return Array.Exists(Prefixes, prefix => text.AsSpan(start, end - start).Equals(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
