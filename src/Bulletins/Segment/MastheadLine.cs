using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>What a short line says as part of a masthead: its fields, the names beside them, and whatever else it holds.</summary>
internal sealed partial class MastheadLine
{
    private static readonly char[] Gaps = [' ', '\u3000', '\t', '\n', '|', '｜', '/', '／', '>', '·', '—', '-', '（', '）', '(', ')', '【', '】', '《', '》'];

    // 第9期 | 第十二期, but not the ordinal of a noun: 第三期培训班
    [GeneratedRegex(@"(?:(?<year>\d{4}|[〇零○一二三四五六七八九]{4})\s*年(?:度)?\s*)?(?<!总)第\s*(?<n>\d{1,5}|[〇零一二三四五六七八九十百千]{1,9})\s*期(?![\p{IsCJKUnifiedIdeographs}-[总星农今本共]])")]
    private static partial Regex IssueField();

    // 〔2022〕15号 alone, but not a document's number: 江水发〔2022〕15号
    [GeneratedRegex(@"(?<![\p{L}\d])[〔\[［【（(](?<year>\d{4})[〕\]］】）)]\s*第?\s*(?<n>\d{1,4})\s*[号期]|^\s*(?:20\d\d[.．/年]\s*\d{1,2}月?\s+)?(?i:No)[.．]?\s*(?<n>\d{1,4})\s*$")]
    private static partial Regex OtherIssueField();

    [GeneratedRegex(@"总(?:期号|期数)?\s*(?:第)?\s*[：:]?\s*(?<n>\d{1,5}|[〇零一二三四五六七八九十百千]{1,9})\s*期?(?![\p{IsCJKUnifiedIdeographs}-[星农今本共第]])|期号\s*[：:]?\s*(?<n>\d{1,5})")]
    private static partial Regex TotalField();

    [GeneratedRegex(@"星期[一二三四五六日天]|周[一二三四五六日](?=\s|$)")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"第\s*(?:[A-D]?\d{1,2}|[一二三四五六七八九十]{1,2})\s*版|(?<![\p{L}\d])(?:[A-D]?\d{1,2}|[一二三四五六七八])\s*版(?!\p{L})")]
    private static partial Regex Page();

    [GeneratedRegex(@"(?:农历|夏历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{0,6}|农历\S{0,8}|国内统一(?:连续出版物)?刊号\S*|(?<![A-Za-z])CN\s?[\d-]\S*|\S{0,4}准印证\S*|\S{0,2}(?:内部资料|内部刊物|免费交流|免费赠阅|注意保存)\S{0,6}|(?:今日|本期)\s*共?\s*[\d一二三四五六七八]+\s*版|共\s*\d{1,3}\s*[页版]")]
    private static partial Regex Beside();

    private readonly List<string> names = [];

    private MastheadLine(Block block)
    {
        var text = block.Spaced(0, block.Text.Length).Text;
        IsSentence = text.Length > 90 || text.AsSpan().IndexOfAny("，。！？；") >= 0;
        if (IsSentence)
        {
            return;
        }

        if ((DateReader.Date(text) ?? DateReader.Month(text)) is { } date)
        {
            Date = date.Iso;
            text = text.Remove(date.Start, date.Length).Insert(date.Start, "\n");
        }

        text = Take(text, TotalField(), m => Total = DateReader.Number(m.Groups["n"].Value));
        text = Take(text, IssueField().IsMatch(text) ? IssueField() : OtherIssueField(), m => (Issue, HasYear) = (DateReader.Number(m.Groups["n"].Value), m.Groups["year"].Success));
        text = Take(text, Beside(), _ => HasOther = true);
        text = Take(text, Weekday(), _ => HasWeekday = true);
        text = Take(text, Page(), _ => HasPage = true);
        ReadNames(block.IsLetterSpaced && Date is null && Issue is null && Total is null ? Shape.Squeeze(text) : text);
    }

    public string? Date { get; }
    public int? Issue { get; private set; }
    public int? Total { get; private set; }
    public string? Publisher { get; private set; }

    /// <summary>2021年第9期: the issue is one of a year's.</summary>
    public bool HasYear { get; private set; }

    public bool HasWeekday { get; private set; }
    public bool HasPage { get; private set; }

    /// <summary>A lunar date, a licence number, 内部资料, a name in Latin letters, or what an imprint says (责任编辑：…).</summary>
    public bool HasOther { get; private set; }

    /// <summary>It begins with a label of the imprint: 责任编辑 康宁.</summary>
    public bool IsImprint { get; private set; }

    public bool IsSentence { get; }

    /// <summary>Words that are in no field, in their order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Labels with their words (签发人：何秋实) and words in Latin letters.</summary>
    public List<string> Unread { get; } = [];

    public bool HasNumber => Issue is not null || Total is not null;

    public bool HasField => HasNumber || Date is not null || Publisher is not null || HasOther;

    public static MastheadLine Read(Block block) => new(block);

    private static string Take(string text, Regex field, Action<Match> found)
    {
        var match = field.Match(text);
        if (!match.Success)
        {
            return text;
        }

        found(match);
        return field.Replace(text, "\n");
    }

    private void ReadNames(string text)
    {
        var rank = int.MaxValue;
        var label = false; // a label's words follow behind a space: 责任编辑 康宁
        var tokens = text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < tokens.Length; i++)
        {
            // 公司党委宣传部 编
            if (i > 0 && i == tokens.Length - 1 && names.Count == 1 && Publisher is null && Vocabulary.MastheadLabels.ContainsKey(tokens[i]) && UnitReader.IsUnit(names[0]))
            {
                Publisher = names[0];
                names.Clear();
                return;
            }

            var token = tokens[i];
            var word = token.Trim('：', ':', '、', '“', '”');
            var colon = token.AsSpan(0, Math.Max(0, token.Length - 1)).IndexOfAny('：', ':');
            var head = colon > 0 ? token[..colon] : word;
            if (Vocabulary.MastheadLabels.TryGetValue(head, out var labelRank) && head.Length > 1)
            {
                Publish(colon > 0 ? token[(colon + 1)..] : null, labelRank, ref rank);
                label = false;
            }
            else if (Vocabulary.ImprintLabels.Contains(head))
            {
                IsImprint |= names.Count == 0 && !HasField;
                HasOther = true;
                Unread.Add(token);
                label = colon < 0;
            }
            else if (label)
            {
                Unread[^1] += " " + token;
            }
            else if (!Publish(word, ref rank) && word.Length > 0)
            {
                if (Shape.HanCount(word) > 0)
                {
                    names.Add(word);
                }
                else
                {
                    HasOther = true;
                    Unread.Add(word);
                }
            }
        }
    }

    // 党委宣传部主办 2023年6月9日
    private bool Publish(string word, ref int rank)
    {
        for (var n = Math.Min(4, word.Length - 2); n >= 1; n--)
        {
            if (Vocabulary.MastheadLabels.TryGetValue(word[^n..], out var labelRank) && UnitReader.IsUnit(word[..^n]))
            {
                Publish(word[..^n], labelRank, ref rank);
                return true;
            }
        }

        // 2020年12月28日出版: the label of a date.
        return Date is not null && Vocabulary.MastheadLabels.ContainsKey(word);
    }

    private void Publish(string? name, int labelRank, ref int rank)
    {
        if (name is { Length: > 1 } && labelRank < rank)
        {
            (Publisher, rank) = (name, labelRank);
        }
    }
}
