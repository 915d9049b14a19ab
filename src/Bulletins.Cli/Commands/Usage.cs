using System.CommandLine;
using System.CommandLine.Parsing;
using Bulletins.Diagnostics;

namespace Bulletins.Cli.Commands;

/// <summary>A wrong call: nothing was done.</summary>
internal sealed class UsageException(IReadOnlyList<string> problems) : Exception(string.Join("; ", problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>What a call may get wrong that the parser does not see.</summary>
internal static class Usage
{
    /// <summary>Runs a command where <paramref name="problems"/> finds none.</summary>
    /// <remarks>Not a validator of the parser: those run while a command line is being completed too, half typed as it is.</remarks>
    public static void SetCheckedAction(this Command command, Argument argument, Func<ParseResult, IEnumerable<string>> problems, Func<ParseResult, int> run) =>
        command.SetAction(parsed =>
        {
            var found = UnknownOptions(parsed, argument, command).Concat(problems(parsed)).ToList();
            return found.Count == 0 ? run(parsed) : throw new UsageException(found);
        });

    /// <summary>The candidate that differs in the fewest letters, where these are few.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var (best, nearest) = (Math.Max(1, word.Length / 3) + 1, (string?)null);
        foreach (var candidate in candidates.Where(c => c.Length > 2))
        {
            var distance = Distance(word, candidate);
            if (distance < best)
            {
                (best, nearest) = (distance, candidate);
            }
        }

        return nearest;
    }

    /// <summary>The parser takes an unknown <c>--option</c> for a file of that name; behind <c>--</c> it is one.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed, Argument argument, Command command)
    {
        var files = parsed.GetResult(argument)?.Tokens ?? [];
        foreach (var token in parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash))
        {
            if (token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-' && files.Any(f => ReferenceEquals(f, token)))
            {
                yield return Messages.UnknownOption(token.Value, Nearest(token.Value, command.Options.SelectMany(o => o.Aliases.Append(o.Name))));
            }
        }
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
