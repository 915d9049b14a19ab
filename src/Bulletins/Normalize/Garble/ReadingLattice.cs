namespace Bulletins.Normalize.Garble;

/// <summary>All readings of a passage at once: words as they stand, marks as what they stand for, and before every character
/// the classes that are garbled there. Finds the cheapest reading, and for each character what the other reading would cost more.</summary>
internal sealed class ReadingLattice(Lexicon lexicon)
{
    private const int States = 8;
    private const float Mixed = 4.5f; // a real mark where its class is garbled
    private const float Far = 1e9f;
    private static readonly int[][] ByClasses = [.. Enumerable.Range(0, States).Select(c => Enumerable.Range(0, States).Where(s => (s & ~c) == 0).ToArray())];
    private readonly ArcSource source = new(lexicon);
    private readonly List<Arc> arcs = [];
    private int[] live = []; // the states that are weighed
    private readonly int[] firstArc = new int[Passage.Window + 2];
    private readonly float[] forward = new float[(Passage.Window + 1) * States]; // before a character, its state chosen
    private readonly float[] backward = new float[(Passage.Window + 1) * States]; // behind a character, the next state not yet chosen
    private readonly float[] literal = new float[Passage.Window];
    private readonly float[] decoded = new float[Passage.Window];
    private readonly float[] change = new float[4 * States * States]; // by the gap before a character
    private readonly (float Cost, float Proof)[] spent = new (float, float)[Passage.Window];
    private readonly GarbleClasses[] states = new GarbleClasses[Passage.Window];

    /// <summary>How much dearer the reading without any garble is than the best one.</summary>
    public float Gain { get; private set; }

    /// <summary>What is garbled at a character in the best reading.</summary>
    public GarbleClasses State(int at) => states[at];

    /// <summary>A character's share of what its reading costs in the best reading, and the most that it can prove.</summary>
    public (float Cost, float Proof) Spent(int at) => spent[at];

    /// <summary>How much dearer the best literal reading of a character is than its best decoded one; negative where it is meant literally.</summary>
    public float Margin(int at) => decoded[at] >= Far ? -Far : literal[at] - decoded[at];

    /// <param name="classes">Those that may be garbled; the fewer, the faster.</param>
    public void Read(Passage p, GarblePrior prior, GarbleClasses classes)
    {
        live = ByClasses[(int)classes];
        List(p);
        Changes(prior);
        Forward(p);
        Backward(p);
        Margins(p);
        Trace(p);
        Gain = Clean(p) - backward[0];
    }

    private static float Cost(Arc arc, int state)
    {
        if (((int)arc.Needs & ~state) != 0)
        {
            return Far;
        }

        return ((int)arc.Against & state) != 0 ? arc.Cost + Mixed : arc.Cost;
    }

    private void List(Passage p)
    {
        arcs.Clear();
        for (var i = 0; i < p.Length; i++)
        {
            firstArc[i] = arcs.Count;
            source.List(p, i, arcs);
        }

        firstArc[p.Length] = arcs.Count;
    }

    private void Changes(GarblePrior prior)
    {
        for (var from = 0; from < States; from++)
        {
            for (var to = 0; to < States; to++)
            {
                for (var gap = Gap.None; gap <= Gap.Blank; gap++)
                {
                    change[((int)gap * States * States) + (from * States) + to] = prior.Change((GarbleClasses)from, (GarbleClasses)to, gap);
                }
            }
        }
    }

    private ReadOnlySpan<float> ChangeAt(Passage p, int at) => change.AsSpan((int)p.Before(at) * States * States, States * States);

    private void Forward(Passage p)
    {
        Array.Fill(forward, Far, 0, (p.Length + 1) * States);
        forward[0] = 0;
        Span<float> chosen = stackalloc float[States];
        for (var i = 0; i < p.Length; i++)
        {
            var here = forward.AsSpan(i * States, States);
            var cost = ChangeAt(p, i);
            foreach (var to in live)
            {
                var best = Far;
                foreach (var from in live)
                {
                    best = Math.Min(best, here[from] + cost[(from * States) + to]);
                }

                chosen[to] = best;
            }

            foreach (var s in live)
            {
                here[s] = chosen[s];
            }

            for (var a = firstArc[i]; a < firstArc[i + 1]; a++)
            {
                var arc = arcs[a];
                var there = forward.AsSpan((i + arc.Length) * States, States);
                foreach (var s in live)
                {
                    there[s] = Math.Min(there[s], here[s] + Cost(arc, s));
                }
            }
        }
    }

    private void Backward(Passage p)
    {
        Array.Fill(backward, 0, p.Length * States, States);
        Span<float> read = stackalloc float[States];
        for (var i = p.Length - 1; i >= 0; i--)
        {
            read.Fill(Far);
            for (var a = firstArc[i]; a < firstArc[i + 1]; a++)
            {
                var arc = arcs[a];
                var there = backward.AsSpan((i + arc.Length) * States, States);
                foreach (var s in live)
                {
                    read[s] = Math.Min(read[s], Cost(arc, s) + there[s]);
                }
            }

            var cost = ChangeAt(p, i);
            foreach (var from in live)
            {
                var best = Far;
                foreach (var to in live)
                {
                    best = Math.Min(best, cost[(from * States) + to] + read[to]);
                }

                backward[(i * States) + from] = best;
            }
        }
    }

    private void Margins(Passage p)
    {
        Array.Fill(literal, Far, 0, p.Length);
        Array.Fill(decoded, Far, 0, p.Length);
        for (var i = 0; i < p.Length; i++)
        {
            for (var a = firstArc[i]; a < firstArc[i + 1]; a++)
            {
                var arc = arcs[a];
                var best = Far;
                foreach (var s in live)
                {
                    best = Math.Min(best, forward[(i * States) + s] + Cost(arc, s) + backward[((i + arc.Length) * States) + s]);
                }

                var reading = arc.IsDecoded ? decoded : literal;
                for (var k = i; k < i + arc.Length; k++)
                {
                    reading[k] = Math.Min(reading[k], best);
                }
            }
        }
    }

    // Follows the cheapest reading from the start; ties go to the state already held.
    private void Trace(Passage p)
    {
        var state = 0;
        for (var i = 0; i < p.Length;)
        {
            var cost = ChangeAt(p, i);
            var (best, bestState, chosen) = (float.MaxValue, 0, default(Arc));
            for (var a = firstArc[i]; a < firstArc[i + 1]; a++)
            {
                var arc = arcs[a];
                foreach (var s in live)
                {
                    var total = cost[(state * States) + s] + Cost(arc, s) + backward[((i + arc.Length) * States) + s];
                    if (total < best - 0.001f || (s == state && total <= best))
                    {
                        (best, bestState, chosen) = (total, s, arc);
                    }
                }
            }

            for (var k = i; k < i + chosen.Length; k++)
            {
                states[k] = (GarbleClasses)bestState;
                spent[k] = (chosen.Cost / chosen.Length, chosen.Proof);
            }

            state = bestState;
            i += chosen.Length;
        }
    }

    private float Clean(Passage p)
    {
        var costs = new float[p.Length + 1];
        for (var i = p.Length - 1; i >= 0; i--)
        {
            costs[i] = Far;
            for (var a = firstArc[i]; a < firstArc[i + 1]; a++)
            {
                costs[i] = Math.Min(costs[i], Cost(arcs[a], 0) + costs[i + arcs[a].Length]);
            }
        }

        return costs[0];
    }
}
