namespace Bulletins.Normalize.Garble;

/// <summary>Reads a text twice: first for passages that are garbled beyond doubt, then again round each of them, where less evidence will do.</summary>
internal sealed class GarbleReader(Lexicon lexicon)
{
    private const int Nearby = 40_000; // characters: some newspaper pages
    private readonly Passage passage = new();
    private readonly GarbleDetector detector = new(lexicon);
    private readonly ReadingLattice lattice = new(lexicon);

    /// <summary>Where passages are garbled beyond doubt, in order, and in which classes.</summary>
    public List<(int At, GarbleClasses Classes)> Survey(string text)
    {
        var shown = new List<(int, GarbleClasses)>();
        for (var next = passage.Read(text, 0); passage.Length > 0; next = passage.Read(text, next))
        {
            if (detector.Suspect(passage, GarblePrior.Unknown) is not GarbleClasses.None and var suspected)
            {
                lattice.Read(passage, GarblePrior.Unknown, suspected);
                var verdict = detector.Judge(passage, lattice, GarblePrior.Unknown);
                if (verdict.Classes != GarbleClasses.None)
                {
                    shown.Add((passage.Start, verdict.Classes));
                }
            }
        }

        return shown;
    }

    /// <summary>The edits, and doubts for what stays uncertain.</summary>
    public List<TextEdit> Mend(RuleContext context, List<(int At, GarbleClasses Classes)> shown, string rule)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        var doubts = new List<int>();
        var (first, last) = (0, 0); // of the garbled passages near this one
        for (var next = passage.Read(text, 0); passage.Length > 0; next = passage.Read(text, next))
        {
            while (first < shown.Count && shown[first].At < passage.Start - Nearby)
            {
                first++;
            }

            while (last < shown.Count && shown[last].At <= passage.Start + Nearby)
            {
                last++;
            }

            var prior = GarblePrior.Unknown.After(Classes(shown, first, last));
            if (last > first && detector.Suspect(passage, prior) is not GarbleClasses.None and var suspected)
            {
                lattice.Read(passage, prior, suspected);
                GarbleDecoder.Decode(passage, lattice, detector.Judge(passage, lattice, prior), rule, edits, doubts);
            }
        }

        foreach (var offset in doubts)
        {
            context.Doubt(offset, "garble-uncertain", $"{text[offset]} may stand for {FounderCode.Decode(text[offset])!.Text}; left as it is");
        }

        return edits;
    }

    private static GarbleClasses Classes(List<(int At, GarbleClasses Classes)> shown, int first, int last)
    {
        var classes = GarbleClasses.None;
        for (var i = first; i < last && classes != GarbleClasses.All; i++)
        {
            classes |= shown[i].Classes;
        }

        return classes;
    }
}
