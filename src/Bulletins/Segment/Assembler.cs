using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>Puts the blocks of a page together to articles, by the roles that the reading gave them.</summary>
internal sealed class Assembler(List<Warning> warnings)
{
    private readonly List<Piece> pieces = [];
    private readonly SectionStack sections = new();
    private Piece? current;
    private int entered; // pieces before the last section heading
    private Piece? suspended; // the article that a picture's caption interrupts

    public List<Piece> Assemble(IReadOnlyList<Block> blocks, IReadOnlyList<Role> roles)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.StartsPage)
            {
                Close();
                sections.Clear();
            }

            switch (roles[i])
            {
                case Role.Section:
                    Close();
                    sections.Enter(block, i + 1 < roles.Count && roles[i + 1] == Role.Section);
                    Headings.Add(block);
                    entered = pieces.Count;
                    break;
                case Role.Kicker:
                    Stage(1).Kicker.Add(Own(block));
                    break;
                case Role.Head:
                    Stage(2).Head.Add(Own(block));
                    break;
                case Role.Sub:
                    Stage(3).Sub.Add(Own(block));
                    break;
                case Role.Byline:
                    Stage(4).Credit(Credits(Own(block)));
                    break;
                case Role.Header:
                    (current is { Stage: 5 } ? current : Stage(4)).Credit(Own(block).Header!.Bylines);
                    break;
                case Role.Open:
                    // What stands under a web page's title, over its text, ends no article.
                    if (current is not { Stage: 5, Head.Count: > 0 } || !current.Blocks[^1].IsBelowTitle)
                    {
                        Open(block);
                    }

                    Body(block, ParagraphKind.Text);
                    break;
                case Role.Item:
                    Item(block);
                    break;
                case Role.Text:
                    Running(block);
                    break;
                case Role.Subhead:
                    Resume();
                    Body(block, ParagraphKind.Subhead);
                    break;
                case Role.Verse:
                    Verse(block);
                    break;
                case Role.Caption:
                    Caption(block);
                    break;
                case Role.Credit:
                    (current ?? Begin()).Credit(Credits(Own(block)));
                    current!.IsSigned = true;
                    break;
                case Role.KickerAfter:
                    After().Kicker.Add(Own(block));
                    break;
                case Role.HeadAfter:
                    After().Head.Add(Own(block));
                    break;
                case Role.SubAfter:
                    After().Sub.Add(Own(block));
                    break;
                case Role.BylineAfter:
                    After().Credit(Credits(Own(block)));
                    break;
                case Role.SectionAfter:
                    After().Section = [SectionStack.Name(block)];
                    Own(block);
                    break;
            }
        }

        Close();
        return pieces;
    }

    /// <summary>The blocks that became section headings: they stand in no article.</summary>
    public List<Block> Headings { get; } = [];

    private Block Own(Block block)
    {
        current ??= Begin();
        current.Blocks.Add(block);
        return block;
    }

    private Piece Begin()
    {
        if (pieces.Count > 0 && pieces[^1] is { Head.Count: > 0, IsBrief: false, Paragraphs.Count: > 0 })
        {
            sections.LeaveSeries();
        }

        Close();
        current = new Piece { Section = sections.Path };
        pieces.Add(current);
        return current;
    }

    private void Close() => current = null;

    // A kicker behind a body, or a headline behind a byline, begins the next article.
    private Piece Stage(int stage)
    {
        // A byline may stand over its headline, a subtitle below the byline.
        var over = current is { Stage: 4 } && (stage == 3 && current.Head.Count > 0 || stage is 1 or 2 && current.Head.Count == 0 && current.Bylines.Count > 0);
        if (current is null || current.Stage > stage && !over || current.Stage == 5)
        {
            suspended = null;
            if (pieces.Count > 0 && pieces[^1] is { Head.Count: 0, Section.Count: > 0, Paragraphs.Count: > 0 })
            {
                sections.LeaveRoundUp();
            }

            Begin();
        }

        current!.Stage = over ? 4 : stage;
        return current;
    }

    private Piece After()
    {
        current ??= Begin();
        current.Stage = 6;
        return current;
    }

    private void Open(Block block)
    {
        var before = current;
        suspended = null;
        LeaveColumn(block);
        Begin();
        if (block.Lead.IsAgain)
        {
            current!.Before = before;
        }
    }

    // A label within the page is over what stands directly below it: over bulleted items, or over pieces without a marker.
    private void LeaveColumn(Block block)
    {
        if (!block.Lead.IsMarker || block.Bullet != BulletSort.None || pieces.Count == 0 || entered == 0)
        {
            return;
        }

        var under = pieces.Skip(entered).Where(p => p.Paragraphs.Count > 0).ToList();
        if (under.Count > 0 && under.TrueForAll(p => p.IsBrief) || entered > 0 && under.Count is > 0 and <= 2 && !under.Exists(p => p.HasMarker) && pieces.Take(entered).Any(p => p.HasMarker))
        {
            sections.LeaveColumn();
            entered = 0;
        }
    }

    private void Running(Block block)
    {
        Resume();
        if (current is null || current.Stage == 6)
        {
            Begin();
        }

        var kind = block.IsTable ? ParagraphKind.Table
            : block.Bullet == BulletSort.Number && block.Text.Length <= 90 || block.Bullet == BulletSort.Ornament ? ParagraphKind.ListItem : ParagraphKind.Text;
        Body(block, kind);
    }

    // A bulleted paragraph of a headlined article that nobody has signed yet is an item of its list.
    private void Item(Block block)
    {
        Resume();
        if (current is { Head.Count: > 0, IsSigned: false, IsCaption: false, Stage: < 6 })
        {
            Body(block, ParagraphKind.ListItem);
            return;
        }

        Begin().IsBrief = true;
        Body(block, ParagraphKind.Text);
    }

    private void Resume()
    {
        if (current is { IsCaption: true } && suspended is not null)
        {
            current = suspended;
            suspended = null;
        }
    }

    private void Verse(Block block)
    {
        if (current is null || current.Stage >= 5 && !current.IsVerse || current.Stage == 6)
        {
            Begin();
        }

        current!.IsVerse = true;
        Body(block, ParagraphKind.Text);
    }

    private void Caption(Block block)
    {
        if (current is null || current.Stage >= 5)
        {
            suspended = current is { Stage: 5, IsSigned: false, IsCaption: false, IsBrief: false } ? current : null;
            Begin();
        }

        current!.IsCaption = true;
        Body(block, ParagraphKind.Caption);
    }

    private void Body(Block block, ParagraphKind kind)
    {
        Own(block);
        current!.Stage = 5;
        current.Credit(block.Lead.Bylines);
        current.HasMarker |= block.Lead.IsMarker;
        var from = block.Lead.Length;
        if (from == 0 && (block.Bullet == BulletSort.Ornament || block.Bullet == BulletSort.Number && current.IsBrief && current.Paragraphs.Count == 0))
        {
            from = block.MarkLength;
        }

        var to = block.Text.Length;
        if (block.Signature is { } signature)
        {
            current.Credit(signature.Bylines);
            current.IsSigned = true;
            to = signature.TextEnd;
        }

        if (to <= from)
        {
            return;
        }

        var text = block.Traced(from, to).Trim();
        if (text.Text.Length > 0)
        {
            current.Paragraphs.Add((kind, text));
        }
    }

    private List<Byline> Credits(Block block)
    {
        if (block.Byline is { } reading)
        {
            if (reading.Strength < 0.45)
            {
                var (line, _) = block.Source.Source.Places.Locate(block.Source.SourceStart(block.Start));
                warnings.Add(new Warning("byline-uncertain", $"read as a byline: {block.Text}", line) { Confidence = Math.Round((decimal)(0.5 + reading.Strength), 2) });
            }

            return [.. reading.Bylines];
        }

        return block.Signature is { } signature ? [.. signature.Bylines] : [];
    }
}
