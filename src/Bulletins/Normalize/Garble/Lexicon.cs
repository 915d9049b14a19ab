using System.Globalization;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How likely a word is in ordinary Chinese, as -ln of its share: 5 is very frequent, 17 a word seen once.</summary>
internal sealed class Lexicon
{
    public const int LongestWord = 4;
    private const double Words = 60_101_983;
    private const float Unknown = 17.5f;
    private const float TradeWord = 12;
    private const float NewWord = 1.5f;
    private static readonly Lazy<Lexicon> Loaded = new(() => new Lexicon());
    private readonly Dictionary<ulong, float> costs = new(90_000);
    private readonly float[] single = new float[0x10000];

    private Lexicon()
    {
        var inWords = new double[0x10000];
        Array.Fill(single, Unknown);
        foreach (var row in TableReader.Rows("lexicon.tsv"))
        {
            var cost = (float)-Math.Log(double.Parse(row[1], CultureInfo.InvariantCulture) / Words);
            if (row[0].Length == 1)
            {
                single[row[0][0]] = cost;
            }
            else
            {
                costs[Key(row[0])] = cost;
            }

            foreach (var c in row[0])
            {
                inWords[c] += Math.Exp(-cost);
            }
        }

        foreach (var row in TableReader.Rows("trade-words.tsv"))
        {
            costs[Key(row[0])] = TradeWord;
        }

        // A character that is frequent inside words stands in names and new words too.
        for (var c = 0; c < single.Length; c++)
        {
            single[c] = Math.Min(single[c], inWords[c] > 0 ? (float)-Math.Log(inWords[c]) + NewWord : Unknown);
        }
    }

    public static Lexicon Shared => Loaded.Value;

    public float Single(char c) => single[c];

    /// <summary>The cost of a word of two to four characters, or infinity.</summary>
    public float Word(ReadOnlySpan<char> word) => costs.TryGetValue(Key(word), out var cost) ? cost : float.PositiveInfinity;

    private static ulong Key(ReadOnlySpan<char> word)
    {
        var key = 0ul;
        foreach (var c in word)
        {
            key = (key << 16) | c;
        }

        return key;
    }
}
