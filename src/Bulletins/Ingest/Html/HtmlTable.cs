namespace Bulletins.Ingest.Html;

/// <summary>Tells tables of data from tables that only lay out a page.</summary>
internal static class HtmlTable
{
    private const int LongestCell = 200;
    private const int LongestMean = 40;

    /// <summary>Several rows of short cells; a cell of several paragraphs makes a layout.</summary>
    public static bool IsData(HtmlPage page, HtmlNode table)
    {
        int rows = 0, cells = 0, wide = 0, inRow = 0, words = 0;
        for (var i = table.Index + 1; i <= table.LastIndex; i++)
        {
            var node = page.Nodes[i];
            switch (node.Name)
            {
                case "table" or "h1" or "h2" or "h3" or "ul" or "ol" or "form":
                    return false;
                case "tr":
                    rows++;
                    inRow = 0;
                    break;
                case "td" or "th" when page.Words(node) > LongestCell || (page.Sentences(node) > 0 && Blocks(page, node) > 1):
                    return false;
                case "td" or "th" when page.Words(node) > 0:
                    cells++;
                    words += page.Words(node);
                    wide += ++inRow == 2 ? 1 : 0;
                    break;
            }
        }

        return rows >= 2 && wide >= 1 && wide * 2 >= rows && words <= LongestMean * cells;
    }

    private static int Blocks(HtmlPage page, HtmlNode cell)
    {
        var blocks = 0;
        for (var i = cell.Index + 1; i <= cell.LastIndex; i++)
        {
            blocks += page.Nodes[i].Name is "p" or "div" or "section" ? 1 : 0;
        }

        return blocks;
    }

    /// <summary>A row of a few words without blocks, such as source and date under a title.</summary>
    public static bool IsLine(HtmlPage page, HtmlNode row)
    {
        if (page.Words(row) > 2 * LongestMean)
        {
            return false;
        }

        for (var i = row.Index + 1; i <= row.LastIndex; i++)
        {
            if (page.Nodes[i].Name is "p" or "div" or "br" or "table" or ['h', >= '1' and <= '6'])
            {
                return false;
            }
        }

        return true;
    }
}
