using System.CommandLine;
using System.CommandLine.Invocation;
using Bulletins.Cli.Commands;
using Bulletins.Diagnostics;
using Bulletins.Export;

namespace Bulletins.Cli;

/// <summary>The command line: parses it, runs a command, and turns whatever happens into an exit code.</summary>
internal static class BulletinsApp
{
    public static int Run(IReadOnlyList<string> args, CliHost host)
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
        catch (OutputRefusedException e)
        {
            host.Complain(e.Message);
            return ExitCode.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            host.Complain(Messages.CannotWrite(e.Message));
            return ExitCode.Failure;
        }
    }

    private static int Invoke(IReadOnlyList<string> args, CliHost host)
    {
        var root = new RootCommand("Reads Chinese company bulletins: repairs garbled text, cuts it into articles, extracts their figures.")
        {
            ExtractCommand.Create(host),
            NormalizeCommand.Create(host),
            CheckCommand.Create(host),
            FiguresCommand.Create(host),
            ExplainCommand.Create(host),
            SchemaCommand.Create(host),
        };
        ExampleHelp.AddTo(root);

        // Without a command the help is what was needed; it was not what was asked for.
        var parsed = root.Parse(args.Count == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            // The parser says of an unknown command that it is none and that one is missing.
            return Refuse(parsed, parsed.CommandResult.Command == root && parsed.UnmatchedTokens is [var unknown, ..]
                ? [Messages.UnknownCommand(unknown, Usage.Nearest(unknown, root.Subcommands.Select(c => c.Name)))]
                : parsed.Errors.Select(e => OnOneLine(e.Message)), host);
        }

        using var text = new StreamWriter(host.Output, new System.Text.UTF8Encoding(false), leaveOpen: true);
        try
        {
            var code = parsed.Invoke(new InvocationConfiguration
            {
                Output = args.Count == 0 ? host.Error : text,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
            });
            return args.Count == 0 ? ExitCode.Failure : code;
        }
        catch (UsageException e)
        {
            return Refuse(parsed, e.Problems, host);
        }
    }

    // The parser lists what it would take one below the other.
    private static string OnOneLine(string message) =>
        message.ReplaceLineEndings("\n").Replace(":\n\t", ": ", StringComparison.Ordinal).Replace("\n\t", ", ", StringComparison.Ordinal);

    private static int Refuse(ParseResult parsed, IEnumerable<string> problems, CliHost host)
    {
        foreach (var problem in problems.Distinct(StringComparer.Ordinal))
        {
            host.Complain(problem);
        }

        var command = parsed.CommandResult.Command;
        host.Error.WriteLine($"Try 'bulletins {(command is RootCommand ? "" : command.Name + " ")}--help'.");
        return ExitCode.Failure;
    }
}
