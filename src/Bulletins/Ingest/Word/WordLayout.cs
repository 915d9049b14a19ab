using System.Text;

namespace Bulletins.Ingest.Word;

/// <summary>Lays a document's paragraphs out as text, apart by blank lines, a table's row on a line, with headings, items and type as hints.</summary>
internal sealed class WordLayout(WordStyles styles, WordNumbering numbering)
{
    private const int LongestCell = 200;
    private const int LongestMean = 40;
    private readonly StringBuilder text = new();
    private readonly DisplayLines lines = new();

    public string Text => text.ToString();

    public IReadOnlyList<MarkupBlock> Hints() => lines.Blocks(text.Length);

    public void Add(IEnumerable<WordBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is WordTable table)
            {
                Add(table);
            }
            else
            {
                Add((WordParagraph)block);
            }
        }
    }

    /// <summary>The words of blocks on one line: what a warning quotes.</summary>
    public static string Words(IEnumerable<WordBlock> blocks) => string.Join(' ', blocks.SelectMany(Lines).Select(l => l.Trim()).Where(l => l.Length > 0));

    private void Add(WordParagraph paragraph)
    {
        var level = paragraph.Outline ?? styles.LevelOf(paragraph.Style);
        var label = Label(paragraph);
        var kind = level > 0 ? MarkupKind.Heading : label is not null ? MarkupKind.ListItem : (MarkupKind?)null;
        var (printed, runs) = (paragraph.Text.ToString(), paragraph.Runs);
        var (run, left) = (0, runs.Count > 0 ? runs[0].Length : 0);
        var gap = "\n\n";
        foreach (var line in printed.Split('\n', '\f'))
        {
            var words = line.TrimEnd();
            if (string.IsNullOrWhiteSpace(words))
            {
                gap = "\n\n"; // two line breaks part as a paragraph's end does
                Advance(line.Length + 1);
                continue;
            }

            Begin(gap, kind, Math.Max(level, 1));
            text.Append(label);
            for (var at = 0; at < words.Length;)
            {
                var take = Math.Min(left, words.Length - at);
                lines.Type = runs[run].Type;
                text.Append(words, at, take);
                lines.End(text.Length, take);
                at += take;
                Advance(take);
            }

            Advance(line.Length + 1 - words.Length);
            gap = "\n";
            (label, kind) = ("", kind == MarkupKind.ListItem ? null : kind);
        }

        Add(paragraph.Boxes);

        void Advance(int count)
        {
            for (left -= count; left <= 0 && run + 1 < runs.Count;)
            {
                left += runs[++run].Length;
            }
        }
    }

    // 一、 stands close to its words, 1. apart from them.
    private string? Label(WordParagraph paragraph)
    {
        var (id, level) = paragraph.Numbering is { } own ? (own, paragraph.NumberingLevel ?? 0) : styles.NumberingOf(paragraph.Style);
        if (id is null or "0" || string.IsNullOrWhiteSpace(paragraph.Text.ToString()) || numbering.Next(id, level) is not { } label)
        {
            return null;
        }

        return label.Length > 0 && label[^1] is < '\u2e80' and not ')' ? label + " " : label;
    }

    private void Add(WordTable table)
    {
        if (!IsData(table))
        {
            Add(table.Rows.SelectMany(row => row).SelectMany(cell => cell));
            return;
        }

        var gap = "\n\n";
        foreach (var row in table.Rows)
        {
            var cells = row.Select(cell => Words(cell)).Where(c => c.Length > 0).ToList();
            if (cells.Count > 0)
            {
                Begin(gap, MarkupKind.Table, 0);
                text.AppendJoin(" | ", cells);
                lines.Type = default;
                lines.End(text.Length, cells.Sum(c => c.Length));
                gap = "\n";
            }
        }
    }

    private static bool IsData(WordTable table)
    {
        var cells = table.Rows.SelectMany(r => r).Select(c => (Blocks: c, Length: c.SelectMany(Lines).Sum(l => l.Length))).Where(c => c.Length > 0).ToList();
        var wide = table.Rows.Count(r => r.Count(c => c.SelectMany(Lines).Any(l => l.Length > 0)) > 1);
        return wide > 0 && wide * 2 >= table.Rows.Count && table.Rows.Count >= 2
            && cells.TrueForAll(c => c.Length <= LongestCell && !c.Blocks.Exists(b => b is WordTable) && !(c.Blocks.Count > 1 && c.Blocks.SelectMany(Lines).Any(l => l.Contains('。', StringComparison.Ordinal))))
            && cells.Sum(c => c.Length) <= LongestMean * cells.Count;
    }

    private static IEnumerable<string> Lines(WordBlock block) => block is WordParagraph paragraph
        ? paragraph.Text.ToString().Split('\n', '\f').Concat(paragraph.Boxes.SelectMany(Lines))
        : ((WordTable)block).Rows.SelectMany(row => row).SelectMany(cell => cell).SelectMany(Lines);

    private void Begin(string gap, MarkupKind? kind, int level)
    {
        text.Append(text.Length == 0 ? "" : gap);
        lines.Begin(text.Length, kind, level);
    }
}
