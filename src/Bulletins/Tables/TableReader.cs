using System.Reflection;
using System.Text;

namespace Bulletins.Tables;

/// <summary>Reads the vocabulary tables that are embedded in the library: tab-separated, <c>#</c> begins a comment line.</summary>
public static class TableReader
{
    /// <summary>The rows of a table, split at tabs.</summary>
    /// <exception cref="ArgumentException">No table has that name.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Bulletins.Tables." + name)
            ?? throw new ArgumentException($"no table is called {name}", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
