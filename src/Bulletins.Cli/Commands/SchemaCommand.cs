using System.CommandLine;
using Bulletins.Cli.Checking;
using Bulletins.Cli.Output.Checking;
using Bulletins.Export;

namespace Bulletins.Cli.Commands;

/// <summary><c>bulletins schema</c>: the JSON Schema of what the tool writes, and of what it reads.</summary>
internal static class SchemaCommand
{
    private static readonly Dictionary<string, Action<Stream>> Schemas = new(StringComparer.Ordinal)
    {
        ["records"] = JsonSchema.Write,
        ["check"] = CheckSchema.Write,
        ["config"] = ConfigSchema.Write,
    };

    public static Command Create(CliHost host)
    {
        var subject = new Argument<string?>("WHAT")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = $"records (extract), check (check --format json) or config ({CheckConfig.FileName}). Default: records.",
        };
        subject.AcceptOnlyFromAmong([.. Schemas.Keys]);
        var command = new Command("schema", "Print a JSON Schema: of the records, of findings, or of the settings.") { subject };
        command.SetCheckedAction(subject, _ => [], parsed =>
        {
            Schemas[parsed.GetValue(subject) ?? "records"](host.Output);
            return ExitCode.Done;
        });
        return command;
    }
}
