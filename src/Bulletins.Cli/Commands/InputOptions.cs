using System.CommandLine;
using System.Globalization;
using Bulletins.Cli.Input;
using Bulletins.Diagnostics;
using Bulletins.Ingest;

namespace Bulletins.Cli.Commands;

/// <summary>What every command that reads sources takes: the paths, and how to find and decode them.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files, folders (searched recursively), or - for standard input. Without any, standard input is read where something is piped into it.",
    };

    private readonly Option<string[]> include = new("--include")
    {
        HelpName = "GLOB",
        Description = $"What to read in folders, instead of {string.Join(' ', SourceFinder.DefaultPatterns)}; may be given again.",
    };

    private readonly Option<string[]> exclude = new("--exclude") { HelpName = "GLOB", Description = "What to leave out; may be given again. A folder's name leaves out what is in it." };

    private readonly Option<string?> stdinName = new("--stdin-name") { HelpName = "NAME", Description = "The name of standard input in the records; an ending such as .md says what it holds." };

    private readonly Option<string?> encoding = new("--encoding") { HelpName = "NAME", Description = "Decode with this encoding (utf-8, gb18030, utf-16le, …) instead of detecting one." };

    private readonly Option<string?> from = new("--from") { HelpName = "FORMAT", Description = $"Read every source as this format ({string.Join(", ", SourceFormats.Names)}) instead of detecting it." };

    private readonly Option<string?> password = new("--password") { HelpName = "WORD", Description = "Open encrypted PDFs with this password." };

    private readonly Option<int?> jobs = new("--jobs", "-j")
    {
        HelpName = "N",
        Description = "How many documents to work on at a time. Default: one for each processor.",
        CustomParser = parsed =>
        {
            if (int.TryParse(parsed.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n))
            {
                return n;
            }

            parsed.AddError(Messages.BadJobs($"'{parsed.Tokens[0].Value}'"));
            return null;
        },
    };

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Nothing on standard error but errors." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(paths);
        foreach (var option in new Option[] { include, exclude, stdinName, from, encoding, password, jobs, quiet })
        {
            command.Options.Add(option);
        }

        from.AcceptOnlyFromAmong([.. SourceFormats.Names]);
        CompleteEncodings(encoding);
    }

    public Argument Paths => paths;

    /// <summary>The paths of the call.</summary>
    public IReadOnlyList<string> Given(ParseResult parsed) => parsed.GetValue(paths) ?? [];

    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);

    public int Jobs(ParseResult parsed) => parsed.GetValue(jobs) ?? Environment.ProcessorCount;

    public InputReader Reader(ParseResult parsed, CliHost host) => new(host.Input, new BulletinOptions { Encoding = parsed.GetValue(encoding), From = parsed.GetValue(from), Password = parsed.GetValue(password) });

    /// <summary>The inputs; none, and a line on standard error, where there is nothing to read.</summary>
    public List<InputFile> Find(ParseResult parsed, CliHost host)
    {
        var given = parsed.GetValue(paths) ?? [];
        if (given.Length == 0)
        {
            if (host.InputIsTerminal)
            {
                host.Complain(Messages.NoInput);
                return [];
            }

            given = ["-"];
        }

        var leftOut = parsed.GetValue(exclude) ?? [];
        var found = new SourceFinder(parsed.GetValue(include) ?? [], leftOut, parsed.GetValue(stdinName)).Find(given);
        if (found.Count == 0)
        {
            host.Complain(Messages.AllExcluded(string.Join(", ", leftOut)));
        }

        return found;
    }

    public IEnumerable<string> Problems(ParseResult parsed)
    {
        var given = parsed.GetValue(paths) ?? [];
        var standardInput = given.Count(p => p == "-");
        if (standardInput > 1)
        {
            yield return Messages.StdinTwice;
        }

        if (parsed.GetValue(stdinName) is { } name && given.Length > 0 && standardInput == 0)
        {
            yield return Messages.StdinNameWithoutStdin(name);
        }

        if (parsed.GetValue(jobs) is < 1 and var n)
        {
            yield return Messages.BadJobs(n.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var problem in EncodingProblems(parsed, encoding))
        {
            yield return problem;
        }
    }

    public static IEnumerable<string> EncodingProblems(ParseResult parsed, Option<string?> encoding) =>
        parsed.GetValue(encoding) is { } asked && !KnownEncodings.TryFind(asked, out _) ? [KnownEncodings.UnknownMessage(asked)] : [];

    public static void CompleteEncodings(Option<string?> encoding) => encoding.CompletionSources.Add([.. KnownEncodings.Names]);
}
