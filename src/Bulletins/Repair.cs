namespace Bulletins;

/// <summary>One change to the text. <see cref="Line"/> and <see cref="Column"/> are 1-based in the source, in code points;
/// <see cref="Confidence"/> is between 0 and 1; <see cref="Evidence"/> says in words why the change is right.</summary>
public sealed record Repair(string Rule, int Line, int Column, string Before, string After, double Confidence, string? Evidence = null);
