using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>Text without sense, from characters that mean something to a rule.</summary>
internal static class Chaos
{
    private static readonly string[] Pieces =
    [
        "，", "。", "、", "：", "“", "”", "‘", "’", "（", "）", "《", "》", "—", "——", "……", "·", "●", "📍", "①", "％", "％", "０", "９", "Ａ", "ｚ",
        ",", ".", ":", "(", ")", "\"", "'", "-", "%", "*", "**", "#", "## ", "|", "[", "](a.md)", "<br>", "\\", "`", "> ", "- ", "1. ", "1", "20", "3.5", "400kA", "Al", "A1", "kWh/t",
        "袁", "遥", "尧", "院", "曰", "渊", "冤", "野", "冶", "叶", "曳", "浴", "钥", "噎", "要", "窑", "园", "员", "圆", "猿", "愿", "豫", "援", "粤", "郾", "荫",
        "记者", "通讯员", "本报讯", "又讯", "摄", "编者按", "第", "期", "年", "月", "日", "万元", "亿", "吨", "同比", "增长", "降低", "从", "至", "分别", "张", "三", "百", "千", "零",
        " ", "  ", "\u3000", "\n", "\n\n", "\r\n", "\r", "\t", "\u200b", "\ufeff", "\u00ad", "\ufffd", "\u2028", "⼒", "⻛", "𠮷", "é", "ï¼Œ", "锟斤拷", "&nbsp;", "&#65;", "ﬁ", "\ue5e5", "\u202e",
    ];

    public static string Text(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = random.Next(0, 200); i >= 0; i--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
