namespace Bulletins.Ingest.Pdf;

/// <summary>Where a printed line begins in the text, and where it stands on its page.</summary>
internal readonly record struct PrintedLine(int Start, LinePlace Place);

/// <summary>Places in the text of a PDF: its lines and columns, and of each span the page and the box. A line of the text is a
/// paragraph; a span is cut where a printed line ends.</summary>
/// <param name="printed">In the order of the text.</param>
internal sealed class PdfPlaces(LineIndex lines, IReadOnlyList<PrintedLine> printed) : ISourcePlaces
{
    public (int Line, int Column) Locate(int offset) => lines.Locate(offset);

    public IEnumerable<SourceSpan> Spans(int start, int end)
    {
        for (var i = At(start); start < end; i++)
        {
            var behind = i + 1 < printed.Count ? Math.Min(end, printed[i + 1].Start) : end;
            if (i < 0)
            {
                behind = printed.Count > 0 ? Math.Min(end, printed[0].Start) : end;
            }

            foreach (var span in lines.Spans(start, behind))
            {
                yield return i < 0 ? span : span with { Page = printed[i].Place.Page, Box = printed[i].Place.BoxOf(start - printed[i].Start, behind - printed[i].Start) };
            }

            start = behind;
        }
    }

    private int At(int offset) => Ordered.Leading(printed, offset, static (line, offset) => line.Start <= offset) - 1;
}
