namespace Bulletins.Segment;

/// <summary>
/// What a block's neighbours say of it: whether a display line shares its rare words with the body before it or behind
/// it, what heading levels were used for on this page, who signs above and credits below.
/// </summary>
internal sealed class PageContext
{
    private const int WideGap = 2; // blank lines
    private const int LeastClose = 5;
    private const int FewestItems = 3;

    private readonly IReadOnlyList<Block> blocks;
    private readonly double[] lean;
    private readonly bool?[] essays;
    private readonly bool[] creditedAtLead;
    private bool? hasEssays;
    private readonly HeadingRanks ranks;

    public PageContext(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        essays = new bool?[blocks.Count];
        creditedAtLead = new bool[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            var lead = blocks[i].Lead;
            creditedAtLead[i] = blocks[i].Signature is null && (lead.Bylines.Count > 0 || !lead.IsMarker && blocks[i] is { IsProse: true } && i > 0 && creditedAtLead[i - 1]);
        }

        var words = new PageWords(blocks);
        lean = new double[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            lean[i] = blocks[i].IsProse || blocks[i].IsVerse ? 0 : words.Lean(i);
        }

        ranks = new HeadingRanks(blocks);
        IsBulletin = HasItemsForText(blocks);
        Habits();
    }

    /// <summary>True where this page's articles bear a byline below the headline or a signature at the end, so that a display line without either hardly opens one.</summary>
    public bool ArticlesAreCredited { get; private set; }

    /// <summary>How many short lines stand directly over news that opens with its day.</summary>
    public int NewsUnderHeads { get; private set; }

    /// <summary>True where the body above, back to its opening, was credited there: 本报讯（记者 季禾）.</summary>
    public bool IsCreditedAbove(int i) => i > 0 && creditedAtLead[i - 1];

    /// <summary>True where a line that only names a unit stands over a headline, set off from it by a gap or by the size of the type.</summary>
    public bool HasUnitKickers { get; private set; }

    /// <summary>How many paragraphs an ornament opens.</summary>
    public int Items { get; private set; }

    /// <summary>True where the page's text stands in items (<see cref="HasItemsForText"/>): no line over one is a headline there.</summary>
    public bool IsBulletin { get; }

    /// <summary>How many units' names stand directly over a display line.</summary>
    public int Kickers { get; private set; }

    /// <summary>True where two paragraphs without a marker, each closed by a signature of its own, stand below a display line.</summary>
    public bool IsOverItems(int i) => i + 2 < blocks.Count && IsItem(blocks[i + 1]) && IsItem(blocks[i + 2]);

    private static bool IsItem(Block block) => block is { IsProse: true, Lead.IsMarker: false, Lead.Bylines.Count: 0, Signature.Bylines.Count: > 0, Signature.HasPhotographer: false };

    /// <summary>True where a display line has a byline below or a unit's name above.</summary>
    public bool IsDressed(int i) =>
        i + 1 < blocks.Count && (blocks[i + 1] is { Byline.Strength: >= 0.5, IsProse: false } || blocks[i + 1].Header is not null || blocks[i + 1].Lead.IsMarker || !blocks[i + 1].IsProse && i + 2 < blocks.Count && blocks[i + 2] is { Byline.Strength: >= 0.5, IsProse: false })
        || i > 0 && blocks[i - 1].IsUnitLine;

    /// <summary>True where this page parts its articles by gaps wider than those between paragraphs: several, and a headline or a report's marker behind each.</summary>
    public bool GapsPart { get; private set; }

    /// <summary>True where such a gap stands above a block.</summary>
    public bool IsParted(int i) => GapsPart && blocks[i].Blank >= WideGap;

    /// <summary>True where paragraphs and the headings between them stand close together, and what has a gap above opens an article.</summary>
    public bool GapsTellHeadings { get; private set; }

    /// <summary>True on a bulletin's page: what it tells stands in bulleted items that are whole sentences, or in numbered ones whose count begins anew under every heading.</summary>
    public static bool HasItemsForText(IReadOnlyList<Block> blocks)
    {
        int ornaments = 0, finished = 0, numbers = 0, firsts = 0, prose = 0;
        foreach (var block in blocks)
        {
            var whole = block.EndsSentence || block.Signature is not null;
            prose += block.IsProse ? 1 : 0;
            ornaments += block.Bullet == BulletSort.Ornament && block.Text.Length >= 15 ? 1 : 0;
            finished += block.Bullet == BulletSort.Ornament && block.Text.Length >= 15 && whole ? 1 : 0;
            numbers += block.Bullet == BulletSort.Number && whole && block.Text.Length >= 15 ? 1 : 0;
            firsts += block.Bullet == BulletSort.Number && whole && block.Text.Length >= 15 && block.Text.AsSpan().TrimStart("（(")[0] is '1' or '一' or '①' ? 1 : 0;
        }

        return ornaments >= FewestItems && finished * 10 >= ornaments * 7 && ornaments * 2 >= prose || numbers >= FewestItems && firsts >= 2 && numbers * 2 >= prose;
    }

    /// <summary>True where an item stands below a display line, or below one more, on a page whose items are the text: the line is a heading of items.</summary>
    public bool IsOverBullets(int i)
    {
        var k = i + 1;
        while (IsBulletin && k < blocks.Count && k - i <= 2 && blocks[k] is { IsProse: false, EndsSentence: false, Signature: null, Byline: null, Bullet: not BulletSort.Ornament })
        {
            k++;
        }

        return IsBulletin && k < blocks.Count && blocks[k].Bullet != BulletSort.None && (blocks[k].IsProse || blocks[k].EndsSentence || blocks[k].Signature is not null);
    }

    private void Habits()
    {
        var credited = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var display = !blocks[i].IsProse && blocks[i].Byline is null && !blocks[i].EndsSentence;
            credited += display && i + 1 < blocks.Count && blocks[i + 1] is { Byline.Strength: >= 0.5, IsProse: false } ? 1 : 0;
            credited += blocks[i] is { IsProse: true, Signature: not null, Bullet: BulletSort.None } ? 1 : 0;
        }

        Items = blocks.Count(b => b is { IsProse: true, Bullet: BulletSort.Ornament });
        Kickers = Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Count(i => blocks[i - 1].IsUnitLine && blocks[i] is { IsProse: false, Byline: null, IsUnitLine: false, EndsSentence: false });
        ArticlesAreCredited = credited >= 2;
        var parted = blocks.Skip(1).Where(b => b.Blank >= WideGap).ToList();
        GapsPart = parted.Count >= 2 && parted.TrueForAll(b => b.Lead.IsMarker || b is { IsProse: false, EndsSentence: false, IsVerse: false, IsTable: false });

        GapsTellHeadings = ReadGaps();
        HasUnitKickers = Enumerable.Range(0, Math.Max(0, blocks.Count - 1)).Any(i => blocks[i] is { IsUnitLine: true, Level: 0 } && IsPlainDisplay(blocks[i + 1]) && (blocks[i + 1].Blank > 0 || blocks[i + 1].IsLetterSpaced && !blocks[i].IsLetterSpaced));
        NewsUnderHeads = Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Count(i => blocks[i].IsNews && blocks[i - 1] is { IsProse: false, EndsSentence: false, Level: 0, Bullet: BulletSort.None });
    }

    // No single gap between two paragraphs, some headings without one, some with one.
    private bool ReadGaps()
    {
        var (close, apart, subheads, headlines) = (0, 0, 0, 0);
        for (var i = 1; i + 1 < blocks.Count; i++)
        {
            if (!blocks[i - 1].IsProse)
            {
                continue;
            }

            if (blocks[i].IsProse)
            {
                close += blocks[i].Blank == 0 ? 1 : 0;
                apart += blocks[i].Blank > 0 ? 1 : 0;
            }
            else if (IsPlainDisplay(blocks[i]) && blocks[i].Signature is null)
            {
                subheads += blocks[i].Blank == 0 && blocks[i + 1] is { IsProse: true, Blank: 0 } ? 1 : 0;
                headlines += blocks[i].Blank > 0 ? 1 : 0;
            }
        }

        return close >= LeastClose && apart * 10 <= close && subheads >= 2 && headlines >= 2;
    }

    private static bool IsPlainDisplay(Block block) =>
        block is { IsProse: false, IsVerse: false, IsUnitLine: false, EndsSentence: false, KindLabel: null, Bullet: BulletSort.None, Byline: null or { Strength: < 0.5 } } && block.Text.Length >= 5;

    /// <summary>True where the body above a display line is an essay or verse: on the page of essays their titles stand as they like.</summary>
    public bool IsBehindEssay(int i) => essays[i] ??= BodyAbove(i) is { Length: >= 60 } body && EssayReader.IsEssay(body, labelled: false) || i > 0 && AboveVerse(i);

    /// <summary>True where verse begins below a display line, or below the byline under it.</summary>
    public bool IsOverVerse(int i) =>
        i + 1 < blocks.Count && (blocks[i + 1].IsVerse || i + 2 < blocks.Count && blocks[i + 2].IsVerse && blocks[i + 1] is { Byline: not null, IsProse: false });

    /// <summary>True where a byline with a label or a mark stands directly below a display line.</summary>
    public bool IsOverByline(int i) => i + 1 < blocks.Count && blocks[i + 1] is { Byline.Strength: >= 0.9, IsProse: false } && i + 2 < blocks.Count && blocks[i + 2].IsProse;

    /// <summary>From −1, its words are the next body's, to 1, they are the body's before it.</summary>
    public double LeanBack(int i) => lean[i];

    /// <summary>Above 0 where headings of a level open articles on this page, below where they divide them.</summary>
    public double LevelLean(int level) => ranks.Lean(level);

    /// <inheritdoc cref="HeadingRanks.Rank"/>
    public double Rank(int i) => ranks.Rank(i);

    public bool NextIsCredit(int i) => i + 1 < blocks.Count && blocks[i + 1].Byline is { HasPhotographer: true } credit && credit.Bylines.All(b => b.Role == BylineRole.Photographer);

    /// <summary>How little a display line looks like a subhead between two parts of one body: its words are only those of the part above, or an essay begins or ends at it.</summary>
    public double Strangeness(int i)
    {
        var strange = 1.2 * Math.Max(0, lean[i] - 0.25) + (IsCreditedTwice(i) ? 1.5 : 0);
        return BodyAbove(i) is { Length: >= 60 } above && BodyBelow(i) is { Length: >= 60 } below && EssayReader.IsEssay(above, labelled: false) != EssayReader.IsEssay(below, labelled: false)
            ? strange + 0.8 : strange;
    }

    /// <summary>True where an essay begins behind a report that nothing parts from it: the writing changes at a paragraph.</summary>
    public bool BecomesEssay(int i) => HasEssays && i > 0 && blocks[i].IsProse && blocks[i].Length >= 40 && blocks[i - 1].IsProse
        && !EssayReader.IsEssay(blocks[i - 1].Text, labelled: false) && BodyAbove(i) is { Length: >= 60 } above && !EssayReader.IsEssay(above, labelled: false)
        && BodyBelow(i - 1) is { Length: >= 120 } below && EssayReader.IsEssay(below, labelled: false) && EssayReader.OfficialWordsIn(blocks[i].Text) == 0;

    private bool HasEssays => hasEssays ??= Enumerable.Range(0, blocks.Count).Any(i => blocks[i] is { IsProse: false, IsVerse: false } block && block.Text.Length <= 40 && IsBehindEssay(i));

    /// <summary>True where a display line stands over a short paragraph that says what a picture shows, or opens as news does, and that only a photographer is credited for.</summary>
    public bool IsOverPicture(int i) => i + 1 < blocks.Count && blocks[i] is { IsProse: false, IsVerse: false } && blocks[i + 1] is { IsProse: true, Lead.IsMarker: false, Text.Length: <= 330 } picture && (picture.IsNews || picture.Text.Contains("图为", StringComparison.Ordinal) || picture.Text.Contains("图①", StringComparison.Ordinal))
        && (picture.Signature is { HasPhotographer: true } s ? s.Bylines.All(b => b.Role == BylineRole.Photographer) : picture.Signature is null && NextIsCredit(i + 1));

    // One article has the byline that opens it and the one below the next headline: the line between them is its headline.
    private bool IsCreditedTwice(int i)
    {
        var k = i - 1;
        while (k >= 0 && i - k < 16 && blocks[k].IsProse && blocks[k].Lead.Bylines.Count == 0)
        {
            k--;
        }

        var n = i + 1;
        while (n < blocks.Count && n - i < 16 && blocks[n] is { IsProse: true, Signature: null, Lead.IsMarker: false })
        {
            n++;
        }

        return k >= 0 && blocks[k] is { IsProse: true, Lead: { IsMarker: true, Bylines.Count: > 0 } } && n > i + 1 && n + 1 < blocks.Count && blocks[n] is { IsProse: false, Byline: null or { Strength: < 0.5 } }
            && blocks[n + 1] is { IsProse: false, Blank: 0, Byline.Strength: >= 0.8 };
    }

    private bool AboveVerse(int i)
    {
        var k = i - 1;
        while (k > 0 && i - k < 4 && blocks[k] is { IsProse: false, IsVerse: false })
        {
            k--;
        }

        return blocks[k].IsVerse;
    }

    // The running text above a display line, back to the display line or the signature before it.
    private string? BodyAbove(int i)
    {
        var k = i - 1;
        while (k >= 0 && i - k < 6 && !blocks[k].IsProse)
        {
            k--;
        }

        if (k < 0 || !blocks[k].IsProse)
        {
            return null;
        }

        var length = 0;
        var first = k;
        while (first >= 0 && blocks[first].IsProse && length < PageWords.Window && !blocks[first].Lead.IsMarker && (first == k || blocks[first].Signature is null))
        {
            length += blocks[first--].Length;
        }

        return string.Concat(blocks.Skip(first + 1).Take(k - first).Select(b => b.Text));
    }

    private string? BodyBelow(int i)
    {
        if (i + 1 >= blocks.Count || !blocks[i + 1].IsProse)
        {
            return null;
        }

        var length = 0;
        var end = i + 1;
        while (end < blocks.Count && blocks[end].IsProse && length < PageWords.Window && (end == i + 1 || !blocks[end].Lead.IsMarker))
        {
            length += blocks[end++].Length;
        }

        return string.Concat(blocks.Skip(i + 1).Take(end - i - 1).Select(b => b.Text));
    }
}
