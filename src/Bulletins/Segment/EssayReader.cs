namespace Bulletins.Segment;

/// <summary>Tells essays from reports: essays speak of I and of home, reports of the company; the density of either decides.</summary>
internal static class EssayReader
{
    private static readonly string[] LiteraryWords =
        ["我", "母亲", "父亲", "爷爷", "奶奶", "儿时", "童年", "故乡", "老家", "岁月", "月光", "炊烟", "思念", "记忆", "散文", "诗", "作者", "读者", "心里", "仿佛", "时光", "村庄", "小时候", "阳光", "花开", "温暖", "孩子", "妻子", "女儿", "儿子", "雪花", "春天", "秋天", "夜晚", "乡愁", "书中", "小说"];

    private static readonly string[] OfficialWords =
        ["公司", "该厂", "该矿", "分厂", "车间", "员工", "职工", "项目部", "作业区", "工区", "党支部", "党委", "同比", "安全生产", "班组", "部署", "推进", "落实", "会议", "检修", "任务", "专项"];

    /// <summary>True where a body reads as an essay; one that stands under 副刊 needs less to.</summary>
    public static bool IsEssay(string body, bool labelled)
    {
        double literary = 0, official = 0;
        var spoken = Unquoted(body);
        foreach (var word in LiteraryWords)
        {
            literary += Occurrences(spoken, word) * (word == "我" ? 0.8 : 1);
        }

        literary -= Occurrences(spoken, "我们") * 0.5 + Occurrences(spoken, "我国") * 1.8 + Occurrences(spoken, "自我") * 0.8 + Occurrences(spoken, "我省") * 0.8 + Occurrences(spoken, "我市") * 0.8;
        foreach (var word in OfficialWords)
        {
            official += Occurrences(spoken, word);
        }

        var density = 1000.0 / body.Length;
        return literary * density >= (labelled ? 2 : 7) && literary > official * (labelled ? 0.5 : 1.4);
    }

    /// <summary>How often a text uses the words of reports.</summary>
    public static int OfficialWordsIn(string text) => OfficialWords.Sum(word => Occurrences(text, word));

    private static string Unquoted(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '“' ? 1 : c == '”' && depth > 0 ? -1 : 0;
            if (depth == 0)
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static int Occurrences(string text, string word)
    {
        var n = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            n++;
        }

        return n;
    }
}
