using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>Lists the readings that begin at a place: words and characters as they stand, and what they stand for if garbled.</summary>
internal sealed class ArcSource(Lexicon lexicon)
{
    private const float RarestLiteral = 13;
    private const float ShortName = 2.5f;
    private const float Place = 4; // 院内院外
    private const float EndOfWord = 3; // 管理员缘人: five of them rather than fifteen
    private const int LongestRun = 12;
    private static readonly FrozenSet<string> Institutes = TableReader.Rows("institute-words.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);
    private const string RealMarks = "，。、；：！？“”（）《》…·．";

    public void List(Passage p, int at, List<Arc> arcs)
    {
        var c = p[at];
        if (IsHan(c))
        {
            arcs.Add(new Arc(1, Math.Min(lexicon.Single(c), RarestLiteral), GarbleClasses.None, GarbleClasses.None));
            Words(p, at, arcs);
            Names(p, at, arcs);
            Institute(p, at, arcs);
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

    private void Names(Passage p, int at, List<Arc> arcs)
    {
        var suspect = FounderCode.Decode(p[at]) is not null;
        for (var length = 2; length <= NameCost.Longest && at + length <= p.Length && IsHan(p[at + length - 1]); length++)
        {
            suspect |= FounderCode.Decode(p[at + length - 1]) is not null;
            if (suspect && NameCost.Of(lexicon, p, at, length) is var cost && !float.IsInfinity(cost))
            {
                arcs.Add(new Arc(length, cost, GarbleClasses.None, GarbleClasses.None));
            }
        }
    }

    // 省水科院签署…: one character and 院 is the short name of an institute; a colon follows a whole word or a verb of speech.
    private void Institute(Passage p, int at, List<Arc> arcs)
    {
        if (at + 1 < p.Length && p[at + 1] == '院' && !p.BeginsLine(at + 1) && !p.BeginsLine(at) && at > 0 && Institutes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Chars.Slice(at, 1)))
        {
            arcs.Add(new Arc(2, Math.Min(lexicon.Single(p[at]), RarestLiteral) + ShortName, GarbleClasses.None, GarbleClasses.None));
        }
        else if (p[at] == '院' && at > 1 && !p.BeginsLine(at) && !p.BeginsLine(at - 1) && Institutes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(p.Chars.Slice(at - 2, 2)))
        {
            arcs.Add(new Arc(1, ShortName, GarbleClasses.None, GarbleClasses.None));
        }

        if (p[at] == '院' && at + 1 < p.Length && p.Before(at + 1) == Gap.None && "内外里方区部务党办墙坝".Contains(p[at + 1]))
        {
            arcs.Add(new Arc(2, Math.Min(lexicon.Single(p[at + 1]), RarestLiteral) + Place, GarbleClasses.None, GarbleClasses.None));
        }
    }

    private void Decoded(Passage p, int at, FounderSymbol symbol, List<Arc> arcs)
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
                if (symbol.Role == SymbolRole.Dash && at + 2 < p.Length && p[at + 2] == p[at] && p.BeginsLine(at))
                {
                    arcs.Add(new Arc(3, MarkCost.OfPair(p, at, symbol) + 1, symbol.Class, GarbleClasses.None, Arc.Solid)); // a dash before a subtitle
                }

                break;
            default:
                var cost = MarkCost.Of(p, at, symbol);
                if (cost < MarkCost.Never)
                {
                    var proof = MarkCost.Proof(p, at, symbol);
                    arcs.Add(new Arc(1, cost, symbol.Class, GarbleClasses.None, proof));
                    if (symbol.IsSign)
                    {
                        arcs.Add(new Arc(1, cost, GarbleClasses.Punctuation, GarbleClasses.None, proof));
                    }
                }

                break;
        }
    }

    private void Runs(Passage p, int at, FounderSymbol first, Func<Passage, int, int, (float Cost, float Proof)> costOf, List<Arc> arcs)
    {
        for (var end = at + 1; end - at <= LongestRun; end++)
        {
            var (cost, proof) = costOf(p, at, end);
            cost += end - at > 1 && EndsWord(p, at) ? EndOfWord : 0;
            arcs.Add(new Arc(end - at, cost, first.Class, GarbleClasses.None, proof));
            if (end >= p.Length || p.Before(end) != Gap.None || FounderCode.Decode(p[end])?.Role != first.Role)
            {
                break;
            }
        }
    }

    private bool EndsWord(Passage p, int at) =>
        p[at] == '员' && at > 1 && p.Before(at) == Gap.None && p.Before(at - 1) == Gap.None && lexicon.Word(p.Chars.Slice(at - 2, 3)) < float.PositiveInfinity;

    // 员郾 and 月郾 open an item of a list: 1. and B.
    private static void Enumerator(Passage p, int at, List<Arc> arcs)
    {
        if (at + 1 < p.Length && FounderCode.Decode(p[at + 1])?.Text == "." && (p.BeginsLine(at) || "。；：遥曰院".Contains(p[at - 1])) && FounderCode.Decode(p[at]) is { } item && !char.IsAsciiLetterLower(item.Text[0]))
        {
            arcs.Add(new Arc(2, 5, item.Class | GarbleClasses.Numbers, GarbleClasses.None, Arc.Solid));
        }
    }
}
