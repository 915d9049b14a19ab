using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>What opens a report and is no part of its words: <see cref="Length"/> characters with the markers and bylines in them.</summary>
/// <param name="IsMarker">本报讯, 江城讯: begins a report for certain.</param>
/// <param name="IsAgain">又讯: a second report under the same headline.</param>
internal sealed record Lead(int Length, bool IsMarker, bool IsAgain, IReadOnlyList<Byline> Bylines)
{
    public static Lead None { get; } = new(0, false, false, []);
}

/// <summary>Reads the markers, date lines and bylines that open a report.</summary>
internal static partial class LeadReader
{
    private const int Reach = 90; // a lead is never longer

    // 本报讯 / 江城讯（季禾） / 又讯 . Not 通讯, 喜讯, 资讯, and not 简讯 which names a section.
    [GeneratedRegex(@"^(?<paper>[\p{IsCJKUnifiedIdeographs}]{1,5})讯(?=[\s　：:（(]|\d|近|日前|今|为|昨|连日|入|截至|随着|在|自)")]
    private static partial Regex Marker();

    // 云江社江城6月7日电 / 6月7日电消息 / 云江网江城6月7日消息 / 央视网消息
    [GeneratedRegex(@"^(?<agency>[\p{IsCJKUnifiedIdeographs}·]{0,16}?)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?:电讯|电|消息|讯)+|(?<=[网社报台刊])(?:消息|电|综合消息))(?=[\s　：:（(，,]|[\p{IsCJKUnifiedIdeographs}])")]
    private static partial Regex Wire();

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}]{2,4}社[\p{IsCJKUnifiedIdeographs}]{2,8}(?:[\d一二三四五六七八九十]{1,2}月)?[\d一二三四五六七八九十]{1,3}日电$")]
    private static partial Regex BracketedWire();

    // 云上江城报道 （记者 季禾）: only before a byline in brackets.
    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}]{2,8}(?:报道|消息|综合)[\s\u3000]*(?=[（(])")]
    private static partial Regex Told();

    // 记者季禾报道： / 本报记者 季禾 通讯员 丁一木 报道：
    [GeneratedRegex(@"^(?:本报|本刊|本台|本网)?(?:特约|见习|实习|首席|全媒体)?(?:记者|通讯员)[^，。：:（(]{2,36}?(?:摄影)?报道(?=[\s　：:])")]
    private static partial Regex Report();

    // 江城晚报——江闻讯（记者 季禾）: the paper before its service.
    [GeneratedRegex(@"^据?(?<paper>[\p{IsCJKUnifiedIdeographs}]{2,8}[报网台社])(?:-{1,3}|—{1,2}|－{1,2}|·)[\p{IsCJKUnifiedIdeographs}]{1,6}讯(?=[\s　：:（(])")]
    private static partial Regex Service();

    // 云江在线江城消息：. Not 好消息：, 最新消息：.
    [GeneratedRegex(@"^(?<agency>[\p{IsCJKUnifiedIdeographs}]{2,14})消息(?=[：:])")]
    private static partial Regex Online();

    private static readonly string[] NoPaper = ["通", "喜", "资", "简", "短", "快", "电", "音", "问", "视", "捷"];

    /// <param name="text">A paragraph, spaced as the source spaces it.</param>
    public static Lead Read(string text)
    {
        var head = text.Length > Reach ? text[..Reach] : text;

        // ◇本报讯: a mark before the marker.
        if (head.Length > 6 && "◇◆□■○●△▲☆★▶►".Contains(head[0]) && Read(text[1..].TrimStart()) is { IsMarker: true } marked)
        {
            return marked with { Length = marked.Length + text.Length - text[1..].TrimStart().Length };
        }

        // 【云江社江城十三日电】: a wire's date line in brackets.
        if (head.Length > 8 && head[0] is '【' or '〖' && head.AsSpan(0, Math.Min(30, head.Length)).IndexOfAny('】', '〗') is > 4 and var close && BracketedWire().IsMatch(head.AsSpan(1, close - 1)))
        {
            return new Lead(Skip(head, close + 1), true, false, []);
        }

        var bylines = new List<Byline>();
        var at = 0;
        bool marker = false, again = false;
        string? organization = null;
        if (ReadMarker(head) is var length and > 0)
        {
            marker = true;
            again = head.StartsWith('又') || head.StartsWith("另讯", StringComparison.Ordinal);
            at = Skip(head, length);
        }
        else if (Service().Match(head) is { Success: true } service)
        {
            marker = true;
            at = Skip(head, service.Length);
        }
        else if (Online().Match(head) is { Success: true } online && BeginsWithMedium(online.Groups["agency"].Value))
        {
            marker = true;
            at = Skip(head, online.Length);
        }
        else if (Wire().Match(head) is { Success: true } wire && IsWire(head, wire))
        {
            marker = true;
            organization = Agency(wire.Groups["agency"].Value);
            at = Skip(head, wire.Length);
        }

        else if (Told().Match(head) is { Success: true } told && BracketedByline(head, told.Length, false, out _, out _))
        {
            marker = true;
            at = told.Length;
        }

        for (var round = 0; round < 2; round++)
        {
            if (BracketedByline(head, at, marker || at > 0, out var end, out var found))
            {
                bylines.AddRange(found.Select(b => b.Organization is null && organization is not null ? b with { Organization = organization } : b));
                at = Skip(head, end);
            }
        }

        var rest = head[at..];
        if (Report().Match(rest) is { Success: true } report && (rest[report.Length] is '：' or ':' || text.Length > at + report.Length + 20 && text.AsSpan().IndexOfAny('，', '。') >= 0) && BylineReader.Read(report.Value) is { } reading)
        {
            bylines.AddRange(reading.Bylines);
            at = Skip(head, at + report.Length);
            marker = true;
        }

        return at == 0 ? Lead.None : new Lead(at, marker, again, bylines);
    }

    private static int ReadMarker(string head)
    {
        if (Marker().Match(head) is { Success: true } match && !NoPaper.Contains(match.Groups["paper"].Value[^1..], StringComparer.Ordinal))
        {
            return match.Length;
        }

        // 本报讯 needs no space behind it.
        return head.StartsWith("本报讯", StringComparison.Ordinal) || head.StartsWith("本刊讯", StringComparison.Ordinal) || head.StartsWith("本网讯", StringComparison.Ordinal) ? 3 : 0;
    }

    // 4月18日电 is a date line; 4月18日电力 is not.
    private static bool IsWire(string head, Match wire)
    {
        var next = wire.Length < head.Length ? head[wire.Length] : '\0';
        if (next is '力' or '解' or '网' or '气' or '厂' or '站' or '价' or '量' or '费' or '缆' or '机' or '话' or '视' or '商' or '子' or '动' or '线')
        {
            return false;
        }

        // 央视网消息（新闻联播）： and not 据该网消息灵通人士
        var dated = wire.Value.Contains('日', StringComparison.Ordinal);
        return next is ' ' or '\u3000' or '：' or ':' or '（' or '(' or '，' || dated;
    }

    private static bool BeginsWithMedium(string words)
    {
        for (var n = 2; n <= words.Length; n++)
        {
            if (UnitReader.IsMedium(words[..n]))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Agency(string words)
    {
        foreach (var ending in (string[])["社", "网", "报", "台"])
        {
            var at = words.IndexOf(ending, StringComparison.Ordinal);
            if (at >= 1 && at <= 6 && words[0] != '本')
            {
                return words[..(at + 1)];
            }
        }

        return null;
    }

    // （季禾） and （记者庄明远） credit; （新闻联播） behind a wire is dropped; （以下简称…） is neither.
    private static bool BracketedByline(string head, int at, bool behindMarker, out int end, out IReadOnlyList<Byline> bylines)
    {
        end = at;
        bylines = [];
        if (at >= head.Length || head[at] is not ('（' or '('))
        {
            return false;
        }

        var close = head.AsSpan(at).IndexOfAny('）', ')');
        if (close < 0)
        {
            return false;
        }

        var content = head.Substring(at + 1, close - 1);
        end = at + close + 1;
        if (BylineReader.Read($"（{content}）") is { } reading && (behindMarker || reading.Strength >= 1))
        {
            bylines = reading.Bylines;
            return true;
        }

        return behindMarker && content.Length <= 12 && end < head.Length && head[end] is '：' or ':' && content.AsSpan().IndexOfAnyInRange('0', '9') < 0;
    }

    private static int Skip(string head, int at)
    {
        while (at < head.Length && head[at] is ' ' or '\u3000' or '：' or ':' or '，' or ',')
        {
            at++;
        }

        return at;
    }
}
