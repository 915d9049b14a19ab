using Bulletins.Ingest;
using Bulletins.Normalize.Reflow;
using Bulletins.Normalize.Rules;

namespace Bulletins.Normalize;

/// <summary>Repairs a text. A text in which nothing is suspicious comes back as the same instance.</summary>
public static class Normalizer
{
    // The second round normally finds nothing to do; a repair seldom uncovers another, and then one level deep.
    private const int MaxRounds = 8;

    /// <summary>What happens, in what order. Characters first, then lines, then the marks and spaces between words.</summary>
    public static IReadOnlyList<NormalizeRule> Rules { get; } =
    [
        new MarkupRule(),
        new MojibakeRule(),
        new HtmlEntityRule(),
        new LatexRule(),
        new InvisibleRule(),
        new RadicalRule(),
        new CompatibilityRule(),
        new PrivateUseRule(),
        new FullWidthRule(),
        new RareHanRule(),
        new DoubledLayerRule(),
        new FounderGarbleRule(),
        new LatinHyphenRule(),
        new HardLineRule(),
        new ColumnBreakRule(),
        new PunctuationRule(),
        new DashRule(),
        new EllipsisRule(),
        new MiddleDotRule(),
        new QuoteRule(),
        new LetterSpacingRule(),
        new NumberSpacingRule(),
        new SpacingRule(),
        new UnitRule(),
        new LookAlikeRule(),
    ];

    public static NormalizedText Normalize(SourceText source)
    {
        List<TextEdit> log = [];
        var doubts = new List<(int Offset, string Code, string Message)>();
        var now = Apply(source, MarkupRule.Edits(source), log, out log);
        var settled = new string?[Rules.Count]; // the text in which a rule found nothing to do
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = now.Text;
            for (var i = 0; i < Rules.Count; i++)
            {
                if (ReferenceEquals(settled[i], now.Text))
                {
                    continue;
                }

                var rule = Rules[i];
                var context = new RuleContext(now.Text, now);
                var edits = rule.Propose(context);
                foreach (var (offset, code, message) in context.Doubts)
                {
                    doubts.Add((now.SourceStart(offset), code, message));
                }

                settled[i] = edits.Count == 0 ? now.Text : null;
                now = Apply(source, edits, log, out log, now);
            }

            if (ReferenceEquals(before, now.Text))
            {
                break;
            }
        }

        // An edit that a later one took back is none.
        log.RemoveAll(edit => source.Text.AsSpan(edit.Start, edit.Length).SequenceEqual(edit.After));
        return new NormalizedText(source, log.Count == 0 ? source.Text : now.Text, log, Warnings(source, doubts));
    }

    private static NormalizedText Apply(SourceText source, IReadOnlyList<TextEdit> edits, List<TextEdit> log, out List<TextEdit> composed, NormalizedText? now = null)
    {
        now ??= new NormalizedText(source, source.Text, [], []);
        composed = log;
        if (edits.Count == 0)
        {
            return now;
        }

        composed = EditLog.Compose(source.Text, log, edits);
        return new NormalizedText(source, EditLog.Apply(now.Text, edits), composed, []);
    }

    private static List<Warning> Warnings(SourceText source, List<(int Offset, string Code, string Message)> doubts)
    {
        var warnings = new List<Warning>();
        var told = new HashSet<(int, string)>();
        foreach (var (offset, code, message) in doubts.OrderBy(d => d.Offset))
        {
            if (told.Add((offset, code)))
            {
                warnings.Add(new Warning(code, message, source.Places.Locate(Math.Min(offset, source.Text.Length)).Line));
            }
        }

        return warnings;
    }
}
