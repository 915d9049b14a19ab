namespace Bulletins.Segment;

/// <summary>
/// Finds the best reading of a page: the sequence of roles whose scores, each block's own and those of its neighbours
/// together, add up highest. A dynamic programme, linear in the blocks, over the roles, over where the page's headlines stand
/// (before their bodies or behind them) and over whether the body at hand has got its headline: a headline too many and a
/// body without one both cost, so that a whole page tells which headline is whose.
/// </summary>
internal sealed class RoleReader
{
    /// <summary>A page leans on one style: headlines before their bodies or behind them. Changing it within a page costs this much.</summary>
    private const double StyleChange = 3.5;

    private static readonly int Roles = RoleScores.Count;
    private static readonly int States = Roles * 4; // behind or before, headed or not

    private readonly IReadOnlyList<Block> blocks;
    private readonly RoleScores scores;
    private readonly Headlines headlines;

    private RoleReader(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        var page = new PageContext(blocks);
        scores = new RoleScores(blocks, page);
        headlines = new Headlines(blocks, page);
    }

    /// <summary>The role of each block.</summary>
    public static Role[] Read(IReadOnlyList<Block> blocks) => blocks.Count == 0 ? [] : new RoleReader(blocks).Best();

    private Role[] Best()
    {
        var trace = new byte[blocks.Count][];
        var best = First();
        for (var i = 1; i < blocks.Count; i++)
        {
            best = Step(best, i, trace);
        }

        var at = 0;
        var top = double.NegativeInfinity;
        for (var s = 0; s < States; s++)
        {
            var value = best[s] + Last(s);
            if (value > top)
            {
                (at, top) = (s, value);
            }
        }

        var result = new Role[blocks.Count];
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            result[i] = RoleOf(at);
            at = i > 0 ? trace[i][at] : at;
        }

        return result;
    }

    private double[] First()
    {
        var own = scores.Block(0);
        var best = new double[States];
        Array.Fill(best, double.NegativeInfinity);
        foreach (var behind in (bool[])[false, true])
        {
            for (var r = 0; r < Roles; r++)
            {
                var role = (Role)r;
                best[State(role, behind, Headlines.After(role))] = own[r] + RoleScores.Begin(role) + headlines.Style(null, role, behind, 0);
            }
        }

        return best;
    }

    private double Last(int state) =>
        RoleScores.End(RoleOf(state)) - (IsHeaded(state) ? 0 : Headlines.Missing(RoleOf(state), blocks[^1], null));

    private double[] Step(double[] best, int i, byte[][] trace)
    {
        var own = scores.Block(i);
        var next = new double[States];
        var from = new byte[States];
        Array.Fill(next, double.NegativeInfinity);
        foreach (var (a, b) in RoleScores.Pairs)
        {
            if (own[(int)b] <= RoleScores.Never)
            {
                continue;
            }

            var follow = double.NaN; // what does not depend on the state, worked out when first needed
            foreach (var (behind, headed) in ((bool, bool)[])[(false, false), (false, true), (true, false), (true, true)])
            {
                var s = State(a, behind, headed);
                if (best[s] <= RoleScores.Never)
                {
                    continue;
                }

                follow = double.IsNaN(follow) ? scores.Follow(a, b, i) + own[(int)b] : follow;
                var value = best[s] + follow + Headlines.Follow(a, b, headed, blocks[i - 1], blocks[i]);
                for (var turn = 0; turn < 2; turn++)
                {
                    var style = behind ^ turn == 1;
                    var t = State(b, style, Headlines.After(a, b, headed, behind));
                    var total = value + headlines.Style(a, b, style, i) - (turn == 1 ? StyleChange : 0);
                    if (total > next[t])
                    {
                        next[t] = total;
                        from[t] = (byte)s;
                    }
                }
            }
        }

        // Nothing fits (it cannot be, but a page must have a reading): running text.
        if (Array.TrueForAll(next, v => v <= RoleScores.Never))
        {
            var last = Array.IndexOf(best, best.Max());
            next[State(Role.Text, false, true)] = best[last] - 20;
            from[State(Role.Text, false, true)] = (byte)last;
        }

        trace[i] = from;
        return next;
    }

    private static int State(Role role, bool behind, bool headed) => (int)role + (behind ? 2 * Roles : 0) + (headed ? Roles : 0);

    private static Role RoleOf(int state) => (Role)(state % Roles);

    private static bool IsHeaded(int state) => state / Roles % 2 == 1;
}
