namespace Bulletins.Pdf.Layout;

/// <summary>Sorts positions by numbers, which is much faster than by a comparison.</summary>
internal static class Sorting
{
    /// <summary>Sorts both by the keys; positions with one key by themselves.</summary>
    public static void ByKey(Span<double> keys, Span<int> positions)
    {
        keys.Sort(positions);
        for (int first = 0, i = 1; i <= keys.Length; i++)
        {
            if (i < keys.Length && keys[i] == keys[first])
            {
                continue;
            }

            if (i - first > 1)
            {
                positions[first..i].Sort();
            }

            first = i;
        }
    }
}
