using System.CommandLine;
using System.Text;
using Bulletins.Cli.Input;
using Bulletins.Normalize;

namespace Bulletins.Cli.Commands;

internal static class NormalizeCommand
{
    public static Command Create(CliHost host)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("normalize", "Prints the repaired text.") { paths };
        command.SetAction(parsed =>
        {
            var reader = new InputReader(host.Input, BulletinOptions.Default);
            var code = ExitCode.Done;
            foreach (var path in parsed.GetValue(paths)!)
            {
                var (source, error) = reader.Read(new InputFile(path, path == "-" ? null : path));
                if (source is null)
                {
                    host.Error.WriteLine($"bulletins: {error!.Source}: {error.Message}");
                    code = ExitCode.Failure;
                    continue;
                }

                host.Output.Write(Encoding.UTF8.GetBytes(Normalizer.Normalize(source).Text));
            }

            return code;
        });
        return command;
    }
}
