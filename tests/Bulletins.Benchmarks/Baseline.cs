using System.Text.RegularExpressions;

namespace Bulletins.Benchmarks;

/// <summary>What one would write in five minutes: read lines, find numbers.</summary>
internal static partial class Baseline
{
    public static int CountNumbers(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        var count = 0;
        while (reader.ReadLine() is { } line)
        {
            foreach (var _ in Number().EnumerateMatches(line))
            {
                count++;
            }
        }

        return count;
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?(?:[万亿]?元|%|吨)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Number();
}
