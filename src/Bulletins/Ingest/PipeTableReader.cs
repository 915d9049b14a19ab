namespace Bulletins.Ingest;

/// <summary>Tables of bars: rows with a delimiter row under the first, or two and more rows that begin and end with a bar.
/// The rows stay as text, their cells apart by <c> | </c>.</summary>
internal sealed class PipeTableReader(string text, List<MarkupMark> marks, List<MarkupBlock> blocks)
{
    private readonly List<(int Start, int End)> rows = []; // lines with a bar that stand together
    private bool hasDelimiter;

    /// <summary>Takes a line that may be a row; false for one that is none.</summary>
    public bool Take(int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        if (!line.Contains('|'))
        {
            Close();
            return false;
        }

        hasDelimiter |= rows.Count == 1 && MarkdownLine.IsDelimiterRow(line);
        rows.Add((start, end));
        return true;
    }

    /// <summary>Says what the rows so far were.</summary>
    public void Close()
    {
        if (rows.Count >= 2 && (hasDelimiter || rows.TrueForAll(r => MarkdownLine.IsBarredRow(text.AsSpan(r.Start, r.End - r.Start)))))
        {
            foreach (var row in rows)
            {
                Mark(row.Start, row.End);
            }

            blocks.Add(new MarkupBlock(MarkupKind.Table, rows[0].Start, rows[^1].End - rows[0].Start, 0));
        }

        rows.Clear();
        hasDelimiter = false;
    }

    private void Mark(int start, int end)
    {
        if (MarkdownLine.IsDelimiterRow(text.AsSpan(start, end - start)))
        {
            // With its line end, or it would leave an empty line inside the table.
            var behind = end < text.Length ? end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1) : end;
            marks.Add(new MarkupMark(start, behind - start));
            return;
        }

        for (var i = start; i < end; i++)
        {
            if (text[i] != '|' || (i > start && text[i - 1] == '\\'))
            {
                continue;
            }

            var from = i;
            while (from > start && text[from - 1] is ' ' or '\t')
            {
                from--;
            }

            var to = i + 1;
            while (to < end && text[to] is ' ' or '\t' or '|')
            {
                to++;
            }

            var instead = from == start || to == end ? "" : " | ";
            if (!text.AsSpan(from, to - from).SequenceEqual(instead))
            {
                marks.Add(new MarkupMark(from, to - from, instead));
            }

            i = to - 1;
        }
    }
}
