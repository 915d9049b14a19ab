using System.Runtime.CompilerServices;

namespace Bulletins.Tests.Support;

/// <summary>The folders of the working copy that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", ".."));

    public static string Samples { get; } = Path.Combine(Root, "samples");

    public static string Cases(string kind) => Path.Combine(Root, "tests", "Bulletins.Tests", "Cases", kind);

    private static string Here([CallerFilePath] string file = "") => file;
}
