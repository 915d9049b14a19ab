using System.CommandLine;
using System.Text;
using System.Text.Json;
using Bulletins.Cli.Input;
using Bulletins.Cli.Output;
using Bulletins.Cli.Run;
using Bulletins.Diagnostics;
using Bulletins.Export;
using Bulletins.Normalize;

namespace Bulletins.Cli.Commands;

/// <summary><c>bulletins normalize</c>: the repaired text, or the edits that repaired it.</summary>
internal sealed class NormalizeCommand(CliHost host)
{
    private readonly InputOptions input = new();
    private readonly Option<bool> diff = new("--diff") { Description = "Show each edit in its line, with its rule." };
    private readonly Option<bool> edits = new("--edits") { Description = "Print the edits as JSON Lines." };

    public static Command Create(CliHost host)
    {
        var self = new NormalizeCommand(host);
        var command = new Command("normalize", "Print the repaired text.") { self.diff, self.edits };
        self.input.AddTo(command);
        command.SetCheckedAction(self.input.Paths, parsed => self.input.Problems(parsed).Concat(self.Problems(parsed)), self.Run);
        return command;
    }

    private IEnumerable<string> Problems(ParseResult parsed) => parsed.GetValue(diff) && parsed.GetValue(edits)
        ? [Messages.Conflict("--diff", "--edits", "one shows the edits to a person, the other to a program")]
        : [];

    private int Run(ParseResult parsed)
    {
        var files = input.Find(parsed, host);
        if (files.Count == 0)
        {
            return ExitCode.Failure;
        }

        var reader = input.Reader(parsed, host);
        Func<NormalizedText, byte[]> print = parsed.GetValue(diff) ? Diff : parsed.GetValue(edits) ? Edits : text => Encoding.UTF8.GetBytes(text.WithMarkup());
        var code = ExitCode.Done;
        var atLineStart = true;
        foreach (var (bytes, error) in OrderedParallel.Map(files, f => reader.Read(f, s => print(Normalizer.Normalize(s))), Math.Min(input.Jobs(parsed), files.Count), host.Stop))
        {
            if (error is not null)
            {
                host.Complain(error);
                code = ExitCode.Failure;
                continue;
            }

            // One text comes out exactly as it is; the next one begins on a line of its own.
            host.Output.Write(atLineStart ? [] : "\n"u8);
            host.Output.Write(bytes);
            atLineStart = bytes!.Length == 0 ? atLineStart : bytes[^1] == '\n';
        }

        return code;
    }

    private byte[] Diff(NormalizedText text)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new DiffPrinter(writer, new Style(host.Color), host.Width).Print(text);
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    private static byte[] Edits(NormalizedText text)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, JsonRecordWriter.Options(indented: false));
        foreach (var repair in DocumentBuilder.Repairs(text).Select(r => r with { Evidence = r.Evidence ?? Evidence(r.Rule) }))
        {
            writer.WriteStartObject();
            writer.WriteString("source", text.Source.Path);
            foreach (var column in ExportColumns.Repair.Columns)
            {
                column.WriteJson(writer, repair);
            }

            writer.WriteEndObject();
            writer.Flush();
            stream.WriteByte((byte)'\n');
            writer.Reset();
        }

        return stream.ToArray();
    }

    /// <summary>Why the rule's evidence suffices, for an edit that has no words of its own.</summary>
    private static string? Evidence(string rule) =>
        Normalizer.Rules.FirstOrDefault(r => r.Id == rule)?.Doc is { } doc ? Bilingual.Of(doc.Chinese.Evidence, doc.English.Evidence) : null;
}
