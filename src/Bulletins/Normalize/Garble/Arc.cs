namespace Bulletins.Normalize.Garble;

/// <summary>One way to read the next characters of a passage.</summary>
/// <param name="Needs">The classes that must be garbled for it; none for a literal reading.</param>
/// <param name="Against">The classes it speaks against: a real comma stands where punctuation is not garbled.</param>
/// <param name="Proof">The most, in nats, that each character of a decoded reading proves about its passage.</param>
internal readonly record struct Arc(int Length, float Cost, GarbleClasses Needs, GarbleClasses Against, float Proof = 0)
{
    /// <summary>A reading that does not come about by chance.</summary>
    public const float Solid = 10;

    /// <summary>A reading that is enough by itself.</summary>
    public const float Plain = 14;

    public bool IsDecoded => Needs != GarbleClasses.None;
}
