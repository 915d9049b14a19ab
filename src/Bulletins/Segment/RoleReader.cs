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

    private static readonly (bool Behind, bool Headed)[] Flags = [(false, false), (false, true), (true, false), (true, true)];
    private static readonly int Roles = RoleSequence.Count;
    private static readonly int States = Roles * 4; // behind or before, headed or not

    private const int MostWeighed = 20_000;
    private const double Close = 0.5;

    private readonly IReadOnlyList<Block> blocks;
    private readonly RoleScores scores;
    private readonly Headlines headlines;

    private double[][]? forward; // the best way to each state of each block

    private RoleReader(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        var page = new PageContext(blocks);
        scores = new RoleScores(blocks, page);
        headlines = new Headlines(blocks, page);
    }

    /// <summary>The role of each block.</summary>
    public static Role[] Read(IReadOnlyList<Block> blocks) => blocks.Count == 0 ? [] : new RoleReader(blocks).Best();

    /// <summary>
    /// The role of each block and, where another meaning of a display line comes close over the whole page, that meaning and by
    /// how much it lost. A page of very many blocks is read without second thoughts.
    /// </summary>
    public static (Role[] Roles, IReadOnlyList<Doubt> Doubts) Weigh(IReadOnlyList<Block> blocks)
    {
        if (blocks.Count is 0 or > MostWeighed)
        {
            return (Read(blocks), []);
        }

        var reader = new RoleReader(blocks) { forward = new double[blocks.Count][] };
        var roles = reader.Best();
        return (roles, reader.Doubts(roles));
    }

    private Role[] Best()
    {
        var trace = new byte[blocks.Count][];
        var best = First();
        for (var i = 0; i < blocks.Count; i++)
        {
            best = i == 0 ? best : Step(best, i, trace);
            if (forward is not null)
            {
                forward[i] = best;
            }
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
        foreach (var (a, b) in RoleSequence.Pairs)
        {
            if (own[(int)b] <= RoleScores.Never)
            {
                continue;
            }

            var follow = double.NaN; // what does not depend on the state, worked out when first needed
            foreach (var (behind, headed) in Flags)
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

    // Backward over the page: what the best reading is worth in which a block has a state; against that of all its states.
    private List<Doubt> Doubts(Role[] roles)
    {
        var doubts = new List<Doubt>();
        var onward = new double[States];
        for (var s = 0; s < States; s++)
        {
            onward[s] = Last(s);
        }

        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            var top = double.NegativeInfinity;
            var other = double.NegativeInfinity;
            var second = roles[i];
            for (var s = 0; s < States; s++)
            {
                var value = forward![i][s] + onward[s];
                if (Doubt.IsSame(RoleOf(s), roles[i]))
                {
                    top = Math.Max(top, value);
                }
                else if (value > other)
                {
                    (other, second) = (value, RoleOf(s));
                }
            }

            if (top - other < Close)
            {
                doubts.Add(new Doubt(i, roles[i], second, Math.Max(0, top - other)));
            }

            onward = i > 0 ? Back(onward, i) : onward;
        }

        doubts.Reverse();
        return doubts;
    }

    // What follows a state of the block before, at best.
    private double[] Back(double[] onward, int i)
    {
        var own = scores.Block(i);
        var before = new double[States];
        Array.Fill(before, double.NegativeInfinity);
        foreach (var (a, b) in RoleSequence.Pairs)
        {
            if (own[(int)b] <= RoleScores.Never)
            {
                continue;
            }

            var follow = double.NaN;
            foreach (var (behind, headed) in Flags)
            {
                var s = State(a, behind, headed);
                if (forward![i - 1][s] <= RoleScores.Never)
                {
                    continue;
                }

                follow = double.IsNaN(follow) ? scores.Follow(a, b, i) + own[(int)b] : follow;
                var value = follow + Headlines.Follow(a, b, headed, blocks[i - 1], blocks[i]);
                for (var turn = 0; turn < 2; turn++)
                {
                    var style = behind ^ turn == 1;
                    var t = State(b, style, Headlines.After(a, b, headed, behind));
                    before[s] = Math.Max(before[s], value + headlines.Style(a, b, style, i) - (turn == 1 ? StyleChange : 0) + onward[t]);
                }
            }
        }

        return before;
    }

    private static int State(Role role, bool behind, bool headed) => (int)role + (behind ? 2 * Roles : 0) + (headed ? Roles : 0);

    private static Role RoleOf(int state) => (Role)(state % Roles);

    private static bool IsHeaded(int state) => state / Roles % 2 == 1;
}
