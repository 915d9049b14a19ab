using System.Diagnostics;
using System.Text;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

/// <summary>What only the real process can show: its streams, signals and locale.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Text = "白鹭水泥：窑尾改造完工\n　　截至6月底，全厂节约电费35.50万元，比计划多节约4%。\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("zh_CN.UTF-8")]
    [InlineData("de_DE.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("C")]
    public void TheOutputIsTheSameUtf8WithoutAMarkInEveryLocale(string locale)
    {
        var here = Tool.Run(new ToolSetting { Input = Encoding.UTF8.GetBytes(Text) }, "extract", "-", "--format", "json");
        var there = Tool.Execute(Locale(locale), Encoding.UTF8.GetBytes(Text), "extract", "-", "--format", "json");
        Assert.Equal(0, there.Code);
        Assert.Equal(here.Bytes, there.Bytes);
        Assert.Equal((byte)'{', there.Bytes[0]);
    }

    [Fact]
    public void NormalizedTextComesOutAsBytesOfUtf8()
    {
        var result = Tool.Execute(Locale("C"), Encoding.UTF8.GetBytes("安全第一，预防为主。\n"), "normalize");
        Assert.Equal("安全第一，预防为主。\n", result.Output);
        Assert.Equal(0, result.Code);
    }

    [Fact]
    public void ExitCodesReachTheCaller()
    {
        Assert.Equal(2, Tool.Execute(null, [], "extract", "-").Code);
        Assert.Equal(2, Tool.Execute(null, [], "extract", "--no-such-option").Code);
        Assert.Equal(0, Tool.Execute(null, [], "schema").Code);
    }

    [Fact]
    public async Task AReaderThatHasSeenEnoughEndsTheRunQuietly()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no `head` there
        }

        for (var i = 0; i < 60; i++)
        {
            folder.Write($"{i}.txt", string.Concat(Enumerable.Repeat(Text, 200)));
        }

        var script = $"dotnet '{Tool.Dll}' normalize '{folder.Path}' | head -n 1; echo \"${{PIPESTATUS[0]}}\"";
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Empty(await error);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.EndsWith("\n0\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void CtrlCLeavesNoHalfFile()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no `kill -INT` there
        }

        // Standard input stays open, so the run waits for it with its files begun.
        using var process = Tool.Start(null, "extract", "-", "--output", folder["out"]);
        var deadline = Stopwatch.StartNew();
        while (folder.Files().Length < 5)
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromSeconds(30), "the run did not begin its files");
            Thread.Sleep(20);
        }

        using (var kill = Process.Start("kill", [IgnoresInterrupts() ? "-TERM" : "-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        Assert.True(process.WaitForExit(30_000), "the run did not stop");
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(folder.Files());
        Assert.Equal("bulletins: interrupted; no half-written file is left\n", process.StandardError.ReadToEnd());
    }

    // What a shell starts in the background inherits an ignored SIGINT; the tool is stopped by SIGTERM just the same.
    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (Convert.ToUInt64(line["SigIgn:".Length..].Trim(), 16) & 2) != 0;

    private static Dictionary<string, string> Locale(string name) => new(StringComparer.Ordinal) { ["LC_ALL"] = name, ["LANG"] = name };
}
