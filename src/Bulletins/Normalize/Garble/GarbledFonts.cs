using System.Globalization;
using Bulletins.Ingest;

namespace Bulletins.Normalize.Garble;

/// <summary>A garble is a fact about a font: one in which 袁 遥 尧 never stand as words but always where marks would, and no real
/// mark stands, is decoded as a whole, also where a passage by itself proves nothing.</summary>
internal sealed class GarbledFonts(Lexicon lexicon)
{
    private const float Rare = 8.5f; // nats: 袁 遥 尧 冶 野 are rarer in ordinary text, 院 要 are not
    private const float AsWord = -3; // a character that reads so much better as itself is a word
    private const float OfFont = 8; // what a font that is garbled as a whole says for each of its characters
    private const int LeastKinds = 2;
    private const int LeastProofs = 3;
    private const int MostNamed = 6;
    private const double Confidence = 0.99;
    private const string RealMarks = "，。、；：？！“”《》（）";
    private readonly Passage passage = new();
    private readonly ReadingLattice lattice = new(lexicon);

    /// <summary>Adds the edits of all fonts that are garbled as a whole, in order.</summary>
    public void Mend(RuleContext context, string rule, List<TextEdit> edits)
    {
        if (Suspected(context) is not { Count: > 0 } fonts)
        {
            return;
        }

        Read(context, fonts);
        foreach (var font in fonts.Values.Where(f => f.IsGarbled))
        {
            foreach (var (offset, symbol, margin) in font.Found)
            {
                if (margin + OfFont >= GarbleDecoder.Sure)
                {
                    edits.Add(new TextEdit(offset, 1, symbol.Text, rule, Confidence, font.Evidence(symbol)));
                }
            }
        }

        edits.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    // The fonts without any real mark in which several kinds of suspects stand: a look at the characters alone.
    private Dictionary<int, FontTally> Suspected(RuleContext context)
    {
        var fonts = new Dictionary<int, FontTally>();
        var text = context.Text;
        for (var i = 0; i < text.Length; i++)
        {
            var isReal = RealMarks.Contains(text[i], StringComparison.Ordinal);
            if ((isReal || IsSuspect(text[i])) && context.FontAt(i) is { } font)
            {
                if (!fonts.TryGetValue(font.Id, out var tally))
                {
                    fonts[font.Id] = tally = new FontTally(font.Name);
                }

                tally.Count(text[i], isReal);
            }
        }

        foreach (var (id, tally) in fonts.ToList())
        {
            if (tally.HasRealMarks || tally.Kinds < LeastKinds || tally.All < LeastProofs)
            {
                fonts.Remove(id);
            }
        }

        return fonts;
    }

    private bool IsSuspect(char c) =>
        FounderCode.Decode(c) is { } symbol && (symbol.Classes & GarbleClasses.Punctuation) != GarbleClasses.None && lexicon.Single(c) >= Rare;

    private void Read(RuleContext context, Dictionary<int, FontTally> fonts)
    {
        var prior = GarblePrior.Unknown.After(GarbleClasses.Punctuation);
        for (var next = passage.Read(context.Text, 0); passage.Length > 0; next = passage.Read(context.Text, next))
        {
            var isRead = false;
            for (var i = 0; i < passage.Length; i++)
            {
                if (FounderCode.Decode(passage[i]) is not { } symbol || (symbol.Classes & GarbleClasses.Punctuation) == GarbleClasses.None
                    || context.FontAt(passage.Offset(i)) is not { } font || !fonts.TryGetValue(font.Id, out var tally))
                {
                    continue;
                }

                if (!isRead)
                {
                    lattice.Read(passage, prior, GarbleClasses.All);
                    isRead = true;
                }

                var margin = lattice.Margin(i);
                tally.Found.Add((passage.Offset(i), symbol, margin));
                if (IsSuspect(passage[i]))
                {
                    tally.Words += margin < AsWord ? 1 : 0;
                    tally.Proofs += margin >= GarbleDecoder.Sure ? 1 : 0;
                }
            }
        }
    }

    private sealed class FontTally(string name)
    {
        private readonly SortedDictionary<char, int> kinds = [];

        public bool HasRealMarks { get; private set; }

        public int Kinds => kinds.Count;

        public int All => kinds.Values.Sum();

        public List<(int Offset, FounderSymbol Symbol, float Margin)> Found { get; } = [];

        /// <summary>Suspects that stand as words, and that stand where a mark would beyond doubt.</summary>
        public int Words { get; set; }

        public int Proofs { get; set; }

        public bool IsGarbled => Words == 0 && Proofs >= LeastProofs;

        public void Count(char c, bool isReal)
        {
            HasRealMarks |= isReal;
            if (!isReal)
            {
                kinds[c] = kinds.GetValueOrDefault(c) + 1;
            }
        }

        public string Evidence(FounderSymbol symbol)
        {
            var named = kinds.OrderByDescending(k => k.Value).ThenBy(k => k.Key).Take(MostNamed).ToList();
            var (zh, en) = (string.Join('、', named.Select(k => Say(k, "处"))), string.Join(", ", named.Select(k => Say(k, ""))));
            return $"{symbol.Garbled}是{symbol.Text}的国标码错移而成；字体 {name} 里的{zh}都在标点的位置，从不作字，也没有一个正常标点，所以整个字体还原 / "
                + $"{symbol.Garbled} is {symbol.Text} with its GB code shifted; in the font {name} {en} stand only where marks would, never as words, and there is no real mark: the font is decoded as a whole";

            static string Say(KeyValuePair<char, int> kind, string unit) => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}{unit}");
        }
    }
}
