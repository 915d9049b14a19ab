using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bulletins.Ingest.Html;

/// <summary>Reads a page's own marks: title, author, source, date. Of several marks of a kind the first that says something counts, an article's own before the page's.</summary>
internal sealed partial class PageMarkReader
{
    private const int MostJson = 1 << 20;
    private const int LongestMark = 300;
    private readonly string text;
    private readonly Dictionary<string, PageMark> found = new(StringComparer.Ordinal);

    private PageMarkReader(string text) => this.text = text;

    // <title>港口新闻</title> inside Founder's comment <!--enpproperty … /enpproperty-->
    [GeneratedRegex(@"<(?<name>[a-z]{3,12})>(?<value>[^<>]{1,300})</\k<name>>", RegexOptions.IgnoreCase)]
    private static partial Regex Property();

    public static PageMarks Read(string text, IReadOnlyList<HtmlNode> nodes)
    {
        var reader = new PageMarkReader(text);
        foreach (var node in nodes.Where(n => n.Name == HtmlNode.CommentName))
        {
            reader.Comment(node);
        }

        foreach (var node in nodes.Where(n => n is { IsText: true, Parent.Name: "script" } && n.Parent.Attribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true))
        {
            reader.Json(node);
        }

        foreach (var node in nodes.Where(n => n.Name == "meta"))
        {
            reader.Meta(node);
        }

        var window = nodes.FirstOrDefault(n => n is { IsText: true, Parent.Name: "title" } && n.Parent.Parent?.Name is "head" or "html" or "#root");
        return new PageMarks
        {
            Title = reader.found.GetValueOrDefault("title"),
            Author = reader.found.GetValueOrDefault("author"),
            Source = reader.found.GetValueOrDefault("source"),
            Date = reader.found.GetValueOrDefault("date"),
            Site = reader.found.GetValueOrDefault("site"),
            Window = window is null ? null : reader.Mark(text.Substring(window.Start, window.End - window.Start), "<title>", window.Start),
        };
    }

    private void Comment(HtmlNode node)
    {
        var comment = text.AsSpan(node.Start, node.End - node.Start);
        if (!comment.StartsWith("<!--enpproperty") || comment.Length > MostJson)
        {
            return;
        }

        foreach (Match match in Property().Matches(comment.ToString()))
        {
            Add("comment", match.Groups["name"].Value, match.Groups["value"].Value, node.Start + match.Index, "enpproperty ");
        }
    }

    private void Meta(HtmlNode node)
    {
        if (node.Attribute("content") is { } content)
        {
            foreach (var name in (string?[])[node.Attribute("property"), node.Attribute("name"), node.Attribute("itemprop")])
            {
                Add("meta", name ?? "", content, node.Start, "");
            }
        }
    }

    private void Json(HtmlNode node)
    {
        if (node.End - node.Start > MostJson)
        {
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(node.Start, node.End - node.Start), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            Json(json.RootElement, node.Start);
        }
        catch (JsonException)
        {
            // A mark that cannot be read says nothing.
        }
    }

    private void Json(JsonElement element, int at)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Json(item, at);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            // A list of pages or crumbs has no headline.
            var isArticle = element.TryGetProperty("headline", out _);
            foreach (var property in element.EnumerateObject())
            {
                if (isArticle && Name(property.Value) is { } value)
                {
                    Add("json", property.Name, value, at, "JSON-LD ");
                }
                else if (property.Name is "@graph" or "mainEntity")
                {
                    Json(property.Value, at);
                }
            }
        }
    }

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Name(name) : null,
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Name).OfType<string>()),
        _ => null,
    };

    private void Add(string where, string name, string value, int offset, string prefix)
    {
        if (HtmlNames.MarkOf(where, name) is { } kind && Mark(value, prefix + name, offset) is { } mark)
        {
            found.TryAdd(kind, mark);
        }
    }

    private PageMark? Mark(string value, string from, int offset)
    {
        value = value.Length > 4 * LongestMark ? "" : CharacterReference.Decode(value).Trim(' ', '\u3000', '\u00a0', '\r', '\n', '\t');
        return value.Length is 0 or > LongestMark ? null : new PageMark(value, from, offset);
    }
}
