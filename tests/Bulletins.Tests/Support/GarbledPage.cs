using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>An invented page, clean and as a Founder font garbled it: same length, line for line.</summary>
public sealed record GarbledPage(string Style, string Clean, string Garbled)
{
    private static readonly string[] Surnames = ["李", "王", "周", "梁", "叶", "袁", "高", "孟", "沈", "韩"];
    private static readonly string[] Given = ["明", "芳", "建军", "志远", "晓琳", "海燕", "国强", "小满", "一川", "春生"];
    private static readonly string[] Headlines =
    [
        "打好安全生产“主动仗”", "抓学习、强素质、促生产", "2023年生产经营实现“开门红”", "“双百”竞赛拉开序幕", "一季度产量增长12.5%", "《员工手册》学习进班组", "第12期培训班开班（机电专业）",
        "降本增效：从点滴做起", "累计完成产值356万元", "查隐患、补短板、保安全",
    ];

    private static readonly string[] Captions = ["图为职工在炉前测温", "图为检修人员在更换衬板，确保设备按期投运", "图为“金牌班组”成员在研究图纸", "图为职工在野外测量，已完成35项任务"];

    /// <summary>Every style: what is shifted, and where. The name of a style is what a failing test shows.</summary>
    public static IReadOnlyList<(string Name, Func<Random, Line[], string[]> Garble)> Styles { get; } =
    [
        ("punctuation everywhere", (_, page) => All(page, Shifted.Punctuation)),
        ("digits and % everywhere", (_, page) => All(page, Shifted.Numbers)),
        ("digits, % and Latin everywhere", (_, page) => All(page, Shifted.Numbers | Shifted.Latin)),
        ("punctuation and digits everywhere", (_, page) => All(page, Shifted.Punctuation | Shifted.Numbers)),
        ("everything everywhere", (_, page) => All(page, Shifted.Everything)),
        ("punctuation of some paragraphs", (random, page) => Some(random, page, Shifted.Punctuation)),
        ("digits of some paragraphs", (random, page) => Some(random, page, Shifted.Numbers)),
        ("everything of some paragraphs", (random, page) => Some(random, page, Shifted.Everything)),
        ("the headline only", (_, page) => Kind(page, LineKind.Headline)),
        ("the byline only", (_, page) => Kind(page, LineKind.Byline)),
        ("the caption only", (_, page) => Kind(page, LineKind.Caption)),
        ("one half of every pair", (random, page) => Halves(page, random.Next(2) == 0 ? "“《（" : "”》）", int.MaxValue)),
        ("one half of one pair", (random, page) => Halves(page, random.Next(2) == 0 ? "“《（" : "”》）", 1)),
    ];

    public enum LineKind { Headline, Byline, Text, Caption }

    public sealed record Line(LineKind Kind, string Text);

    /// <summary>A page in one of the styles, its paragraphs set in a column or not.</summary>
    public static GarbledPage Create(Random random, int style)
    {
        var page = Compose(random);
        var garbled = Styles[style].Garble(random, page);
        var width = random.Next(2) == 0 ? int.MaxValue : random.Next(14, 30);
        var (clean, broken) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < page.Length; i++)
        {
            var lines = page[i].Kind == LineKind.Text ? Garbler.Wrap(page[i].Text, width) : page[i].Text;
            clean.Append(lines).Append("\n\n");
            broken.Append(Laid(lines, garbled[i])).Append("\n\n");
        }

        return new GarbledPage(Styles[style].Name, clean.ToString(), broken.ToString());
    }

    private static Line[] Compose(Random random)
    {
        string Name() => Of(Surnames) + Of(Given);
        string Of(string[] words) => words[random.Next(words.Length)];
        var texts = Enumerable.Range(0, random.Next(3, 7)).Select(_ => new Line(LineKind.Text, InventedText.Paragraph(random)));
        return [new(LineKind.Headline, Of(Headlines)), .. texts, new(LineKind.Byline, random.Next(2) == 0 ? $"（{Name()}）" : $"（{Name()} {Name()}）"), new(LineKind.Caption, Of(Captions) + $"。 {Name()} 摄")];
    }

    private static string[] All(Line[] page, Shifted what) => [.. page.Select(l => Garbler.Garble(l.Text, what))];

    private static string[] Some(Random random, Line[] page, Shifted what) => [.. page.Select(l => random.Next(3) == 0 ? Garbler.Garble(l.Text, what) : l.Text)];

    private static string[] Kind(Line[] page, LineKind kind) => [.. page.Select(l => l.Kind == kind ? Garbler.Garble(l.Text, Shifted.Everything) : l.Text)];

    private static string[] Halves(Line[] page, string marks, int most) =>
        [.. page.Select(l => string.Concat(l.Text.Select((c, i) => marks.Contains(c) && most-- > 0 ? Garbler.Garble(l.Text, i, Shifted.Punctuation) : c)))];

    // The garbled characters in the lines of the clean ones.
    private static string Laid(string lines, string garbled)
    {
        var at = 0;
        return string.Concat(lines.Select(c => c == '\n' ? c : garbled[at++]));
    }
}
