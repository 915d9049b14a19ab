using System.Buffers;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How well a garbled mark reads where it stands: a stop never begins a line, a bracket has its partner, a per cent sign follows a number.</summary>
internal static class MarkCost
{
    public const float Never = 30;
    private const float OutOfPlace = 8;
    private const float SetApart = 4; // 张 军 袁建国: a space before it, none behind
    private const float BetweenDigits = 3; // no word stands between two digits
    private const float Unpaired = 4;
    private const float Lonely = 9; // 铁冶车间: a closing quotation mark has its opening one
    public const int LongestByline = 14; // （张三 李四 欧阳一二）
    private const int FarthestPartner = 120;
    private const string RealStops = "，。、；：！？";
    private const string RealOpeners = "“（《〔【‘〈[";
    private const string RealClosers = "”）》〕】’〉]";
    private const string TimeUnits = "年月日时分点"; // 1月4日—8日
    private const string Kiln = "头尾口皮体龄衬系灰况内外门顶底炉工场址洞变筒壳砖";
    private const string Symbols = ")%‰℃°′″²³㎡+\n"; // a stop may follow them as it follows a word
    private const string StopsOnly = "袁遥尧曰浴钥渊";
    private const string Speech = "说道称曰示出调问答是者员为讯报见影编址话位间点章论括容议题下求明息布认复记有定悉评告讲诉想写喊叫念析释赞言词单策则）)冤";
    private const string Names = "袁尧叶院冶野"; // a name or a word may begin with them
    private const string Numerals = "一二三四五六七八九十";
    private const float Credit = -11; // a bullet before a credit
    private const float Caption = -8; // what begins with 图为 is a sentence and has an end
    private const float Parallel = -3; // 抓学习尧强素质尧促生产
    private const int LongestCaption = 120;
    private const int LongestLabel = 8; // characters before the colon of 联系电话：

    private static readonly SearchValues<char> Sounds = SearchValues.Create(TableReader.Rows("sound-chars.tsv").SelectMany(r => r[0]).ToArray());

    public static float Of(Passage p, int at, FounderSymbol symbol)
    {
        var cost = symbol.Cost;
        var lineStart = p.BeginsLine(at);
        var lineEnd = p.BeginsLine(at + 1);
        var left = lineStart || at == 0 ? '\n' : p[at - 1];
        var right = at + 1 < p.Length ? p[at + 1] : '\n';
        var near = at > 0 && p.Before(at) == Gap.Line ? p[at - 1] : left; // a number may be cut
        switch (symbol.Role)
        {
            case SymbolRole.Stop:
                cost += Stop(symbol, p.Before(at) >= Gap.Line ? LineStart(p, at) : 0, p.Before(at), p.Before(at + 1), near, right, IsLabel(p, at), IsSpeech(p, at));
                cost += at > 0 && left is '姓' or '老' or '小' && Names.Contains(p[at]) && !IsPair(p, at - 2) ? OutOfPlace : 0;
                cost += EndsCaption(p, at, symbol) ? Caption : symbol.Text == "、" && IsParallel(p, at) ? Parallel : 0;
                break;
            case SymbolRole.Open:
                cost += (lineEnd ? p.IsRewrapped ? 2.5f : 6 : 0) + Partner(p, at, symbol, 1);
                break;
            case SymbolRole.Close:
                cost += (lineStart ? LineStart(p, at) : p.Before(at) == Gap.Space && !IsStop(left) ? SetApart : 0) + Partner(p, at, symbol, -1);
                break;
            case SymbolRole.Dash:
                cost = NumberCost.IsDigit(right) && IsNumeric(left) ? 2.5f : NumberCost.IsDigit(right) && TimeUnits.Contains(left) ? 2
                    : char.IsAsciiLetterOrDigit(left) && LatinCost.IsLetter(right) ? 2 : Never;
                break;
            case SymbolRole.Ellipsis:
                cost += 4;
                break;
            case SymbolRole.NameDot:
                cost += lineStart || lineEnd ? OutOfPlace : IsDotted(p, at) ? 0 : OutOfPlace;
                break;
            case SymbolRole.Bullet:
                cost += lineStart ? Math.Min(Apart(p.Before(at + 1)), IsCredit(p, at + 1) ? Credit : 0) : OutOfPlace;
                break;
            case SymbolRole.Joint:
                cost = NumberCost.IsDigit(near) && NumberCost.IsDigit(right) ? Math.Min(cost, BetweenDigits) : IsNumeric(left) && IsNumeric(right) ? cost
                    : symbol.Text == "-" && NumberCost.IsTemperature(p, at + 1) ? BetweenDigits : Never;
                break;
            case SymbolRole.After:
                cost += NumberCost.IsDigit(near) ? 0 : Never;
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
        : symbol.Text == "；" && !p.BeginsLine(at + 1) ? 1
        : EndsCaption(p, at, symbol) || (symbol.Text == "、" && IsParallel(p, at)) || (symbol.Role == SymbolRole.Bullet && p.BeginsLine(at) && IsCredit(p, at + 1)) ? Arc.Plain : Arc.Solid;

    /// <summary>The cost of a mark that is printed double: —— and ……, and an indent of two spaces.</summary>
    public static float OfPair(Passage p, int at, FounderSymbol symbol) => symbol.Role switch
    {
        SymbolRole.Space => p.BeginsLine(at) ? 4 : 9,
        SymbolRole.Ellipsis => symbol.Cost,
        _ => symbol.Cost + 0.5f,
    };

    // A typesetter lets no stop begin a line; a program that cuts lines does.
    private static float LineStart(Passage p, int at) => p.Before(at) == Gap.Blank ? 9 : p.IsRewrapped ? 3 : Names.Contains(p[at]) ? 9 : 5.5f;

    private static float Stop(FounderSymbol symbol, float lineStart, Gap before, Gap after, char left, char right, bool label, bool speech)
    {
        var (lineEnd, behind) = (after >= Gap.Line, after == Gap.Space);
        var cost = before >= Gap.Line ? lineStart : before == Gap.Space && after == Gap.None ? SetApart : 0;
        // 尧袁 in a list of names is 、 and a surname.
        var saying = left == '曰' && symbol.Text == "：" && right is '“' or '野'; // 子曰：“…”
        if (!saying && (StopsOnly.Contains(left) || !(char.IsLetterOrDigit(left) || RealClosers.Contains(left) || Symbols.Contains(left)) || RealStops.Contains(right)))
        {
            cost += 8;
        }

        var inNumber = char.IsAsciiDigit(left) && char.IsAsciiDigit(right);
        return cost + symbol.Text switch
        {
            "。" => (lineEnd ? -1.5f : behind ? -1 : 0) + (inNumber || (left == '号' && Numerals.Contains(right)) ? 6 : 0), // a rocket's 三号遥一
            "，" => (inNumber ? 2 : 0) - (behind ? 0.5f : 0),
            "：" => speech || right is '“' or '野' || lineEnd ? -1.5f : label ? 0 : 1.5f,
            "；" => right == '院' ? 6 : lineEnd ? -2 : 0, // 某曰：“…” keeps its 曰; the items of a list end in ；
            "！" or "？" => lineEnd ? -1 : 0,
            _ => 0,
        };
    }

    // 指出：, but 出院 is what a patient does.
    private static bool IsSpeech(Passage p, int at) =>
        at > 0 && Speech.Contains(p[at - 1]) && (p[at - 1] != '出' || (at > 1 && "指提写喊说发问看得叫唱列作做给".Contains(p[at - 2])));

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

    // 员园窑员, 买买提窑艾力, 野红领窑先锋冶: between numbers, parts of a foreign name, or halves within quotation marks; elsewhere a kiln is a kiln.
    private static bool IsDotted(Passage p, int at)
    {
        var (left, right) = (at > 0 ? p[at - 1] : ' ', at + 1 < p.Length ? p[at + 1] : ' ');
        if ((NumberCost.IsDigit(left) && NumberCost.IsDigit(right)) || (Sounds.Contains(left) && Sounds.Contains(right)))
        {
            return true;
        }

        return !Kiln.Contains(right) && Quoted(p, at, -1, "“《野叶【", "”》冶曳】") && Quoted(p, at, 1, "”》冶曳】", "“《野叶【");
    }

    private static bool Quoted(Passage p, int at, int step, string mark, string other)
    {
        for (var i = at + step; i >= 0 && i < p.Length && Math.Abs(i - at) <= LongestByline; i += step)
        {
            if (mark.Contains(p[i]))
            {
                return true;
            }

            if (other.Contains(p[i]) || IsStop(p[i]))
            {
                return false;
            }
        }

        return false;
    }

    // 图为职工在炉前测温遥 梁栋 摄
    private static bool EndsCaption(Passage p, int at, FounderSymbol symbol)
    {
        if (symbol.Text != "。" || p.Before(at + 1) == Gap.None)
        {
            return false;
        }

        for (var i = at; i >= 0 && at - i <= LongestCaption; i--)
        {
            if (p[i] == '图' && i + 1 < at && p[i + 1] == '为' && (p.BeginsLine(i) || (p.BeginsLine(i - 1) && !char.IsLetterOrDigit(p[i - 1])) || (i > 0 && FounderCode.Decode(p[i - 1])?.Role == SymbolRole.Bullet)))
            {
                return true;
            }
        }

        return false;
    }

    // 大小, 老小: a word of its own before the mark; 老 and 小 alone are before a surname.
    private static bool IsPair(Passage p, int at) => at >= 0 && float.IsFinite(Lexicon.Shared.Word(p.Chars.Slice(at, 2)));

    private static bool IsStop(char c) => StopsOnly.Contains(c) || RealStops.Contains(c);

    private static bool IsNumeric(char c) => NumberCost.IsDigit(c) || LatinCost.IsLetter(c);

    // 抓学习尧强素质尧促生产: phrases of one length, set apart by one character.
    private static bool IsParallel(Passage p, int at)
    {
        var (left, right) = (Segment(p, at, -1), Segment(p, at, 1));
        return left == right && left is >= 2 and <= 6 && ((at - left > 0 && p[at - left - 1] == p[at]) || (at + right + 1 < p.Length && p[at + right + 1] == p[at]));
    }

    // How many letters stand on one side of a place, up to a mark, the same character or the line's end.
    private static int Segment(Passage p, int at, int step)
    {
        var count = 0;
        for (var i = at + step; i >= 0 && i < p.Length && count <= 6 && char.IsLetterOrDigit(p[i]) && p[i] != p[at]; i += step, count++)
        {
            if (p.BeginsLine(step > 0 ? i : i + 1))
            {
                break;
            }
        }

        return count;
    }

    // 荫本刊记者 高峰, 荫 高峰: a word of credit, or a name that fills the line.
    private static bool IsCredit(Passage p, int at)
    {
        if (at + 1 >= p.Length || p.BeginsLine(at))
        {
            return false;
        }

        var word = p.Chars[at..Math.Min(p.Length, at + 6)];
        if (word.StartsWith("本刊") || word.StartsWith("本报") || word.StartsWith("记者") || word.StartsWith("通讯员") || word.StartsWith("特约") || word.StartsWith("图为") || word.StartsWith("摄影"))
        {
            return true;
        }

        var end = at + 1;
        while (!p.BeginsLine(end) && end - at <= LongestByline && char.IsLetter(p[end]))
        {
            end++;
        }

        return p.Before(at) == Gap.Space && p.BeginsLine(end) && NameCost.IsSurname(p[at]) && end - at >= 2 && (p.Before(at + 1) == Gap.None || end - at <= 3);
    }

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

            if ((c == real || FounderCode.Decode(c)?.Text[0] == real) && Math.Abs(i - at) > 1 && !(Math.Abs(i - at) == 2 && StopsOnly.Contains(p[(i + at) / 2]))) // 野冶金, 深渊尧冤家: nothing stands between two halves
            {
                var (open, close) = step > 0 ? (at, i) : (i, at);
                var paired = c == real || symbol.Cost < 6 ? -2.5f : -1;
                return own is '（' or '）' && close - open <= LongestByline && NameCost.IsSurname(p[open + 1]) ? 2 * paired : paired;
            }
        }

        return p[at] == '冶' && !EndsSentence(p, at) ? Lonely : Unpaired;
    }

    private static bool EndsSentence(Passage p, int at) => at > 0 && p[at - 1] is '。' or '！' or '？' or '…' or '遥' or '浴' or '钥' or '噎';

    private static char Fold(char c) => c switch { '(' => '（', ')' => '）', _ => c };
}
