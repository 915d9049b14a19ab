using Bulletins.Pdf;
using Bulletins.Pdf.Layout;

namespace Bulletins.Ingest.Pdf;

/// <summary>A printed line until its text is written: what is kept of it then is <see cref="Place"/>.</summary>
internal sealed class PdfLine
{
    private readonly (int Start, LetterFont Font)[] fonts;

    public PdfLine(LayoutLine line)
    {
        Text = line.Text;
        Box = line.Box;
        Size = line.Size;
        IsWrapped = line.IsWrapped;
        Indent = line.Indent;
        Place = new LinePlace(line.Page, line.Box, line.Letters);
        fonts = Enumerable.Range(0, line.Text.Length).Where(i => i == 0 || line.FontAt(i) != line.FontAt(i - 1)).Select(i => (i, line.FontAt(i))).ToArray();
    }

    public string Text { get; }

    public LinePlace Place { get; }

    public int Page => Place.Page;

    public PdfBox Box { get; }

    public double Size { get; }

    /// <summary>The next line carries it on.</summary>
    public bool IsWrapped { get; }

    /// <summary>How far behind its column's edge it begins, in ems.</summary>
    public double Indent { get; }

    /// <summary>The fonts of its characters, as runs in a text in which it begins at <paramref name="start"/>.</summary>
    public IEnumerable<FontRun> Fonts(int start) =>
        fonts.Select((f, i) => new FontRun(start + f.Start, start + (i + 1 < fonts.Length ? fonts[i + 1].Start : Text.Length), f.Font.Id, f.Font.Name));
}

/// <summary>Lines that stand together, and where on their page.</summary>
internal sealed record PdfBlock(IReadOnlyList<PdfLine> Lines, double PageHeight)
{
    public double Size => Lines[0].Size;

    public int Page => Lines[0].Page;

    public PdfBox Box => Lines.Select(l => l.Box).Aggregate((a, b) => a.Union(b));

    /// <summary>Its lines stand beside each other.</summary>
    public bool IsRow { get; private init; }

    public bool BeginsColumnFlush { get; private init; }

    public bool EndsColumnFull { get; private init; }

    public bool EndsColumn { get; private init; }

    public bool FollowsClosely { get; private init; }

    /// <summary>The same for all parts of one headline.</summary>
    public (int Page, PdfBox Box)? Headline { get; private init; }

    /// <summary>That headline stands over several columns.</summary>
    public bool SpansColumns { get; private init; }

    /// <summary>Blocks beside each other as one, from the left.</summary>
    public static PdfBlock Row(IEnumerable<PdfBlock> blocks)
    {
        var lines = blocks.SelectMany(b => b.Lines.Select(l => (l, b.PageHeight))).OrderBy(l => l.l.Box.Left).ToList();
        return new PdfBlock(lines.Select(l => l.l).ToArray(), lines[0].PageHeight) { IsRow = true };
    }

    public static PdfBlock Of(LayoutBlock block, PdfPage page) => new(block.Lines.Select(l => new PdfLine(l)).ToArray(), page.Height)
    {
        BeginsColumnFlush = block.BeginsColumnFlush,
        EndsColumnFull = block.EndsColumnFull,
        EndsColumn = block.EndsColumn,
        FollowsClosely = block.FollowsClosely,
        Headline = block.Headline is { } box ? (page.Number, box) : null,
        SpansColumns = block.SpansColumns,
    };
}
