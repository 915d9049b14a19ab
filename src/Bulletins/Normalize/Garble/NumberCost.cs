using System.Buffers;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>How well garbled digits read as a number where they stand.</summary>
internal static class NumberCost
{
    private const float Start = 5.5f;
    private const float PerDigit = 2.3f;
    private const float OutOfContext = 4; // neither 第 before it nor 年 behind it

    private const float Willing = 3; // 我愿代表…
    private const float Nickname = 6; // 小苑, （缘 缘）
    private const float Item = 2.5f; // what stands so is a number
    private const float Ordinal = 6; // 第 is followed by a numeral
    private const string Units = "摄氏平方立方毫米毫克毫升厘米小时兆瓦兆帕海里英寸马力个百"; // pairs of characters

    private const string Verbs = "是在有用了"; // words of every kind follow them, numbers only with what they count

    private const string Dates = "年月日%豫";
    private static readonly SearchValues<char> Before = Context("before");
    private static readonly SearchValues<char> After = Context("after");

    /// <summary>The reading's cost, and what it proves.</summary>
    public static (float Cost, float Proof) Of(Passage p, int start, int end)
    {
        var length = end - start;
        var joined = start > 0 && (p.Before(start) == Gap.None ? ContinuesNumber(p, start - 1)
            : p.Before(start) == Gap.Line && (IsDigit(p[start - 1]) || ContinuesNumber(p, start - 1)));
        var cost = (joined ? PerDigit : Start) + (PerDigit * (length - 1));
        var introduced = !joined && start > 0 && !p.BeginsLine(start) && Before.Contains(p[start - 1]);
        var counted = end < p.Length && !IsAverage(p, end) && ((p.BeginsLine(start) && p[end] is '.' or '．') || After.Contains(p[end]) || p[end] is 'G' or 'D' or 'k' or 'm' or 't' || IsUnit(p, end) || GoesOn(p, end) || (p.Before(end) == Gap.Line && IsDigit(p[end])));
        var ordinal = introduced && p[start - 1] == '第';
        introduced = introduced && (counted || !Verbs.Contains(p[start - 1]));
        cost += introduced ? -1.2f : joined || counted ? 0 : OutOfContext;
        if (counted)
        {
            cost -= 1.5f + Date(p, start, end) + (ordinal ? Ordinal : 0);
        }

        cost += !joined && IsSpacedName(p, start, end) || (length == 1 && start > 0 && p[start - 1] is '小' or '老' or '阿') ? Nickname : 0;
        cost += length == 1 && p[start] == '愿' && !introduced && !joined && end < p.Length && p[end] is '代' or '本' or '卷' or '支' or '把' or '同' ? Willing : 0;
        cost -= IsItem(p, start, end, introduced) ? Item : 0;
        if (!joined && FounderCode.Decode(p[start])?.Text == "0" && !GoesOn(p, end))
        {
            cost += 3;
        }

        // 圆圆, 远远: a name or a doubled word rather than 22, 66.
        var doubled = length == 2 && !joined && p[start] == p[start + 1] && p[start] != '员' && !(end < p.Length && (Dates.Contains(p[end]) || GoesOn(p, end)));
        return (cost + (doubled && !counted ? 3 : 0), (length > 1 && !doubled) || joined || (ordinal && counted) ? Arc.Solid : Alone(p, start, end, introduced, counted));
    }

    /// <summary>True for a digit, real or garbled.</summary>
    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９' || FounderCode.Decode(c)?.Role == SymbolRole.Digit;

    // 引航员人均: what a head does on average is behind no number.
    private static bool IsAverage(Passage p, int end) => end + 1 < p.Length && p[end] == '人' && p[end + 1] == '均';

    // What a calendar says for the number: 2024年, 12月, 31日, but no 13月 and no 32日.
    private static float Date(Passage p, int start, int end)
    {
        var length = end - start;
        var value = 0;
        for (var i = start; i < end && length <= 4; i++)
        {
            value = (value * 10) + FounderCode.Decode(p[i])!.Text[0] - '0';
        }

        return p[end] switch
        {
            '年' when length == 4 => value is > 1000 and < 2100 ? 3 : 0,
            '月' => length <= 2 && value is >= 1 and <= 12 ? 1 : -3,
            '日' => length <= 2 && value is >= 1 and <= 31 ? 1 : -3,
            _ => 0,
        };
    }

    // 渊缘 缘冤: single characters set apart are a name.
    private static bool IsSpacedName(Passage p, int start, int end) =>
        end - start == 1 && ((p.Before(end) == Gap.Space && end < p.Length && IsDigit(p[end])) || (p.Before(start) == Gap.Space && start > 0 && IsDigit(p[start - 1]) && !char.IsAsciiDigit(p[start - 1])));

    // 员. and （员）: the number of an item.
    private static bool IsItem(Passage p, int start, int end, bool introduced)
    {
        var next = end < p.Length ? p[end] : ' ';
        return (p.BeginsLine(start) && next is '.' or '、' or '．' or '尧' or '郾' or '援') || (introduced && p[start - 1] is '（' or '(' or '渊' && next is '）' or ')' or '冤');
    }

    // A single digit may be half a name; 3月, （2） and 2. at a line's start are better than that.
    private static float Alone(Passage p, int start, int end, bool introduced, bool counted)
    {
        var next = end < p.Length ? p[end] : ' ';
        return IsItem(p, start, end, introduced) || Dates.Contains(next) ? 4 : introduced && counted ? 3 : 1.5f;
    }

    // 员郾缘, 员.缘, 员原圆, 员园窑员, 猿至缘: more of the number follows.
    private static bool GoesOn(Passage p, int end) =>
        end + 1 < p.Length && (p[end] is '.' or '-' or '·' or '至' or '到' or '或' || FounderCode.Decode(p[end])?.Role is SymbolRole.Joint or SymbolRole.NameDot) && IsDigit(p[end + 1]);

    private static SearchValues<char> Context(string side) => SearchValues.Create(TableReader.Rows("number-context.tsv").Where(r => r[0] == side).SelectMany(r => r[1]).ToArray());

    /// <summary>True where a number of degrees or micrometres begins: the mark before it is its sign.</summary>
    public static bool IsTemperature(Passage p, int start)
    {
        var end = start;
        while (end < p.Length && end - start < 6 && p.Before(end) == Gap.None && (IsDigit(p[end]) || (end > start && (p[end] == '.' || FounderCode.Decode(p[end])?.Text == "."))))
        {
            end++;
        }

        return end > start && end < p.Length && (p[end] is '℃' or '°' or '益' or '毅' or 'μ' or '滋' or '度' || (p[end] == '摄' && end + 1 < p.Length && p[end + 1] == '氏'));
    }

    private static bool IsUnit(Passage p, int at)
    {
        for (var i = 0; i + 1 < Units.Length && at + 1 < p.Length; i += 2)
        {
            if (p[at] == Units[i] && p[at + 1] == Units[i + 1])
            {
                return true;
            }
        }

        return false;
    }

    // 圆郾缘: the second number is the first one's decimals.
    private static bool ContinuesNumber(Passage p, int at) =>
        char.IsAsciiDigit(p[at]) || (at > 0 && p.Before(at) == Gap.None && IsDigit(p[at - 1]) && (p[at] is '.' or ',' or '-' or ':' or '·' || FounderCode.Decode(p[at])?.Role is SymbolRole.Joint or SymbolRole.NameDot));
}
