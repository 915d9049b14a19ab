using System.CommandLine;
using Bulletins.Diagnostics;

namespace Bulletins.Cli.Commands;

/// <summary>The parser takes an unknown <c>--option</c> for a file of that name; here it is an error.</summary>
internal static class UnknownOptions
{
    /// <param name="escaped">What stands behind <c>--</c> and is a file whatever it looks like.</param>
    public static void Refuse(Argument argument, Command command, IReadOnlySet<string> escaped) => argument.Validators.Add(result =>
    {
        foreach (var value in result.Tokens.Select(t => t.Value))
        {
            if (value.Length > 1 && value[0] == '-' && !escaped.Contains(value))
            {
                result.AddError(Messages.UnknownOption(value, Nearest(value, command.Options.SelectMany(o => o.Aliases.Append(o.Name)))));
            }
        }
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
