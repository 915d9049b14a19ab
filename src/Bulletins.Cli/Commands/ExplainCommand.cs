using System.CommandLine;
using System.Text;
using Bulletins.Checking;
using Bulletins.Cli.Checking;
using Bulletins.Cli.Input;
using Bulletins.Cli.Output;
using Bulletins.Diagnostics;
using Bulletins.Normalize;

namespace Bulletins.Cli.Commands;

/// <summary><c>bulletins explain</c>: the rules, one rule or warning, or everything that touches a line of a text.</summary>
internal sealed class ExplainCommand(CliHost host)
{
    private readonly Argument<string?> subject = new("RULE|FILE:LINE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "RULE|FILE:LINE",
        Description = "A rule's id, a warning's code, or a place in a text. Without it, they are listed.",
    };

    private readonly Option<string?> language = new("--lang") { Description = "The language of the descriptions. Default: the locale's." };
    private readonly Option<string?> encoding = new("--encoding") { HelpName = "NAME", Description = "Decode FILE with this encoding instead of detecting one." };

    private static readonly CheckRule[] Checks = [.. CheckRules.Own, .. CheckRules.Differences];

    private static IEnumerable<string> Ids => Normalizer.Rules.Select(r => r.Id).Concat(WarningCodes.All.Select(w => w.Code)).Concat(Checks.Select(c => c.Id));

    public static Command Create(CliHost host)
    {
        var self = new ExplainCommand(host);
        var command = new Command("explain", "Explain a rule, a warning, or what was done to a line of a text.") { self.subject, self.language, self.encoding };
        self.language.AcceptOnlyFromAmong("en", "zh");
        self.subject.CompletionSources.Add(_ => Ids.Select(id => new System.CommandLine.Completions.CompletionItem(id)));
        InputOptions.CompleteEncodings(self.encoding);
        command.SetCheckedAction(self.subject, parsed => InputOptions.EncodingProblems(parsed, self.encoding), self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var printer = new RulePrinter(parsed.GetValue(language) ?? host.Language, new Style(host.Color), host.Width);
        var asked = parsed.GetValue(subject);
        if (asked is null)
        {
            return Print(printer.List([.. Normalizer.Rules.Select(r => r.Doc)], WarningCodes.All, Checks));
        }

        if (Normalizer.Rules.FirstOrDefault(r => r.Id == asked) is { } rule)
        {
            return Print(printer.One(rule.Doc));
        }

        if (WarningCodes.Find(asked) is { } warning)
        {
            return Print(printer.One(warning));
        }

        if (Checks.FirstOrDefault(c => c.Id == asked) is { } check)
        {
            return Print(printer.One(check));
        }

        if (TextPlace.TryParse(asked, out var place))
        {
            return Explain(place, parsed.GetValue(encoding), parsed.GetValue(language) ?? host.Language);
        }

        host.Complain(File.Exists(asked) ? Messages.PlaceWithoutLine(asked)
            : asked.LastIndexOf(':') is > 0 and var colon && File.Exists(asked[..colon]) ? Messages.NoLineNumber(asked)
            : Messages.UnknownRule(asked, Usage.Nearest(asked, Ids)));
        return ExitCode.Failure;
    }

    private int Explain(TextPlace place, string? decodeWith, string lang)
    {
        var reader = new InputReader(host.Input, new BulletinOptions { Encoding = decodeWith });
        var file = SourceFinder.Single(place.Path);
        var (report, error) = reader.Read(file, source => new LineReport(source, place.Line, lang));
        if (error is not null)
        {
            host.Complain(error);
            return ExitCode.Failure;
        }

        if (report!.IsBehindTheEnd)
        {
            host.Complain(Messages.NoSuchLine(place.Path, place.Line, report.LineCount));
            return ExitCode.Failure;
        }

        var config = new ConfigFinder(named: null).For(file);
        var findings = new InputChecker(reader, new Expectations(folder: null, [], [file]), only: null, update: false).Check(file, config.WithEveryRule());
        return Print(report.Print(new Style(host.Color), host.Width, findings.Findings));
    }

    private int Print(string text)
    {
        host.Output.Write(Encoding.UTF8.GetBytes(text));
        return ExitCode.Done;
    }
}
