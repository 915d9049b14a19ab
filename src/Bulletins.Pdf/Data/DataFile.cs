using System.Text;

namespace Bulletins.Pdf.Data;

/// <summary>Reads the embedded tables: rows of fields between tabs; lines that begin with <c>#</c> are the header.</summary>
internal static class DataFile
{
    public static IEnumerable<(string Key, string Value)> Rows(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream("Bulletins.Pdf.Data." + name)
            ?? throw new InvalidOperationException($"the table {name} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        // Not ReadLine: some of the characters in the tables end a line for it.
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var tab = text.IndexOf('\t', at, end - at);
            if (text[at] != '#' && tab > 0)
            {
                yield return (text[at..tab], text[(tab + 1)..end]);
            }

            at = end + 1;
        }
    }
}
