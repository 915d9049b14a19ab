using Bulletins.Ingest;
using Bulletins.Normalize.Rules;

namespace Bulletins.Normalize;

/// <summary>Repairs a text. A text in which nothing is suspicious comes back as the same instance.</summary>
public static class Normalizer
{
    public static NormalizedText Normalize(SourceText source)
    {
        var context = new RuleContext(source.Text);
        var edits = new FounderGarbleRule().Propose(context);
        return new(source, EditLog.Apply(source.Text, edits), edits, []);
    }
}
