namespace Bulletins;

/// <summary>Why a field of a figure is what it is, for a person who wants to check it.</summary>
/// <param name="Field">As the contract names it, and <c>recognizer</c>.</param>
/// <param name="Words">The words that decided, or the row of a table.</param>
/// <param name="Why">How they were read.</param>
public readonly record struct FigureReason(string Field, string Words, string Why);
