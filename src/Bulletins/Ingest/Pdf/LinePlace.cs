using Bulletins.Pdf;

namespace Bulletins.Ingest.Pdf;

/// <summary>Where a printed line and its characters stand, in hundredths of a point: as finely as the records tell it, in four bytes a character of a paper's million.</summary>
internal sealed class LinePlace
{
    private const double PerPoint = 100;

    private readonly int left;
    private readonly int bottom;
    private readonly int right;
    private readonly int top;
    private readonly bool isVertical;

    // Where each character begins and ends along the line (from below upwards where that runs up or down), from the origin on; 0 for a space that only a gap tells.
    private readonly int origin;
    private readonly ushort[]? near;
    private readonly int[]? far; // the same of a line longer than 655 points

    /// <param name="letters">The letter of each UTF-16 unit of the line's text; null for a space that only a gap tells.</param>
    public LinePlace(int page, PdfBox box, IReadOnlyList<Letter?> letters)
    {
        Page = page;
        (left, bottom, right, top) = (Hundredths(box.Left), Hundredths(box.Bottom), Hundredths(box.Right), Hundredths(box.Top));
        isVertical = RunsUpOrDown(letters);
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var letter in letters)
        {
            if (letter is not null)
            {
                var (from, to) = Along(letter.Box);
                (first, last) = (Math.Min(first, from), Math.Max(last, to));
            }
        }

        origin = first - 1;
        near = (long)last - origin <= ushort.MaxValue ? new ushort[2 * letters.Count] : null;
        far = near is null ? new int[2 * letters.Count] : null;
        for (var i = 0; i < letters.Count; i++)
        {
            if (letters[i] is { } letter)
            {
                var (from, to) = Along(letter.Box);
                (this[2 * i], this[(2 * i) + 1]) = (from - origin, to - origin);
            }
        }
    }

    public int Page { get; }

    private int Count => (near?.Length ?? far!.Length) / 2;

    private int this[int edge]
    {
        get => near is null ? far![edge] : near[edge];
        set
        {
            if (near is null)
            {
                far![edge] = value;
            }
            else
            {
                near[edge] = (ushort)value;
            }
        }
    }

    /// <summary>The box around a range of characters, as high as the line; null where it holds spaces only.</summary>
    public Box? BoxOf(int start, int end)
    {
        var (from, to) = (int.MaxValue, int.MinValue);
        for (var i = start; i < Math.Min(end, Count); i++)
        {
            if (this[2 * i] != 0)
            {
                (from, to) = (Math.Min(from, this[2 * i]), Math.Max(to, this[(2 * i) + 1]));
            }
        }

        return from > to ? null
            : isVertical ? new Box(left / PerPoint, (origin + from) / PerPoint, right / PerPoint, (origin + to) / PerPoint)
            : new Box((origin + from) / PerPoint, bottom / PerPoint, (origin + to) / PerPoint, top / PerPoint);
    }

    // Vertical writing, and text that is turned.
    private static bool RunsUpOrDown(IReadOnlyList<Letter?> letters) =>
        letters[0]?.Box is { } first && letters[^1]?.Box is { } last
        && Math.Abs(last.CenterY - first.CenterY) > Math.Abs(last.CenterX - first.CenterX);

    private (int From, int To) Along(PdfBox place) =>
        isVertical ? (Hundredths((float)place.Bottom), Hundredths((float)place.Top)) : (Hundredths((float)place.Left), Hundredths((float)place.Right));

    private static int Hundredths(double points) => (int)Math.Round(PerPoint * points);
}
