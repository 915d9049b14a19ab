using Bulletins.Normalize.Garble;

namespace Bulletins.Normalize.Rules;

/// <summary>Decodes characters that a Founder font shifted: 袁 for ，, 遥 for 。, 圆园 for 20.</summary>
public sealed class FounderGarbleRule : NormalizeRule
{
    public override RuleDoc Doc { get; } = new(
        "founder-garble",
        new RuleText(
            "Founder garble",
            "Punctuation, digits and Latin letters that a Founder (方正) font shifted into rare Chinese characters: 袁 for ，, 遥 for 。, 圆园 for 20.",
            "The shift is arithmetic on GB 2312, so each character has one possible meaning. Whether it is meant literally is weighed by word frequencies, by place "
            + "(a stop never begins a line, a bracket has its partner, a per cent sign follows a number) and by what else in the passage and the document is garbled. "
            + "Where the file tells the fonts (PDF), a font without any real mark in which such characters never stand as words, but always where marks would, is decoded as a whole.",
            "A real 袁, 院, 冶金 or 公园, in a garbled passage too; text whose evidence is thin, which gets a warning with both readings."),
        new RuleText(
            "方正乱码",
            "方正字体把标点、数字、字母错移成了汉字：袁是逗号，遥是句号，圆园是20。",
            "错移是国标码上的固定运算，每个字只有一种可能的原形；是不是本字，看词频、看位置（句号不在行首，括号成对，百分号跟着数字），再看同段、同文件里别的字。文件注明字体的（PDF），某一字体里没有一个正常标点，这些字又从不作字、都在标点的位置，整个字体一并还原。",
            "真正的袁姓、医院、冶金、公园，在乱码段落里也不动；证据不足的不改，只给出两种读法的警告。"),
        "会议强调袁要抓好安全遥",
        "会议强调，要抓好安全。");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        if (text.AsSpan().IndexOfAny(FounderCode.Suspects) < 0)
        {
            return [];
        }

        var reader = new GarbleReader(Lexicon.Shared);
        var shown = reader.Survey(text);
        var edits = shown.Count == 0 ? [] : reader.Mend(context, shown, Id);
        if (context.HasFonts)
        {
            var ofFonts = new List<TextEdit>();
            new GarbledFonts(Lexicon.Shared).Mend(context, Id, ofFonts);
            var known = ofFonts.Select(e => e.Start).ToHashSet();
            edits = [.. edits.Where(e => !known.Contains(e.Start)).Concat(ofFonts).OrderBy(e => e.Start)];
        }

        HalfPairs.Mend(text, Id, edits);
        return edits;
    }
}
