namespace Bulletins.Ingest.Html;

/// <summary>A page's tree with what each node holds: words, words in links, sentence ends.</summary>
internal sealed class HtmlPage
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "title", "svg", "canvas", "iframe", "object", "embed", "audio", "video", "map",
        "select", "button", "input", "textarea", "datalist", "rt", "rp", "noframes", "noembed", HtmlNode.CommentName,
    };

    private readonly int[] words;
    private readonly int[] linkedWords;
    private readonly int[] links;
    private readonly int[] sentences;
    private readonly bool[] silent;

    public HtmlPage(string text)
    {
        Text = text;
        Nodes = HtmlTree.Read(text);
        words = new int[Nodes.Count];
        linkedWords = new int[Nodes.Count];
        links = new int[Nodes.Count];
        sentences = new int[Nodes.Count];
        silent = new bool[Nodes.Count];
        Count();
    }

    public string Text { get; }

    public IReadOnlyList<HtmlNode> Nodes { get; }

    /// <summary>Characters that are no white space.</summary>
    public int Words(HtmlNode node) => words[node.Index];

    public int LinkedWords(HtmlNode node) => linkedWords[node.Index];

    public int Links(HtmlNode node) => links[node.Index];

    public int Sentences(HtmlNode node) => sentences[node.Index];

    /// <summary>What no reader of the page sees: scripts, what is hidden, controls.</summary>
    public bool IsSilent(HtmlNode node) => silent[node.Index];

    /// <summary>The node's words, squeezed, at most so many.</summary>
    public string Squeezed(HtmlNode node, int most)
    {
        var result = new System.Text.StringBuilder();
        for (var i = node.Index; i <= node.LastIndex && result.Length < most; i++)
        {
            if (silent[i])
            {
                i = Nodes[i].LastIndex;
            }
            else if (Nodes[i].IsText)
            {
                foreach (var c in Text.AsSpan(Nodes[i].Start, Math.Min(Nodes[i].End - Nodes[i].Start, 8 * most)))
                {
                    result.Append(char.IsWhiteSpace(c) ? "" : c.ToString());
                }
            }
        }

        var squeezed = CharacterReference.Decode(result.ToString()).Replace("\u00a0", "", StringComparison.Ordinal);
        return squeezed.Length > most ? squeezed[..most] : squeezed;
    }

    private void Count()
    {
        var inLink = new bool[Nodes.Count];
        foreach (var node in Nodes)
        {
            var parent = node.Parent?.Index ?? 0;
            silent[node.Index] = silent[parent] || Silent.Contains(node.Name) || IsHidden(node);
            inLink[node.Index] = inLink[parent] || (node.Name == "a" && node.Attribute("href") is not null);
            if (silent[node.Index])
            {
                continue;
            }

            links[node.Index] += node.Name == "a" ? 1 : 0;
            if (node.IsText)
            {
                var span = Text.AsSpan(node.Start, node.End - node.Start);
                foreach (var c in span)
                {
                    words[node.Index] += char.IsWhiteSpace(c) ? 0 : 1;
                    sentences[node.Index] += c is '。' or '！' or '？' or '；' ? 1 : 0;
                }

                linkedWords[node.Index] = inLink[node.Index] ? words[node.Index] : 0;
            }
        }

        for (var i = Nodes.Count - 1; i > 0; i--)
        {
            var parent = Nodes[i].Parent!.Index;
            words[parent] += words[i];
            linkedWords[parent] += linkedWords[i];
            links[parent] += links[i];
            sentences[parent] += sentences[i];
        }
    }

    // A saved page of a public account holds its article in visibility:hidden, which its script takes away.
    private static bool IsHidden(HtmlNode node) =>
        node.Attribute("hidden") is not null
        || (node.Attribute("style") is { } style && style.Contains("display", StringComparison.OrdinalIgnoreCase)
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));
}
