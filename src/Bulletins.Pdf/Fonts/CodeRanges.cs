using System.Diagnostics.CodeAnalysis;

namespace Bulletins.Pdf.Fonts;

/// <summary>Ranges of codes with the value of their first code, found by bisection.</summary>
internal sealed class CodeRanges<T>
{
    private readonly List<(int Low, int High, T Value)> ranges = [];
    private bool isSorted = true;

    public int Count => ranges.Count;

    public void Add(int low, int high, T value)
    {
        isSorted &= ranges.Count == 0 || ranges[^1].Low <= low;
        ranges.Add((low, high, value));
    }

    public bool TryFind(int code, [MaybeNullWhen(false)] out T value, out int offset)
    {
        if (!isSorted)
        {
            ranges.Sort((a, b) => a.Low.CompareTo(b.Low));
            isSorted = true;
        }

        int first = 0, behind = ranges.Count;
        while (first < behind)
        {
            var middle = (first + behind) / 2;
            (first, behind) = ranges[middle].Low <= code ? (middle + 1, behind) : (first, middle);
        }

        if (first > 0 && code <= ranges[first - 1].High)
        {
            (value, offset) = (ranges[first - 1].Value, code - ranges[first - 1].Low);
            return true;
        }

        (value, offset) = (default, 0);
        return false;
    }
}
