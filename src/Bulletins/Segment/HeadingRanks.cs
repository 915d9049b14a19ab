namespace Bulletins.Segment;

/// <summary>What marked headings are on a page: which levels open articles, and which heading is of one rank with the headline before it.</summary>
internal sealed class HeadingRanks
{
    private readonly IReadOnlyList<Block> blocks;
    private readonly double[] levelLean = new double[7];
    private readonly int[] firstOfLevel = [.. Enumerable.Repeat(int.MaxValue, 7)];

    // A heading above a byline opens an article; one between two unsigned paragraphs divides one.
    public HeadingRanks(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            var level = Math.Min(6, blocks[i].Level);
            if (level == 0)
            {
                continue;
            }

            firstOfLevel[level] = Math.Min(firstOfLevel[level], i);
            var before = i > 0 ? blocks[i - 1] : null;
            var after = i + 1 < blocks.Count ? blocks[i + 1] : null;
            var opens = after is { Byline: not null, IsProse: false } or { Lead.IsMarker: true } or { Lead.Bylines.Count: > 0 } || before is null || before.Signature is not null || before.IsUnitLine;
            var divides = before is { IsProse: true, Signature: null } && after is { IsProse: true };
            levelLean[level] += opens ? 0.5 : divides ? -0.35 : 0;
        }

        for (var level = 0; level < levelLean.Length; level++)
        {
            levelLean[level] = Math.Clamp(levelLean[level], -1, 1);
        }
    }

    /// <summary>Above 0 where headings of a level open articles on this page, below where they divide them.</summary>
    public double Lean(int level) => levelLean[Math.Min(6, level)];

    /// <summary>
    /// How surely a marked heading is of one rank with the headline before it: one of its level, or deeper, that stands over a
    /// marker; or over a byline, where its own text ends in a signature. From 0 to 2.
    /// </summary>
    public double Rank(int i)
    {
        if (blocks[i].Level == 0)
        {
            return 0;
        }

        var weight = 1.0;
        for (var k = i - 1; k >= 0 && i - k < 40; k--)
        {
            if (blocks[k].Level == 0)
            {
                continue;
            }

            if (blocks[k].Level < blocks[i].Level)
            {
                return 0;
            }

            // # behind ##: no part of what stands under the deeper one.
            if (blocks[k].Level > blocks[i].Level && k == Previous(i))
            {
                return firstOfLevel[Math.Min(6, blocks[i].Level)] < k ? 0.5 : 1;
            }

            switch (CreditBelow(k))
            {
                case Credit.Lead:
                    return weight + (IsSignedBelow(i) ? 1 : 0);
                case Credit.Line:
                    return IsSignedBelow(i) ? weight : 0;
            }

            weight = 0.7;
        }

        return 0;
    }

    private enum Credit { None, Lead, Line }

    // What credits the article under a heading, below its subtitle.
    private Credit CreditBelow(int i)
    {
        for (var k = i + 1; k < blocks.Count && k <= i + 3 && blocks[k].Level == 0; k++)
        {
            if (blocks[k].Lead.IsMarker || blocks[k].Lead.Bylines.Count > 0)
            {
                return Credit.Lead;
            }

            if (blocks[k] is { Byline.Strength: >= 0.5, IsProse: false })
            {
                return Credit.Line;
            }

            if (blocks[k].IsProse)
            {
                break;
            }
        }

        return Credit.None;
    }

    private int Previous(int i)
    {
        var k = i - 1;
        while (k >= 0 && blocks[k].Level == 0)
        {
            k--;
        }

        return k;
    }

    private bool IsSignedBelow(int i)
    {
        var k = i + 1;
        while (k < blocks.Count && k - i < 30 && blocks[k].Level == 0 && blocks[k].Signature is null)
        {
            if (blocks[k] is { IsProse: false, Byline.Strength: >= 0.5 } && k > i + 1)
            {
                return true;
            }

            k++;
        }

        return k < blocks.Count && k > i && blocks[k].Signature is { Bylines.Count: > 0 };
    }
}
