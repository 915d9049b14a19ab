namespace Bulletins;

/// <summary>Searches in what is sorted by place, in O(log n).</summary>
internal static class Ordered
{
    /// <summary>How many items stand first for which the condition holds, where it holds for none behind one for which it does not.</summary>
    public static int Leading<T>(IReadOnlyList<T> items, int offset, Func<T, int, bool> holds)
    {
        int low = 0, high = items.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(items[middle], offset) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Index of the last of the sorted places at or before an offset, or -1.</summary>
    public static int LastAtOrBefore(ReadOnlySpan<int> places, int offset)
    {
        int low = 0, high = places.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle] <= offset ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
