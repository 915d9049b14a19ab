using System.Text;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Normalize.Garble;
using Bulletins.Tests.Pdf;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Normalize.Garble;

public sealed class GarbledFontTests
{
    private const string Captions = "图为检修人员更换滤布袁设备运转正常遥\n质检员取样尧送检尧记录袁一项不落遥\n";
    private const string Thin = "左起袁王建国\n";
    private static readonly string Filler = BulletinGenerator.CleanText(3, 45_000) + "\n\n";

    private static NormalizedText Normalize(params (int Font, string Text)[] parts)
    {
        var (text, runs) = (new StringBuilder(), new List<FontRun>());
        foreach (var (font, words) in parts)
        {
            runs.Add(new FontRun(text.Length, text.Length + words.Length, font, font == 1 ? "FZSSK" : "SimSun"));
            text.Append(words);
        }

        return Normalizer.Normalize(SourceText.FromText(text.ToString()) with { Fonts = new FontRuns(runs) });
    }

    [Fact]
    public void AGarbledFontIsDecodedAsAWhole()
    {
        var normalized = Normalize((1, Captions), (2, Filler), (1, Thin));
        Assert.Contains("图为检修人员更换滤布，设备运转正常。", normalized.Text, StringComparison.Ordinal);
        Assert.EndsWith("左起，王建国", normalized.Text.TrimEnd(), StringComparison.Ordinal);
        var edit = normalized.Edits[^1];
        Assert.Equal(("founder-garble", "，"), (edit.Rule, edit.After.Trim()));
        Assert.Contains("字体 FZSSK 里的袁 3处、尧 2处、遥 2处都在标点的位置，从不作字", edit.Evidence!, StringComparison.Ordinal);
        Assert.Contains("in the font FZSSK 袁 3, 尧 2, 遥 2 stand only where marks would, never as words", edit.Evidence!, StringComparison.Ordinal);
    }

    [Fact]
    public void AFontWithRealMarksIsNone()
    {
        Assert.EndsWith("左起袁王建国", Normalize((1, Captions), (2, Filler), (2, Thin)).Text.TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith("左起袁王建国", Normalize((1, Captions + "安全第一，预防为主。\n"), (2, Filler), (1, Thin)).Text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFontInWhichTheCharactersStandAsWordsIsNone()
    {
        const string Titles = "冶金建设公司\n遥感中心\n袁世军\n田野公园\n遥控器厂\n枝叶苗圃\n";
        Assert.Equal(Titles, Normalize((1, Titles)).Text);
        Assert.EndsWith("左起袁王建国", Normalize((1, Captions + Titles), (2, Filler), (1, Thin)).Text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void AMapToUnicodeShiftedBy0x31IsRead()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var clean = new PaperFont("AAAAAA+SimSun", "F1");
        var shifted = new PaperFont("BBBBBB+FZKTK", "F2", r => "，。、“”".Contains(r.ToString(), StringComparison.Ordinal) ? FounderCode.Garble((gb.GetBytes(r.ToString())[0] << 8) | gb.GetBytes(r.ToString())[1]).ToString() : r.ToString());
        var content = new StringBuilder();
        var y = 700;
        foreach (var (font, line) in new[] { (clean, "袁小满说，检修已经完成。"), (shifted, "车间里灯火通明，机器轰鸣。"), (shifted, "大家分头取样、送检、记录，没有一个人叫苦。"), (clean, "老袁笑了。") })
        {
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"BT /{font.Resource} 10 Tf 50 {y} Td <{string.Concat(line.EnumerateRunes().Select(r => font.Code(r).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)))}> Tj ET\n");
            y -= 30;
        }

        var maker = new PdfMaker();
        maker.AddPage($"/Font << /F1 {clean.AddTo(maker)} 0 R /F2 {shifted.AddTo(maker)} 0 R >>", PdfMaker.Latin(content.ToString()));
        using var file = new MemoryStream(maker.Save());
        var source = SourceReader.Read(file, "paper.pdf", BulletinOptions.Default).Source!;
        Assert.Contains("机器轰鸣遥", source.Text, StringComparison.Ordinal);
        var normalized = Normalizer.Normalize(source);
        Assert.Equal(["袁小满说，检修已经完成。", "车间里灯火通明，机器轰鸣。", "大家分头取样、送检、记录，没有一个人叫苦。", "老袁笑了。"], normalized.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(normalized.Edits.Where(e => e.Rule == "founder-garble"), e => Assert.Contains("字体 FZKTK", e.Evidence!, StringComparison.Ordinal));
    }
}
