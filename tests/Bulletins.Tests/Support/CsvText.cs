using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>A strict reader of RFC 4180, so that the writer is not judged by its own library.</summary>
internal static class CsvText
{
    public static List<List<string>> Parse(string csv, char delimiter = ',')
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        for (var i = 0; i < csv.Length;)
        {
            var field = new StringBuilder();
            if (csv[i] == '"')
            {
                for (i++; csv[i] != '"' || (i + 1 < csv.Length && csv[i + 1] == '"'); i++)
                {
                    i += csv[i] == '"' ? 1 : 0;
                    field.Append(csv[i]);
                }

                i++;
            }
            else
            {
                for (; csv[i] != delimiter && csv[i] != '\r'; i++)
                {
                    Assert.False(csv[i] is '"' or '\n', $"unquoted {(int)csv[i]} at {i}");
                    field.Append(csv[i]);
                }
            }

            row.Add(field.ToString());
            if (csv[i] == delimiter)
            {
                i++;
                continue;
            }

            Assert.Equal("\r\n", csv.Substring(i, 2));
            i += 2;
            rows.Add(row);
            row = [];
        }

        Assert.Empty(row);
        return rows;
    }
}
