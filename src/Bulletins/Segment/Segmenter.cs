using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>Cuts a normalized text into issues and articles.</summary>
/// <remarks>
/// In order: lines are joined to paragraphs where a column wrapped them (<see cref="BlockBuilder"/>); each block is described by
/// what it shows (<see cref="BlockFeatures"/>); mastheads cut the file into issues (<see cref="MastheadReader"/>); page furniture
/// is set aside (<see cref="FurnitureFinder"/>); cut paragraphs are joined across what was thrown in (<see cref="Continuations"/>);
/// what is told by its label alone is taken out (<see cref="Islands"/>); the rest is read as a whole: every block gets scored
/// roles, and the sequence of roles that adds up highest over the page wins (<see cref="RoleReader"/>); the roles are put
/// together to articles (<see cref="Assembler"/>). Every step is linear in the text. Nothing is lost: what fits nothing is a
/// notice, and what stands in no article, masthead or section heading is named in a warning.
/// </remarks>
public static class Segmenter
{
    public static IReadOnlyList<IssueDraft> Segment(NormalizedText text)
    {
        var built = BlockBuilder.Build(text);
        var frame = built.FindAll(b => b.IsFrame);
        built.RemoveAll(b => b.IsFrame);
        var blocks = BlockSplitter.Split(built);
        BlockFeatures.Describe(blocks);
        var drafts = new List<IssueDraft>();
        var issues = MastheadReader.Split(blocks);
        foreach (var (masthead, head, body) in issues)
        {
            // What a web page prints round its article is told with the issue it stands in.
            var until = issues.Count > drafts.Count + 1 ? Start(issues[drafts.Count + 1]) : int.MaxValue;
            drafts.Add(Issue(text, masthead, head, body, frame.FindAll(b => b.Start < until)));
            frame.RemoveAll(b => b.Start < until);
        }

        return drafts;

        static int Start((Masthead? Masthead, List<Block> Head, List<Block> Body) issue) => issue.Head.Concat(issue.Body).Select(b => b.Start).DefaultIfEmpty(int.MaxValue).Min();
    }

    private static IssueDraft Issue(NormalizedText text, Masthead? masthead, List<Block> head, List<Block> blocks, List<Block> frame)
    {
        var warnings = new List<Warning>();
        var furniture = FurnitureFinder.TakeOut(blocks, masthead?.Title);
        blocks = Jumps.Follow(blocks, furniture);
        foreach (var block in frame.Concat(furniture).OrderBy(b => b.Start))
        {
            var (line, _) = text.Source.Places.Locate(text.SourceStart(block.Start));
            warnings.Add(new Warning("page-furniture", $"belongs to the page, not to an article: {block.Text}", line));
        }

        blocks = Continuations.Join(blocks, warnings);
        var headings = new List<Block>();
        var pieces = Page(blocks, warnings, headings);
        var articles = DraftBuilder.Build(text, pieces, warnings);

        // Nothing is lost: a heading that no article stands under, and words of a masthead that are in none of its fields, are told.
        var sections = articles.SelectMany(a => a.Section).ToHashSet(StringComparer.Ordinal);
        foreach (var block in headings.Where(h => !sections.Contains(SectionStack.Name(h))))
        {
            Tell(text, block, block.Text, warnings);
        }

        foreach (var block in head)
        {
            if (masthead is not null && MastheadReader.Rest(block, masthead) is not null)
            {
                Tell(text, block, block.Text, warnings);
            }
        }

        return new IssueDraft(masthead, articles, warnings);
    }

    private static void Tell(NormalizedText text, Block block, string words, List<Warning> warnings)
    {
        var (line, _) = text.Source.Places.Locate(text.SourceStart(block.Start));
        warnings.Add(new Warning("unplaced-text", $"stands in no article: {words}", line));
    }

    // Of neighbouring lines in doubt the one in most doubt is told.
    private static void Tell(List<Block> blocks, IReadOnlyList<Doubt> doubts, List<Warning> warnings)
    {
        for (var k = 0; k < doubts.Count;)
        {
            var end = k + 1;
            while (end < doubts.Count && doubts[end].Block == doubts[end - 1].Block + 1)
            {
                end++;
            }

            var worst = doubts.Skip(k).Take(end - k).Where(d => d.Code is not null).MinBy(d => d.Margin);
            if (worst is { Code: { } code })
            {
                var block = blocks[worst.Block];
                var (line, _) = block.Source.Source.Places.Locate(block.Source.SourceStart(block.Start));
                var words = block.Text.Length > 40 ? block.Text[..40] + "…" : block.Text;
                warnings.Add(new Warning(code, $"read as {Doubt.Name(worst.Taken)}, could be {Doubt.Name(worst.Other)}: {words}", line) { Confidence = worst.Confidence });
            }

            k = end;
        }
    }

    // Reads a page; what was thrown into one of its paragraphs is read as a page of its own and follows the article it interrupts.
    private static List<Piece> Page(List<Block> blocks, List<Warning> warnings, List<Block> headings)
    {
        var hosts = blocks.Where(b => b.Thrown.Count > 0).ToHashSet();
        var islands = Islands.TakeOut(blocks);
        var (roles, doubts) = RoleReader.Weigh(blocks);
        Tell(blocks, doubts, warnings);
        var assembler = new Assembler(warnings);
        var pieces = assembler.Assemble(blocks, roles);
        headings.AddRange(assembler.Headings);
        var result = new List<Piece>();
        foreach (var (_, piece) in islands.Where(i => i.After is null))
        {
            result.Add(piece);
        }

        var behind = islands.Where(i => i.After is not null).ToLookup(i => i.After!, i => i.Piece);
        var placed = new HashSet<Piece>();
        foreach (var piece in pieces)
        {
            result.Add(piece);
            foreach (var block in piece.Blocks.Where(hosts.Remove).ToList())
            {
                var thrown = Page(block.Thrown, warnings, headings);
                foreach (var inner in thrown.Where(t => t.Section.Count == 0))
                {
                    inner.Section = piece.Section;
                }

                result.AddRange(thrown);
            }

            foreach (var island in piece.Blocks.SelectMany(b => behind[b]))
            {
                if (placed.Add(island))
                {
                    result.Add(island);
                }
            }
        }

        foreach (var block in hosts)
        {
            result.AddRange(Page(block.Thrown, warnings, headings));
        }

        var own = pieces.ToHashSet();

        // Behind a section heading: before the next article, under the same heading.
        foreach (var (_, piece) in islands.Where(i => i.After is not null && !placed.Contains(i.Piece)))
        {
            var next = result.FindIndex(p => own.Contains(p) && p.Blocks[0].Start > piece.Blocks[0].Start);
            piece.Section = next >= 0 && piece.Kind == ArticleKind.EditorNote ? result[next].Section : piece.Section;
            result.Insert(next < 0 ? result.Count : next, piece);
        }

        return result;
    }
}
