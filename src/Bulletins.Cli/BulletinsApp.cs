using System.CommandLine;
using System.CommandLine.Invocation;
using Bulletins.Cli.Commands;
using Bulletins.Diagnostics;

namespace Bulletins.Cli;

/// <summary>The command line: parses it, runs a command, and turns whatever happens into an exit code.</summary>
internal static class BulletinsApp
{
    public static int Run(string[] args, CliHost host)
    {
        try
        {
            var code = Invoke(args, host);
            host.Output.Flush();
            return code;
        }
        catch (OutputClosedException)
        {
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (host.Stop.IsCancellationRequested)
        {
            host.Complain(Messages.Interrupted);
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            host.Complain(Messages.CannotWrite(e.Message));
            return ExitCode.Failure;
        }
    }

    private static int Invoke(string[] args, CliHost host)
    {
        var root = new RootCommand("Reads Chinese company bulletins: repairs garbled text, cuts it into articles, extracts their figures.");
        var escaped = args.SkipWhile(a => a != "--").Skip(1).ToHashSet(StringComparer.Ordinal);
        root.Subcommands.Add(ExtractCommand.Create(host, escaped));
        root.Subcommands.Add(NormalizeCommand.Create(host, escaped));
        root.Subcommands.Add(ExplainCommand.Create(host, escaped));
        root.Subcommands.Add(SchemaCommand.Create(host));
        ExampleHelp.AddTo(root);

        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
            {
                host.Complain(error);
            }

            host.Error.WriteLine($"Try '{CommandPath(parsed)} --help'.");
            return ExitCode.Failure;
        }

        using var output = new StreamWriter(host.Output, new System.Text.UTF8Encoding(false), leaveOpen: true);
        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = host.Error, EnableDefaultExceptionHandler = false });
    }

    private static string CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "bulletins" : $"bulletins {parsed.CommandResult.Command.Name}";
}
