namespace Bulletins.Segment;

/// <summary>
/// The headings that the next article stands under. A heading directly above another is the outer one; a later heading
/// takes the level of the earlier one that it resembles: its brackets, its mark, its level, its last character, its length.
/// </summary>
internal sealed class SectionStack
{
    private readonly List<Block> open = [];
    private bool fresh; // the last heading had no article yet

    public List<string> Path => Enter();

    public void Enter(Block heading, bool anotherFollows)
    {
        if (fresh && open.Count > 0 && open.Count < 3 && Likeness(open[^1], heading) < 3.5)
        {
            open.Add(heading);
        }
        else
        {
            var level = open.Count == 0 ? 0 : Level(heading, anotherFollows);
            open.RemoveRange(level, open.Count - level);
            open.Add(heading);
        }

        fresh = true;
    }

    /// <summary>At a newspaper page's end no heading reaches further.</summary>
    public void Clear() => open.Clear();

    /// <summary>A heading's words: without its brackets and bullets.</summary>
    public static string Name(Block block) => (block.Bullet == BulletSort.Number ? block.Text : block.Plain).Trim('【', '】', '〖', '〗', '［', '］', '[', ']', '■', '●', '◆', '★', ' ', '\u3000', '—', '-', '*', '▲', '□', '◎', '▍', '▌', '丨', '|', '▎', '▶', '※', '☆', '○').Trim();

    private List<string> Enter()
    {
        fresh = false;
        return [.. open.Select(Name)];
    }

    /// <summary>A headlined article behind the items of a round-up is no item of it.</summary>
    public void LeaveRoundUp()
    {
        if (open.Count > 0 && !fresh && SectionNames.IsRoundUp(Name(open[^1])) && (Name(open[^1]).Contains("一句话", StringComparison.Ordinal) || Name(open[^1]).Contains("讯", StringComparison.Ordinal)))
        {
            open.RemoveAt(open.Count - 1);
        }
    }

    /// <summary>A column of items, or of pieces that no marker opens, ends where a marked report follows: 【厂区短波】, 化工论坛 within a page of 本报讯.</summary>
    public void LeaveColumn()
    {
        if (open.Count > 0 && !fresh)
        {
            open.RemoveAt(open.Count - 1);
        }
    }

    /// <summary>A series' title (系列报道③) stands over the one headlined article below it.</summary>
    public void LeaveSeries()
    {
        if (open.Count > 0 && (Name(open[^1]).Contains("系列报道", StringComparison.Ordinal) || Name(open[^1]).Contains("连载", StringComparison.Ordinal) || Name(open[^1]).Contains("之", StringComparison.Ordinal) && "①②③④⑤⑥⑦⑧⑨⑩".Contains(Name(open[^1])[^1])))
        {
            open.RemoveAt(open.Count - 1);
        }
    }

    private int Level(Block heading, bool anotherFollows)
    {
        if (anotherFollows || open.Count == 1)
        {
            return 0;
        }

        var best = 0;
        var score = double.NegativeInfinity;
        for (var i = 0; i < open.Count; i++)
        {
            var like = Likeness(open[i], heading);
            if (like > score)
            {
                (best, score) = (i, like);
            }
        }

        return best;
    }

    private static double Likeness(Block a, Block b)
    {
        var (x, y) = (Name(a), Name(b));
        var score = a.Level == b.Level ? 1.0 : -2;
        score += Bracket(a) == Bracket(b) ? 1 : -3;
        score += Numeral(x) != Numeral(y) ? -3 : Numeral(x) != ' ' ? 3 : 0;
        score += a.Bold == b.Bold ? 0.3 : -0.5;
        score += x.Length > 0 && y.Length > 0 && x[^1] == y[^1] ? 1.5 : 0;
        score += x.Length > 1 && y.Length > 1 && x[^2] == y[^2] ? 0.7 : 0;
        score -= Math.Min(2, Math.Abs(x.Length - y.Length) * 0.35);
        return score;
    }

    // （一）, 一、 and 1. number headings of different levels.
    private static char Numeral(string name) => Bullets.Read(name).Sort != BulletSort.Number ? ' ' : char.IsAsciiDigit(name[0]) ? '1' : Shape.IsHan(name[0]) ? '一' : name[0];

    private static char Bracket(Block block) => block.Plain.Length > 0 && "【〖［[■●◆★▲□".Contains(block.Plain[0]) ? block.Plain[0] : ' ';
}
