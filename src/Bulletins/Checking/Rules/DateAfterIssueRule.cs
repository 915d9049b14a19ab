using System.Globalization;
using System.Text.RegularExpressions;
using Bulletins.Figures;

namespace Bulletins.Checking.Rules;

/// <summary>An event that is told as past, on a day after the issue's date: the date or the masthead is misread or misprinted.</summary>
internal sealed partial class DateAfterIssueRule : TextRule
{
    /// <summary>A day without a year that lies farther ahead is last year's: 12月5日 in an issue of January.</summary>
    private const int FarthestDays = 92;

    private static readonly string[] Ahead =
    [
        "将", "拟", "计划", "预计", "预期", "争取", "力争", "确保", "截止", "截至", "定于", "届时", "即将", "要", "施行", "执行", "实施", "生效", "期限", "到期", "为期", "报名", "征稿", "公示",
        "规划", "准备", "筹备", "迎接", "安排", "应", "须", "可", "敬请", "欢迎", "建议", "决定", "同意", "合同", "约定",
    ];

    private static readonly string[] Past = ["了", "已", "曾", "顺利", "成功", "圆满", "召开", "举行", "举办", "获", "完成", "参加", "开展", "组织", "来到", "前往", "莅临"];

    public override CheckRule Doc { get; } = new("date-after-issue", CheckArea.Articles, Severity.Warning,
        new("A date after the issue's",
            "A sentence that begins with a day (5月8日，… or 2024年5月8日，…) and tells something as done, though the issue's masthead bears an earlier date.",
            "Plans, terms and notices, and dates inside a sentence, which may be planned ones; a day without a year more than three months ahead, which is last year's; issues without a date.",
            "One of the two dates is misread or misprinted: compare both with the source."),
        new("日期晚于本期",
            "以日期开头的句子（5月8日，……；2024年5月8日，……）所述的事情已经发生，而报头的日期更早。",
            "计划、期限、通知，以及句中的日期（可能是计划的）；超过三个月之后的无年份日期（那是去年的）；没有日期的一期。",
            "两个日期中有一个读错或印错：把两处都与源文件对照。"));

    [GeneratedRegex(@"(?<![\d.])(?:(?<y>20\d\d)年)?(?<m>1[0-2]|0?[1-9])月(?<d>[12]\d|3[01]|0?[1-9])日")]
    private static partial Regex Day();

    public override IEnumerable<Finding> Find(CheckedText text)
    {
        foreach (var (document, article, draft) in text.Articles.Where(a => a.Article.Kind is ArticleKind.Article or ArticleKind.Brief or ArticleKind.Caption))
        {
            if (!DateOnly.TryParseExact(document.Masthead?.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issue))
            {
                continue;
            }

            foreach (var paragraph in draft.Paragraphs.Where(p => p.Kind is ParagraphKind.Text or ParagraphKind.ListItem))
            {
                foreach (var (start, length, date) in After(paragraph.Text.Text, issue))
                {
                    yield return Finding(text, paragraph.Text.Spans(text.Normalized, start, length),
                        string.Create(CultureInfo.InvariantCulture, $"{paragraph.Text.Text.Substring(start, length)} is {date:yyyy-MM-dd}, after the issue's {issue:yyyy-MM-dd}"), article);
                }
            }
        }
    }

    /// <summary>The days after the issue's that the text tells as past.</summary>
    internal static IEnumerable<(int Start, int Length, DateOnly Date)> After(string text, DateOnly issue)
    {
        if (!text.Contains('日', StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var (from, to) in Sentences.Split(text))
        {
            var sentence = text[from..to];
            foreach (Match match in Day().Matches(sentence))
            {
                if (IsOpening(sentence, match) && Date(match, issue.Year) is { } date && date > issue
                    && (match.Groups["y"].Success || date.DayNumber - issue.DayNumber <= FarthestDays) && IsTold(sentence.AsSpan(match.Index + match.Length)))
                {
                    yield return (from + match.Index, match.Length, date);
                }
            }
        }
    }

    private static bool IsOpening(string sentence, Match day) =>
        sentence.AsSpan(0, day.Index).Trim("“‘（【 ").IsEmpty && day.Index + day.Length < sentence.Length && sentence[day.Index + day.Length] is '，' or '上' or '下' or '晚' or '凌' or '清';

    // 5月8日，公司召开会议，要求… is told; 5月8日，公司将召开会议 is not: what comes first decides.
    private static bool IsTold(ReadOnlySpan<char> rest)
    {
        var told = First(rest, Past);
        return told >= 0 && First(rest, Ahead) is var ahead && (ahead < 0 || ahead > told);
    }

    private static int First(ReadOnlySpan<char> text, string[] words)
    {
        var first = -1;
        foreach (var word in words)
        {
            var at = (first < 0 ? text : text[..first]).IndexOf(word, StringComparison.Ordinal);
            first = at >= 0 ? at : first;
        }

        return first;
    }

    private static DateOnly? Date(Match match, int issueYear)
    {
        var year = match.Groups["y"].Success ? Number("y") : issueYear;
        var (month, day) = (Number("m"), Number("d"));
        return day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
