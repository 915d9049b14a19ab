namespace Bulletins.Normalize.Garble;

/// <summary>What garble costs to assume: the evidence, in nats, that a passage must bring before a class counts as garbled.
/// It falls once the same document has shown garble of that class.</summary>
internal readonly record struct GarblePrior(float Punctuation, float Numbers, float Latin)
{
    /// <summary>Of a document of which nothing is known.</summary>
    public static GarblePrior Unknown { get; } = new(13, 11, 16);

    public const float FurtherClass = 3;

    private const float MidLine = 1;
    private const float StayBeyondParagraph = 1.5f;
    private const float Half = 0.6f; // a passage that is garbled in one class is likelier to be so in another

    /// <summary>Where the text near by has shown garble of some classes.</summary>
    public GarblePrior After(GarbleClasses shown) => new(
        (shown & GarbleClasses.Punctuation) != GarbleClasses.None ? 4 : Punctuation,
        (shown & GarbleClasses.Numbers) != GarbleClasses.None ? 4 : Numbers,
        (shown & GarbleClasses.Latin) != GarbleClasses.None ? 7 : Latin);

    /// <summary>Where the text near by has shown garble, and how much of each class is garbled there: where nearly all of it is, the next one is no surprise.</summary>
    public GarblePrior After(GarbleClasses shown, GarbleShare share)
    {
        var prior = After(shown);
        return new(prior.Punctuation - Eased(share.Punctuation), prior.Numbers - Eased(share.Numbers), prior.Latin - Eased(share.Latin));

        static float Eased(float part) => part >= 0.9f ? 2 : part >= 0.5f ? 1 : 0;
    }

    /// <summary>The cost of a change of state before a character.</summary>
    public float Change(GarbleClasses from, GarbleClasses to, Gap gap)
    {
        if (from == to)
        {
            return gap == Gap.Blank && to != GarbleClasses.None ? StayBeyondParagraph : 0;
        }

        var added = to & ~from;
        var cost = (gap == Gap.None ? MidLine : 0) + ((from & ~to) != GarbleClasses.None ? Leave(gap) : 0);
        if (added == GarbleClasses.None)
        {
            return cost;
        }

        // A font sets digits and letters alike, so that one garbled class makes the other likely.
        if (added is GarbleClasses.Numbers or GarbleClasses.Latin && (from & ~GarbleClasses.Punctuation) != GarbleClasses.None)
        {
            return cost + FurtherClass;
        }

        return cost + (from == GarbleClasses.None ? Of(added) : Of(added) * Half) + (FurtherClass * (System.Numerics.BitOperations.PopCount((uint)added) - 1));
    }

    /// <summary>What it takes to believe in the classes; the dearest decides.</summary>
    public float Of(GarbleClasses one) => Math.Max(Of(one, GarbleClasses.Punctuation, Punctuation), Math.Max(Of(one, GarbleClasses.Numbers, Numbers), Of(one, GarbleClasses.Latin, Latin)));

    private static float Leave(Gap gap) => gap switch { Gap.None => 1.5f, Gap.Space => 1, Gap.Line => 0.5f, _ => 0 };

    private static float Of(GarbleClasses classes, GarbleClasses one, float cost) => (classes & one) != GarbleClasses.None ? cost : 0;
}

/// <summary>Which part of the marks, digits and letters near a passage is garbled, 0 to 1.</summary>
internal readonly record struct GarbleShare(float Punctuation, float Numbers, float Latin);
