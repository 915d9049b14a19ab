using System.Collections.Frozen;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Bulletins.Ingest.Html;

/// <summary>The elements and texts of a page in the file's order, each with its exact place.</summary>
/// <remarks>
/// AngleSharp cuts the file into tags and texts; the tree is built here, because AngleSharp's DOM moves nodes and forgets where texts stood.
/// The rules are those of HTML for what real pages leave out (an open p, li, td or tr ends where the next begins); what stands inside a table
/// stays there. Nesting costs no stack, so that no depth overflows it.
/// </remarks>
internal sealed class HtmlTree
{
    // Attributes that anything here asks for; the others (a picture's data, scripts) are not kept.
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(StringComparer.Ordinal,
        "id", "class", "style", "role", "hidden", "name", "property", "itemprop", "content", "type", "title", "href", "align", "size", "colspan", "rowspan");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.Ordinal,
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr");

    private static readonly FrozenSet<string> EndsParagraph = FrozenSet.Create(StringComparer.Ordinal,
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul");

    // What an end tag inside does not reach beyond.
    private static readonly FrozenSet<string> Scopes = FrozenSet.Create(StringComparer.Ordinal, "td", "th", "caption", "template");

    private readonly string text;
    private readonly List<HtmlNode> nodes = [];
    private readonly Stack<HtmlNode> open = new();
    private readonly Stack<HtmlNode> scopes = new();
    private readonly Stack<Dictionary<string, int>> counts = new(); // of the open elements by name, a level for each scope

    private HtmlTree(string text) => this.text = text;

    public static IReadOnlyList<HtmlNode> Read(string text)
    {
        var tree = new HtmlTree(text);
        tree.Read();
        return tree.nodes;
    }

    private void Read()
    {
        var root = new HtmlNode("#root", 0, 0, null, 0);
        nodes.Add(root);
        open.Push(root);
        counts.Push(new Dictionary<string, int>(StringComparer.Ordinal));
        using var source = new TextSource(text);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            IsNotConsumingCharacterReferences = true,
            ShouldEmitAttribute = static (ref _, name) => Kept.Contains(name.ToString()),
        };
        TextRange range = default;
        tokenizer.OnToken = (_, at) => range = at;
        while (true)
        {
            var token = tokenizer.Get();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    CloseTo(root);
                    root.LastIndex = nodes.Count - 1;
                    return;
                case HtmlTokenType.StartTag:
                    Start(token.AsTag(), range.Start.Index, range.End.Index);
                    tokenizer.State = Mode(token.Name);
                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name);
                    break;
                case HtmlTokenType.Character:
                    Add(HtmlNode.TextName, range.Start.Index, range.End.Index);
                    break;
                case HtmlTokenType.Comment:
                    Add(HtmlNode.CommentName, range.Start.Index, range.End.Index);
                    break;
            }
        }
    }

    private static HtmlParseMode Mode(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    private void Start(HtmlTagToken tag, int start, int end)
    {
        var name = tag.Name;
        if (EndsParagraph.Contains(name))
        {
            CloseOpen("p");
        }

        foreach (var ended in EndedBy(name))
        {
            CloseOpen(ended);
        }

        var node = Add(name, start, end, tag.Attributes);
        if (Void.Contains(name) || (tag.IsSelfClosing && name is not ("p" or "div" or "span" or "a" or "li" or "td" or "script")))
        {
            return;
        }

        open.Push(node);
        if (Scopes.Contains(name))
        {
            scopes.Push(node);
            counts.Push(new Dictionary<string, int>(StringComparer.Ordinal));
        }
        else
        {
            counts.Peek()[name] = counts.Peek().GetValueOrDefault(name) + 1;
        }
    }

    private static string[] EndedBy(string name) => name switch
    {
        "li" => ["li"],
        "dt" or "dd" => ["dt", "dd"],
        "td" or "th" => ["td", "th"],
        "tr" => ["td", "th", "tr"],
        "tbody" or "thead" or "tfoot" => ["td", "th", "tr", "tbody", "thead", "tfoot"],
        "option" => ["option"],
        "a" => ["a"],
        _ => [],
    };

    private HtmlNode Add(string name, int start, int end, List<HtmlAttributeToken>? attributes = null)
    {
        var kept = attributes is { Count: > 0 } ? new Dictionary<string, string>(StringComparer.Ordinal) : null;
        foreach (var attribute in attributes ?? [])
        {
            kept!.TryAdd(attribute.Name, attribute.Value);
        }

        var node = kept is null
            ? new HtmlNode(name, start, end, open.Peek(), nodes.Count)
            : new HtmlNode(name, start, end, open.Peek(), nodes.Count) { Attributes = kept };
        nodes.Add(node);
        return node;
    }

    private void End(string name)
    {
        CloseOpen(name);
        if (name is "table" or "tr" or "tbody" or "thead" or "tfoot" && InCell(name))
        {
            // A cell whose end tag is missing.
            CloseOpen("td");
            CloseOpen("th");
            CloseOpen("caption");
            CloseOpen(name);
        }
    }

    // Whether the innermost scope is a cell of the table part that ends.
    private bool InCell(string name) => counts.Count > 1 && counts.ElementAt(1).GetValueOrDefault(name) > 0;

    /// <summary>Closes the innermost open element of a name, and all inside it; nothing where none is open in this cell.</summary>
    private void CloseOpen(string name)
    {
        if (Scopes.Contains(name))
        {
            // The scope itself: the innermost one, if it has that name, but not beyond a table inside it.
            if (scopes.TryPeek(out var scope) && scope.Name == name && counts.Peek().GetValueOrDefault("table") == 0)
            {
                CloseTo(scope);
                Pop();
            }

            return;
        }

        if (counts.Peek().GetValueOrDefault(name) == 0 || (name is "li" or "dt" or "dd" or "tr" && Nested(name)))
        {
            return;
        }

        while (open.Peek().Name != name)
        {
            Pop();
        }

        Pop();
    }

    // A list inside the open item, a table inside the open row: a new item there does not end the outer one.
    private bool Nested(string name)
    {
        foreach (var node in open)
        {
            if (node.Name == name)
            {
                return false;
            }

            if (node.Name is "ul" or "ol" or "dl" or "table" or "menu")
            {
                return true;
            }
        }

        return false;
    }

    private void CloseTo(HtmlNode node)
    {
        while (open.Peek() != node)
        {
            Pop();
        }
    }

    private void Pop()
    {
        var node = open.Pop();
        node.LastIndex = nodes.Count - 1;
        if (Scopes.Contains(node.Name))
        {
            scopes.Pop();
            counts.Pop();
        }
        else
        {
            counts.Peek()[node.Name]--;
        }
    }
}
