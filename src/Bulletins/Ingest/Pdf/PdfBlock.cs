using Bulletins.Pdf;
using Bulletins.Pdf.Layout;

namespace Bulletins.Ingest.Pdf;

/// <summary>A printed line with the places of its characters, two numbers a character: a page's letters are not kept.</summary>
internal sealed class PdfLine
{
    private readonly float[] edges; // of each character along the line, left and right (down and up where it runs up or down); NaN for a space
    private readonly bool isVertical;
    private readonly (int Start, LetterFont Font)[] fonts;

    public PdfLine(LayoutLine line)
    {
        Text = line.Text;
        Page = line.Page;
        Box = line.Box;
        Size = line.Size;
        IsWrapped = line.IsWrapped;
        Indent = line.Indent;
        isVertical = RunsUpOrDown(line.Letters);
        fonts = [.. Enumerable.Range(0, line.Text.Length).Where(i => i == 0 || line.FontAt(i) != line.FontAt(i - 1)).Select(i => (i, line.FontAt(i)))];
        edges = new float[2 * line.Text.Length];
        for (var i = 0; i < line.Text.Length; i++)
        {
            var (from, to) = line.Letters[i]?.Box is not { } box ? (float.NaN, float.NaN) : isVertical ? ((float)box.Bottom, (float)box.Top) : ((float)box.Left, (float)box.Right);
            (edges[2 * i], edges[(2 * i) + 1]) = (from, to);
        }
    }

    public string Text { get; }

    public int Page { get; }

    public PdfBox Box { get; }

    public double Size { get; }

    /// <summary>The next line carries it on.</summary>
    public bool IsWrapped { get; }

    /// <summary>How far behind its column's edge it begins, in ems.</summary>
    public double Indent { get; }

    /// <summary>The fonts of its characters, as runs in a text in which it begins at <paramref name="start"/>.</summary>
    public IEnumerable<FontRun> Fonts(int start) =>
        fonts.Select((f, i) => new FontRun(start + f.Start, start + (i + 1 < fonts.Length ? fonts[i + 1].Start : Text.Length), f.Font.Id, f.Font.Name));

    // Vertical writing, and text that is turned.
    private static bool RunsUpOrDown(IReadOnlyList<Letter?> letters) =>
        letters[0]?.Box is { } first && letters[^1]?.Box is { } last
        && Math.Abs(last.CenterY - first.CenterY) > Math.Abs(last.CenterX - first.CenterX);

    /// <summary>The box around a range of characters, as high as the line; null where it holds spaces only.</summary>
    public Box? BoxOf(int start, int end)
    {
        var (from, to) = (float.MaxValue, float.MinValue);
        for (var i = start; i < Math.Min(end, Text.Length); i++)
        {
            if (!float.IsNaN(edges[2 * i]))
            {
                (from, to) = (Math.Min(from, edges[2 * i]), Math.Max(to, edges[(2 * i) + 1]));
            }
        }

        return from > to ? null
            : isVertical ? new Box(Round(Box.Left), Round(from), Round(Box.Right), Round(to))
            : new Box(Round(from), Round(Box.Bottom), Round(to), Round(Box.Top));

        static double Round(double value) => Math.Round(value, 2);
    }
}

/// <summary>Lines that stand together, and where on their page.</summary>
internal sealed record PdfBlock(IReadOnlyList<PdfLine> Lines, double PageHeight)
{
    public double Size => Lines[0].Size;

    public bool BeginsColumnFlush { get; private init; }

    public bool EndsColumnFull { get; private init; }

    public bool EndsColumn { get; private init; }

    public bool FollowsClosely { get; private init; }

    public static PdfBlock Of(LayoutBlock block, PdfPage page) => new([.. block.Lines.Select(l => new PdfLine(l))], page.Height)
    {
        BeginsColumnFlush = block.BeginsColumnFlush,
        EndsColumnFull = block.EndsColumnFull,
        EndsColumn = block.EndsColumn,
        FollowsClosely = block.FollowsClosely,
    };
}
