using Bulletins.Normalize.Garble;

namespace Bulletins.Segment;

/// <summary>The words on both sides of a cut: whether one straddles it, and the groups of characters by which texts are compared.</summary>
internal static class Seam
{
    private const int Usual = 1000; // characters of a block; a longer one has far fewer groups of characters than characters

    // How much likelier the words round the cut are when they are read across it: above 0, a word straddles it.
    public static double Straddle(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        Span<char> window = stackalloc char[6];
        var left = Math.Min(3, x.Length);
        var right = Math.Min(3, y.Length);
        x[^left..].CopyTo(window);
        y[..right].CopyTo(window[left..]);
        window = window[..(left + right)];
        foreach (var c in window)
        {
            if (!Shape.IsHan(c))
            {
                return 0;
            }
        }

        return Cost(window[..left]) + Cost(window[left..]) - Cost(window);
    }

    private static float Cost(ReadOnlySpan<char> text)
    {
        var lexicon = Lexicon.Shared;
        Span<float> best = stackalloc float[text.Length + 1];
        best.Fill(float.PositiveInfinity);
        best[0] = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            for (var n = 1; n <= Math.Min(Lexicon.LongestWord, end); n++)
            {
                var word = text.Slice(end - n, n);
                best[end] = Math.Min(best[end], best[end - n] + (n == 1 ? lexicon.Single(word[0]) : lexicon.Word(word)));
            }
        }

        return best[^1];
    }

    public static HashSet<long> Trigrams(ReadOnlySpan<char> text)
    {
        var found = new HashSet<long>(Math.Min(text.Length, Usual));
        for (var i = 2; i < text.Length; i++)
        {
            if (Shape.IsHan(text[i]) && Shape.IsHan(text[i - 1]) && Shape.IsHan(text[i - 2]))
            {
                found.Add(Key(text[i - 2], text[i - 1], text[i]));
            }
        }

        return found;
    }

    public static HashSet<int> Pairs(string text)
    {
        var found = new HashSet<int>(Math.Min(text.Length, Usual));
        for (var i = 1; i < text.Length; i++)
        {
            if (Shape.IsHan(text[i - 1]) && Shape.IsHan(text[i]))
            {
                found.Add((text[i - 1] << 16) | text[i]);
            }
        }

        return found;
    }

    public static long Key(char a, char b, char c) => ((long)a << 32) | ((long)b << 16) | c;
}
