namespace Bulletins.Segment;

/// <summary>A byline as read. <see cref="Strength"/> says how sure it is that this was one: 1 with a label, less for bare names.</summary>
internal sealed record BylineReading(IReadOnlyList<Byline> Bylines, double Strength, bool HasPhotographer);

/// <summary>
/// Reads what credits people: 记者 X 通讯员 Y Z 摄影报道 W, bare names, a unit and a name, X 摄影报道, ●X Y, 责编／X.
/// A text in which anything is neither label, name nor unit is no byline: （略） and （单位：万元） credit nobody.
/// </summary>
internal static class BylineReader
{
    internal const string Separators = " \u3000、，,;；/／|｜：:&丨│";
    private const string Bullets = "●○■□◆◇▲△★☆•·◎";

    /// <summary>Reads a whole line, or what stands in brackets; null where it is no byline.</summary>
    /// <param name="alone">The text stands on a line of its own: there a word in brackets that can be a name is one.</param>
    public static BylineReading? Read(string text, bool alone = false)
    {
        var trimmed = text.Trim();
        // 荫 is ● in Founder garble.
        var bullet = trimmed.Length > 1 && (Bullets.Contains(trimmed[0]) || trimmed[0] == '荫' && trimmed[1] is ' ' or '\u3000');
        if (bullet)
        {
            trimmed = trimmed[1..].Trim();
        }

        // ·季小禾·: between two dots.
        trimmed = bullet && trimmed.Length > 2 && trimmed[^1] is '·' or '•' ? trimmed[..^1].Trim() : trimmed;
        trimmed = BareLabel(trimmed);
        var bracketed = IsBracketed(trimmed);
        if (bracketed)
        {
            trimmed = trimmed[1..^1].Trim();
        }
        else if (trimmed.StartsWith("——", StringComparison.Ordinal) && trimmed.Length < 30)
        {
            // ——质保部 端阳 below a saying.
            trimmed = trimmed.TrimStart('—').Trim();
            bracketed = trimmed.Contains(' ', StringComparison.Ordinal) || trimmed.Contains('\u3000', StringComparison.Ordinal);
        }

        if (trimmed.Length is < 2 or > 120)
        {
            return null;
        }

        // ■ 某公司党委 under a headline: the unit wrote it.
        if (bullet && UnitReader.IsUnit(trimmed) && trimmed.Length >= 5 && !NameReader.IsSurelyName(trimmed))
        {
            return new BylineReading([new Byline(BylineRole.Source, trimmed)], 0.7, false);
        }

        // Behind a comma a sentence goes on, unless a label says that this is a credit.
        var state = new BylineParser(trimmed, bracketed, bullet, alone && bracketed);
        if (!state.Run() || state.Result.Count == 0 || !state.Labelled && trimmed.AsSpan().IndexOfAny("，,；;：:") >= 0)
        {
            return null;
        }

        var strength = state.Labelled ? 1.0 : Bare(state);
        strength = bullet ? Math.Max(strength, 0.3) : strength;
        return new BylineReading(state.Result, Math.Min(1, strength + (bullet ? 0.35 : 0) + (bracketed ? 0.25 : 0)), state.Result.Any(b => b.Role == BylineRole.Photographer));
    }

    // [ 作者 ] 季禾: a label in square brackets.
    private static string BareLabel(string text)
    {
        var close = text.Length > 4 && text[0] is '[' or '［' or '【' ? text.AsSpan(0, Math.Min(10, text.Length)).IndexOfAny(']', '］', '】') : -1;
        var label = close > 1 ? text[1..close].Trim() : "";
        return close > 1 && close + 1 < text.Length && Vocabulary.BylineLabels.ContainsKey(label) ? label + " " + text[(close + 1)..].Trim() : text;
    }

    private static bool IsBracketed(string text) => text.Length > 2 && text[0] is '（' or '(' && text[^1] is '）' or ')';

    // A unit before a name, or a name whose two characters are set apart, is hardly anything else.
    private static double Bare(BylineParser state)
    {
        var mean = state.Result.Average(b => state.SetApart.Contains(b.Name) ? 0.85 : NameReader.Score(b.Name));
        return mean * (state.Result.Count > 1 || state.Result[0].Organization is not null || state.SetApart.Count > 0 ? 0.9 : 0.7);
    }

    /// <summary>The label that stands at a place, longest first; null where there is none.</summary>
    internal static string? LabelAt(string text, int at)
    {
        var lookup = Vocabulary.BylineLabels.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = Math.Min(Vocabulary.LongestBylineLabel, text.Length - at); n > 0; n--)
        {
            if (lookup.TryGetValue(text.AsSpan(at, n), out _))
            {
                return text.Substring(at, n);
            }
        }

        return null;
    }
}
