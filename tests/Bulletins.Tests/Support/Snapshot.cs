using System.Runtime.CompilerServices;
using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>Compares output with the file <c>Class.Test.verified.txt</c> beside the test. Where they differ,
/// <c>Class.Test.received.txt</c> is written beside it: look at it, and rename it when it is right.</summary>
internal static class Snapshot
{
    public static void Verify(string actual, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var (verified, received) = (stem + ".verified.txt", stem + ".received.txt");
        var expected = File.Exists(verified) ? Lines(File.ReadAllText(verified)) : null;
        if (expected == Lines(actual))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual, new UTF8Encoding(false));
        Assert.Fail(expected is null
            ? $"There is no {verified} yet; look at {received} and rename it when it is right."
            : $"{received} differs from {verified} first at: {FirstDifference(expected, Lines(actual))}");
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string FirstDifference(string expected, string actual)
    {
        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(was.Length, now.Length)).First(i => i >= was.Length || i >= now.Length || was[i] != now[i]);
        return $"line {at + 1}: verified “{was.ElementAtOrDefault(at)}”, received “{now.ElementAtOrDefault(at)}”";
    }
}
