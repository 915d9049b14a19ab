namespace Bulletins.Export;

/// <summary>What is in the place of output must not be written over.</summary>
public sealed class OutputRefusedException(string message) : IOException(message);
