using System.Diagnostics;
using System.Text;
using Bulletins.Ingest;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Ingest.Html;

public class BrokenHtmlTests
{
    private const string Page = "<!DOCTYPE html><html><head><meta charset=\"{0}\"><title>新线投产</title></head><body><h1>新线投产</h1><p>一季度节约费用38万元，职工&ldquo;比学赶超&rdquo;。</p></body></html>";
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    [Fact]
    public void APageCutAnywhereIsReadAsFarAsItGoes()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "06-wechat.html"));
        for (var length = 20; length < page.Length; length += 97)
        {
            var result = SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(page[..length])), "cut.html", BulletinOptions.Default);
            if (result.Source is { } source)
            {
                Assert.Empty(InvariantChecks.RepairsReplay(source));
                Assert.Empty(InvariantChecks.SpansTellWhereThingsStand(source));
            }
            else
            {
                Assert.Equal("empty", result.Error!.Code);
            }
        }
    }

    [Fact]
    public void AnyRubbishAmongTheTagsLeavesThePlacesRight()
    {
        string[] pieces = ["<p>", "</p>", "<div class=a>", "</div>", "<table>", "<tr>", "<td>", "</table>", "</td>", "<li>", "</ul>", "<b>", "</b>", "<br>", "<", ">", "&", "&nbsp;", "&#", "&#x110000;", "<!--", "-->",
            "<script>", "</script>", "<a href='", "'>", "\"", "\0", "\r\n", " ", "节约38万元。", "甲班", "𠀀", "<h1>", "</h1>", "<pre>", "<sup>2</sup>", "]]>", "<![CDATA[", "<?xml", "</", "<title>", "</title>", "<style>", "</style>"];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var page = "<html>" + string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)])) + "产量12吨";
            var result = SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(page)), "a.html", BulletinOptions.Default);
            if (result.Source is { } source)
            {
                Assert.Empty(InvariantChecks.RepairsReplay(source).Select(p => $"seed {seed}: {p}"));
                Assert.Empty(InvariantChecks.SpansTellWhereThingsStand(source).Select(p => $"seed {seed}: {p}"));
                Assert.Equal(source.Text, ((MarkedFile)source.Places).Words());
            }
        }
    }

    [Theory]
    [InlineData("gb2312", "utf-8", "utf-8", true)]
    [InlineData("utf-8", "gb18030", "gb18030", true)]
    [InlineData("GBK", "gb18030", "gb18030", false)]
    [InlineData("utf-8", "utf-8", "utf-8", false)]
    [InlineData("big5", "utf-8", "utf-8", true)]
    public void TheBytesDecideWhereThePageNamesAnotherEncoding(string named, string used, string read, bool warned)
    {
        var page = Page.Replace("{0}", named, StringComparison.Ordinal).Replace("&ldquo;", "“", StringComparison.Ordinal);
        var source = HtmlTests.Read(used == "utf-8" ? Encoding.UTF8.GetBytes(page) : Gb.GetBytes(page));
        Assert.Equal(read, source.Encoding);
        Assert.StartsWith("新线投产\n\n一季度节约费用38万元，职工“比学赶超", source.Text, StringComparison.Ordinal);
        Assert.Equal(warned ? ["charset-differs"] : [], source.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void APageInUtf16IsOne()
    {
        var source = HtmlTests.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page.Replace("{0}", "utf-16", StringComparison.Ordinal))], "page");
        Assert.Equal("utf-16le", source.Encoding);
        Assert.Equal("text/html", source.MediaType);
    }

    [Theory]
    [InlineData("attribute")]
    [InlineData("nesting")]
    [InlineData("unclosed lists")]
    [InlineData("stray ends")]
    [InlineData("open angles")]
    [InlineData("comment")]
    [InlineData("cells")]
    [InlineData("attributes")]
    public void AHugePageTakesLinearTime(string what)
    {
        var middle = what switch
        {
            "attribute" => $"<img src=\"data:image/png;base64,{new string('A', 5_000_000)}\">",
            "nesting" => string.Concat(Enumerable.Repeat("<div><span>", 100_000)),
            "unclosed lists" => string.Concat(Enumerable.Repeat("<ul><li>甲", 100_000)),
            "stray ends" => string.Concat(Enumerable.Repeat("<div>", 50_000)) + string.Concat(Enumerable.Repeat("</p></td></table></li>", 50_000)),
            "open angles" => new string('<', 1_000_000),
            "comment" => "<!--" + new string('-', 2_000_000) + ">-->",
            "cells" => "<table>" + string.Concat(Enumerable.Repeat("<tr><td>甲<td><table>", 30_000)),
            _ => "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}={i} ")) + ">",
        };
        var clock = Stopwatch.StartNew();
        var source = HtmlTests.Read($"<!doctype html><body><p>产量12吨。</p>{middle}<p>节电3度。</p>");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{what}: {clock.Elapsed}");
        Assert.StartsWith("产量12吨。", source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ExternalEntitiesAndDeclarationsAreNeitherReadNorShown()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "口令");
            var source = HtmlTests.Read($"<!DOCTYPE html [<!ENTITY x SYSTEM \"file://{secret}\"><!ENTITY y \"展开\">]>\n<html><body><p>甲&x;乙&y;丙</p></body></html>");
            Assert.DoesNotContain("口令", source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("展开丙", source.Text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void APageThatAScriptWouldFillSaysHowToSaveIt()
    {
        var result = SourceReader.Read(new MemoryStream("<!doctype html><html><body><div id=app></div><script>render()</script></body></html>"u8.ToArray()), "app.html", BulletinOptions.Default);
        Assert.Equal("empty", result.Error?.Code);
        Assert.Contains("script", result.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body><table><tr><td>1</td></tr></table></body></html>\n\n## 标题\n\n正文", "a.md", "text/markdown")]
    [InlineData("<html><body><table><tr><td>1</td><td>2</td></tr></table></body></html>\n", "a.txt", "text/html")]
    [InlineData("<!DOCTYPE html><p>正文", "a.txt", "text/html")]
    [InlineData("正文<br>又一行", "a.htm", "text/html")]
    [InlineData("正文<br>又一行", "a.txt", "text/markdown")]
    [InlineData("<htmlx>产量", "a.txt", "text/plain")]
    public void TheContentTellsAPageThenTheExtension(string content, string path, string mediaType) =>
        Assert.Equal(mediaType, HtmlTests.Read(Encoding.UTF8.GetBytes(content), path).MediaType);

    [Fact]
    public void FromForcesAFormat()
    {
        var result = SourceReader.Read(new MemoryStream("<b>甲</b>班"u8.ToArray()), "a.txt", new BulletinOptions { From = "html" });
        Assert.Equal("甲班", result.Source?.Text);
        Assert.Equal("unknown-format", SourceReader.Read(new MemoryStream("甲"u8.ToArray()), "a.txt", new BulletinOptions { From = "rtf" }).Error?.Code);
    }
}
