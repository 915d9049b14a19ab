using System.Diagnostics;

namespace Bulletins.Tests.Support;

/// <summary>A test that needs LibreOffice; skipped, and said so, where there is none.</summary>
internal sealed class SofficeFactAttribute : FactAttribute
{
    public SofficeFactAttribute()
    {
        if (Soffice.Path is null)
        {
            Skip = "LibreOffice (soffice) is not on the PATH; install libreoffice-calc to run this test";
        }
    }
}

/// <summary>LibreOffice without a window.</summary>
internal static class Soffice
{
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { System.IO.Path.Combine(folder, "soffice"), System.IO.Path.Combine(folder, "soffice.exe") }).FirstOrDefault(File.Exists);

    /// <summary>Opens a file and saves it in another format, into a folder; returns the new file.</summary>
    public static string Convert(string file, string format, TemporaryFolder folder)
    {
        var output = folder["converted"];
        var info = new ProcessStartInfo(Path!,
        [
            "--headless", "--norestore", $"-env:UserInstallation={new Uri(folder["profile"])}", "--convert-to", format, "--outdir", output, file,
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(info)!;
        var told = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(120_000), "LibreOffice did not end");
        var converted = System.IO.Path.Combine(output, System.IO.Path.GetFileNameWithoutExtension(file) + "." + format.Split(':')[0]);
        Assert.True(File.Exists(converted), $"LibreOffice wrote nothing: {told.Result} {complained.Result}");
        return converted;
    }
}
