namespace Bulletins.Ingest;

/// <summary>What the HTML tags inside a Markdown text mean for its lines: tags are marks, rows of a table become lines, its
/// cells stand apart by <c> | </c>, a line break breaks the line.</summary>
internal static class HtmlMarks
{
    public static void Read(string text, List<MarkupMark> marks, List<MarkupBlock> blocks)
    {
        var table = -1; // where the table begins whose end has not come
        var heading = -1;
        var run = (Start: 0, End: -1, HasRow: false, HasCell: false, Breaks: false); // tags of a table with nothing but white space between
        foreach (var tag in HtmlTags.All(text))
        {
            if (tag.Name == "table" && !tag.IsClosing && table < 0)
            {
                table = tag.Start;
            }

            if (table < 0)
            {
                marks.Add(new MarkupMark(tag.Start, tag.Length, Breaks(tag) && !AtLineEdge(text, tag) ? "\n" : ""));
                if (tag.Name is ['h', >= '1' and <= '6'])
                {
                    if (tag.IsClosing && heading >= 0 && tag.Start > heading)
                    {
                        blocks.Add(new MarkupBlock(MarkupKind.Heading, heading, tag.End - heading, tag.Name[1] - '0'));
                    }

                    heading = tag.IsClosing ? -1 : tag.Start;
                }

                continue;
            }

            if (run.End >= 0 && !text.AsSpan(run.End, tag.Start - run.End).IsWhiteSpace())
            {
                Flush();
            }

            run = run.End < 0 ? (tag.Start, tag.End, false, false, false) : run with { End = tag.End };
            run.HasRow |= tag.Name is "tr" or "table" or "caption";
            run.HasCell |= tag.Name is "td" or "th";
            run.Breaks |= tag.Name is "br" or "p" or "div";
            if (tag.Name == "table" && tag.IsClosing)
            {
                Flush();
                blocks.Add(new MarkupBlock(MarkupKind.Table, table, tag.End - table, 0));
                table = -1;
            }
        }

        if (run.End >= 0)
        {
            Flush();
        }

        void Flush()
        {
            var atEdge = run.Start == 0 || text[run.Start - 1] is '\n' or '\r' || run.End == text.Length || text[run.End] is '\n' or '\r';
            marks.Add(new MarkupMark(run.Start, run.End - run.Start, run.HasRow ? atEdge ? "" : "\n" : run.HasCell ? " | " : run.Breaks ? " " : ""));
            run = (0, -1, false, false, false);
        }
    }

    private static bool Breaks(HtmlTag tag) =>
        tag.Name is "br" or "hr" or "p" or "div" or "center" or "li" or "ul" or "ol" or "table" or "figure" or "figcaption" or "caption" or "section" or "blockquote" or ['h', >= '1' and <= '6'];

    private static bool AtLineEdge(string text, HtmlTag tag) =>
        tag.Start == 0 || text[tag.Start - 1] is '\n' or '\r' || tag.End == text.Length || text[tag.End] is '\n' or '\r';
}
