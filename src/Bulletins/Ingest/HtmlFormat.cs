using System.Text.RegularExpressions;
using Bulletins.Ingest.Html;

namespace Bulletins.Ingest;

/// <summary>Web pages: the words of their articles laid out as text, the site's own parts set aside with a warning, headings, lists, tables
/// and type as hints. Lines and columns are the decoded file's.</summary>
internal sealed partial class HtmlFormat : ISourceFormat
{
    public string Name => "html";

    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".shtml", ".xhtml"];

    // <meta charset="gb2312">, <meta http-equiv="Content-Type" content="text/html; charset=gb2312">, <?xml … encoding="gb2312"?>
    [GeneratedRegex(@"(?:charset|encoding)\s*=\s*[""']?\s*(?<name>[A-Za-z0-9_-]{3,20})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    // A page begins with its doctype or its frame, perhaps behind a declaration and comments.
    [GeneratedRegex(@"^(?:<\?xml[^>]{0,200}>\s*|<!--(?>.{0,2000}?-->)\s*){0,4}<(?:!doctype\s+html|html)[\s>]", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex PageStart();

    // What engines that recognise tables write for each, often inside Markdown.
    [GeneratedRegex(@"^<html>\s*(?:<head>.{0,400}?</head>\s*)?<body>\s*<table", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex TableStart();

    public bool Recognizes(SourceFile file) => PageStart().IsMatch(file.Head) && (!TableStart().IsMatch(file.Head) || EndsAsPage(file.Bytes));

    private static bool EndsAsPage(ReadOnlySpan<byte> bytes) =>
        bytes.LastIndexOf("</html>"u8) is var end and >= 0 && bytes[(end + "</html>".Length)..].IndexOfAnyExcept(" \t\r\n\0"u8) < 0
        && bytes[..end].IndexOf("</html>"u8) < 0;

    public IngestResult Read(SourceFile file)
    {
        var named = Charset().Match(file.Head) is { Success: true } match && file.Head.StartsWith('<') ? match.Groups["name"].Value : null;
        var (decoded, failure) = DecodedText.Of(file, named);
        return decoded is null ? failure! : Read(file, decoded);
    }

    private static IngestResult Read(SourceFile file, DecodedText decoded)
    {
        var page = new HtmlPage(decoded.Text);
        var marks = PageMarkReader.Read(decoded.Text, page.Nodes);
        var layout = new HtmlLayout(page, new HtmlFurniture(page, marks));
        var places = layout.Build(decoded.Lines, out var text, out var blocks);
        if (string.IsNullOrWhiteSpace(text))
        {
            return IngestResult.Failed(file.Path, "empty", "the page holds no text; a page that a script fills must be saved by the browser when it has loaded (save as: web page, complete)");
        }

        return IngestResult.Of(new SourceText
        {
            Path = file.Path,
            Sha256 = file.Sha256,
            MediaType = "text/html",
            Encoding = decoded.Encoding,
            Text = text,
            Lines = new LineIndex(text),
            Places = places,
            Marks = marks,
            Markup = new Markup { Blocks = blocks },
            Warnings = [.. decoded.Warnings, .. layout.SetAside.Select(part => new Warning(
                "page-furniture",
                $"belongs to the page: “{part.Words}{(part.Count > part.Words.Length ? "…" : "")}” ({part.Count} characters)",
                decoded.Lines.LineOf(part.Offset) + 1))],
        });
    }
}
