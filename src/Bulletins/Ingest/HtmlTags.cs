using System.Collections.Frozen;

namespace Bulletins.Ingest;

/// <summary>A tag or comment of HTML in a text: <see cref="Name"/> in lower case, empty for a comment.</summary>
internal readonly record struct HtmlTag(int Start, int Length, string Name, bool IsClosing)
{
    public int End => Start + Length;
}

/// <summary>Finds the tags that Markdown from OCR engines and word processors holds: tables, line breaks, alignment.
/// Only names of real tags count: <c>&lt;0.5%</c> and <c>&lt;安全法&gt;</c> are text.</summary>
internal static class HtmlTags
{
    private const int MaxTag = 1000;
    private const int MaxComment = 5000;

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "b", "big", "blockquote", "body", "br", "caption", "center", "col", "colgroup", "div", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "i", "img", "li", "mark", "ol", "p", "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where a tag stands that no plain text has: a<b>c may be a comparison.</summary>
    public static bool HasAny(string text) => All(text).Any(tag => tag.IsClosing || tag.Name.Length != 1);

    public static IEnumerable<HtmlTag> All(string text)
    {
        for (var tag = Next(text, 0); tag is { } found; tag = Next(text, found.End))
        {
            yield return found;
        }
    }

    private static HtmlTag? Next(string text, int from)
    {
        for (var i = from; text.AsSpan(i).IndexOf('<') is var next and >= 0; i++)
        {
            i += next;
            if (Read(text, i) is { } tag)
            {
                return tag;
            }
        }

        return null;
    }

    private static HtmlTag? Read(string text, int start)
    {
        var rest = text.AsSpan(start, Math.Min(MaxTag, text.Length - start));
        if (rest.StartsWith("<!--"))
        {
            var end = text.AsSpan(start, Math.Min(MaxComment, text.Length - start)).IndexOf("-->");
            return end < 0 ? null : new HtmlTag(start, end + 3, "", false);
        }

        var closing = rest.Length > 1 && rest[1] == '/';
        var at = closing ? 2 : 1;
        var length = at;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]) && length < 16)
        {
            length++;
        }

        if (length == at || length == rest.Length || rest[length] is not (' ' or '>' or '/' or '\n' or '\r' or '\t') || !Lookup.TryGetValue(rest[at..length], out var name))
        {
            return null;
        }

        var close = rest[length..].IndexOfAny('>', '<');
        return close < 0 || rest[length + close] != '>' ? null : new HtmlTag(start, length + close + 1, name, closing);
    }
}
