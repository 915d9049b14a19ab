namespace Bulletins.Normalize.Garble;

/// <summary>How well a garbled mark reads where it stands: a stop never begins a line, a bracket has its partner, a per cent sign follows a number.</summary>
internal static class MarkCost
{
    public const float Never = 30;
    private const float OutOfPlace = 8;
    private const int FarthestPartner = 120;
    private const string RealStops = "，。、；：！？";
    private const string RealOpeners = "“（《〔【‘〈[(";
    private const string RealClosers = "”）》〕】’〉])";
    private const string Speech = "说道称曰示出调问答是者员为讯报见";

    public static float Of(Passage p, int at, FounderSymbol symbol)
    {
        var cost = symbol.Cost;
        var lineStart = p.Before(at) == Gap.Line;
        var lineEnd = p.Before(at + 1) == Gap.Line;
        var left = lineStart ? '\n' : p[at - 1];
        var right = at + 1 < p.Length ? p[at + 1] : '\n';
        switch (symbol.Role)
        {
            case SymbolRole.Stop:
                cost += Stop(symbol, lineStart, lineEnd, left, right);
                break;
            case SymbolRole.Open:
                cost += (lineEnd ? 6 : 0) + (HasPartner(p, at, symbol, 1) ? -1.5f : 4);
                break;
            case SymbolRole.Close:
                cost += (lineStart ? 9 : 0) + (HasPartner(p, at, symbol, -1) ? -1.5f : 4);
                break;
            case SymbolRole.Dash:
                cost = IsNumeric(left) && IsNumeric(right) ? 7 : Never;
                break;
            case SymbolRole.Ellipsis:
                cost += 4;
                break;
            case SymbolRole.NameDot:
                cost += lineStart || lineEnd ? OutOfPlace : 0;
                break;
            case SymbolRole.Bullet:
                cost += lineStart ? (p.Before(at + 1) == Gap.Space ? -2 : 0) : OutOfPlace;
                break;
            case SymbolRole.Joint:
                cost += IsNumeric(left) && IsNumeric(right) ? 0 : symbol.Text == "." && IsNumeric(left) ? 3 : Never;
                break;
            case SymbolRole.After:
                cost += NumberCost.IsDigit(left) ? 0 : Never;
                break;
            case SymbolRole.Before:
                cost += NumberCost.IsDigit(right) ? 0 : Never;
                break;
            case SymbolRole.Unit:
                cost += right is 'm' or 'g' or 'L' or 'l' or '皂' or '早' ? -2 : OutOfPlace;
                break;
            case SymbolRole.Space:
                cost += 3;
                break;
        }

        return cost;
    }

    /// <summary>The cost of a mark that is printed double: —— and ……, and an indent of two spaces.</summary>
    public static float OfPair(Passage p, int at, FounderSymbol symbol) => symbol.Role switch
    {
        SymbolRole.Space => p.Before(at) == Gap.Line ? 4 : 9,
        SymbolRole.Ellipsis => symbol.Cost,
        _ => symbol.Cost + 0.5f,
    };

    private static float Stop(FounderSymbol symbol, bool lineStart, bool lineEnd, char left, char right)
    {
        var cost = lineStart ? 9f : 0;
        if (RealStops.Contains(left) || RealOpeners.Contains(left) || RealStops.Contains(right) || left == symbol.Garbled)
        {
            cost += 5;
        }

        var inNumber = char.IsAsciiDigit(left) && char.IsAsciiDigit(right);
        return cost + symbol.Text switch
        {
            "。" => (lineEnd ? -1 : 0) + (inNumber ? 4 : 0),
            "，" => inNumber ? 2 : 0,
            "：" => Speech.Contains(left) || right is '“' or '野' ? -1.5f : 0,
            _ => 0,
        };
    }

    private static bool IsNumeric(char c) => NumberCost.IsDigit(c) || LatinCost.IsLetter(c);

    private static bool HasPartner(Passage p, int at, FounderSymbol symbol, int step)
    {
        var pairs = symbol.Role == SymbolRole.Open ? (RealOpeners, RealClosers) : (RealClosers, RealOpeners);
        var real = pairs.Item2[pairs.Item1.IndexOf(symbol.Text[0])];
        for (var i = at + step; i >= 0 && i < p.Length && Math.Abs(i - at) <= FarthestPartner; i += step)
        {
            var c = p[i];
            if (c == symbol.Garbled)
            {
                return false;
            }

            if (c == real || (real == '）' && c == ')') || (real == '（' && c == '(') || FounderCode.Decode(c)?.Text[0] == real)
            {
                return Math.Abs(i - at) > 1;
            }
        }

        return false;
    }
}
