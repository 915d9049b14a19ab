using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Tests.Ingest;

public class MarkupTests
{
    /// <summary>Source, the words without the marks, and the blocks as kind, level and source text.</summary>
    public static TheoryData<string, string, string> Marked => new()
    {
        { "# 厂里的春天\n正文。", "厂里的春天\n正文。", "Heading1[# 厂里的春天]" },
        { "导语。\n\n  ### 一、产量 ###  \n\n正文。", "导语。\n\n一、产量  \n\n正文。", "Heading3[  ### 一、产量 ###  ]" },
        { "## 甲\n##乙班\n正文", "甲\n乙班\n正文", "Heading2[## 甲] Heading2[##乙班]" },
        { "## C# 班组", "C# 班组", "Heading2[## C# 班组]" },
        { "传承**“匠心”**致敬，**安全**第一。", "传承“匠心”致敬，安全第一。", "" },
        { " **能源中心**。节电，**降本**。", " 能源中心。节电，降本。", "" },
        { "**一、产量：**全年3吨", "一、产量：全年3吨", "" },
        { "***要闻***：开工", "要闻：开工", "" },
        { "**折在两行\n的重点**在此", "折在两行\n的重点在此", "" },
        { "## 甲\n3*4*5，产量*和产值*，**注", "甲\n3*4*5，产量*和产值*，**注", "Heading2[## 甲]" },
        { "## 甲\n张**和李**两人，138**56**78，****", "甲\n张**和李**两人，138**56**78，****", "Heading2[## 甲]" },
        { "[查看原文](https://news.example/a_1.html)", "查看原文", "" },
        { "[附表](./a.xlsx \"附表一\")在后", "附表在后", "" },
        { "## 甲\n见<https://a.example/b_c>。", "甲\n见https://a.example/b_c。", "Heading2[## 甲]" },
        { "## 甲\n\n![](images/1.jpg)\n\n![工人在炉前](b.png)\n文", "甲\n\n\n\n工人在炉前\n文", "Heading2[## 甲] Image0[![](images/1.jpg)] Image0[![工人在炉前](b.png)]" },
        { "## 甲\n![img-0.jpeg](img-0.jpeg)\n文", "甲\n\n文", "Heading2[## 甲] Image0[![img-0.jpeg](img-0.jpeg)]" },
        { "| 月份 | 产量 |\n| --- | ---: |\n| 1月 | 12吨 |\n\n后文", "月份 | 产量\n1月 | 12吨\n\n后文", "Table0[| 月份 | 产量 |\n| --- | ---: |\n| 1月 | 12吨 |]" },
        { "月份|产量\r\n--|--\r\n1月|12吨\r\n后文", "月份 | 产量\r\n1月 | 12吨\r\n后文", "Table0[月份|产量\r\n--|--\r\n1月|12吨]" },
        { "## 表\n|甲|3 |\n|乙||\n", "表\n甲 | 3\n乙\n", "Heading2[## 表] Table0[|甲|3 |\n|乙||]" },
        { "## 甲\n- 一组\n- 二组\n", "甲\n一组\n二组\n", "Heading2[## 甲] ListItem1[- 一组] ListItem1[- 二组]" },
        { "## 甲\n\n1. 一组\n2. 二组", "甲\n\n1. 一组\n2. 二组", "Heading2[## 甲] ListItem1[1. 一组] ListItem1[2. 二组]" },
        { "## 甲\n\n* 一组\n  * 里层\n  * 又一\n* 二组", "甲\n\n一组\n  里层\n  又一\n二组", "Heading2[## 甲] ListItem1[* 一组] ListItem2[* 里层] ListItem2[* 又一] ListItem1[* 二组]" },
        { "## 甲\n\n* 注：快报数\n\n文", "甲\n\n* 注：快报数\n\n文", "Heading2[## 甲]" },
        { "## 甲\n\n- 3 -\n\n- 4 -\n", "甲\n\n- 3 -\n\n- 4 -\n", "Heading2[## 甲]" },
        { "## 甲\n> 编者按：好。\n> 真好。\n\n>5%的人", "甲\n编者按：好。\n真好。\n\n>5%的人", "Heading2[## 甲] Quote0[> 编者按：好。\n> 真好。]" },
        { "## 甲\n\n---\n\n乙\n---\n丙", "甲\n\n\n\n乙\n\n丙", "Heading2[## 甲]" },
        { "```markdown\n# 甲\n文\n```", "\n甲\n文\n", "Heading1[# 甲]" },
        { "## 甲\n1\\. 二\\*三\\_四，D:\\数据", "甲\n1. 二*三_四，D:\\数据", "Heading2[## 甲]" },
        { "## 甲\n用`命令`启动", "甲\n用命令启动", "Heading2[## 甲]" },
        { "上<br>下<br/>\n再下", "上\n下\n再下", "" },
        { "10<sup>3</sup>m<sup>2</sup>，<center>题</center>", "103m2，\n题", "" },
        { "<h2>题目</h2>\n文<!-- 第2页 -->", "题目\n文", "Heading2[<h2>题目</h2>]" },
        {
            "前<table><tr><td>月</td><td>量</td></tr><tr>\n<td>1</td> <td>2<br>3</td></tr></table>后",
            "前\n月 | 量\n1 | 2 3\n后",
            "Table0[<table><tr><td>月</td><td>量</td></tr><tr>\n<td>1</td> <td>2<br>3</td></tr></table>]"
        },
    };

    [Theory]
    [MemberData(nameof(Marked))]
    public void MarksAreToldFromWords(string source, string words, string blocks)
    {
        var markup = Markup.Read(source);
        Assert.Equal(words, EditLog.Apply(source, [.. markup.Marks.Select(m => new TextEdit(m.Start, m.Length, m.Instead, "markup"))]));
        Assert.Equal(blocks, string.Join(' ', markup.Blocks.Select(b => $"{b.Kind}{b.Level}[{source.Substring(b.Start, b.Length)}]")));
    }

    [Theory]
    [InlineData("#1 机组检修，1829#电解槽停槽，C#语言。")]
    [InlineData("# 1 机组检修完毕\n# 2 机组运行")]
    [InlineData("#安全生产月#活动开始")]
    [InlineData("####### 七个")]
    [InlineData("#\n##\n正文")]
    [InlineData("产量*同比增长3%，*为快报数。\n* 注：不含税")]
    [InlineData("张**、李**获奖，电话138****5678，王**。")]
    [InlineData("张**和李**两人获奖。")]
    [InlineData("a_b_c，d__e__f，~约~，x|y|z，“a|b”")]
    [InlineData("1. 第一条\n2. 第二条\n- 第三条\n- 第四条")]
    [InlineData("    缩进四格的段落\n\n\t制表符开头的段落")]
    [InlineData("标题\n====\n标题\n----\n正文")]
    [InlineData("> 引号一样的提示符\n>5%的占比")]
    [InlineData("含量<0.5%且>0.1%，《<安全法>解读》，a<b>c")]
    [InlineData("f[0](见附表)，[1]（注），[甲](乙)")]
    [InlineData("网址https://a.example/x_y_z?q=1|2#top，邮箱a_b@c.example")]
    [InlineData("C:\\资料\\2024\\*.txt")]
    [InlineData("甲 | 乙 | 丙")]
    [InlineData("——\n---\n***\n* * *")]
    [InlineData("“``”与`单`")]
    public void PlainChineseTextIsLeftAlone(string text) => Assert.Same(Markup.None, Markup.Read(text));

    [Fact]
    public void ManyMarksCostNoMoreThanTheirNumber()
    {
        foreach (var piece in new[] { "**", "** ", "[", "](", "`", "<", "<b", "|", "|-", "#", "\\", "> ", "- ", "![a](", "**a", "_*", "```", "<!--" })
        {
            // Quadratic work on this would take minutes.
            var text = "## 甲\n" + string.Concat(Enumerable.Repeat(piece, 400_000));
            Assert.NotEmpty(Markup.Read(text).Marks);
            Markup.Read(string.Concat(Enumerable.Repeat(piece, 400_000)));
        }
    }

    [Fact]
    public void BlocksAreFoundByOffset()
    {
        const string text = "## 甲\n文\n- 一组\n- 二组\n\n尾";
        var markup = Markup.Read(text);
        Assert.Equal(MarkupKind.Heading, markup.BlockAt(0)?.Kind);
        Assert.Null(markup.BlockAt(text.IndexOf('文')));
        Assert.Equal(MarkupKind.ListItem, markup.BlockAt(text.IndexOf('二'))?.Kind);
        Assert.Null(markup.BlockAt(text.IndexOf('尾')));
    }
}
