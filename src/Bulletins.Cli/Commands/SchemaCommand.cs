using System.CommandLine;
using Bulletins.Export;

namespace Bulletins.Cli.Commands;

/// <summary><c>bulletins schema</c>: the records' JSON Schema.</summary>
internal static class SchemaCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("schema", "Print the JSON Schema of the records.");
        command.SetAction(_ =>
        {
            JsonSchema.Write(host.Output);
            return ExitCode.Done;
        });
        return command;
    }
}
