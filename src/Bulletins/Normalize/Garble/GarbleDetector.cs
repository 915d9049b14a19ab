namespace Bulletins.Normalize.Garble;

/// <summary>What is garbled in a passage, and how sure that is.</summary>
/// <param name="Classes">None where nothing is.</param>
/// <param name="Evidence">In nats, over the reading in which nothing is garbled.</param>
internal readonly record struct GarbleVerdict(GarbleClasses Classes, float Evidence);

/// <summary>Says whether a passage is garbled and in which classes; mends nothing.</summary>
internal sealed class GarbleDetector(Lexicon lexicon)
{
    private const float MostOfOneKind = 10; // a character that is merely frequent here (子曰) proves nothing by its number
    private readonly Dictionary<char, float> byKind = [];

    /// <summary>The most that the passage could bring as evidence, cheaply: the worth of every suspect that no word explains.</summary>
    public float Suspicion(Passage p)
    {
        var sum = 0f;
        var rest = p.Chars;
        var at = 0;
        for (var i = rest.IndexOfAny(FounderCode.Suspects); i >= 0; i = rest[at..].IndexOfAny(FounderCode.Suspects))
        {
            at += i;
            sum += Worth(p, at);
            at++;
        }

        return sum;
    }

    public GarbleVerdict Judge(Passage p, ReadingLattice reading)
    {
        byKind.Clear();
        var classes = GarbleClasses.None;
        for (var i = 0; i < p.Length; i++)
        {
            if (reading.Margin(i) > 0 && FounderCode.Decode(p[i]) is { } symbol)
            {
                classes |= symbol.Class;
                byKind[p[i]] = Math.Min(MostOfOneKind, byKind.GetValueOrDefault(p[i]) + Math.Max(0, lexicon.Single(p[i]) - Math.Max(symbol.Cost, 2)));
            }
        }

        return new GarbleVerdict(classes, Math.Min(reading.Gain, byKind.Values.Sum()));
    }

    private float Worth(Passage p, int at)
    {
        var literal = lexicon.Single(p[at]);
        var symbol = FounderCode.Decode(p[at])!;
        var worth = Math.Min(literal, 13) - symbol.Cost + 2;
        if (worth <= 0)
        {
            return 0;
        }

        for (var start = Math.Max(0, at - 1); start <= at; start++)
        {
            if (start + 2 <= p.Length && lexicon.Word(p.Chars.Slice(start, 2)) < literal + 3)
            {
                return 0;
            }
        }

        return worth;
    }
}
