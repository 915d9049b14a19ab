using System.Buffers;

namespace Bulletins.Normalize.Garble;

/// <summary>What is garbled in a passage, and how sure that is.</summary>
/// <param name="Classes">None where nothing is.</param>
/// <param name="Evidence">In nats, over the reading in which nothing is garbled.</param>
internal readonly record struct GarbleVerdict(GarbleClasses Classes, float Evidence);

/// <summary>Says whether a passage is garbled and in which classes; mends nothing.</summary>
internal sealed class GarbleDetector(Lexicon lexicon)
{
    private const float MostOfOneKind = 10; // a character that is merely frequent here (子曰) proves nothing by its number
    private const float Repeated = 1.5f; // what any number of one character proves, over what one of them does
    private const float Further = 0.1f; // where one class is suspected, this share of what it takes will do for another
    private const float Slack = 2; // the reading's own gain has met the prior already
    private const float RealMark = 2; // what a real mark takes from the suspicion against the marks round it
    private const float Digit = 2.3f;
    private const float Ends = 1.5f; // a stop before a line end or space
    private const float Heads = 5; // a bullet at the head of a line
    private static readonly GarbleClasses[] Single = [GarbleClasses.Punctuation, GarbleClasses.Numbers, GarbleClasses.Latin];
    private static readonly SearchValues<char> Telling = SearchValues.Create([.. FounderCode.All.Select(s => s.Garbled), '，', '。', '、']);
    private readonly Dictionary<(char Garbled, GarbleClasses Class), (float Sum, float Most)> byKind = [];

    /// <summary>The classes that may be garbled in a passage, found cheaply: the suspects that no word explains are worth enough.</summary>
    public GarbleClasses Suspect(Passage p, GarblePrior prior)
    {
        var (marks, most, digits, letters) = (0f, 0f, 0f, 0f);
        var at = 0;
        for (var i = p.Chars.IndexOfAny(Telling); i >= 0; i = p.Chars[at..].IndexOfAny(Telling))
        {
            at += i;
            if (FounderCode.Decode(p[at]) is not { } symbol)
            {
                marks = Math.Max(0, marks - RealMark);
            }
            else if (symbol.Class == GarbleClasses.Punctuation)
            {
                marks += Worth(p, at, symbol);
                most = Math.Max(most, marks);
            }
            else if (symbol.Class == GarbleClasses.Numbers)
            {
                digits += Worth(p, at, symbol);
            }
            else
            {
                letters += Worth(p, at, symbol);
            }

            at++;
        }

        var suspected = Enough(most, GarbleClasses.Punctuation, 1) | Enough(digits, GarbleClasses.Numbers, 1) | Enough(letters, GarbleClasses.Latin, 1);
        return suspected == GarbleClasses.None
            ? suspected
            : suspected | Enough(most, GarbleClasses.Punctuation, Further) | Enough(digits, GarbleClasses.Numbers, Further) | Enough(letters, GarbleClasses.Latin, Further);

        GarbleClasses Enough(float worth, GarbleClasses one, float share) => worth >= (prior.Of(one) - Slack) * share ? one : GarbleClasses.None;
    }

    public GarbleVerdict Judge(Passage p, ReadingLattice reading, GarblePrior prior)
    {
        byKind.Clear();
        for (var i = 0; i < p.Length; i++)
        {
            if (reading.Margin(i) >= GarbleDecoder.Sure && FounderCode.Decode(p[i]) is { } symbol)
            {
                var (cost, proof) = reading.Spent(i);
                var worth = Math.Clamp(Math.Min(lexicon.Single(p[i]), 13) - cost, 0, proof);
                var kind = (p[i], symbol.IsSign && (reading.State(i) & symbol.Class) == GarbleClasses.None ? GarbleClasses.Punctuation : symbol.Class);
                var (sum, most) = byKind.GetValueOrDefault(kind);
                most = Math.Max(most, worth);
                byKind[kind] = (Math.Min(sum + worth, Math.Max(most, Math.Min(MostOfOneKind, most * Repeated))), most);
            }
        }

        var classes = GarbleClasses.None;
        var evidence = 0f;
        foreach (var one in Single)
        {
            var sum = byKind.Sum(k => k.Key.Class == one ? k.Value.Sum : 0);
            var needed = one == GarbleClasses.Latin && (classes & GarbleClasses.Numbers) != GarbleClasses.None ? GarblePrior.FurtherClass : prior.Of(one) - Slack;
            if (sum >= needed)
            {
                classes |= one;
                evidence += sum;
            }
        }

        return new GarbleVerdict(classes, Math.Min(reading.Gain, evidence));
    }

    private float Worth(Passage p, int at, FounderSymbol symbol)
    {
        var literal = lexicon.Single(p[at]);
        var worth = Math.Min(literal, 13) - (symbol.Cost > 0 ? symbol.Cost - 2 : InRun(p, at, symbol) ? Digit : 2 * Digit);
        worth += symbol.Role == SymbolRole.Bullet && p.BeginsLine(at) ? Heads : symbol.Role == SymbolRole.Stop && p.Before(at + 1) != Gap.None ? Ends : 0;
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

    private static bool InRun(Passage p, int at, FounderSymbol symbol) =>
        (at > 0 && FounderCode.Decode(p[at - 1])?.Role == symbol.Role) || (at + 1 < p.Length && FounderCode.Decode(p[at + 1])?.Role == symbol.Role);
}
