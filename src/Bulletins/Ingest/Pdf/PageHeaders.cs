namespace Bulletins.Ingest.Pdf;

/// <summary>A newspaper's title, date and page number stand beside each other over all else on a page: one line, however far apart.</summary>
internal static class PageHeaders
{
    /// <summary>The blocks, with those of each page's header put together to one block of one line each.</summary>
    public static List<PdfBlock> Join(List<PdfBlock> blocks)
    {
        var joined = new List<PdfBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count;)
        {
            var end = i + 1;
            if (i == 0 || blocks[i - 1].Page != blocks[i].Page)
            {
                while (end < blocks.Count && IsBeside(blocks[i], blocks[end]))
                {
                    end++;
                }

                if (end - i > 1 && !IsOverAll(blocks, i, end))
                {
                    end = i + 1;
                }
            }

            joined.Add(end - i == 1 ? blocks[i] : PdfBlock.Row(blocks.GetRange(i, end - i)));
            i = end;
        }

        return joined;
    }

    private static bool IsBeside(PdfBlock first, PdfBlock block) =>
        first.Lines.Count == 1 && block.Lines.Count == 1 && first.Page == block.Page && first.Box.IsBeside(block.Box);

    private static bool IsOverAll(List<PdfBlock> blocks, int first, int end)
    {
        var bottom = Enumerable.Range(first, end - first).Min(i => blocks[i].Box.Bottom);
        for (var i = end; i < blocks.Count && blocks[i].Page == blocks[first].Page; i++)
        {
            if (blocks[i].Box.Top > bottom)
            {
                return false;
            }
        }

        return true;
    }
}
