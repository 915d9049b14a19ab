using System.Runtime.CompilerServices;

namespace Bulletins.Pdf.Layout;

/// <summary>What the page is cut into: a line, or something that stays together (the columns of a vertical headline, a framed text).</summary>
internal sealed record Item(PdfBox Box, double Size, IReadOnlyList<Chunk> Lines, bool IsWhole = false)
{
    /// <summary>The box of the headline that it is a line of.</summary>
    public PdfBox? Headline { get; init; }

    /// <summary>That headline stands over several columns.</summary>
    public bool SpansColumns { get; init; }

    /// <summary>Itself only: no two are the same thing, whatever they hold.</summary>
    public bool Equals(Item? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public static Item Of(Chunk line) => new(line.Box, line.Size, [line]);

    /// <summary>Columns of vertical writing: the right one first.</summary>
    public static Item OfColumns(IEnumerable<Chunk> columns)
    {
        var sorted = columns.OrderByDescending(c => c.Box.CenterX).ToList();
        return new Item(sorted.Select(c => c.Box).Aggregate((a, b) => a.Union(b)), sorted[0].Size, sorted, true);
    }
}
