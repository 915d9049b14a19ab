using System.Buffers;
using System.Collections.Frozen;

namespace Bulletins.Normalize.Rules;

/// <summary>Decodes italic letters that a Founder font put among rare Han characters of GBK: 犐犆犛 for ICS.</summary>
public sealed class RareHanRule : NormalizeRule
{
    // GBK row A0: the trail byte is the letter's ASCII code with the high bit set (C1 is A, E1 is a).
    private const string Capitals = "犃犅犆犇犈犉犌犎犐犑犓犔犕犖犗犘犙犚犛犜犝犞犠犡犢犣";
    private const string Smalls = "犪犫犮犱犲犳犵犺犻犼犽犾犿狀狅狆狇狉狊狋狌狏狑狓狔狕";

    // Characters that old or fancy texts do use.
    private const string Literary = "犇犛犢犗犎犠犣";

    private static readonly FrozenDictionary<char, char> Letters = Capitals.Select((c, i) => (c, (char)('A' + i)))
        .Concat(Smalls.Select((c, i) => (c, (char)('a' + i)))).ToFrozenDictionary(p => p.c, p => p.Item2);

    private static readonly SearchValues<char> Suspects = SearchValues.Create(Capitals + Smalls);

    public override RuleDoc Doc { get; } = new(
        "rare-han",
        new RuleText(
            "Italic letters as rare characters",
            "Decodes rare characters such as 犐犆犛 and 犌犅 to the letters they stand for (ICS, GB).",
            "Founder put italic Latin letters at row A0 of GBK, letter for letter; hardly anybody writes the characters that Unicode has there, and never several in a row.",
            "A single 犇, 犛, 犼 or another one that literature uses, and a doubled one (狌狌), unless letters, digits or signs of a formula stand beside it."),
        new RuleText(
            "冒充生僻字的斜体字母",
            "把犐犆犛、犌犅一类生僻字还原成字母（ICS、GB）。",
            "方正把斜体拉丁字母逐个放在 GBK 的 A0 行；那里的汉字几乎无人使用，更不会连用。",
            "单独的犇、犛、犼等文学作品用字和叠字（狌狌），除非旁边是字母、数字或算式符号。"),
        "按照犌犅 50016执行",
        "按照GB 50016执行");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        for (var at = text.AsSpan().IndexOfAny(Suspects); at >= 0;)
        {
            var stop = at + 1;
            while (stop < text.Length && Letters.ContainsKey(text[stop]))
            {
                stop++;
            }

            // A small letter by itself may be a beast of an old book (犼, 狌狌).
            var letters = stop - at > 1 && text.AsSpan(at, stop - at).ContainsAnyExcept(text[at])
                || Capitals.Contains(text[at], StringComparison.Ordinal) && !Literary.Contains(text[at], StringComparison.Ordinal) && stop - at == 1
                || IsFormula(text, at - 1) || IsFormula(text, stop);
            for (var i = at; letters && i < stop; i++)
            {
                edits.Add(new TextEdit(i, 1, Letters[text[i]].ToString(), Id, stop - at > 1 ? 0.98 : 0.9));
            }

            var next = text.AsSpan(stop).IndexOfAny(Suspects);
            at = next < 0 ? -1 : stop + next;
        }

        return edits;
    }

    private static bool IsFormula(string text, int at) =>
        (uint)at < (uint)text.Length && (Script.IsLetterOrDigit(text[at]) || text[at] is '=' or '＝' or '+' or '×' or '/' or '<' or '>' or '≤' or '≥');
}
