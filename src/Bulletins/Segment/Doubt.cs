namespace Bulletins.Segment;

/// <summary>A line whose role another one comes close to, over the whole page, and by how much that one lost.</summary>
internal sealed record Doubt(int Block, Role Taken, Role Other, double Margin)
{
    /// <summary>How likely it is that the role taken is right: a half where nothing tells the two apart.</summary>
    public decimal Confidence => Math.Round((decimal)(1 / (1 + Math.Exp(-2 * Margin))), 2);

    /// <summary>Running text is running text, whoever's; a credit is a credit wherever it stands.</summary>
    public static bool IsSame(Role a, Role b) => a == b || IsBody(a) && IsBody(b) || IsCredit(a) && IsCredit(b);

    /// <summary>The warning's code, null where the doubt is of no consequence: a subhead or a paragraph, a subtitle or a part of the headline.</summary>
    public string? Code =>
        IsCredit(Taken) || IsCredit(Other) ? "byline-uncertain"
        : IsTitle(Taken) || IsTitle(Other) ? "headline-uncertain" : null;

    /// <summary>What a role is called in a message.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Section or Role.SectionAfter => "a section",
        Role.Kicker => "the kicker of what follows",
        Role.KickerAfter => "the kicker of what stands above",
        Role.Head => "the headline of what follows",
        Role.HeadAfter => "the headline of what stands above",
        Role.Sub or Role.SubAfter => "a subtitle",
        Role.Byline or Role.BylineAfter or Role.Credit or Role.Header => "a byline",
        Role.Subhead => "a subhead",
        _ => "text",
    };

    private static bool IsTitle(Role role) => role is Role.Head or Role.HeadAfter or Role.Kicker or Role.KickerAfter or Role.Section or Role.SectionAfter;

    private static bool IsCredit(Role role) => role is Role.Byline or Role.BylineAfter or Role.Credit or Role.Header;

    private static bool IsBody(Role role) => role is Role.Open or Role.Text or Role.Item or Role.Verse or Role.Caption;
}
