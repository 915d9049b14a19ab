using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Ingest.Html;

/// <summary>What the names that pages give their parts stand for, from <c>html-names.tsv</c>.</summary>
internal static class HtmlNames
{
    private static readonly FrozenDictionary<string, string> Meaning = TableReader.Rows("html-names.tsv")
        .ToFrozenDictionary(row => $"{row[1]} {row[2]}", row => row[0], StringComparer.Ordinal);

    /// <summary><c>title</c>, <c>author</c>, <c>source</c>, <c>date</c> or <c>site</c>, by a name in a <c>meta</c> element, a <c>json</c> key or a <c>comment</c>.</summary>
    public static string? MarkOf(string where, string name) => Meaning.GetValueOrDefault($"{where} {name.Trim().ToLowerInvariant()}");

    public static bool IsBody(HtmlNode node) =>
        node.Name is "article" or "founder-content" || node.Attribute("itemprop") is "articleBody" || node.Names.Any(n => Is(n, "body"));

    public static bool IsTitle(HtmlNode node) =>
        node.Name is "h1" or "founder-title" || node.Attribute("itemprop") is "headline" || node.Names.Any(n => Is(n, "title"));

    /// <summary>A menu, a share bar, a footer: by its element, its role or a word of its id or class.</summary>
    public static bool IsFurniture(HtmlNode node) =>
        node.Name is "nav" or "footer" or "aside" || node.Attribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "complementary" or "menu"
        || node.Names.Any(n => Words(n).Any(w => Meaning.ContainsKey("word " + w)));

    private static bool Is(string name, string kind) => Meaning.GetValueOrDefault("name " + name.ToLowerInvariant()) == kind;

    // news_share-bar, newsShareBar: news, share, bar.
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetter(name[i]) || (char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
            {
                if (i > start)
                {
                    yield return name[start..i].ToLowerInvariant();
                }

                start = i < name.Length && !char.IsLetter(name[i]) ? i + 1 : i;
            }
        }
    }
}
