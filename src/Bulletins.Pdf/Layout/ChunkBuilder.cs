namespace Bulletins.Pdf.Layout;

/// <summary>Joins letters to chunks: runs on one baseline without a gap that a gutter could be, and runs that go straight down.</summary>
internal static class ChunkBuilder
{
    // In ems: the widest gap inside a chunk.
    private const double Gap = 0.6;

    // A gap that is narrow for a headline can be a gutter of the text below: in ems of the text.
    private const double GapOfText = 0.8;
    private const int ShortestColumn = 3;
    private const double WidestStep = 1.38;

    // In ems: how close letters are that nothing can come between.
    private const double Close = 0.2;

    // In ems: the white space beside vertical writing.
    private const double LeastClear = 0.35;

    public static List<Chunk> Build(List<Spot> spots, double body, IReadOnlyList<PdfBox> verticalRules)
    {
        var grid = new SpotGrid(spots, body);
        if (grid.MarkDoubles())
        {
            spots = spots.FindAll(s => !s.IsDouble);
            grid = new SpotGrid(spots, body);
        }

        LinkNeighbours(spots, verticalRules);
        var chunks = new List<Chunk>();
        foreach (var column in Columns(spots, grid, body))
        {
            column.ForEach(s => s.IsInColumn = true);
            chunks.Add(new Chunk(column, true));
        }

        var rest = chunks.Count == 0 ? spots : spots.FindAll(s => !s.IsInColumn);
        grid = chunks.Count == 0 ? grid : new SpotGrid(rest, body);
        chunks.AddRange(Rows(rest, grid, body, verticalRules));
        return chunks;
    }

    private static IEnumerable<Chunk> Rows(List<Spot> spots, SpotGrid grid, double body, IReadOnlyList<PdfBox> rules)
    {
        foreach (var spot in spots.Where(s => s.Next is null).OrderBy(s => s.Box.Left).ThenBy(s => s.Letter.Order))
        {
            var reach = Math.Min(Gap * spot.Size, GapOfText * body);
            Spot? nearest = null;
            foreach (var other in grid.Within(spot.CenterX, spot.CenterY - (0.6 * spot.Size), spot.Box.Right + reach + (1.6 * spot.Size), spot.CenterY + (0.6 * spot.Size)))
            {
                if (other != spot && other.Before is null && spot.Before != other && Follows(spot, other, reach) && (nearest is null || other.Box.Left < nearest.Box.Left))
                {
                    nearest = other;
                }
            }

            if (nearest is not null && !IsRuledOff(spot, nearest, rules))
            {
                spot.Next = nearest;
                nearest.Before = spot;
            }
        }

        foreach (var spot in spots)
        {
            if (spot.Before is not null)
            {
                continue;
            }

            var run = new List<Spot> { spot };
            while (run[^1].Next is { } following && run.Count < spots.Count)
            {
                run.Add(following);
            }

            yield return new Chunk(run);
        }
    }

    // Most letters are shown right behind the one before.
    private static void LinkNeighbours(List<Spot> spots, IReadOnlyList<PdfBox> rules)
    {
        for (var i = 1; i < spots.Count; i++)
        {
            var (spot, next) = (spots[i - 1], spots[i]);
            var gap = next.Box.Left - spot.Box.Right;
            if (spot.Size == next.Size && Math.Abs(spot.Box.Bottom - next.Box.Bottom) < 0.05 * spot.Size && Math.Abs(gap) < Close * spot.Size && next.CenterX > spot.CenterX
                && (rules.Count == 0 || !IsRuledOff(spot, next, rules)))
            {
                (spot.Next, next.Before) = (next, spot);
                (spot.HasNeighbour, next.HasNeighbour) = (true, true);
            }
        }
    }

    private static bool Follows(Spot spot, Spot other, double reach)
    {
        var gap = other.Box.Left - spot.Box.Right;
        var (small, large) = (Math.Min(spot.Size, other.Size), Math.Max(spot.Size, other.Size));
        if (gap > reach || gap < -0.6 * large || other.CenterX <= spot.CenterX || large > 1.7 * small)
        {
            return false;
        }

        var baseline = Math.Abs(spot.Box.Bottom - other.Box.Bottom);
        var shared = Math.Min(spot.Box.Top, other.Box.Top) - Math.Max(spot.Box.Bottom, other.Box.Bottom);
        // Raised and lowered figures are smaller; letters of one size stand on one line.
        return shared > 0.5 * Math.Min(spot.Box.Height, other.Box.Height) && (baseline < 0.25 * large || large > 1.2 * small);
    }

    private static bool IsRuledOff(Spot left, Spot right, IReadOnlyList<PdfBox> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.CenterX > left.Box.CenterX && rule.CenterX < right.Box.CenterX && rule.Bottom < left.Box.CenterY && rule.Top > left.Box.CenterY)
            {
                return true;
            }
        }

        return false;
    }

    // Vertical writing by its font, and letters set one under the other: near above and below, far from what stands beside.
    private static IEnumerable<List<Spot>> Columns(List<Spot> spots, SpotGrid grid, double body)
    {
        foreach (var spot in spots)
        {
            if ((spot.IsHan || spot.Letter.Font.IsVertical) && Below(spot, grid) is { IsBelow: false } lower)
            {
                (spot.Below, lower.IsBelow) = (lower, true);
            }
        }

        foreach (var top in spots.Where(s => s is { Below: not null, IsBelow: false }))
        {
            var run = new List<Spot> { top };
            while (run[^1].Below is { } lower)
            {
                run.Add(lower);
            }

            if (run.Count >= (top.Letter.Font.IsVertical ? 1 : ShortestColumn) && !IsStack(run, body))
            {
                yield return run;
            }
        }
    }

    // Letters of the body's size as far apart as its lines are lines of one letter.
    private static bool IsStack(List<Spot> run, double body) =>
        !run[0].Letter.Font.IsVertical && run[0].Size < 1.15 * body && (run[0].Box.CenterY - run[^1].Box.CenterY) / (run.Count - 1) > WidestStep * run[0].Size;

    private static Spot? Below(Spot spot, SpotGrid grid)
    {
        var size = spot.Size;
        if (!spot.Letter.Font.IsVertical && (spot.HasNeighbour || !IsClear(spot, grid, LeastClear * size)))
        {
            return null;
        }

        Spot? lower = null;
        foreach (var other in grid.Within(spot.CenterX - (0.2 * size), spot.CenterY - (2.1 * size), spot.CenterX + (0.2 * size), spot.CenterY - (0.6 * size)))
        {
            if (Math.Abs(other.Size - size) < 0.1 * size && other.Letter.Font.IsVertical == spot.Letter.Font.IsVertical && (lower is null || other.CenterY > lower.CenterY))
            {
                lower = other;
            }
        }

        if (lower is null || spot.Letter.Font.IsVertical)
        {
            return lower;
        }

        var gap = Math.Max(0, spot.Box.Bottom - lower.Box.Top);
        var clear = Math.Max(LeastClear * size, (1.5 * gap) + (0.1 * size));
        return lower.IsHan && IsClear(spot, grid, clear) && IsClear(lower, grid, clear) ? lower : null;
    }

    private static bool IsClear(Spot spot, SpotGrid grid, double clear)
    {
        foreach (var other in grid.Within(spot.Box.Left - clear - (2 * spot.Size), spot.CenterY - (0.6 * spot.Size), spot.Box.Right + clear + (2 * spot.Size), spot.CenterY + (0.6 * spot.Size)))
        {
            if (other != spot && other.Box.Left < spot.Box.Right + clear && other.Box.Right > spot.Box.Left - clear)
            {
                return false;
            }
        }

        return true;
    }
}
