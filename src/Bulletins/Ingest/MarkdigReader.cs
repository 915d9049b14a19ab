using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bulletins.Ingest;

/// <summary>Lists, quotes, links, images and code spans, by Markdig. It reads a stretch at a time, cut at blank lines, so that its
/// trees stay small; a stretch longer than <see cref="MaxStretch"/> (a book on one line) it does not read.</summary>
internal static class MarkdigReader
{
    private const int MaxStretch = 1 << 18;
    private const int TargetStretch = 1 << 14;
    private static readonly MarkdownPipeline Pipeline = Build();

    public static void Read(string text, List<MarkupMark> marks, List<MarkupBlock> blocks)
    {
        var start = 0;
        var blank = false;
        foreach (var (from, to) in TextLines.Of(text))
        {
            var line = text.AsSpan(from, to - from);
            if (blank && from - start > TargetStretch && line.Length > 0 && IsOutermost(line[0]))
            {
                ReadStretch(text, start, from, marks, blocks);
                start = from;
            }

            blank = line.IsWhiteSpace();
        }

        ReadStretch(text, start, text.Length, marks, blocks);
    }

    // A line that cannot belong to a list or quote above the blank line.
    private static bool IsOutermost(char first) => !char.IsWhiteSpace(first) && !char.IsAsciiDigit(first) && first is not ('-' or '*' or '+' or '>');

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        // Indented Chinese paragraphs are no code, a line of dashes makes no heading, and emphasis has rules of its own here.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new ParagraphBlockParser { ParseSetextHeadings = false });
        builder.InlineParsers.TryRemove<EmphasisInlineParser>();
        builder.InlineParsers.TryRemove<HtmlEntityParser>();
        builder.InlineParsers.Replace<AutolinkInlineParser>(new AutolinkInlineParser(new AutolinkOptions { EnableHtmlParsing = false }));
        return builder.Build();
    }

    private static void ReadStretch(string text, int start, int end, List<MarkupMark> marks, List<MarkupBlock> blocks)
    {
        if (end - start > MaxStretch || text.AsSpan(start, end - start).IndexOfAny("[!<`>*+-0123456789") < 0)
        {
            return;
        }

        var document = Markdown.Parse(text.Substring(start, end - start), Pipeline);
        var stretch = new Stretch(text, start, marks, blocks);
        stretch.ReadBlocks(document, depth: 0, quoted: false);
    }

    private readonly struct Stretch(string text, int offset, List<MarkupMark> marks, List<MarkupBlock> blocks)
    {
        public void ReadBlocks(ContainerBlock container, int depth, bool quoted)
        {
            foreach (var block in container)
            {
                switch (block)
                {
                    case QuoteBlock quote when IsQuote(quote):
                        ReadQuote(quote, depth);
                        break;
                    case ListBlock list:
                        ReadList(list, depth + 1, quoted);
                        break;
                    case ContainerBlock inner:
                        ReadBlocks(inner, depth, quoted);
                        break;
                    case LeafBlock leaf:
                        ReadInlines(leaf);
                        break;
                }
            }
        }

        private void ReadList(ListBlock list, int depth, bool quoted)
        {
            foreach (var item in list.OfType<ListItemBlock>())
            {
                var first = item.Count > 0 ? item[0] : null;
                if (first is LeafBlock leaf && IsItem(list, item, leaf))
                {
                    var start = offset + item.Span.Start;
                    if (!list.IsOrdered)
                    {
                        marks.Add(new MarkupMark(start, leaf.Span.Start - item.Span.Start));
                    }

                    if (!quoted)
                    {
                        blocks.Add(new MarkupBlock(MarkupKind.ListItem, start, leaf.Span.End + 1 - item.Span.Start, depth));
                    }
                }

                ReadBlocks(item, depth, quoted);
            }
        }

        /// <summary>Several bullets make a list. One alone may be a footnote's star or a dash, and <c>- 3 -</c> is a page number.</summary>
        private bool IsItem(ListBlock list, ListItemBlock item, LeafBlock leaf)
        {
            var words = text.AsSpan(offset + leaf.Span.Start, Math.Max(0, leaf.Span.Length));
            if (list.IsOrdered)
            {
                return item.Order is >= 0 and < 100;
            }

            return list.Count > 1 && words.IndexOfAnyExcept("0123456789 -—") >= 0;
        }

        /// <summary>&gt;5% at a line's start is a number, no quotation.</summary>
        private bool IsQuote(QuoteBlock quote)
        {
            var behind = offset + quote.Span.Start + 1;
            return behind < text.Length && !char.IsAsciiDigit(text[behind]) && text[behind] is not '=' and not '>';
        }

        private void ReadQuote(QuoteBlock quote, int depth)
        {
            var (start, end) = (offset + quote.Span.Start, offset + quote.Span.End + 1);
            blocks.Add(new MarkupBlock(MarkupKind.Quote, start, end - start, 0));
            for (var line = start; line < end;)
            {
                var mark = line + (text.AsSpan(line, end - line).IndexOfAnyExcept(' ') is var indent and > 0 ? indent : 0);
                if (text[mark] == '>')
                {
                    marks.Add(new MarkupMark(line, mark + 1 - line + (mark + 1 < end && text[mark + 1] == ' ' ? 1 : 0)));
                }

                line = text.AsSpan(line, end - line).IndexOf('\n') is var next and >= 0 ? line + next + 1 : end;
            }

            ReadBlocks(quote, depth, quoted: true);
        }

        private void ReadInlines(LeafBlock leaf)
        {
            foreach (var inline in leaf.Inline?.Descendants() ?? [])
            {
                var (start, length) = (offset + inline.Span.Start, inline.Span.Length);
                switch (inline)
                {
                    case LinkInline link when !link.IsAutoLink && link.Url is { } url && MarkdownReader.IsAddress(url):
                        ReadLink(link, start, length);
                        break;
                    case AutolinkInline:
                        marks.Add(new MarkupMark(start, 1));
                        marks.Add(new MarkupMark(start + length - 1, 1));
                        break;
                    case CodeInline code:
                        marks.Add(new MarkupMark(start, code.DelimiterCount));
                        marks.Add(new MarkupMark(start + length - code.DelimiterCount, code.DelimiterCount));
                        break;
                }
            }
        }

        /// <summary>A link keeps its words; an image keeps a description in Chinese, which is a caption, and loses img-0.jpeg.</summary>
        private void ReadLink(LinkInline link, int start, int length)
        {
            var opening = link.IsImage ? 2 : 1;
            var bracket = text.AsSpan(start, offset + link.UrlSpan.Start - start).LastIndexOf("](");
            if (bracket < 0)
            {
                return; // its address stands elsewhere
            }

            var words = text.AsSpan(start + opening, Math.Max(0, bracket - opening));
            if (link.IsImage)
            {
                blocks.Add(new MarkupBlock(MarkupKind.Image, start, length, 0));
                if (words.IndexOfAnyInRange('\u3400', '\u9fff') < 0)
                {
                    marks.Add(new MarkupMark(start, length));
                    return;
                }
            }

            marks.Add(new MarkupMark(start, opening));
            marks.Add(new MarkupMark(start + bracket, length - bracket));
        }
    }
}
