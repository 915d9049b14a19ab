using System.Text;
using System.Text.Json;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public sealed class NormalizeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void CorrectTextComesOutAsItIs()
    {
        const string Text = "一号窑恢复生产，全天产熟料5200吨。\n";
        var result = Tool.Run("normalize", folder.Write("a.txt", Text));
        Assert.Equal((0, Text, ""), (result.Code, result.Output, result.Error));
        Assert.Empty(Tool.Run("normalize", "--diff", folder["a.txt"]).Output);
        Assert.Empty(Tool.Run("normalize", "--edits", folder["a.txt"]).Output);
    }

    [Fact]
    public void EachTextBeginsOnALineOfItsOwn()
    {
        folder.Write("a.txt", "第一篇没有换行。");
        folder.Write("b.txt", "第二篇有换行。\n");
        folder.Write("c.txt", "第三篇没有换行。");
        Assert.Equal("第一篇没有换行。\n第二篇有换行。\n第三篇没有换行。", Tool.Run("normalize", folder.Path).Output);
        Assert.Equal("第一篇没有换行。", Tool.Run("normalize", folder["a.txt"]).Output);
    }

    [Fact]
    public void EditsAreJsonLinesThatTurnTheSourceIntoTheText()
    {
        const string Text = "一号窑恢复生产，全天产熟料５２００吨。\n二号窑检修，预计１０天。\n";
        var path = folder.Write("a.txt", Text);
        var lines = Tool.Run("normalize", "--edits", path).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        var mended = Text.Split('\n');
        foreach (var line in lines.Reverse())
        {
            using var json = JsonDocument.Parse(line);
            var edit = json.RootElement;
            Assert.Equal(path, edit.GetProperty("source").GetString());
            var (at, column, before) = (edit.GetProperty("line").GetInt32() - 1, edit.GetProperty("column").GetInt32() - 1, edit.GetProperty("before").GetString()!);
            Assert.Equal(before, mended[at].Substring(column, before.Length));
            mended[at] = mended[at][..column] + edit.GetProperty("after").GetString() + mended[at][(column + before.Length)..];
        }

        Assert.Equal(Tool.Run("normalize", path).Output, string.Join('\n', mended));
        Assert.Equal("一号窑恢复生产，全天产熟料5200吨。\n二号窑检修，预计10天。\n", string.Join('\n', mended));
    }

    [Fact]
    public void ABadFileIsToldAndTheRestGoesOn()
    {
        var result = Tool.Run("normalize", folder["none.txt"], folder.Write("a.txt", "照常输出。"));
        Assert.Equal((2, "照常输出。"), (result.Code, result.Output));
        Assert.Contains("none.txt: no file or folder is there", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherEncodingsComeOutAsUtf8()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var result = Tool.Run("normalize", folder.Write("gb.txt", gb.GetBytes("一号窑恢复生产，全天产熟料充足，各班组交接顺利。\n")));
        Assert.Equal("一号窑恢复生产，全天产熟料充足，各班组交接顺利。\n", result.Output);
    }
}
