namespace Bulletins.Segment;

/// <summary>What may follow what on a page, and how gladly, whatever the blocks show.</summary>
internal static class RoleSequence
{
    public static readonly int Count = Enum.GetValues<Role>().Length;

    /// <summary>How gladly the second role follows the first; <see cref="RoleScores.Never"/> where it cannot.</summary>
    public static readonly double[,] Table = Fill();

    /// <summary>The pairs of roles that may follow each other.</summary>
    public static readonly (Role From, Role To)[] Pairs =
        [.. from a in Enum.GetValues<Role>() from b in Enum.GetValues<Role>() where Table[(int)a, (int)b] > RoleScores.Never select (a, b)];

    private static double[,] Fill()
    {
        var t = new double[Count, Count];
        for (var a = 0; a < Count; a++)
        {
            for (var b = 0; b < Count; b++)
            {
                t[a, b] = RoleScores.Never;
            }
        }

        void Set(Role from, params (Role To, double Score)[] to)
        {
            foreach (var (role, score) in to)
            {
                t[(int)from, (int)role] = score;
            }
        }

        Set(Role.Section, (Role.Section, -0.3), (Role.Kicker, 0), (Role.Head, 0.1), (Role.Item, 1.2), (Role.Open, -0.6), (Role.Verse, -0.2), (Role.Caption, -0.4), (Role.Byline, -4));
        Set(Role.Kicker, (Role.Head, 0.5), (Role.Kicker, -1.2));
        Set(Role.Head, (Role.Head, 0), (Role.Sub, 0.2), (Role.Byline, 1.3), (Role.Header, 1.5), (Role.Text, 0.1), (Role.Verse, 0.6), (Role.Subhead, -1.2), (Role.Item, -1.6), (Role.Caption, 0));
        Set(Role.Sub, (Role.Sub, -1.2), (Role.Byline, 1.1), (Role.Header, 1), (Role.Text, 0), (Role.Verse, 0), (Role.Subhead, -1));
        Set(Role.Byline, (Role.Head, 0.2), (Role.Kicker, 0), (Role.Sub, -0.6), (Role.Byline, -0.1), (Role.Header, 0.3), (Role.Text, 0.6), (Role.Subhead, -0.4), (Role.Verse, 0.6), (Role.Item, -1));
        Set(Role.Header, (Role.Header, 0.2), (Role.Byline, 0.3), (Role.Text, 0.6), (Role.Subhead, -0.6), (Role.Sub, -0.3), (Role.Caption, -1), (Role.Credit, 0), (Role.Head, -0.6), (Role.Section, -0.6), (Role.Open, -1.5));
        (Role, double)[] boundary = [(Role.Section, 0), (Role.Kicker, 0), (Role.Head, 0), (Role.Open, 0), (Role.Item, 0), (Role.Verse, -0.3), (Role.Caption, -0.2), (Role.Byline, -1.2)];
        (Role, double)[] after = [(Role.KickerAfter, 0), (Role.HeadAfter, 0)];
        Set(Role.Open, [.. boundary, .. after, (Role.Text, 0.4), (Role.Subhead, 0), (Role.Credit, 0.6), (Role.Header, -0.6)]);
        Set(Role.Text, [.. boundary, .. after, (Role.Text, 0.4), (Role.Subhead, 0), (Role.Credit, 0.6), (Role.Header, -0.6)]);
        Set(Role.Subhead, (Role.Text, 0.5), (Role.Subhead, -1.6), (Role.Caption, -0.8), (Role.Item, -1), (Role.Verse, -1));
        Set(Role.Item, [.. boundary, (Role.Text, -0.1), (Role.Credit, 0.3), (Role.Item, 0.3)]);
        Set(Role.Verse, [.. boundary, .. after, (Role.Verse, 0.5), (Role.Credit, 0.2), (Role.BylineAfter, -0.4)]);
        Set(Role.Caption, [.. boundary, .. after, (Role.Text, -0.8), (Role.Credit, 1), (Role.Caption, -0.1), (Role.Subhead, -1)]);
        Set(Role.Credit, [.. boundary, .. after, (Role.Credit, -0.2), (Role.Text, -1), (Role.Header, -0.3)]);
        Set(Role.KickerAfter, (Role.HeadAfter, 0.5), (Role.KickerAfter, -1.4));
        (Role, double)[] afterHead = [(Role.Section, -0.2), (Role.Kicker, -0.7), (Role.Head, -0.7), (Role.Open, 1), (Role.Item, -0.5), (Role.Verse, 0), (Role.Caption, 0.3)];
        Set(Role.HeadAfter, [.. afterHead, (Role.HeadAfter, 0), (Role.SubAfter, 0.1), (Role.BylineAfter, 1.1), (Role.SectionAfter, 0)]);
        Set(Role.SubAfter, [.. afterHead, (Role.BylineAfter, 1)]);
        Set(Role.BylineAfter, [.. afterHead, (Role.BylineAfter, -0.2), (Role.SectionAfter, -0.4)]);
        Set(Role.SectionAfter, [.. afterHead]);
        return t;
    }
}
