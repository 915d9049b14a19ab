namespace Bulletins.Ingest;

/// <summary>What one line is in Markdown, as Chinese writers and OCR engines write it.</summary>
internal static class MarkdownLine
{
    private const int MaxIndent = 3;

    /// <summary>An ATX heading: its level, the range of its words and whether the writer left the space out; level 0 for none.</summary>
    /// <remarks>
    /// <c>## 标题</c> and <c>##标题</c> are headings; <c>#1 机组</c>, <c># 3 炉</c>, <c>#安全月#</c> and <c>C#</c> are not.
    /// </remarks>
    public static (int Level, int Start, int End, bool IsTight) Heading(ReadOnlySpan<char> line)
    {
        var at = Indent(line);
        var hashes = line[at..].IndexOfAnyExcept('#');
        if (at > MaxIndent || hashes is < 1 or > 6)
        {
            return default;
        }

        var start = at + hashes;
        var tight = line[start] is not (' ' or '\t' or '\u3000');
        start += line[start..].IndexOfAnyExcept(" \t\u3000") is var skip and >= 0 ? skip : line.Length - start;
        if (start == line.Length || (tight && (hashes == 1 || !char.IsLetter(line[start]))) || (hashes == 1 && char.IsAsciiDigit(line[start])))
        {
            return default;
        }

        // A closing run of marks stands apart from the words.
        var end = line.TrimEnd().Length;
        var words = line[..end].TrimEnd('#').Length;
        if (words < end && words > start && char.IsWhiteSpace(line[words - 1]))
        {
            end = line[..words].TrimEnd().Length;
        }

        return end > start ? (hashes, start, end, tight) : default;
    }

    /// <summary>``` with or without a language: what lies between two is text all the same.</summary>
    public static bool IsFence(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.StartsWith("```") && line.Length < 24 && line.TrimStart('`').IndexOfAnyExceptInRange('+', 'z') < 0;
    }

    /// <summary>A rule across the page: three and more dashes, stars or underscores.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length >= 3 && line[0] is '-' or '*' or '_' && line.IndexOfAnyExcept(line[0], ' ') < 0 && line.Count(line[0]) >= 3;
    }

    /// <summary>The row that makes a table of the rows around it: <c>| --- | :--: |</c>.</summary>
    public static bool IsDelimiterRow(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Contains('|') && line.Contains('-') && line.IndexOfAnyExcept("|-: \t") < 0
            && !line.Trim('|').IsWhiteSpace() && line.IndexOf("||") < 0;
    }

    /// <summary>A row that begins and ends with a bar and holds a cell.</summary>
    public static bool IsBarredRow(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length > 2 && line[0] == '|' && line[^1] == '|';
    }

    private static int Indent(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ') is var at and >= 0 ? at : line.Length;
}
