using System.Text;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Ingest.Html;

public class HtmlTests
{
    /// <summary>What stands in the body, the words laid out as text, and the hints as kind, level and words.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { "<p>甲班</p><p>乙班</p>", "甲班\n\n乙班", "" },
        { "<p>甲班<p>乙班<div>丙班</div>丁班", "甲班\n\n乙班\n\n丙班\n\n丁班", "" },
        { "<p>第一行<br>第二行<br/><br/>第三行</p>", "第一行\n第二行\n\n第三行", "" },
        { "<p>产量<b>1</b><i>2</i>万吨</p>", "产量12万吨", "" },
        { "<p>折在源文件里\n      的一行，Open\n  Day 活动</p>", "折在源文件里的一行，Open Day 活动", "" },
        { "<p> <span>记者</span>\n<span>柏晓岚</span> </p>", "记者 柏晓岚", "" },
        { "<p>&ldquo;安康杯&rdquo;&#12289;R&amp;D&hellip;&nbsp;&#x4E03;月&copy</p>", "“安康杯”、R&D… 七月©", "" },
        { "<p>&#149;节电 A&B 3&lt;5，x&y;</p>", "•节电 A&B 3<5，x&y;", "" },
        { "<p>占比<0.5%，温度<安全值</p>", "占比<0.5%，温度<安全值", "" },
        { "<p>　　正文<br>　　又一段</p>", "　　正文\n　　又一段", "" },
        { "<h1>喜报</h1><h3>一、产量</h3><p>正文</p>", "喜报\n\n一、产量\n\n正文", "Heading1[喜报] Heading3[一、产量]" },
        { "<h2>上行<br>下行</h2><p>正文</p>", "上行\n下行\n\n正文", "Heading2[上行] Heading2[下行]" },
        { "<p><strong>一、强基</strong></p><p>正文很长很长很长，没有加粗，<strong>只有</strong>几个字。</p>", "一、强基\n\n正文很长很长很长，没有加粗，只有几个字。", "Strong0[一、强基]" },
        { "<p><strong>全文加粗的一段话。</strong></p><p><strong>全文加粗的又一段话。</strong></p>", "全文加粗的一段话。\n\n全文加粗的又一段话。", "" },
        { "<p style='font-size:20px'>大字标题</p><p style='font-size:14px'>这里是正文，字号小一些，也长一些。</p>", "大字标题\n\n这里是正文，字号小一些，也长一些。", "Strong0[大字标题]" },
        { "<p style=\"font-size:12pt\">同样大</p><p style=\"font-size:16px\">同样大的正文，长一些。</p>", "同样大\n\n同样大的正文，长一些。", "" },
        { "<ul><li>一组<li>二组</ul>", "一组\n\n二组", "ListItem1[一组] ListItem1[二组]" },
        { "<ul><li><h3>题目</h3><p>摘要</p></li></ul>", "题目\n\n摘要", "Heading3[题目]" },
        { "<table><caption>产量表</caption><tr><th>月份<th>产量<tr><td>1月<td>12吨</table>后文", "产量表\n\n月份 | 产量\n1月 | 12吨\n\n后文", "Table0[产量表] Table0[月份 | 产量] Table0[1月 | 12吨]" },
        { "<table><tr><td>甲</td><td><p>3</p><p>吨</p></td></tr><tr><td>乙</td><td></td></tr><tr><td>丙</td><td>4</td></tr></table>", "甲 | 3 吨\n乙\n丙 | 4", "Table0[甲 | 3 吨] Table0[乙] Table0[丙 | 4]" },
        { "<table><tr><td>来源：一车间</td><td>日期：2021-05-06</td></tr><tr><td><p>一篇文章的正文，很长。</p><p>还有一段。</p></td></tr></table>", "来源：一车间 日期：2021-05-06\n\n一篇文章的正文，很长。\n\n还有一段。", "" },
        { "<table><tr><td><table><tr><td>里层</td></tr></table></td><td>外层</td></tr></table>", "里层\n\n外层", "" },
        { "<p>面积120m<sup>2</sup>，CO<sub>2</sub>减排10<sup>4</sup>吨</p>", "面积120m²，CO2减排10⁴吨", "" },
        { "<p>看得见<span style='display: none'>看不见</span><span hidden>也看不见</span><script>var a='<p>代码</p>';</script><style>p{}</style></p>", "看得见", "" },
        { "<div style='visibility:hidden;opacity:0'>脚本会让它显出来</div>", "脚本会让它显出来", "" },
        { "<pre>第一行\n第二行\n\n第三行</pre>", "第一行\n第二行\n\n第三行", "" },
        { "<p>甲<!-- 注释 <p>不是正文</p> -->乙</p>", "甲乙", "" },
        { "<ruby>锶<rt>sī</rt></ruby>元素", "锶元素", "" },
        { "<p>&nbsp;</p><p> <br> </p><p>正文</p>", "正文", "" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void APageIsLaidOutAsText(string body, string text, string hints)
    {
        var source = Read($"<!doctype html>\n<html><head><title>集团网站</title></head>\n<body>{body}</body></html>");
        Assert.Equal(text, source.Text);
        Assert.Equal(hints, string.Join(' ', source.Markup.Blocks.Select(b => $"{b.Kind}{b.Level}[{source.Text.Substring(b.Start, b.Length)}]")));
        Assert.Equal("text/html", source.MediaType);
        Assert.Empty(InvariantChecks.RepairsReplay(source));
        Assert.Empty(InvariantChecks.UnchangedIsTheSameInstance(source));
    }

    /// <summary>A page with one part that is the site's and one sentence that is not.</summary>
    [Theory]
    [InlineData("<nav><a href=a>首页</a></nav>")]
    [InlineData("<div class='share-bar'>分享到：微信</div>")]
    [InlineData("<div class='newsRelated'><p>延伸阅读</p></div>")]
    [InlineData("<div role='navigation'>首页 新闻</div>")]
    [InlineData("<footer>版权所有</footer>")]
    [InlineData("<div><a href=1>集团召开年会</a><a href=2>新线投产</a><a href=3>安全日活动</a></div>")]
    public void WhatBelongsToTheSiteIsSetAsideWithAWarning(string part)
    {
        var source = Read($"<!doctype html><body><p>一车间完成检修。</p><p>二车间完成检修。</p><p>三车间完成检修。</p>{part}</body>");
        Assert.Equal("一车间完成检修。\n\n二车间完成检修。\n\n三车间完成检修。", source.Text);
        Assert.Equal("page-furniture", Assert.Single(source.Warnings).Code);
    }

    /// <summary>Names and links that a page's own words may bear.</summary>
    [Theory]
    [InlineData("<div class='page-banner-wrap nav-open'>", "</div>")]
    [InlineData("<div class='content sharing'>", "</div>")]
    [InlineData("<div class='download gradient'>", "</div>")]
    [InlineData("<article><header>", "</header></article>")]
    public void AnArticleIsNotSetAsideForANameAroundIt(string before, string after)
    {
        var source = Read($"<!doctype html><body>{before}<p>一车间完成<a href=x>检修</a>。</p><p>二车间完成检修。</p><p>三车间<a href=y>完成</a><a href=z>检修</a>。</p>{after}</body>");
        Assert.Equal("一车间完成检修。\n\n二车间完成检修。\n\n三车间完成检修。", source.Text);
        Assert.Empty(source.Warnings);
    }

    [Fact]
    public void APageOfHeadlinesAloneKeepsThem() =>
        Assert.Contains("新线投产", Read("<!doctype html><body><ul><li><a href=1>集团召开年会</a><li><a href=2>新线投产</a><li><a href=3>安全日活动</a></ul></body>").Text, StringComparison.Ordinal);

    [Fact]
    public void ColumnsBeyond65535AreRight()
    {
        var filler = new string('料', 70_000);
        var source = Read($"<!doctype html><body><p>{filler}。</p><p>全年节约<b>38</b>万元。</p></body>");
        var figure = Assert.Single(BulletinPipeline.Extract(source)[0].Articles.SelectMany(a => a.Figures), f => f.Value == 380_000);
        var file = ((MarkedFile)source.Places).Text;
        Assert.Equal(["38", "万元"], figure.Spans.Select(s => file.Substring(s.Column - 1, s.Length)));
        Assert.All(figure.Spans, s => Assert.True(s is { Line: 1, Column: > 70_000 }));
    }

    [Fact]
    public void AFigureCutByTagsHasASpanForEachPiece()
    {
        var source = Read("<!doctype html><html><body>\n<p>节约费用近<b>10</b>&nbsp;<i>万元</i>。</p></body></html>");
        var figure = Assert.Single(BulletinPipeline.Extract(source)[0].Articles.SelectMany(a => a.Figures));
        Assert.Equal("近10万元", figure.Text);
        Assert.Equal([(2, 8, 1), (2, 12, 2), (2, 27, 2)], figure.Spans.Select(s => (s.Line, s.Column, s.Length)));
    }

    [Theory]
    [InlineData("<meta name='ArticleTitle' content='新线投产'>", "新线投产")]
    [InlineData("<meta property='og:title' content='大江焦化新线投产_大江焦化集团'>", null)]
    [InlineData("<meta property='og:title' content='二期开工'>", "二期开工")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"二期开工\",\"datePublished\":\"2021-03-05T08:00:00+08:00\"}</script>", "二期开工")]
    [InlineData("<script type='application/ld+json'>{\"headline\":</script>", null)]
    [InlineData("<meta name='PubDate' content='2021-03-05'>", null)]
    [InlineData("<meta name='PubDate' content='2021-04-05'>", "2021-04-05")]
    [InlineData("<meta name='author' content='柏晓岚'>", null)]
    [InlineData("<meta name='author' content='祁云舟'>", "祁云舟")]
    [InlineData("<meta name='author' content='admin'>", null)]
    [InlineData("<meta name='ContentSource' content='宣传部'>", "宣传部")]
    [InlineData("<meta name='ContentSource' content='一车间'>", null)]
    [InlineData("<!--enpproperty <title>二期开工</title><date>2021-03-05 00:00:00.0</date>/enpproperty-->", "二期开工")]
    public void TheMarksOfAPageAreHeldAgainstItsWords(string mark, string? quoted)
    {
        var source = Read($"<!doctype html><html><head>{mark}</head><body><h1>大江焦化新线投产</h1><p>来源：一车间 作者：柏晓岚 发布时间：2021-03-05</p><p>3月4日，大江焦化公司新线一次投产成功，现场职工欢欣鼓舞。</p></body></html>");
        var warnings = BulletinPipeline.Extract(source)[0].Warnings.Where(w => w.Code == "page-mark-differs").ToList();
        Assert.Equal(quoted is null || quoted == "新线投产" ? 0 : 1, warnings.Count);
        Assert.All(warnings, w => Assert.Contains($"“{quoted}", w.Message, StringComparison.Ordinal));
    }

    internal static SourceText Read(string page, string path = "page.html") => Read(Encoding.UTF8.GetBytes(page), path);

    internal static SourceText Read(byte[] page, string path = "page.html")
    {
        var result = SourceReader.Read(new MemoryStream(page), path, BulletinOptions.Default);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Source;
    }
}
