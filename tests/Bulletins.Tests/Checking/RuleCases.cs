using Bulletins.Checking;
using Bulletins.Ingest;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Checking;

/// <summary>The cases in <c>Cases/check/rules.txt</c>: what each rule finds, and the correct texts on which all are silent.</summary>
public class RuleCases
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in File.ReadLines(Path.Combine(SourceTree.Cases("check"), "rules.txt")).Where(l => l.Length > 0 && l[0] != '#'))
            {
                var arrow = row.LastIndexOf(" ->", StringComparison.Ordinal);
                data.Add(row[..arrow], row[(arrow + 3)..].Trim());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARuleFindsThisAndNothingElse(string text, string expected)
    {
        var source = SourceText.FromText($"白鹭水泥简报\n第9期\n白鹭水泥有限公司党委宣传部主办　　2024年5月6日\n\n窑尾改造提前完工\n\n　　{text}\n", "issue.txt");
        var result = Checker.Check(source, new CheckRequest(CheckSettings.Default));
        Assert.Equal("2024-05-06", Assert.Single(result.Documents).Masthead?.Date);
        Assert.Equal(expected, string.Join("; ", result.Findings.Where(f => CheckRules.Own.Contains(f.Rule) || f.Rule.Id == "unknown-unit").Select(f => $"{f.Rule.Id} at {Meant(source, f)}")));
    }

    [Fact]
    public void AnArticleWithoutAHeadlineIsANote()
    {
        var source = SourceText.FromText("本报讯（张明）近日，白鹭水泥公司窑尾改造提前完工，全年节约电费120万元。职工们说，下半年要再接再厉，把生产抓得更好。\n");
        var finding = Assert.Single(Checker.Check(source, new CheckRequest(CheckSettings.Default)).Findings);
        Assert.Equal(("headline-missing", Severity.Note), (finding.Rule.Id, finding.Severity));
    }

    [Theory]
    [InlineData("记者 张明 通讯员 李小红", "记者 张明 通讯员 李小红")]
    [InlineData("窑尾改造提前完工。（通讯员 李小红）", "（通讯员 李小红）")]
    [InlineData("记者在现场看到，工人们干劲十足。", null)]
    [InlineData("会后，通讯员培训班（李小红主讲）开班。", null)]
    [InlineData("他说：“安全第一。”（李小红）", null)]
    [InlineData("本次活动由记者站主办（记者 节）。", null)]
    public void ALabelledCreditIsTold(string paragraph, string? credit)
    {
        var found = Bulletins.Checking.Rules.BylineInTextRule.Credit(paragraph);
        Assert.Equal(credit, found is var (start, length) ? paragraph.Substring(start, length) : null);
    }

    private static string Meant(SourceText source, Finding finding)
    {
        var places = new SourcePlaces(source.Text);
        return string.Concat(finding.Spans.Select(s => places.Range(s)).Select(r => source.Text[r.Start..r.End]));
    }
}
