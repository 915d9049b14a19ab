using Bulletins.Cli.Checking;

namespace Bulletins.Cli.Output.Checking;

/// <summary>Writes the findings of a run in one format.</summary>
internal interface ICheckWriter
{
    void Write(CheckedInput input);

    /// <summary>A record was written with <c>--update</c>, after what changes was written.</summary>
    void Updated(string record, bool isNew);

    void Complete(CheckTally tally);
}
