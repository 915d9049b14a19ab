using Bulletins.Checking;
using Bulletins.Checking.Compare;
using Bulletins.Ingest;

namespace Bulletins.Tests.Checking;

public class CompareTests
{
    private static readonly string[] Reports =
    [
        "窑尾改造提前完工\n\n　　本报讯（记者 张明）3月5日，白鹭水泥窑尾改造提前完工，全年可节约电费35万元，职工们十分高兴。\n\n",
        "码头装卸再创新高\n\n　　本报讯（记者 张明）3月6日，青湾港务公司完成装卸12万吨，单班效率提高4%，刷新了历史纪录。\n\n",
        "检修班组苦练内功\n\n　　本报讯（记者 张明）3月7日，检修车间组织技能比武，48名青工参加，6名选手获得奖励，气氛热烈。\n\n",
        "食堂推出暖心套餐\n\n　　本报讯（记者 张明）3月8日，后勤服务中心推出暖心套餐，日均供应300份，职工满意度达到98%。\n\n",
    ];

    [Fact]
    public void NothingDiffersFromItself()
    {
        var record = Extract(Reports);
        Assert.Empty(Compare(record, record));
    }

    [Fact]
    public void OneArticleMoreLeavesTheOthersAsTheyAre()
    {
        var findings = Compare(Extract(Reports[0], Reports[2], Reports[3]), Extract(Reports)).Where(f => f.Rule.Area is CheckArea.Articles or CheckArea.Figures);
        var finding = Assert.Single(findings);
        Assert.Equal(("article-new", "码头装卸再创新高"), (finding.Rule.Id, finding.Article));
    }

    [Fact]
    public void OneArticleLessIsOneArticleMissed()
    {
        var findings = Compare(Extract(Reports), Extract(Reports[0], Reports[1], Reports[3])).Where(f => f.Rule.Area is CheckArea.Articles or CheckArea.Figures);
        Assert.Equal("article-missed", Assert.Single(findings).Rule.Id);
    }

    [Fact]
    public void AnArticleThatMovedIsSaidToHaveMovedAndNothingElse()
    {
        var findings = Compare(Extract(Reports), Extract(Reports[3], Reports[0], Reports[1], Reports[2])).Where(f => f.Rule.Area is CheckArea.Articles or CheckArea.Figures);
        var finding = Assert.Single(findings);
        Assert.Equal(new FieldChange("ordinal", "4", "1"), Assert.Single(finding.Changes));
    }

    [Fact]
    public void ChangedFieldsAreNamedWithBothValues()
    {
        var actual = Extract(Reports);
        var article = actual[0].Articles[0];
        var expected = With(actual, article with { Headline = "窑尾改造完工", Figures = [article.Figures[0] with { Value = 35, Unit = "t" }] });
        var findings = Compare(expected, actual).ToList();
        Assert.Equal(["article-changed", "figure-changed"], findings.Select(f => f.Rule.Id));
        Assert.Equal([new FieldChange("headline", "窑尾改造完工", "窑尾改造提前完工")], findings[0].Changes);
        Assert.Equal([new FieldChange("value", "35", "350000"), new FieldChange("unit", "t", "CNY")], findings[1].Changes);
        Assert.Equal(article.Figures[0].Spans, findings[1].Spans);
    }

    [Fact]
    public void FiguresAreMissedAndNew()
    {
        var actual = Extract(Reports);
        var article = actual[0].Articles[2];
        Assert.Equal(2, article.Figures.Count);
        Assert.Equal("figure-missed", Assert.Single(Compare(actual, With(actual, article with { Figures = [article.Figures[0]] }))).Rule.Id);
        Assert.Equal("figure-new", Assert.Single(Compare(With(actual, article with { Figures = [article.Figures[1]] }), actual)).Rule.Id);
    }

    [Fact]
    public void AParagraphMoreLeavesTheOthersAsTheyAre()
    {
        var actual = Extract(Reports);
        var article = actual[0].Articles[0];
        var more = With(actual, article with { Paragraphs = [new(ParagraphKind.Subhead, "算细账"), .. article.Paragraphs, new(ParagraphKind.Text, "尾声。")] });
        Assert.Equal([new FieldChange("paragraph 1", null, "算细账"), new FieldChange("paragraph 3", null, "尾声。")], Assert.Single(Compare(actual, more)).Changes);
    }

    [Fact]
    public void RepairsAreComparedPlaceByPlace()
    {
        var actual = Extract("窑尾改造提前完工\n\n　　３月５日,白鹭水泥窑尾改造提前完工,全年可节约电费35万元,职工们十分高兴。\n");
        var repairs = actual[0].Repairs;
        Assert.True(repairs.Count >= 4);
        IReadOnlyList<Document> expected = [actual[0] with { Repairs = [.. repairs.Skip(1).SkipLast(1), repairs[^1] with { After = "；" }] }];
        var findings = Compare(expected, actual).ToList();
        Assert.Equal(["repair-new", "repair-changed"], findings.Select(f => f.Rule.Id));
        Assert.Equal(Describe.Repair(repairs[0]), findings[0].Message);
        Assert.Equal("after", Assert.Single(findings[1].Changes).Field);
    }

    [Fact]
    public void AnotherInputIsSaidToBeAnother()
    {
        var findings = Compare(Extract(Reports[0]), Extract(Reports[0] + "　　职工们说，下半年要再接再厉。\n")).ToList();
        Assert.Equal("input-changed", findings[0].Rule.Id);
        Assert.DoesNotContain(findings, f => f.Changes.Any(c => c.Field == "spans"));
    }

    [Fact]
    public void IssuesOfADumpBelongTogetherByTheirMastheads()
    {
        var one = Extract(Reports)[0];
        var (first, second) = (one with { Masthead = new("简报", null, 1, null, "2024-01-05") }, one with { Masthead = new("简报", null, 2, null, "2024-02-05") });
        Assert.Empty(RecordComparer.Compare([first, second], [second, first], "a.txt"));
        Assert.Equal(["document-missed"], RecordComparer.Compare([first, second], [second], "a.txt").Select(f => f.Rule.Id));
        Assert.Equal(["document-new"], RecordComparer.Compare([first], [first, second], "a.txt").Select(f => f.Rule.Id));
    }

    [Fact]
    public void AThousandArticlesThatAllChangedAreStillPaired()
    {
        var one = Extract(Reports[0])[0].Articles[0];
        var template = Enumerable.Range(1, 1000).Select(i => Of(i, "。")).ToList();
        var changed = Enumerable.Range(1, 1000).Select(i => Of(i, "，职工们很高兴。")).ToList();
        Assert.Equal(Enumerable.Range(0, 1000), ArticleMatcher.Match(template, changed));

        Article Of(int i, string tail) => one with
        {
            Headline = $"第{i}号窑改造完工",
            Paragraphs = [new(ParagraphKind.Text, $"车间编号{i * 7919}，班次{i * 104729}，节约电费{i * 31}万元，参加人数{i * 17}名{tail}")],
        };
    }

    private static IReadOnlyList<Document> Extract(params string[] reports) => BulletinPipeline.Extract(SourceText.FromText(string.Concat(reports), "a.txt"));

    private static IEnumerable<Finding> Compare(IReadOnlyList<Document> expected, IReadOnlyList<Document> actual) => RecordComparer.Compare(expected, actual, "a.txt");

    private static IReadOnlyList<Document> With(IReadOnlyList<Document> documents, Article article) =>
        [documents[0] with { Articles = [.. documents[0].Articles.Select(a => a.Ordinal == article.Ordinal ? article : a)] }];
}
