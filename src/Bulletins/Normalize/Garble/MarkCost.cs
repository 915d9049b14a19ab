namespace Bulletins.Normalize.Garble;

/// <summary>How well a garbled mark reads where it stands: a stop never begins a line, a bracket has its partner, a per cent sign follows a number.</summary>
internal static class MarkCost
{
    public const float Never = 30;
    private const float OutOfPlace = 8;
    private const float SetApart = 4; // 张 军 袁建国: a space before it, none behind
    private const float BetweenDigits = 3; // no word stands between two digits
    private const float Unpaired = 4;
    private const int LongestByline = 14; // （张三 李四 欧阳一二）
    private const int FarthestPartner = 120;
    private const string RealStops = "，。、；：！？";
    private const string RealOpeners = "“（《〔【‘〈[";
    private const string RealClosers = "”）》〕】’〉]";
    private const string TimeUnits = "年月日时分点"; // 1月4日—8日
    private const string StopsOnly = "袁遥尧曰浴钥渊";
    private const string Speech = "说道称曰示出调问答是者员为讯报见影编址话位间点章论括容议题下求明息布认复记有定）)冤";
    private const string Numerals = "一二三四五六七八九十";
    private const int LongestLabel = 8; // characters before the colon of 联系电话：

    public static float Of(Passage p, int at, FounderSymbol symbol)
    {
        var cost = symbol.Cost;
        var lineStart = p.BeginsLine(at);
        var lineEnd = p.BeginsLine(at + 1);
        var left = lineStart || at == 0 ? '\n' : p[at - 1];
        var right = at + 1 < p.Length ? p[at + 1] : '\n';
        switch (symbol.Role)
        {
            case SymbolRole.Stop:
                cost += Stop(symbol, p.Before(at), p.Before(at + 1), left, right, IsLabel(p, at));
                break;
            case SymbolRole.Open:
                cost += (lineEnd ? 6 : 0) + Partner(p, at, symbol, 1);
                break;
            case SymbolRole.Close:
                cost += (lineStart ? 9 : p.Before(at) == Gap.Space && !IsStop(left) ? SetApart : 0) + Partner(p, at, symbol, -1);
                break;
            case SymbolRole.Dash:
                cost = NumberCost.IsDigit(right) && IsNumeric(left) ? 2.5f : NumberCost.IsDigit(right) && TimeUnits.Contains(left) ? 2 : Never;
                break;
            case SymbolRole.Ellipsis:
                cost += 4;
                break;
            case SymbolRole.NameDot:
                cost += lineStart || lineEnd ? OutOfPlace : 0;
                break;
            case SymbolRole.Bullet:
                cost += lineStart ? Apart(p.Before(at + 1)) : OutOfPlace;
                break;
            case SymbolRole.Joint:
                cost = NumberCost.IsDigit(left) && NumberCost.IsDigit(right) ? Math.Min(cost, BetweenDigits) : IsNumeric(left) && IsNumeric(right) ? cost : Never;
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

    /// <summary>What a mark proves: nothing where a name may begin, little where a classic says 曰.</summary>
    public static float Proof(Passage p, int at, FounderSymbol symbol) =>
        symbol.Role is SymbolRole.Stop or SymbolRole.Close && p.Before(at) == Gap.Space && p.Before(at + 1) == Gap.None && at > 0 && !IsStop(p[at - 1]) ? 0
        : symbol.Text == "；" && !p.BeginsLine(at + 1) ? 1 : Arc.Solid;

    /// <summary>The cost of a mark that is printed double: —— and ……, and an indent of two spaces.</summary>
    public static float OfPair(Passage p, int at, FounderSymbol symbol) => symbol.Role switch
    {
        SymbolRole.Space => p.BeginsLine(at) ? 4 : 9,
        SymbolRole.Ellipsis => symbol.Cost,
        _ => symbol.Cost + 0.5f,
    };

    private static float Stop(FounderSymbol symbol, Gap before, Gap after, char left, char right, bool label)
    {
        var (lineEnd, behind) = (after >= Gap.Line, after == Gap.Space);
        var cost = before >= Gap.Line ? 9f : before == Gap.Space && after == Gap.None ? SetApart : 0;
        // 尧袁 in a list of names is 、 and a surname.
        if (StopsOnly.Contains(left) || !(char.IsLetterOrDigit(left) || RealClosers.Contains(left) || left is ')' or '%' or '℃' or '\n') || RealStops.Contains(right))
        {
            cost += 8;
        }

        var inNumber = char.IsAsciiDigit(left) && char.IsAsciiDigit(right);
        return cost + symbol.Text switch
        {
            "。" => (lineEnd ? -1.5f : behind ? -1 : 0) + (inNumber || (left == '号' && Numerals.Contains(right)) ? 6 : 0), // a rocket's 三号遥一
            "，" => (inNumber ? 2 : 0) - (behind ? 0.5f : 0),
            "：" => Speech.Contains(left) || right is '“' or '野' || lineEnd ? -1.5f : label ? 0 : 1.5f,
            "；" => right == '院' ? 6 : lineEnd ? -2 : 0, // 某曰：“…” keeps its 曰; the items of a list end in ；
            "！" or "？" => lineEnd ? -1 : 0,
            _ => 0,
        };
    }

    private static bool IsLabel(Passage p, int at)
    {
        for (var i = at; i >= 0 && at - i <= LongestLabel; i--)
        {
            if (p.BeginsLine(i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStop(char c) => StopsOnly.Contains(c) || RealStops.Contains(c);

    private static bool IsNumeric(char c) => NumberCost.IsDigit(c) || LatinCost.IsLetter(c);

    // A bullet stands apart from what it opens: before a space, or alone on its line.
    private static float Apart(Gap behind) => behind == Gap.None ? 0 : behind == Gap.Space ? -2 : -3;

    private static float Partner(Passage p, int at, FounderSymbol symbol, int step)
    {
        var pairs = symbol.Role == SymbolRole.Open ? (RealOpeners, RealClosers) : (RealClosers, RealOpeners);
        var own = symbol.Text[0];
        var real = pairs.Item2[pairs.Item1.IndexOf(own)];
        for (var i = at + step; i >= 0 && i < p.Length && Math.Abs(i - at) <= FarthestPartner; i += step)
        {
            var c = Fold(p[i]);
            if (c == symbol.Garbled || c == own)
            {
                break;
            }

            if (c == real || FounderCode.Decode(c)?.Text[0] == real)
            {
                var (open, close) = step > 0 ? (at, i) : (i, at);
                var paired = c == real || symbol.Cost < 6 ? -2.5f : -1;
                return close - open < 2 ? Unpaired : own is '（' or '）' && close - open <= LongestByline && NameCost.IsSurname(p[open + 1]) ? 2 * paired : paired;
            }
        }

        return Unpaired;
    }

    private static char Fold(char c) => c switch { '(' => '（', ')' => '）', _ => c };
}
