namespace Bulletins.Normalize.Garble;

/// <summary>Lists the readings that begin at a place: words and characters as they stand, and what they stand for if garbled.</summary>
internal sealed class ArcSource(Lexicon lexicon)
{
    private const float RarestLiteral = 13;
    private const int LongestRun = 12;
    private const string RealMarks = "，。、；：！？“”（）《》…·．";

    public void List(Passage p, int at, List<Arc> arcs)
    {
        var c = p[at];
        if (IsHan(c))
        {
            arcs.Add(new Arc(1, Math.Min(lexicon.Single(c), RarestLiteral), GarbleClasses.None, GarbleClasses.None));
            Words(p, at, arcs);
            Names(p, at, arcs);
            if (FounderCode.Decode(c) is { } symbol)
            {
                Decoded(p, at, symbol, arcs);
            }
        }
        else if (char.IsAsciiDigit(c))
        {
            arcs.Add(new Arc(Run(p, at, char.IsAsciiDigit), 0, GarbleClasses.None, GarbleClasses.Numbers));
        }
        else if (char.IsAsciiLetter(c))
        {
            arcs.Add(new Arc(Run(p, at, char.IsAsciiLetter), 0, GarbleClasses.None, GarbleClasses.Latin));
        }
        else
        {
            arcs.Add(new Arc(1, 0, GarbleClasses.None, RealMarks.Contains(c) ? GarbleClasses.Punctuation : GarbleClasses.None));
        }
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static int Run(Passage p, int at, Func<char, bool> belongs)
    {
        var end = at + 1;
        while (end < p.Length && belongs(p[end]) && p.Before(end) == Gap.None)
        {
            end++;
        }

        return end - at;
    }

    private void Words(Passage p, int at, List<Arc> arcs)
    {
        for (var length = 2; length <= Lexicon.LongestWord && at + length <= p.Length && IsHan(p[at + length - 1]); length++)
        {
            var cost = lexicon.Word(p.Chars.Slice(at, length));
            if (!float.IsInfinity(cost))
            {
                arcs.Add(new Arc(length, cost, GarbleClasses.None, GarbleClasses.None));
            }
        }
    }

    private static void Names(Passage p, int at, List<Arc> arcs)
    {
        var suspect = FounderCode.Decode(p[at]) is not null;
        for (var length = 2; length <= NameCost.Longest && at + length <= p.Length && IsHan(p[at + length - 1]); length++)
        {
            suspect |= FounderCode.Decode(p[at + length - 1]) is not null;
            if (suspect && NameCost.Of(p, at, length) is var cost && !float.IsInfinity(cost))
            {
                arcs.Add(new Arc(length, cost, GarbleClasses.None, GarbleClasses.None));
            }
        }
    }

    private static void Decoded(Passage p, int at, FounderSymbol symbol, List<Arc> arcs)
    {
        switch (symbol.Role)
        {
            case SymbolRole.Digit:
                Runs(p, at, symbol, NumberCost.Of, arcs);
                Enumerator(p, at, arcs);
                break;
            case SymbolRole.Letter:
                Runs(p, at, symbol, LatinCost.Of, arcs);
                Enumerator(p, at, arcs);
                break;
            case SymbolRole.Dash or SymbolRole.Ellipsis or SymbolRole.Space when at + 1 < p.Length && p[at + 1] == p[at]:
                arcs.Add(new Arc(2, MarkCost.OfPair(p, at, symbol), symbol.Class, GarbleClasses.None, Arc.Solid));
                break;
            default:
                var cost = MarkCost.Of(p, at, symbol);
                if (cost < MarkCost.Never)
                {
                    arcs.Add(new Arc(1, cost, symbol.Class, GarbleClasses.None, MarkCost.Proof(p, at, symbol)));
                }

                break;
        }
    }

    private static void Runs(Passage p, int at, FounderSymbol first, Func<Passage, int, int, (float Cost, float Proof)> costOf, List<Arc> arcs)
    {
        for (var end = at + 1; end - at <= LongestRun; end++)
        {
            var (cost, proof) = costOf(p, at, end);
            arcs.Add(new Arc(end - at, cost, first.Class, GarbleClasses.None, proof));
            if (end >= p.Length || p.Before(end) != Gap.None || FounderCode.Decode(p[end])?.Role != first.Role)
            {
                break;
            }
        }
    }

    // 员郾 and 月郾 open an item of a list: 1. and B.
    private static void Enumerator(Passage p, int at, List<Arc> arcs)
    {
        if (at + 1 < p.Length && FounderCode.Decode(p[at + 1])?.Text == "." && (p.BeginsLine(at) || "。；：遥曰院".Contains(p[at - 1])) && FounderCode.Decode(p[at]) is { } item && !char.IsAsciiLetterLower(item.Text[0]))
        {
            arcs.Add(new Arc(2, 5, item.Class | GarbleClasses.Numbers, GarbleClasses.None, Arc.Solid));
        }
    }
}
