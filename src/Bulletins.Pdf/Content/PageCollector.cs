using System.Text;

namespace Bulletins.Pdf.Content;

/// <summary>Takes what a page shows, as the content stream draws it.</summary>
internal sealed class PageCollector(int page, PdfLimits limits)
{
    private const int MaxShapes = 20_000;
    private const int MaxRetold = 200;
    private const int LongestLigature = 8;
    private const int SoftHyphen = 0xAD;

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

    /// <summary>Gives the letters from a place on the text that the file says they stand for: letter by letter where the numbers
    /// agree, otherwise only where a single glyph or glyphs that nothing else maps are told. A whole paragraph keeps its own letters.</summary>
    public void Retell(int first, string text)
    {
        var places = Enumerable.Range(first, Math.Min(MaxRetold + 1, Letters.Count - first)).Where(i => !string.IsNullOrWhiteSpace(Letters[i].Text)).ToList();
        var runes = text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r) && !Rune.IsControl(r) && r.Value != SoftHyphen && r != Rune.ReplacementChar).ToList();
        var isLigature = places.Count == 1 && runes.Count <= LongestLigature;
        if (places.Count is 0 or > MaxRetold || runes.Count is 0 or > MaxRetold
            || (runes.Count != places.Count && !isLigature && places.Exists(i => Letters[i].Mapping != LetterMapping.Unknown)))
        {
            return;
        }

        for (var i = 0; i < Math.Min(places.Count, runes.Count); i++)
        {
            var told = i == places.Count - 1 ? string.Concat(runes.Skip(i)) : runes[i].ToString();
            Letters[places[i]] = Letters[places[i]].Saying(told);
        }
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
