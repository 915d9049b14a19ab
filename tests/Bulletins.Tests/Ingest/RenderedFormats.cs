using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Bulletins.Ingest;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Ingest;

/// <summary>The same issue as text, as a web page and as a Word document gives the same articles and figures.</summary>
public partial class RenderedFormats
{
    private const int Issues = 60;

    [GeneratedRegex(@"^(?<marks>#{1,6}) +(?<words>.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+")]
    private static partial Regex Blank();

    [Theory]
    [InlineData("html")]
    [InlineData("docx")]
    public void AnIssueGivesTheSameArticlesInEveryFormat(string format)
    {
        var differences = new List<string>();
        for (var seed = 1; seed <= Issues; seed++)
        {
            // How many blank lines stand between two blocks, only text tells.
            var text = Blank().Replace(BulletinGenerator.Create(seed, dirty: seed % 2 == 0).Text.ReplaceLineEndings("\n"), "\n\n");
            var expected = Articles(Encoding.UTF8.GetBytes(text), "a.md");
            var actual = Articles(format == "html" ? Encoding.UTF8.GetBytes(Page(text)) : Docx.Of(Body(text)), "a." + format);
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                differences.Add($"seed {seed}\n- {string.Join("\n- ", expected.Except(actual))}\n+ {string.Join("\n+ ", actual.Except(expected))}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {Issues} differ:\n{string.Join('\n', differences.Take(5))}");
    }

    private static List<string> Articles(byte[] bytes, string path)
    {
        var result = SourceReader.Read(new MemoryStream(bytes), path, BulletinOptions.Default);
        Assert.True(result.Succeeded, result.Error?.Message);
        return [.. BulletinPipeline.Extract(result.Source).SelectMany(d => d.Articles).Select(a =>
            $"{a.Kind} [{string.Join('/', a.Section)}] {a.Kicker} | {a.Headline} | {a.Subtitle} | {string.Join(' ', a.Bylines.Select(b => $"{b.Role}:{b.Name}"))} | "
            + $"{string.Join('¶', a.Paragraphs.Select(p => p.Text))} | {string.Join(' ', a.Figures.Select(f => f.Text))}")];
    }

    private static string Page(string text)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>集团报</title></head>\n<body>\n<div class=\"nav\"><a href=\"/\">首页</a><a href=\"/n\">新闻</a></div>\n");
        foreach (var (level, lines) in Blocks(text))
        {
            var words = string.Join("<br>\n", lines.Select(l => WebUtility.HtmlEncode(l).Replace("  ", "&nbsp;&nbsp;", StringComparison.Ordinal)));
            page.Append(level > 0 ? $"<h{level}>{words}</h{level}>\n" : $"<p><span style=\"font-size:16px\">{words}</span></p>\n");
        }

        return page.Append("<div id=\"footer\"><p>版权所有 集团公司</p></div>\n</body></html>\n").ToString();
    }

    private static string Body(string text) => string.Concat(Blocks(text).Select(b =>
        Docx.Paragraph(string.Join('\n', b.Lines), b.Level > 0 ? $"<w:outlineLvl w:val='{b.Level - 1}'/>" : "")));

    private static IEnumerable<(int Level, string[] Lines)> Blocks(string text)
    {
        foreach (var block in Blank().Split(text.ReplaceLineEndings("\n").Trim('\n')))
        {
            var lines = block.Split('\n');
            var heading = Heading().Match(lines[0]);
            yield return heading.Success && lines.Length == 1 ? (heading.Groups["marks"].Length, [heading.Groups["words"].Value]) : (0, lines);
        }
    }
}
