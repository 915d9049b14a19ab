using System.CommandLine;
using Bulletins.Cli.Input;
using Bulletins.Export;

namespace Bulletins.Cli.Commands;

internal static class ExtractCommand
{
    public static Command Create(CliHost host)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string?>("--format");
        format.AcceptOnlyFromAmong("json", "jsonl");
        var command = new Command("extract", "Extracts articles and figures.") { paths, format };
        command.SetAction(parsed =>
        {
            var reader = new InputReader(host.Input, BulletinOptions.Default);
            using var writer = new JsonRecordWriter(host.Output, parsed.GetValue(format) == "jsonl" ? JsonLayout.Lines : JsonLayout.Document);
            var code = ExitCode.Done;
            foreach (var path in parsed.GetValue(paths)!)
            {
                foreach (var record in reader.Extract(new InputFile(path, path == "-" ? null : path)))
                {
                    writer.Write(record);
                    if (record.Error is { } error)
                    {
                        host.Error.WriteLine($"bulletins: {error.Source}: {error.Message}");
                        code = ExitCode.Failure;
                    }
                }
            }

            writer.Complete();
            return code;
        });
        return command;
    }
}
