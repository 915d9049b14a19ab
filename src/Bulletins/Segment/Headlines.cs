namespace Bulletins.Segment;

/// <summary>
/// Whether the body at hand has its headline, and what that is worth: a report that never gets one costs, a second one for the
/// same body costs more. A picture's caption needs none, and its headline stands behind it on either style of page.
/// </summary>
internal sealed class Headlines(IReadOnlyList<Block> blocks, PageContext page)
{
    /// <summary>Whether a page that begins with a role owes no headline.</summary>
    public static bool After(Role first) => first is not (Role.Open or Role.Caption or Role.Verse or Role.Text or Role.Byline);

    /// <summary>Whether the body at hand has its headline once a role follows another.</summary>
    public static bool After(Role from, Role to, bool headed, bool behind) => to switch
    {
        Role.Byline => headed && !IsBody(from), // one that stands over its headline, or over a body without one
        Role.Open => from == Role.Section, // a section's own text needs none
        Role.Verse => from is Role.Verse ? headed : IsOpening(from) && from != Role.Section,
        Role.Caption => IsOpening(from) && from != Role.Section,
        Role.Text when from is Role.Caption => !behind, // back to the report that the picture interrupted
        Role.Text or Role.Subhead or Role.Credit or Role.Header => headed,
        _ => true,
    };

    /// <summary>What the headlines say of a role that follows another: a body left without one, or given a second.</summary>
    public static double Follow(Role from, Role to, bool headed, Block before, Block block)
    {
        if (to is Role.HeadAfter or Role.KickerAfter && IsBody(from))
        {
            return headed ? -3 : 0;
        }

        return !headed && IsBody(from) && Begins(from, to) ? -Missing(from, before, block) : 0;
    }

    /// <summary>What it costs that a body ends without a headline.</summary>
    public static double Missing(Role role, Block last, Block? next) => role switch
    {
        Role.Caption => 0,
        Role.Credit when last.Byline is { HasPhotographer: true } => 0,
        Role.Open or Role.Text or Role.Subhead or Role.Credit => next is { Lead.IsAgain: true } ? 0 : 0.8,
        _ => 0,
    };

    /// <summary>How well a display line suits the page's style; the lines of one headline pay for their place once.</summary>
    /// <param name="from">The role before it, null where it begins the page.</param>
    /// <param name="to">Its role.</param>
    /// <param name="behind">The page's style.</param>
    /// <param name="i">Its place.</param>
    public double Style(Role? from, Role to, bool behind, int i)
    {
        if (to is Role.HeadAfter && from is Role.KickerAfter or Role.HeadAfter || to is Role.Head && from is Role.Kicker or Role.Head)
        {
            return 0;
        }

        return to switch
        {
            // On a page whose headlines stand first, what stands over a picture is the picture's.
            Role.Head when !behind && page.IsOverPicture(i) => from is Role.Text or Role.Open or Role.Credit ? 1.6 : 0,
            Role.Subhead when !behind && page.IsOverPicture(i) => -2,
            Role.HeadAfter or Role.KickerAfter when !behind => IsPicture(from, i) ? (IsPhotoNews(i) ? 0 : -0.4) : page.IsBehindEssay(i) ? -0.6 : -2,
            Role.SectionAfter when !behind => -4,
            Role.HeadAfter or Role.KickerAfter when IsPicture(from, i) && IsPhotoNews(i) => 0.3,
            Role.HeadAfter or Role.KickerAfter when IsPicture(from, i) => -0.4,
            Role.Head or Role.Kicker when behind && from == Role.Byline => -0.5,
            Role.Head or Role.Kicker when behind && page.IsOverByline(i) => -0.9,
            Role.Head or Role.Kicker when behind => page.IsOverVerse(i) ? -0.5 : -2,
            _ => 0,
        };
    }

    // 近日，某厂……图为职工在检修。: a piece of news with a picture has a headline; 图为职工在检修。 mostly has none.
    private bool IsPhotoNews(int i)
    {
        var caption = blocks[i - 1].Byline is { HasPhotographer: true } && i > 1 && blocks[i - 1].Text.Length < 40 ? blocks[i - 2] : blocks[i - 1];
        return caption.IsProse && caption.Text.Length > 50 && caption.Text.IndexOf("图为", StringComparison.Ordinal) > 20;
    }

    private bool IsPicture(Role? from, int i) => from == Role.Caption || from == Role.Credit && blocks[i - 1].Byline is { HasPhotographer: true };

    private static bool IsOpening(Role role) => role is Role.Section or Role.Kicker or Role.Head or Role.Sub or Role.Byline or Role.Header;

    private static bool IsBody(Role role) => role is Role.Open or Role.Text or Role.Subhead or Role.Verse or Role.Caption or Role.Credit;

    // What begins another piece.
    private static bool Begins(Role from, Role to) =>
        to is Role.Section or Role.Kicker or Role.Head or Role.Open or Role.Item or Role.Caption || to == Role.Verse && from != Role.Verse;
}
