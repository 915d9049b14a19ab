using Bulletins.Pdf;
using Bulletins.Pdf.Layout;

namespace Bulletins.Ingest.Pdf;

/// <summary>A printed line with the boxes of its characters, four numbers a character: a page's letters are not kept.</summary>
internal sealed class PdfLine
{
    private readonly float[] boxes;
    private readonly List<(int Start, LetterFont Font)> fonts = new(1);

    public PdfLine(LayoutLine line)
    {
        Text = line.Text;
        Page = line.Page;
        Box = line.Box;
        Size = line.Size;
        IsWrapped = line.IsWrapped;
        Indent = line.Indent;
        for (var i = 0; i < line.Fonts.Count; i++)
        {
            if (fonts.Count == 0 || fonts[^1].Font != line.Fonts[i])
            {
                fonts.Add((i, line.Fonts[i]));
            }
        }

        boxes = new float[4 * line.Text.Length];
        for (var i = 0; i < line.Text.Length; i++)
        {
            var box = line.Places[i];
            boxes[4 * i] = box is { } b ? (float)b.Left : float.NaN;
            (boxes[(4 * i) + 1], boxes[(4 * i) + 2], boxes[(4 * i) + 3]) = box is { } c ? ((float)c.Bottom, (float)c.Right, (float)c.Top) : (0, 0, 0);
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
        fonts.Select((f, i) => new FontRun(start + f.Start, start + (i + 1 < fonts.Count ? fonts[i + 1].Start : Text.Length), f.Font.Id, f.Font.Name));

    /// <summary>The box around a range of characters; null where it holds spaces only.</summary>
    public Box? BoxOf(int start, int end)
    {
        var (left, bottom, right, top) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        for (var i = start; i < Math.Min(end, Text.Length); i++)
        {
            if (!float.IsNaN(boxes[4 * i]))
            {
                (left, bottom) = (Math.Min(left, boxes[4 * i]), Math.Min(bottom, boxes[(4 * i) + 1]));
                (right, top) = (Math.Max(right, boxes[(4 * i) + 2]), Math.Max(top, boxes[(4 * i) + 3]));
            }
        }

        return left > right ? null : new Box(Round(left), Round(bottom), Round(right), Round(top));

        static double Round(float value) => Math.Round(value, 2);
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
