using System.Diagnostics;
using System.Text;
using Bulletins.Cli;

namespace Bulletins.Tests.Support;

/// <summary>What a run of the tool gave.</summary>
internal sealed record ToolResult(int Code, byte[] Bytes, string Error)
{
    public string Output { get; } = Encoding.UTF8.GetString(Bytes);
}

/// <summary>Runs the tool: in this process, which is fast, or as the process that users start.</summary>
internal static class Tool
{
    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "bulletins.dll");

    public static ToolResult Run(params string[] args) => Run(new ToolSetting(), args);

    public static ToolResult Run(ToolSetting setting, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new CliHost
        {
            Input = setting.Input is null ? Stream.Null : new MemoryStream(setting.Input),
            InputIsTerminal = setting.Input is null,
            Output = output,
            OutputIsTerminal = setting.Terminal,
            Error = error,
            Color = setting.Color,
            Width = setting.Width,
            Language = setting.Language,
            Stop = setting.Stop,
        };
        var code = BulletinsApp.Run(args, host);
        return new(code, output.ToArray(), error.ToString());
    }

    /// <summary>Starts the real executable; its standard input is redirected.</summary>
    public static Process Start(IReadOnlyDictionary<string, string>? environment, params string[] args) => Start(environment, "", args);

    public static ToolResult Execute(IReadOnlyDictionary<string, string>? environment, byte[] input, params string[] args)
    {
        using var process = Start(environment, args);
        return End(process, input);
    }

    /// <summary>Runs the real executable in a folder.</summary>
    public static ToolResult ExecuteIn(string folder, params string[] args)
    {
        using var process = Start(null, folder, args);
        return End(process, []);
    }

    private static Process Start(IReadOnlyDictionary<string, string>? environment, string folder, string[] args)
    {
        var info = new ProcessStartInfo("dotnet", [Dll, .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            info.Environment[name] = value;
        }

        return Process.Start(info)!;
    }

    private static ToolResult End(Process process, byte[] input)
    {
        using var bytes = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        Assert.True(process.WaitForExit(60_000), "the tool did not end");
        return new(process.ExitCode, bytes.ToArray(), error.Result);
    }
}

/// <summary>What the tool is connected to in a test. Without input, standard input is a terminal.</summary>
internal sealed record ToolSetting
{
    public byte[]? Input { get; init; }

    public bool Terminal { get; init; }

    public bool Color { get; init; }

    public int Width { get; init; } = 100;

    public string Language { get; init; } = "en";

    public CancellationToken Stop { get; init; }
}
