using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>An article while it is put together from blocks.</summary>
internal sealed class Piece
{
    public List<string> Section { get; set; } = [];
    public List<Block> Kicker { get; } = [];
    public List<Block> Head { get; } = [];
    public List<Block> Sub { get; } = [];
    public List<Byline> Bylines { get; } = [];
    public List<(ParagraphKind Kind, TracedText Text)> Paragraphs { get; } = [];
    public List<Block> Blocks { get; } = [];
    public ArticleKind? Kind { get; set; }
    public bool IsBrief { get; set; }
    public bool IsCaption { get; set; }
    public bool IsVerse { get; set; }
    public bool IsSigned { get; set; }
    public bool HasMarker { get; set; }

    /// <summary>A title that stands in the verse's own run of lines.</summary>
    public TracedText? VerseTitle { get; set; }

    /// <summary>The report that this one, opened by 又讯, goes with.</summary>
    public Piece? Before { get; set; }

    /// <summary>How far it has come: 1 kicker, 2 headline, 3 subtitle, 4 byline, 5 body, 6 a headline behind the body.</summary>
    public int Stage { get; set; }

    public int BodyLength => Paragraphs.Sum(p => p.Text.Text.Length);

    public void Credit(IEnumerable<Byline> bylines)
    {
        foreach (var byline in bylines)
        {
            if (byline.Name.Length == 0)
            {
                for (var i = 0; i < Bylines.Count; i++)
                {
                    Bylines[i] = Bylines[i] is { Role: BylineRole.Author, Organization: null } author ? author with { Organization = byline.Organization } : Bylines[i];
                }

                continue;
            }

            // 季禾 below the headline and （通讯员季禾） in the lead are one person.
            var bare = Bylines.FindIndex(b => b.Name == byline.Name && b.Role == BylineRole.Author && byline.Role is BylineRole.Reporter or BylineRole.Correspondent);
            if (bare >= 0)
            {
                Bylines[bare] = byline;
            }
            else if (byline.Role == BylineRole.Author && Bylines.Exists(b => b.Name == byline.Name && b.Role is BylineRole.Reporter or BylineRole.Correspondent))
            {
                continue;
            }
            else if (!Bylines.Contains(byline) && !Bylines.Exists(b => b.Role == byline.Role && b.Name == byline.Name))
            {
                Bylines.Add(byline);
            }
        }
    }
}
