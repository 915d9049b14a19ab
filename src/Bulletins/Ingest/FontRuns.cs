namespace Bulletins.Ingest;

/// <summary>Characters of a source that are set in one font, one subset of a typeface.</summary>
/// <param name="Id">Differs between two subsets of one typeface.</param>
public readonly record struct FontRun(int Start, int End, int Id, string Name);

/// <summary>Which characters of a source are set in which font, where its format says so. Offsets are in <see cref="SourceText.Text"/>.</summary>
public sealed class FontRuns
{
    private readonly IReadOnlyList<FontRun> runs;
    private readonly int[] starts;

    /// <param name="runs">In order, not overlapping; spaces and line ends need not be covered.</param>
    public FontRuns(IReadOnlyList<FontRun> runs)
    {
        this.runs = runs;
        starts = [.. runs.Select(r => r.Start)];
    }

    public int Count => runs.Count;

    /// <summary>The run that a character stands in, or null.</summary>
    public FontRun? At(int offset)
    {
        var i = Ordered.LastAtOrBefore(starts, offset);
        return i >= 0 && offset < runs[i].End ? runs[i] : null;
    }
}
