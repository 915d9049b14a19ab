using System.Globalization;
using System.Text.RegularExpressions;

namespace Bulletins.Figures;

/// <summary>When a text was published, where its page says so and no masthead does: 发布时间：2021-03-05, 2023-12-05 18:30 发表于, /2024/11/12/.
/// With it 今年 and 一季度 get their year.</summary>
internal sealed partial class PublicationDates
{
    private const int HeaderLength = 400;
    private static readonly string[] Labels = ["时间", "日期", "发布", "发表", "刊发", "上传", "更新", "编发", "讯"];
    private readonly List<(int At, string Date)> dates = [];

    /// <summary>Reads the dates of a source.</summary>
    /// <param name="text">The source as it stands: a link's address is no longer in the normalized text.</param>
    public PublicationDates(string text)
    {
        foreach (var match in Written().EnumerateMatches(text))
        {
            var parts = text.AsSpan(match.Index, match.Length);
            if (IsPublished(text, match.Index, match.Index + match.Length) && Date(parts) is { } date && (dates.Count == 0 || dates[^1].Date != date))
            {
                dates.Add((match.Index, date));
            }
        }
    }

    /// <summary>The date printed over an article, or the only one of the text; null where there is none.</summary>
    /// <param name="start">Where the article begins in the source.</param>
    public string? At(int start)
    {
        if (dates.Count <= 1)
        {
            return dates.Count == 0 ? null : dates[0].Date;
        }

        var last = Ordered.Leading(dates, start + HeaderLength, static (date, end) => date.At <= end) - 1;
        return last < 0 ? null : dates[last].Date;
    }

    // A date in a report is no date of its publication: 2023年3月5日，全厂… needs a label, a time of day, a bracket of its own or an address.
    private static bool IsPublished(string text, int start, int end)
    {
        var before = text.AsSpan(Math.Max(0, start - 8), start - Math.Max(0, start - 8));
        var cut = before.LastIndexOfAny('\n', '。', '，');
        before = cut < 0 ? before : before[(cut + 1)..];
        foreach (var label in Labels)
        {
            if (before.Contains(label, StringComparison.Ordinal) && (before.TrimEnd() is [.., ':' or '：' or '于' or '间' or '期'] || before.EndsWith("发布")))
            {
                return true;
            }
        }

        var next = end < text.Length ? text[end] : '\n';
        var lineStarts = start == 0 || text[start - 1] is '\n' or ' ' or '|' or '　';
        var clock = end + 5 < text.Length && next is ' ' or '　' && char.IsAsciiDigit(text[end + 1]) && (text[end + 2] == ':' || text[end + 3] == ':');
        var bracketed = start > 0 && text[start - 1] is '(' or '（' && next is ')' or '）' && end - start == 8;
        var address = start > 0 && text[start - 1] == '/' && next is '/';
        return (lineStarts && clock) || bracketed || address;
    }

    private static string? Date(ReadOnlySpan<char> written)
    {
        Span<int> parts = stackalloc int[3];
        if (written.Length == 8 && !written.ContainsAnyExceptInRange('0', '9'))
        {
            var whole = int.Parse(written, NumberStyles.None, CultureInfo.InvariantCulture);
            (parts[0], parts[1], parts[2]) = (whole / 10_000, whole / 100 % 100, whole % 100);
        }
        else
        {
            var k = 0;
            foreach (var c in written)
            {
                k += char.IsAsciiDigit(c) ? 0 : 1;
                if (k < 3 && char.IsAsciiDigit(c))
                {
                    parts[k] = (parts[k] * 10) + c - '0';
                }
            }
        }

        var valid = parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1]);
        return valid ? string.Create(CultureInfo.InvariantCulture, $"{parts[0]:0000}-{parts[1]:00}-{parts[2]:00}") : null;
    }

    // 2021-03-05, 2018年11月19日, 2024/11/12, 20230105
    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?:[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
