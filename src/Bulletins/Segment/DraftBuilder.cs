using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>Turns pieces into drafts: joint reports share headline and signature, heads become text, kinds are decided.</summary>
internal static class DraftBuilder
{
    public static List<ArticleDraft> Build(NormalizedText text, List<Piece> pieces, List<Warning> warnings)
    {
        ShareHeads(pieces);
        PhotoNews(pieces);
        var drafts = new List<ArticleDraft>();
        foreach (var piece in pieces)
        {
            if (piece.Paragraphs.Count == 0)
            {
                Headless(piece);
            }

            foreach (var part in RoundUp(piece))
            {
                drafts.Add(Draft(text, part, warnings));
            }
        }

        return drafts;
    }

    // A headline, a short paragraph, and one more that a photographer signs: one piece of photo news, nothing else on the page.
    private static void PhotoNews(List<Piece> pieces)
    {
        var read = pieces.FindAll(p => p.Kind != ArticleKind.Imprint);
        if (read is [{ Head.Count: > 0, IsSigned: false, IsCaption: false, IsBrief: false, Paragraphs.Count: 1 or 2 } text, { Head.Count: 0, Kicker.Count: 0, IsCaption: true, Paragraphs.Count: 1 } last]
            && text.Paragraphs.Sum(p => p.Text.Text.Length) <= 260 && !last.Paragraphs[0].Text.Text.Contains("图为", StringComparison.Ordinal) && !last.Paragraphs[0].Text.Text.StartsWith('图'))
        {
            text.Blocks.AddRange(last.Blocks);
            text.Paragraphs.AddRange(last.Paragraphs.Select(p => (ParagraphKind.Text, p.Text)));
            text.Credit(last.Bylines);
            pieces.Remove(last);
        }
    }

    // 又讯: the second report stands under the first one's headline, whichever of the two it was printed with, and one signature is both's.
    private static void ShareHeads(List<Piece> pieces)
    {
        foreach (var piece in Enumerable.Reverse(pieces))
        {
            if (piece.Before is { } before)
            {
                var (from, to) = before.Head.Count == 0 ? (piece, before) : (before, piece);
                if (to.Head.Count == 0)
                {
                    to.Head.AddRange(from.Head);
                    to.Kicker.AddRange(from.Kicker);
                    to.Sub.AddRange(from.Sub);
                }

                if (before.Bylines.Count == 0 || piece.Bylines.Count == 0)
                {
                    var all = before.Bylines.Concat(piece.Bylines).ToList();
                    before.Credit(all);
                    piece.Credit(all);
                }
            }
        }
    }

    // A display line without a body is no article: its words are kept as a notice.
    private static void Headless(Piece piece)
    {
        foreach (var block in piece.Kicker.Concat(piece.Head).Concat(piece.Sub))
        {
            piece.Paragraphs.Add((ParagraphKind.Text, block.Traced(0, int.MaxValue)));
        }

        piece.Kicker.Clear();
        piece.Head.Clear();
        piece.Sub.Clear();
        if (piece.Paragraphs.Count == 0)
        {
            foreach (var block in piece.Blocks)
            {
                piece.Paragraphs.Add((ParagraphKind.Text, block.Traced(0, int.MaxValue)));
            }
        }

        piece.Kind ??= ArticleKind.Notice;
    }

    // Under 简讯 every paragraph without a headline is an item of its own.
    private static IEnumerable<Piece> RoundUp(Piece piece)
    {
        if (piece.Head.Count > 0 || piece.Kind is not null || piece.IsCaption || piece.IsVerse || piece.Section.Count == 0 || !SectionNames.IsRoundUp(piece.Section[^1]))
        {
            return [piece];
        }

        if (piece.Paragraphs.Count < 2 || piece.Blocks.Count != piece.Paragraphs.Count)
        {
            piece.IsBrief = true;
            return [piece];
        }

        var items = new List<Piece>();
        for (var i = 0; i < piece.Blocks.Count; i++)
        {
            var item = new Piece { Section = piece.Section, IsBrief = true };
            item.Blocks.Add(piece.Blocks[i]);
            item.Paragraphs.Add(piece.Paragraphs[i]);
            item.Credit(piece.Blocks[i].Lead.Bylines);
            item.Credit(piece.Blocks[i].Signature?.Bylines ?? []);
            items.Add(item);
        }

        return items;
    }

    private static ArticleDraft Draft(NormalizedText text, Piece piece, List<Warning> warnings)
    {
        VerseTitle(text, piece, warnings);
        var headline = piece.VerseTitle ?? DisplayText.Of(piece.Head);
        var kicker = DisplayText.Of(piece.Kicker);
        var kind = KindReader.Read(piece, headline?.Text);
        return new ArticleDraft
        {
            Kind = kind,
            Section = kind is ArticleKind.Notice or ArticleKind.Advert or ArticleKind.Imprint ? [] : piece.Section,
            Kicker = kicker,
            Headline = headline,
            Subtitle = DisplayText.Of(piece.Sub),
            Bylines = piece.Bylines,
            Organization = piece.Kind == ArticleKind.Imprint || piece.IsVerse ? null : OrganizationFinder.Find(kicker?.Text, headline?.Text, piece.Paragraphs.Count > 0 ? piece.Paragraphs[0].Text.Text : null),
            Paragraphs = [.. piece.Paragraphs.Select(p => new ParagraphDraft(p.Kind, p.Text))],
            Ranges = [.. piece.Blocks.SelectMany(b => b.Slices)],
        };
    }

    // A poem has a title: where no other line is one, the first of its run is, and a warning says so.
    private static void VerseTitle(NormalizedText text, Piece piece, List<Warning> warnings)
    {
        if (!piece.IsVerse || piece.Head.Count > 0 || piece.Paragraphs.Count < 5)
        {
            return;
        }

        var first = piece.Paragraphs[0].Text;
        if (first.Text.Length <= 12 && !Shape.EndsSentence(first.Text) && !Shape.EndsOpen(first.Text))
        {
            piece.VerseTitle = first;
            piece.Paragraphs.RemoveAt(0);
            var (line, _) = text.Source.Places.Locate(text.SourceStart(first.Parts[0].Origin));
            warnings.Add(new Warning("headline-uncertain", $"the first line of the verse is taken for its title: {first.Text}", line) { Confidence = 0.7m });
        }
    }
}
