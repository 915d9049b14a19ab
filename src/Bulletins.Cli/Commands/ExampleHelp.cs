using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Bulletins.Cli.Commands;

/// <summary>The parser's help with examples below it.</summary>
internal sealed class ExampleHelp(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["extract"] =
        [
            "bulletins extract dumps                            a summary of every text in a folder",
            "bulletins extract dumps > figures.csv              their figures as a table",
            "bulletins extract dumps -o corpus                  every table as CSV and the records, in a folder",
            "bulletins extract dumps -o corpus.xlsx --headers zh    the same as an Excel workbook, with Chinese headings",
            "bulletins extract dumps -o corpus.db               the same as a SQLite database; run again, it is brought up to date",
            "bulletins extract dumps -o figures.csv --excel --headers zh --columns 标题,指标,数值,计量单位,时期",
            "bulletins extract issue.txt --format json          one document as a JSON object",
            "pdftotext issue.pdf - | bulletins extract - --stdin-name issue.txt --format jsonl",
        ],
        ["normalize"] =
        [
            "bulletins normalize issue.txt > mended.txt         the repaired text",
            "bulletins normalize --diff issue.txt               what was repaired, and by which rule",
            "bulletins normalize --edits dumps                  the same for a program, as JSON Lines",
        ],
        ["check"] =
        [
            "bulletins check samples                            findings, and differences from NAME.expected.json beside the inputs",
            "bulletins check samples --update                   accept the differences, once they are shown",
            "bulletins check samples --side-by-side             expected and extracted in two columns",
            "bulletins check samples --format github            annotations in a pull request; or sarif, junit, json",
            "bulletins check samples --rule page-furniture=note tell what was left out of the articles, too",
        ],
        ["figures"] =
        [
            "bulletins figures 单位电耗同比降低3.2%               what a sentence states",
            "bulletins figures --explain 降本近40万元           and the words that decided each field",
            "bulletins figures issue.txt --format json          the figures of a file as JSON",
        ],
        ["explain"] =
        [
            "bulletins explain                                  the rules",
            "bulletins explain RULE --lang zh                   one rule, in Chinese",
            "bulletins explain issue.txt:12                     what was done to line 12 and read from it",
        ],
        ["schema"] = ["bulletins schema > bulletins-1.schema.json"],
    };

    private static readonly string[] Overview =
    [
        "bulletins extract dumps --output corpus            everything, into CSV and JSON Lines",
        "bulletins normalize --diff issue.txt               what is garbled in a text, and what it means",
        "bulletins check samples                            what is doubtful, and what changed since the last accepted run",
        "bulletins COMMAND --help                           more about a command",
    ];

    public override bool Terminating => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.GetValueOrDefault(parseResult.CommandResult.Command.Name, Overview))
        {
            output.WriteLine("  " + example);
        }

        if (parseResult.CommandResult.Command is RootCommand)
        {
            output.WriteLine();
            output.WriteLine("Exit codes: 0 done, 1 findings (check, extract --strict), 2 failure.");
        }

        return ExitCode.Done;
    }

    /// <summary>Puts itself in the place of a root command's help.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ExampleHelp((HelpAction)option.Action!);
        }
    }
}
