namespace Bulletins.Ingest;

/// <summary>Tells a text that plainly holds Markdown from plain text, by one sign that plain Chinese text does not have.</summary>
internal static class MarkdownSniffer
{
    private const int MaxLink = 2000;
    private const int MaxRow = 4000;
    private const int MaxTries = 1000;

    public static bool LooksLikeMarkdown(string text) =>
        HasHeading(text) || HasFence(text) || HasLink(text) || HasTable(text) || HtmlTags.HasAny(text) || HasStrong(text);

    private static bool HasHeading(string text)
    {
        for (var i = 0; text.AsSpan(i).IndexOf('#') is var next and >= 0;)
        {
            i += next;
            var start = i;
            while (start > 0 && text[start - 1] == ' ')
            {
                start--;
            }

            var rest = text.AsSpan(i);
            var hashes = rest.IndexOfAnyExcept('#') is var run and >= 0 ? run : rest.Length;
            if (i - start <= 3 && (start == 0 || text[start - 1] is '\n' or '\r') && hashes <= 6)
            {
                var line = rest[..Math.Min(rest.Length, 200)];
                var end = line.IndexOfAny('\r', '\n');
                if (MarkdownLine.Heading(end < 0 ? line : line[..end]) is { Level: > 0, IsTight: false })
                {
                    return true;
                }
            }

            i += hashes;
        }

        return false;
    }

    private static bool HasFence(string text)
    {
        for (var i = 0; text.AsSpan(i).IndexOf("```") is var next and >= 0; i++)
        {
            i += next;
            var line = text.AsSpan(i, Math.Min(24, text.Length - i));
            var end = line.IndexOfAny('\r', '\n');
            if ((i == 0 || text[i - 1] is '\n' or '\r') && MarkdownLine.IsFence(end < 0 ? line : line[..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>[words](address), the address without Han and with a sign of being one.</summary>
    private static bool HasLink(string text)
    {
        var tries = 0;
        for (var i = 0; tries < MaxTries && text.AsSpan(i).IndexOf("](") is var next and >= 0; tries++)
        {
            i += next + 2;
            var rest = text.AsSpan(i, Math.Min(MaxLink, text.Length - i));
            var end = rest.IndexOf(')');
            var before = text.AsSpan(Math.Max(0, i - MaxLink), Math.Min(MaxLink, i) - 2);
            if (end > 0 && MarkdownReader.IsAddress(rest[..end]) && before.LastIndexOf('[') > before.LastIndexOf('\n'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTable(string text)
    {
        for (var i = 0; text.AsSpan(i).IndexOf('|') is var next and >= 0;)
        {
            i += next;
            var start = text.AsSpan(Math.Max(0, i - MaxRow), Math.Min(MaxRow, i)).LastIndexOfAny('\r', '\n') is var back and >= 0
                ? Math.Max(0, i - MaxRow) + back + 1
                : Math.Max(0, i - MaxRow);
            var length = text.AsSpan(i).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : i + length;
            if (end - start < MaxRow && MarkdownLine.IsDelimiterRow(text.AsSpan(start, end - start)))
            {
                return true;
            }

            i = end;
        }

        return false;
    }

    /// <summary>A pair of ** that opens where words begin, or two pairs.</summary>
    private static bool HasStrong(string text)
    {
        var pairs = 0;
        StrongScanner.Scan(text, (open, _) =>
        {
            var before = open.Start == 0 ? '\n' : text[open.Start - 1];
            pairs += char.IsLetterOrDigit(before) ? 1 : 2;
        });
        return pairs >= 2;
    }
}
