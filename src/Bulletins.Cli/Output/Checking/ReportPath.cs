namespace Bulletins.Cli.Output.Checking;

/// <summary>Paths as a CI server knows files: with slashes, from the root of the checkout where there is one.</summary>
internal static class ReportPath
{
    public static string Of(string source)
    {
        var root = Environment.GetEnvironmentVariable("GITHUB_WORKSPACE");
        var below = source != "-" && !string.IsNullOrEmpty(root) ? Path.GetRelativePath(root, Path.GetFullPath(source)) : "..";
        var path = below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below) ? source : below;
        path = OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    /// <summary>The same as a URI reference: relative where the path is.</summary>
    public static string Uri(string source)
    {
        var path = Of(source);
        return Path.IsPathRooted(path) ? new Uri(Path.GetFullPath(path)).AbsoluteUri
            : string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
    }
}
