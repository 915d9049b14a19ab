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

    public bool BeginsColumnFlush { get; private init; }

    public bool EndsColumnFull { get; private init; }

    public bool EndsColumn { get; private init; }

    public bool FollowsClosely { get; private init; }

    public static PdfBlock Of(LayoutBlock block, PdfPage page) => new(block.Lines.Select(l => new PdfLine(l)).ToArray(), page.Height)
    {
        BeginsColumnFlush = block.BeginsColumnFlush,
        EndsColumnFull = block.EndsColumnFull,
        EndsColumn = block.EndsColumn,
        FollowsClosely = block.FollowsClosely,
    };
}
