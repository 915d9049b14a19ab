namespace Bulletins.Normalize.Garble;

/// <summary>What garble costs to assume: the evidence, in nats, that a passage must bring before a class counts as garbled.
/// It falls once the same document has shown garble of that class.</summary>
internal readonly record struct GarblePrior(float Punctuation, float Numbers, float Latin)
{
    /// <summary>Of a document of which nothing is known.</summary>
    public static GarblePrior Unknown { get; } = new(13, 13, 16);

    private const float FurtherClass = 3;
    private const float MidLine = 1;
    private const float Leave = 1.5f;

    public GarblePrior After(GarbleClasses shown) => new(
        (shown & GarbleClasses.Punctuation) != GarbleClasses.None ? 5 : Punctuation,
        (shown & GarbleClasses.Numbers) != GarbleClasses.None ? 5 : Numbers,
        (shown & GarbleClasses.Latin) != GarbleClasses.None ? 7 : Latin);

    /// <summary>The cost of a change of state between two characters.</summary>
    public float Change(GarbleClasses from, GarbleClasses to, bool midLine)
    {
        if (from == to)
        {
            return 0;
        }

        var added = to & ~from;
        var cost = (midLine ? MidLine : 0) + ((from & ~to) != GarbleClasses.None ? Leave : 0);
        if (added != GarbleClasses.None)
        {
            var dearest = Math.Max((added & GarbleClasses.Punctuation) != GarbleClasses.None ? Punctuation : 0, Math.Max((added & GarbleClasses.Numbers) != GarbleClasses.None ? Numbers : 0, (added & GarbleClasses.Latin) != GarbleClasses.None ? Latin : 0));
            cost += (from == GarbleClasses.None ? dearest : Math.Min(dearest, 8)) + (FurtherClass * (System.Numerics.BitOperations.PopCount((uint)added) - 1));
        }

        return cost;
    }
}
