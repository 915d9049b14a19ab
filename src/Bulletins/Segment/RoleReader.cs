namespace Bulletins.Segment;

/// <summary>
/// Finds the best reading of a page: the sequence of roles whose scores, each block's own and those of its neighbours
/// together, add up highest. A dynamic programme over blocks and roles, linear in the blocks.
/// </summary>
internal static class RoleReader
{
    /// <summary>A page leans on one style: headlines before their bodies or behind them. Changing it within a page costs this much.</summary>
    private const double StyleChange = 3.5;

    /// <summary>The role of each block, and by how much it beat the next best choice for that block alone.</summary>
    public static Role[] Read(IReadOnlyList<Block> blocks)
    {
        if (blocks.Count == 0)
        {
            return [];
        }

        var scores = new RoleScores(blocks, new PageContext(blocks));
        var roles = RoleScores.Count;
        var states = roles * 2; // the second half: the page's headlines stand behind their bodies
        var best = new double[states];
        var trace = new ushort[blocks.Count][];
        var own = scores.Block(0);
        for (var s = 0; s < states; s++)
        {
            best[s] = own[s % roles] + RoleScores.Begin((Role)(s % roles)) + Style((Role)(s % roles), s >= roles);
        }

        for (var i = 1; i < blocks.Count; i++)
        {
            best = Step(scores, best, i, trace);
        }

        var at = 0;
        var top = double.NegativeInfinity;
        for (var s = 0; s < states; s++)
        {
            var value = best[s] + RoleScores.End((Role)(s % roles));
            if (value > top)
            {
                (at, top) = (s, value);
            }
        }

        var result = new Role[blocks.Count];
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            result[i] = (Role)(at % roles);
            at = i > 0 ? trace[i][at] : at;
        }

        return result;
    }

    private static double[] Step(RoleScores scores, double[] best, int i, ushort[][] trace)
    {
        var roles = RoleScores.Count;
        var own = scores.Block(i);
        var next = new double[best.Length];
        var from = new ushort[best.Length];
        Array.Fill(next, double.NegativeInfinity);
        for (var b = 0; b < roles; b++)
        {
            if (own[b] <= RoleScores.Never)
            {
                continue;
            }

            for (var a = 0; a < roles; a++)
            {
                if (best[a] <= RoleScores.Never && best[a + roles] <= RoleScores.Never)
                {
                    continue;
                }

                var follow = scores.Follow((Role)a, (Role)b, i);
                if (follow <= RoleScores.Never)
                {
                    continue;
                }

                for (var x = 0; x < 4; x++)
                {
                    var (s, t) = (a + (x / 2 * roles), b + (x % 2 * roles));
                    var value = best[s] + follow + own[b] + (IsSameGroup((Role)a, (Role)b) ? 0 : Style((Role)b, t >= roles)) - (x is 1 or 2 ? StyleChange : 0);
                    if (value > next[t])
                    {
                        next[t] = value;
                        from[t] = (ushort)s;
                    }
                }
            }
        }

        // Nothing fits (it cannot be, but a page must have a reading): running text.
        if (Array.TrueForAll(next, v => v <= RoleScores.Never))
        {
            var last = Array.IndexOf(best, best.Max());
            next[(int)Role.Text] = best[last] - 20;
            from[(int)Role.Text] = (ushort)last;
        }

        trace[i] = from;
        return next;
    }

    // The lines of one headline pay for their place once.
    private static bool IsSameGroup(Role from, Role to) =>
        to is Role.HeadAfter && from is Role.KickerAfter or Role.HeadAfter || to is Role.Head && from is Role.Kicker or Role.Head;

    private static double Style(Role role, bool behind) => role switch
    {
        Role.HeadAfter or Role.KickerAfter => behind ? 0 : -2,
        Role.SectionAfter => behind ? 0 : -4,
        Role.Head or Role.Kicker => behind ? -2 : 0,
        _ => 0,
    };
}
