namespace Bulletins.Ingest;

/// <summary>Tells where the characters of a source's text stand, in the terms of the output: lines and columns of the decoded file,
/// or pages and boxes. Offsets are in <see cref="SourceText.Text"/>.</summary>
public interface ISourcePlaces
{
    /// <summary>1-based line and column, the column in code points.</summary>
    (int Line, int Column) Locate(int offset);

    /// <summary>The spans that a range of the text covers, in order; none crosses a line end.</summary>
    IEnumerable<SourceSpan> Spans(int start, int end);
}
