namespace Bulletins.Pdf.Content;

/// <summary>Takes what a page shows, as the content stream draws it.</summary>
internal sealed class PageCollector(int page, PdfLimits limits)
{
    private const int MaxShapes = 20_000;

    // A line is at most this thick, in points.
    private const double RuleThickness = 3;
    private readonly List<PdfBox> rules = [];
    private readonly List<PdfBox> pictures = [];

    public int Page { get; } = page;

    public List<Letter> Letters { get; } = [];

    /// <summary>How many of them are invisible.</summary>
    public int Invisible { get; private set; }

    public bool HasUnknown { get; private set; }

    public IReadOnlyList<PdfBox> Rules => rules;

    public IReadOnlyList<PdfBox> Pictures => pictures;

    public void Add(Letter letter)
    {
        if (Letters.Count >= limits.Letters)
        {
            throw new PdfLimitException(FormattableString.Invariant($"a page shows more than {limits.Letters} letters"));
        }

        Letters.Add(letter);
        Invisible += letter.IsInvisible ? 1 : 0;
        HasUnknown |= letter.Mapping == LetterMapping.Unknown;
    }

    public void AddPicture(PdfBox box)
    {
        if (pictures.Count < MaxShapes && box.Width > 1 && box.Height > 1)
        {
            pictures.Add(box);
        }
    }

    /// <summary>A straight line, or a filled rectangle that is as thin as one.</summary>
    public void AddRule(PdfBox box)
    {
        var (thin, length) = (Math.Min(box.Width, box.Height), Math.Max(box.Width, box.Height));
        if (rules.Count < MaxShapes && thin <= RuleThickness && length > 4 * RuleThickness)
        {
            rules.Add(box);
        }
    }

    /// <summary>The four edges of a frame.</summary>
    public void AddFrame(PdfBox box)
    {
        if (Math.Min(box.Width, box.Height) <= RuleThickness)
        {
            AddRule(box);
            return;
        }

        AddRule(box with { Right = box.Left });
        AddRule(box with { Left = box.Right });
        AddRule(box with { Top = box.Bottom });
        AddRule(box with { Bottom = box.Top });
    }
}
