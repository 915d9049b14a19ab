using System.Collections.Concurrent;

namespace Bulletins.Normalize.Garble;

/// <summary>Turns a garbled passage's characters into what they stand for; each must be cheaper to read that way.</summary>
internal static class GarbleDecoder
{
    public const float Sure = 2.5f;
    private const float Doubtful = 1;
    private static readonly ConcurrentDictionary<(char Garbled, int Power), string> Said = new(); // a page repeats itself

    public static void Decode(Passage p, ReadingLattice reading, GarbleVerdict verdict, string rule, List<TextEdit> edits, List<int> doubts)
    {
        for (var i = 0; i < p.Length; i++)
        {
            var margin = reading.Margin(i);
            if (margin < -Doubtful || FounderCode.Decode(p[i]) is not { } symbol || (symbol.Classes & verdict.Classes) == GarbleClasses.None)
            {
                continue;
            }

            if (margin >= Sure)
            {
                edits.Add(new TextEdit(p.Offset(i), 1, symbol.Text, rule, Math.Round(1 / (1 + Math.Exp(-Math.Min(margin, verdict.Evidence))), 3), Evidence(symbol, margin)));
            }
            else
            {
                doubts.Add(p.Offset(i));
            }
        }
    }

    private static string Evidence(FounderSymbol symbol, float margin)
    {
        var power = margin switch { >= 6.9f => 1000, >= 4.6f => 100, _ => 10 };
        return Said.GetOrAdd((symbol.Garbled, power), static (key, text) =>
            $"{key.Garbled}是{text}的国标码错移而成，这里前后的词和标点支持读作 {text} ，胜出{key.Power}倍以上 / {key.Garbled} is {text} with its GB code shifted; here the words and marks round it speak for {text} by more than {key.Power} to 1", symbol.Text);
    }
}
