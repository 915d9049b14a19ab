namespace Bulletins.Normalize.Garble;

/// <summary>One way to read the next characters of a passage.</summary>
/// <param name="Needs">The classes that must be garbled for it; none for a literal reading.</param>
/// <param name="Against">The classes it speaks against: a real comma stands where punctuation is not garbled.</param>
internal readonly record struct Arc(int Length, float Cost, GarbleClasses Needs, GarbleClasses Against)
{
    public bool IsDecoded => Needs != GarbleClasses.None;
}
