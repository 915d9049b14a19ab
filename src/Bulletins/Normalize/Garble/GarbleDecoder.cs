namespace Bulletins.Normalize.Garble;

/// <summary>Turns a garbled passage's characters into what they stand for; each must be cheaper to read that way.</summary>
internal static class GarbleDecoder
{
    public const float Sure = 2.5f;
    private const float Doubtful = 1;

    public static void Decode(Passage p, ReadingLattice reading, GarbleVerdict verdict, string rule, List<TextEdit> edits, List<int> doubts)
    {
        for (var i = 0; i < p.Length; i++)
        {
            var margin = reading.Margin(i);
            if (margin < -Doubtful || FounderCode.Decode(p[i]) is not { } symbol || (symbol.Class & verdict.Classes) == GarbleClasses.None)
            {
                continue;
            }

            if (margin >= Sure)
            {
                edits.Add(new TextEdit(p.Offset(i), 1, symbol.Text, rule, Math.Round(1 / (1 + Math.Exp(-Math.Min(margin, verdict.Evidence))), 3)));
            }
            else
            {
                doubts.Add(p.Offset(i));
            }
        }
    }
}
