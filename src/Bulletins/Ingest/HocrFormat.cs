using System.Globalization;
using Bulletins.Ingest.Html;
using Bulletins.Ingest.Ocr;

namespace Bulletins.Ingest;

/// <summary>hOCR, the HTML that Tesseract and its kin write: pages, blocks, lines and words with boxes and confidence. Lines and columns are
/// the file's; spans have the page and, where the file tells its resolution, the box.</summary>
internal sealed class HocrFormat : ISourceFormat
{
    private const int Climb = 12; // elements between a word's text and its line

    public string Name => "hocr";

    public IReadOnlyList<string> Extensions { get; } = [".hocr"];

    public bool Recognizes(SourceFile file) =>
        file.Head.StartsWith('<') && (file.Head.Contains("ocr-system", StringComparison.Ordinal) || file.Head.Contains("ocr_page", StringComparison.Ordinal));

    public IngestResult Read(SourceFile file)
    {
        var (decoded, failure) = DecodedText.Of(file);
        if (decoded is null)
        {
            return failure!;
        }

        var layout = new OcrLayout(decoded.Text, decoded.Lines);
        var page = new HocrPage(0, 0);
        var isTight = false;
        var silent = -1; // the last node of a head or a script
        foreach (var node in HtmlTree.Read(decoded.Text))
        {
            silent = node.Name is "head" or "script" or "style" ? Math.Max(silent, node.LastIndex) : silent;
            if (node.Index <= silent)
            {
                continue;
            }

            if (node.IsText)
            {
                var words = decoded.Text.AsSpan(node.Start, node.End - node.Start);
                if (words.IsWhiteSpace())
                {
                    isTight = false;
                    continue;
                }

                var (word, line) = Around(node);
                layout.Word(node.Start, node.End, page.Box(word ?? line), Number(line, "x_size") ?? Height(line), Number(word, "x_wconf") / 100, isTight && !char.IsWhiteSpace(words[0]),
                    Values(word, "bbox") is [var left, _, var right, _] ? (left, right) : null);
                isTight = !char.IsWhiteSpace(words[^1]);
                continue;
            }

            switch (Class(node))
            {
                case "ocr_page":
                    page = HocrPage.Of(node);
                    layout.Page(Number(node, "ppageno") is { } number ? (int)number + 1 : null);
                    break;
                case "ocr_carea" or "ocr_par" or "ocr_column" or "ocrx_block":
                    layout.Block();
                    break;
                case "ocr_line" or "ocrx_line" or "ocr_header" or "ocr_footer" or "ocr_caption" or "ocr_textfloat" or "ocr_title":
                    layout.Line();
                    isTight = false;
                    break;
            }
        }

        return layout.Result(file, decoded, "text/vnd.hocr+html");
    }

    private static (HtmlNode? Word, HtmlNode? Line) Around(HtmlNode text)
    {
        HtmlNode? word = null;
        var node = text.Parent;
        for (var i = 0; i < Climb && node is not null; i++, node = node.Parent)
        {
            var kind = Class(node);
            if (kind == "ocrx_word")
            {
                word ??= node;
            }
            else if (kind is not null)
            {
                return (word, node);
            }
        }

        return (word, null);
    }

    private static string? Class(HtmlNode node) => node.Names.FirstOrDefault(n => n.StartsWith("ocr", StringComparison.Ordinal) && n != "ocrx_cinfo");

    private static double Height(HtmlNode? line) => Values(line, "bbox") is [_, var top, _, var bottom] ? bottom - top : 0;

    private static double? Number(HtmlNode? node, string property) => Values(node, property) is [var first, ..] ? first : null;

    /// <summary>title="bbox 12 30 480 66; x_wconf 93"</summary>
    private static double[] Values(HtmlNode? node, string property)
    {
        foreach (var part in (node?.Attribute("title") ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith(property + " ", StringComparison.Ordinal))
            {
                return [.. part[(property.Length + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(v => double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN).TakeWhile(double.IsFinite)];
            }
        }

        return [];
    }

    // Height in pixels and pixels an inch; 0 where the file does not tell.
    private readonly record struct HocrPage(double Height, double Resolution)
    {
        public static HocrPage Of(HtmlNode node) =>
            new(Values(node, "bbox") is [_, _, _, var bottom] ? bottom : 0, Number(node, "scan_res") ?? 0);

        public Box? Box(HtmlNode? node) => Height > 0 && Resolution > 0 && Values(node, "bbox") is [var left, var top, var right, var bottom]
            ? OcrLayout.Points(left, top, right, bottom, Height, 72 / Resolution)
            : null;
    }
}
