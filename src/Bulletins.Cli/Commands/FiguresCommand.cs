using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bulletins.Cli.Input;
using Bulletins.Cli.Output;
using Bulletins.Diagnostics;
using Bulletins.Export;
using Bulletins.Ingest;

namespace Bulletins.Cli.Commands;

/// <summary><c>bulletins figures</c>: the figures of a bare sentence, or of a file, for trying things out.</summary>
internal sealed class FiguresCommand
{
    private readonly CliHost host;

    private readonly Argument<string?> subject = new("TEXT|PATH")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A sentence, a file, or - for standard input. Without it, standard input is read where something is piped into it.",
    };

    private readonly Option<string?> format = new("--format", "-f")
    {
        Description = "How to write. Default: one paragraph a figure (list) on a terminal and with --explain, csv otherwise.",
    };

    private readonly Option<bool> explain = new("--explain") { Description = "Name the recognizer, the unit's row and the words that decided each field." };
    private readonly Option<string?> issued = new("--issued") { HelpName = "DATE", Description = "The day a bare sentence was published (2024-01-31), so that 今年 and 一季度 get their year." };
    private readonly Option<string?> encoding = new("--encoding") { HelpName = "NAME", Description = "Decode a file with this encoding instead of detecting one." };

    private FiguresCommand(CliHost host)
    {
        this.host = host;
        format.AcceptOnlyFromAmong("list", "csv", "json", "jsonl");
        InputOptions.CompleteEncodings(encoding);
    }

    public static Command Create(CliHost host)
    {
        var self = new FiguresCommand(host);
        var command = new Command("figures", "Show the figures that a sentence or a file states.") { self.subject, self.format, self.explain, self.issued, self.encoding };
        command.SetCheckedAction(self.subject, self.Problems, self.Run);
        return command;
    }

    private IEnumerable<string> Problems(ParseResult parsed)
    {
        if (parsed.GetValue(explain) && parsed.GetValue(format) is { } asked and not "list")
        {
            yield return Messages.Conflict("--explain", $"--format {asked}", "explanations are for a person to read");
        }

        if (parsed.GetValue(issued) is { } date && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            yield return Messages.BadDate("--issued", date);
        }

        foreach (var problem in InputOptions.EncodingProblems(parsed, encoding))
        {
            yield return problem;
        }
    }

    private int Run(ParseResult parsed)
    {
        var given = parsed.GetValue(subject);
        if (given is null && host.InputIsTerminal)
        {
            host.Complain(Messages.NoSentence);
            return ExitCode.Failure;
        }

        var (documents, error) = given is not null && IsSentence(given)
            ? ([BulletinPipeline.Read(SourceText.FromText(given, "-"), parsed.GetValue(issued))], null)
            : new InputReader(host.Input, new BulletinOptions { Encoding = parsed.GetValue(encoding) })
                .Read(new InputFile(given ?? "-", given is null or "-" ? null : given), source => BulletinPipeline.Extract(source, parsed.GetValue(explain)));
        if (error is not null)
        {
            host.Complain(error);
            return ExitCode.Failure;
        }

        foreach (var warning in documents!.SelectMany(d => d.Warnings).Where(w => w.Code == "unknown-unit"))
        {
            host.Complain(Printable.Line($"{warning.Code}: {warning.Message}"));
        }

        Write(documents!, parsed.GetValue(format) ?? (parsed.GetValue(explain) || host.OutputIsTerminal ? "list" : "csv"), parsed.GetValue(explain));
        return ExitCode.Done;
    }

    // What is no file and looks like no path: 成本降低3%. A misspelt path (dumps/a.txt) must be told so.
    private static bool IsSentence(string given) =>
        given != "-" && !File.Exists(given) && !Directory.Exists(given) && given.Any(c => c >= '\u2e80') && !EndsLikeAFile(given);

    // 报.txt ends like a file; 增长3.2% and 厚20.5mm do not.
    private static bool EndsLikeAFile(string given)
    {
        var dot = given.LastIndexOf('.');
        var ending = given.AsSpan(dot + 1);
        return dot >= 0 && ending.Length is > 0 and <= 8 && char.IsAsciiLetter(ending[0]) && !ending.ContainsAnyExcept(System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"));
    }

    private void Write(IReadOnlyList<Document> documents, string layout, bool withReasons)
    {
        if (layout == "csv")
        {
            using var table = new CsvTableWriter(host.Output, ExportTables.Figures);
            foreach (var document in documents)
            {
                table.Write(ExportRecord.Of(document));
            }

            table.Complete();
            return;
        }

        var figures = documents.SelectMany(d => d.Articles).SelectMany(a => a.Figures).ToList();
        if (layout == "list")
        {
            host.Output.Write(Encoding.UTF8.GetBytes(new FigurePrinter(new Style(host.Color), host.Width).Print(figures, withReasons)));
            return;
        }

        using var writer = new Utf8JsonWriter(host.Output, JsonRecordWriter.Options(indented: layout == "json"));
        if (layout == "json")
        {
            writer.WriteStartArray();
        }

        foreach (var figure in figures)
        {
            ExportColumns.Figure.WriteJson(writer, figure);
            if (layout == "jsonl")
            {
                EndLine(writer);
            }
        }

        if (layout == "json")
        {
            writer.WriteEndArray();
            EndLine(writer);
        }
    }

    private void EndLine(Utf8JsonWriter writer)
    {
        writer.Flush();
        host.Output.WriteByte((byte)'\n');
        writer.Reset();
    }
}
