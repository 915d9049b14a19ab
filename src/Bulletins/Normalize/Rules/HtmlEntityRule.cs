using System.Collections.Frozen;
using System.Globalization;
using Bulletins.Tables;

namespace Bulletins.Normalize.Rules;

/// <summary>Decodes HTML entities that a page left in its text.</summary>
public sealed class HtmlEntityRule : NormalizeRule
{
    private const int LongestName = 8;
    private static readonly FrozenDictionary<string, string> Names = TableReader.Rows("html-entities.tsv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    public override RuleDoc Doc { get; } = new(
        "html-entity",
        new RuleText(
            "HTML entities",
            "Decodes &nbsp;, &ldquo;, &#8220; and the like, also when the ampersand was encoded again.",
            "The name is one of HTML's and the semicolon is there; in a bulletin nobody means the code.",
            "An ampersand without a known name and semicolon (R&D, addresses), and lines of code."),
        new RuleText(
            "HTML 实体",
            "把 &nbsp;、&ldquo;、&#8220; 等还原成字符，&被重复转义的也还原。",
            "名称是 HTML 规定的，分号也在；通讯稿里没有人要写这种代码。",
            "没有规定名称和分号的&（R&D、网址），以及程序代码行。"),
        "开展&ldquo;安康杯&rdquo;竞赛",
        "开展“安康杯”竞赛");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        foreach (var (start, end) in TextLines.Of(text))
        {
            var first = text.AsSpan(start, end - start).IndexOf('&');
            if (first < 0 || !text.AsSpan(start + first, end - start - first).Contains(';') || LineProfile.Of(text, start, end).IsCode)
            {
                continue;
            }

            for (var at = start + first; at < end;)
            {
                var length = Entity(text, at, end, out var character);
                if (length > 0)
                {
                    edits.Add(new TextEdit(at, length, character, Id));
                }

                at += Math.Max(length, 1);
                var next = text.AsSpan(at, end - at).IndexOf('&');
                at = next < 0 ? end : at + next;
            }
        }

        return edits;
    }

    private static int Entity(string text, int start, int end, out string character)
    {
        character = "";
        var at = start + 1;
        while (text.AsSpan(at, end - at).StartsWith("amp;", StringComparison.Ordinal))
        {
            at += 4;
        }

        var semicolon = text.AsSpan(at, Math.Min(end - at, LongestName + 2)).IndexOf(';');
        var name = semicolon < 0 ? [] : text.AsSpan(at, semicolon);
        if (name.Length > 1 && name[0] == '#' && Number(name[1..]) is { } code)
        {
            character = code == 0xa0 ? " " : char.ConvertFromUtf32(code);
            return at + semicolon + 1 - start;
        }

        if (Lookup.TryGetValue(name, out var known))
        {
            character = known;
            return at + semicolon + 1 - start;
        }

        character = "&";
        return at == start + 1 ? 0 : at - start;
    }

    private static int? Number(ReadOnlySpan<char> digits)
    {
        var hex = digits[0] is 'x' or 'X';
        return int.TryParse(hex ? digits[1..] : digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is >= 0x20 and <= 0x10ffff and not (>= 0xd800 and <= 0xdfff) and not (>= 0x7f and <= 0x9f) ? code : null;
    }
}
