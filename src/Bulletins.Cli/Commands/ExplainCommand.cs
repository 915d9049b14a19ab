using System.CommandLine;
using System.Text;
using Bulletins.Cli.Input;
using Bulletins.Cli.Output;
using Bulletins.Diagnostics;
using Bulletins.Normalize;

namespace Bulletins.Cli.Commands;

/// <summary><c>bulletins explain</c>: the rules, one rule, or everything that touches a line of a text.</summary>
internal sealed class ExplainCommand(CliHost host)
{
    private readonly Argument<string?> subject = new("RULE|FILE:LINE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A rule's id, or a place in a text. Without it, the rules are listed.",
    };

    private readonly Option<string> language = new("--lang") { Description = "The language of the rules' descriptions.", DefaultValueFactory = _ => host.Language };
    private readonly Option<string?> encoding = new("--encoding") { HelpName = "NAME", Description = "Decode FILE with this encoding instead of detecting one." };

    public static Command Create(CliHost host)
    {
        var self = new ExplainCommand(host);
        var command = new Command("explain", "Explain a rule, or what was done to a line of a text.") { self.subject, self.language, self.encoding };
        self.language.AcceptOnlyFromAmong("en", "zh");
        self.subject.CompletionSources.Add(_ => Normalizer.Rules.Select(r => new System.CommandLine.Completions.CompletionItem(r.Id)));
        InputOptions.CompleteEncodings(self.encoding);
        command.SetCheckedAction(self.subject, parsed => InputOptions.EncodingProblems(parsed, self.encoding), self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var printer = new RulePrinter(parsed.GetValue(language)!, new Style(host.Color), host.Width);
        var asked = parsed.GetValue(subject);
        if (asked is null)
        {
            return Print(printer.List([.. Normalizer.Rules.Select(r => r.Doc)]));
        }

        if (Normalizer.Rules.FirstOrDefault(r => r.Id == asked) is { } rule)
        {
            return Print(printer.One(rule.Doc));
        }

        if (TextPlace.TryParse(asked, out var place))
        {
            return Explain(place, parsed.GetValue(encoding));
        }

        host.Complain(File.Exists(asked)
            ? Messages.PlaceWithoutLine(asked)
            : Messages.UnknownRule(asked, Usage.Nearest(asked, Normalizer.Rules.Select(r => r.Id))));
        return ExitCode.Failure;
    }

    private int Explain(TextPlace place, string? decodeWith)
    {
        var reader = new InputReader(host.Input, new BulletinOptions { Encoding = decodeWith });
        var (report, error) = reader.Read(new InputFile(place.Path, place.Path), source => new LineReport(source, place.Line));
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

        return Print(report.Print(new Style(host.Color), host.Width));
    }

    private int Print(string text)
    {
        host.Output.Write(Encoding.UTF8.GetBytes(text));
        return ExitCode.Done;
    }
}
