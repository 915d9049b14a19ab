namespace Bulletins.Segment;

/// <summary>Tells the names of sections: a word of the table, alone or at the end (基层动态), or an ornamented title (安·全之窗, 连载之七).</summary>
internal static class SectionNames
{
    public static double Score(string text)
    {
        var name = text.Trim('【', '】', '〖', '〗', '[', ']', '［', '］', '■', '●', ' ', '\u3000', '《', '》');
        if (name.Length is 0 or > 20)
        {
            return 0;
        }

        if (Vocabulary.SectionWords.Contains(name))
        {
            return 1.8;
        }

        // 特别报道·向海图强: the column before its theme.
        if (name.IndexOf('·', StringComparison.Ordinal) is >= 2 and <= 6 and var dot && Vocabulary.SectionWords.Contains(name[..dot]))
        {
            return 1.4;
        }

        if (name.Contains("连载", StringComparison.Ordinal) || name.Contains("系列报道", StringComparison.Ordinal) || name.EndsWith('篇') || name.EndsWith("专栏", StringComparison.Ordinal))
        {
            return 1.4;
        }

        for (var n = Math.Min(4, name.Length - 1); n >= 2; n--)
        {
            if (name.Length <= 8 && !name.Contains(' ', StringComparison.Ordinal) && Vocabulary.SectionWords.Contains(name[^n..]))
            {
                return 1;
            }
        }

        // 炉前之声, 船台之窗: four characters round 之.
        return name.Length is 4 or 5 && name[^2] == '之' ? 1 : 0;
    }

    /// <summary>本期要目, 目录: what stands over a list of contents.</summary>
    public static bool IsContents(string name) =>
        Shape.Squeeze(name).Trim('【', '】', '◎', '■', '●') is "目录" or "本期要目" or "要目" or "本期导读" or "导读" or "内容提要" or "本期看点" or "本期目录" or "本期内容" or "今日导读" or "目次" or "要目导读" or "本版导读";

    /// <summary>True for a word of the table, alone or at the end.</summary>
    public static bool IsListed(string text)
    {
        for (var n = Math.Min(6, text.Length); n >= 2; n--)
        {
            if (Vocabulary.SectionWords.Contains(text[^n..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Round-ups of items that stand without headlines of their own: 简讯, 一句话新闻.</summary>
    public static bool IsRoundUp(string name) =>
        name.Contains("简讯", StringComparison.Ordinal) || name.Contains("短讯", StringComparison.Ordinal) || name.Contains("短波", StringComparison.Ordinal) || name.Contains("快讯", StringComparison.Ordinal)
        || name.Contains("一句话", StringComparison.Ordinal) || name.Contains("速览", StringComparison.Ordinal) || name.Contains("速递", StringComparison.Ordinal)
        || name.Contains("集锦", StringComparison.Ordinal) || name.Contains("简报", StringComparison.Ordinal) || name.Contains("点击", StringComparison.Ordinal);
}
