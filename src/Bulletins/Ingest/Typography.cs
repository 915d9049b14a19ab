namespace Bulletins.Ingest;

/// <summary>What words are set in: bold or not, and the size, in any unit that is one throughout a source; 0 where it is not known.</summary>
internal readonly record struct Typography(bool IsBold, double Size);
