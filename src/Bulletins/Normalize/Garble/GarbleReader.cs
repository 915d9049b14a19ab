namespace Bulletins.Normalize.Garble;

/// <summary>Reads a text twice: first for passages that are garbled beyond doubt, then again round each of them, where less evidence will do.</summary>
internal sealed class GarbleReader(Lexicon lexicon)
{
    private const int Nearby = 40_000; // characters: some newspaper pages
    private readonly Passage passage = new();
    private readonly GarbleDetector detector = new(lexicon);
    private readonly ReadingLattice lattice = new(lexicon);

    /// <summary>What every passage shows, in order; empty where none is garbled beyond doubt.</summary>
    public List<PassageSurvey> Survey(string text)
    {
        var surveys = new List<PassageSurvey>();
        var any = false;
        for (var next = passage.Read(text, 0); passage.Length > 0; next = passage.Read(text, next))
        {
            var verdict = default(GarbleVerdict);
            if (detector.Suspect(passage, GarblePrior.Unknown) is not GarbleClasses.None and var suspected)
            {
                lattice.Read(passage, GarblePrior.Unknown, suspected);
                verdict = detector.Judge(passage, lattice, GarblePrior.Unknown);
                any |= verdict.Classes != GarbleClasses.None;
            }

            surveys.Add(PassageSurvey.Of(passage, lattice, verdict.Classes));
        }

        return any ? surveys : [];
    }

    /// <summary>The edits, and doubts for what stays uncertain.</summary>
    public List<TextEdit> Mend(RuleContext context, List<PassageSurvey> surveys, string rule)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        var doubts = new List<int>();
        var near = new NearbyGarble(surveys, Nearby);
        for (var next = passage.Read(text, 0); passage.Length > 0; next = passage.Read(text, next))
        {
            near.MoveTo(passage.Start);
            var prior = GarblePrior.Unknown.After(near.Classes, near.Share);
            if (near.Classes != GarbleClasses.None && detector.Suspect(passage, prior) is not GarbleClasses.None and var suspected)
            {
                lattice.Read(passage, prior, suspected);
                GarbleDecoder.Decode(passage, lattice, detector.Judge(passage, lattice, prior), rule, edits, doubts);
            }
        }

        foreach (var offset in doubts)
        {
            var symbol = FounderCode.Decode(text[offset])!.Text;
            context.Doubt(offset, "garble-uncertain", $"{text[offset]}可能是本字，也可能是{symbol}，未改动 / {text[offset]} may stand for itself or for {symbol}; left as it is");
        }

        return edits;
    }
}
