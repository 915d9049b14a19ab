namespace Bulletins.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>With <c>--strict</c>: there are warnings.</summary>
    public const int Findings = 1;

    /// <summary>A wrong call, an input that could not be read, or an output that could not be written.</summary>
    public const int Failure = 2;

    /// <summary>Broken off with Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
