using System.Runtime.InteropServices;

namespace Bulletins.Pdf.Layout;

/// <summary>Joins letters to chunks: runs on one baseline without a gap that a gutter could be, and runs that go straight down.</summary>
internal sealed class ChunkBuilder
{
    // In ems: the widest gap inside a chunk.
    private const double Gap = 0.6;

    // A gap that is narrow for a headline can be a gutter of the text below: in ems of the text.
    private const double GapOfText = 0.8;
    private const int ShortestColumn = 3;
    private const double WidestStep = 1.38;
    private const double LargestBlank = 2.4;

    // In ems: how close letters are that nothing can come between.
    private const double Close = 0.2;

    // In ems: the white space beside vertical writing.
    private const double LeastClear = 0.35;

    private readonly SpotList spots;
    private readonly double body;
    private readonly IReadOnlyList<PdfBox> rules;
    private readonly List<Chunk> chunks = [];
    private SpotGrid grid;

    private ChunkBuilder(SpotList spots, double body, IReadOnlyList<PdfBox> verticalRules)
    {
        (this.spots, this.body, rules) = (spots, body, verticalRules);
        grid = new SpotGrid(spots, body);
    }

    public static List<Chunk> Build(SpotList spots, double body, IReadOnlyList<PdfBox> verticalRules)
    {
        var builder = new ChunkBuilder(spots, body, verticalRules);
        builder.Build();
        return builder.chunks;
    }

    private void Build()
    {
        if (grid.MarkDoubles())
        {
            spots.RemoveDoubles();
            grid = new SpotGrid(spots, body);
        }

        LinkNeighbours();
        AddColumns();
        if (chunks.Count > 0)
        {
            grid = new SpotGrid(spots, body);
        }

        LinkRows();
        AddRows();
    }

    // Most letters are shown right behind the one before.
    private void LinkNeighbours()
    {
        var all = spots.All;
        for (var i = 1; i < all.Length; i++)
        {
            ref var spot = ref all[i - 1];
            ref var next = ref all[i];
            if (spot.Size == next.Size && Math.Abs(spot.Box.Bottom - next.Box.Bottom) < 0.05 * spot.Size
                && Math.Abs(next.Box.Left - spot.Box.Right) < Close * spot.Size && next.CenterX > spot.CenterX
                && (rules.Count == 0 || !IsRuledOff(ref spot, ref next)))
            {
                (spot.Next, next.Before) = (i, i - 1);
                (spot.HasNeighbour, next.HasNeighbour) = (true, true);
            }
        }
    }

    private void LinkRows()
    {
        var ends = new List<int>();
        var lefts = new List<double>();
        for (var i = 0; i < spots.Count; i++)
        {
            if (spots[i] is { Next: Spot.None, IsInColumn: false })
            {
                ends.Add(i);
                lefts.Add(spots[i].Box.Left);
            }
        }

        Sorting.ByKey(CollectionsMarshal.AsSpan(lefts), CollectionsMarshal.AsSpan(ends));
        foreach (var end in ends)
        {
            if (Following(end) is not Spot.None and var next && !IsRuledOff(ref spots[end], ref spots[next]))
            {
                (spots[end].Next, spots[next].Before) = (next, end);
            }
        }
    }

    // The nearest one to the right that has none before it.
    private int Following(int end)
    {
        ref var spot = ref spots[end];
        var reach = Math.Min(Gap * spot.Size, GapOfText * body);
        var nearest = Spot.None;
        foreach (var at in grid.Within(spot.CenterX, spot.CenterY - (0.6 * spot.Size), spot.Box.Right + reach + (1.6 * spot.Size), spot.CenterY + (0.6 * spot.Size)))
        {
            ref var other = ref spots[at];
            if (at != end && other.Before == Spot.None && spot.Before != at && Follows(ref spot, ref other, reach)
                && (nearest == Spot.None || other.Box.Left < spots[nearest].Box.Left))
            {
                nearest = at;
            }
        }

        return nearest;
    }

    private void AddRows()
    {
        for (var first = 0; first < spots.Count; first++)
        {
            if (spots[first] is { Before: Spot.None, IsInColumn: false })
            {
                chunks.Add(Row(first));
            }
        }
    }

    private Chunk Row(int first)
    {
        var (count, isInOrder) = (1, true);
        for (int at = first, next; (next = spots[at].Next) != Spot.None; at = next)
        {
            isInOrder &= next == at + 1;
            count++;
        }

        if (isInOrder)
        {
            return new Chunk(spots.Slice(first, count));
        }

        var run = new Spot[count];
        for (int i = 0, at = first; i < count; at = spots[at].Next, i++)
        {
            run[i] = spots[at];
        }

        return new Chunk(run);
    }

    private static bool Follows(ref readonly Spot spot, ref readonly Spot other, double reach)
    {
        var gap = other.Box.Left - spot.Box.Right;
        var (small, large) = (Math.Min(spot.Size, other.Size), Math.Max(spot.Size, other.Size));
        if (gap > reach || gap < -0.6 * large || other.CenterX <= spot.CenterX || large > 1.7 * small)
        {
            return false;
        }

        var baseline = Math.Abs(spot.Box.Bottom - other.Box.Bottom);
        // Raised and lowered figures are smaller; letters of one size stand on one line.
        return spot.Box.IsBeside(other.Box) && (baseline < 0.25 * large || large > 1.2 * small);
    }

    private bool IsRuledOff(ref readonly Spot left, ref readonly Spot right)
    {
        foreach (var rule in rules)
        {
            if (rule.CenterX > left.CenterX && rule.CenterX < right.CenterX && rule.Bottom < left.CenterY && rule.Top > left.CenterY)
            {
                return true;
            }
        }

        return false;
    }

    // Vertical writing by its font, and letters set one under the other: near above and below, far from what stands beside.
    private void AddColumns()
    {
        for (var i = 0; i < spots.Count; i++)
        {
            ref var spot = ref spots[i];
            if ((((spot.IsHan || IsSign(in spot)) && !spot.HasNeighbour) || spot.Letter.Font.IsVertical) && Below(ref spot, i) is not Spot.None and var lower && !spots[lower].IsBelow)
            {
                (spot.Below, spots[lower].IsBelow) = (lower, true);
            }
        }

        JoinColumns();
        for (var top = 0; top < spots.Count; top++)
        {
            if (spots[top] is not { Below: not Spot.None, IsBelow: false })
            {
                continue;
            }

            var column = new List<Spot>();
            for (var at = top; at != Spot.None; at = spots[at].Below)
            {
                column.Add(spots[at]);
            }

            if (column.Count >= (column[0].Letter.Font.IsVertical ? 1 : ShortestColumn) && !IsStack(column))
            {
                for (var at = top; at != Spot.None; at = spots[at].Below)
                {
                    spots[at].IsInColumn = true;
                }

                chunks.Add(new Chunk(column.ToArray(), true));
            }
        }
    }

    // A blank of one em parts the words of a vertical line: two letters at least stand above and below it.
    private void JoinColumns()
    {
        for (var i = 0; i < spots.Count; i++)
        {
            ref var spot = ref spots[i];
            if (!spot.IsBelow || spot.Below != Spot.None || spot.Letter.Font.IsVertical)
            {
                continue;
            }

            foreach (var other in grid.Within(spot.CenterX - (0.1 * spot.Size), spot.CenterY - (LargestBlank * spot.Size), spot.CenterX + (0.1 * spot.Size), spot.CenterY - (1.5 * spot.Size)))
            {
                if (spots[other] is { Below: not Spot.None, IsBelow: false } && Math.Abs(spots[other].Size - spot.Size) < 0.1 * spot.Size)
                {
                    (spot.Below, spots[other].IsBelow) = (other, true);
                    break;
                }
            }
        }
    }

    // "□" over the names of a vertical byline.
    private static bool IsSign(ref readonly Spot spot) => spot.Letter.Text is "□" or "■" or "○" or "●" or "◎" or "◇" or "◆" or "△" or "▲" or "▼" or "☆" or "★";

    // Letters of the body's size, no two of them closer than its lines are, are lines of one letter.
    private bool IsStack(List<Spot> run)
    {
        if (run[0].Letter.Font.IsVertical || run[0].Size >= 1.15 * body)
        {
            return false;
        }

        var closest = double.MaxValue;
        for (var i = 1; i < run.Count; i++)
        {
            closest = Math.Min(closest, run[i - 1].CenterY - run[i].CenterY);
        }

        return closest > WidestStep * run[0].Size;
    }

    private int Below(ref readonly Spot spot, int at)
    {
        var (size, isVertical) = (spot.Size, spot.Letter.Font.IsVertical);
        if (!isVertical && !IsClear(in spot, at, LeastClear * size))
        {
            return Spot.None;
        }

        var lower = Spot.None;
        foreach (var other in grid.Within(spot.CenterX - (0.2 * size), spot.CenterY - (2.1 * size), spot.CenterX + (0.2 * size), spot.CenterY - (0.6 * size)))
        {
            if (Math.Abs(spots[other].Size - size) < 0.1 * size && spots[other].Letter.Font.IsVertical == isVertical
                && (lower == Spot.None || spots[other].CenterY > spots[lower].CenterY))
            {
                lower = other;
            }
        }

        if (lower == Spot.None || isVertical)
        {
            return lower;
        }

        var gap = Math.Max(0, spot.Box.Bottom - spots[lower].Box.Top);
        var clear = Math.Max(LeastClear * size, (1.5 * gap) + (0.1 * size));
        return spots[lower].IsHan && IsClear(in spot, at, clear) && IsClear(ref spots[lower], lower, clear) ? lower : Spot.None;
    }

    private bool IsClear(ref readonly Spot spot, int at, double clear)
    {
        var (left, right) = (spot.Box.Left - clear, spot.Box.Right + clear);
        foreach (var other in grid.Within(left - (2 * spot.Size), spot.CenterY - (0.6 * spot.Size), right + (2 * spot.Size), spot.CenterY + (0.6 * spot.Size)))
        {
            if (other != at && spots[other].Box.Left < right && spots[other].Box.Right > left)
            {
                return false;
            }
        }

        return true;
    }
}
