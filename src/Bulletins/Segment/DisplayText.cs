namespace Bulletins.Segment;

/// <summary>The lines of a headline, kicker or subtitle as one text.</summary>
internal static class DisplayText
{
    // 集团公司召开 / 质量月总结表彰会: a line that ends in one of these goes on in the next.
    private static readonly string[] Unfinished =
        ["召开", "举行", "举办", "开展", "启动", "荣获", "获得", "完成", "实现", "突破", "通过", "打造", "推进", "组织", "推动", "助力", "迎来", "签署", "赴", "向", "为", "在", "对", "被", "让", "到"];

    /// <summary>A space sets the phrases apart; none where a line broke inside a quotation or a phrase.</summary>
    public static TracedText? Of(List<Block> blocks)
    {
        TracedText? whole = null;
        Block? last = null;
        foreach (var block in blocks)
        {
            var line = block.Traced(block.Bullet == BulletSort.Ornament ? block.MarkLength : 0, int.MaxValue).Trim();
            line = block.IsRunIn ? line.Slice(1, line.Text.Length - 2) : line;
            whole = whole is null ? line : whole.Append(line, Shape.IsBalanced(whole.Text) && !(last is not null && GoesOn(last, block)) ? " " : "");
            last = block;
        }

        return whole is null ? null : CloseUp(whole);
    }

    /// <summary>高温下的 / “光明接力”, 抽水蓄能电站 / 主体工程开工: the first line alone says nothing.</summary>
    public static bool GoesOn(Block first, Block second) =>
        second.Blank == 0 && (Unfinished.Any(w => first.Text.EndsWith(w, StringComparison.Ordinal) && !IsHeld(first.Text, w)) || first.Text[^1] is '的' or '与' or '和' or '、'
            || first.IsUnitLine && !(IsActor(first.Text) && !IsDeed(second.Text)) && !second.Text.Contains(' ', StringComparison.Ordinal) && second.Text.Length <= first.Text.Length + 2);

    // 复合肥分公司 / 小袋子里的大文章: those who work are the kicker of what is said of them; 抽水蓄能电站 / 主体工程开工 is one sentence.
    internal static bool IsActor(string text) =>
        Actors.Any(a => text.EndsWith(a, StringComparison.Ordinal));

    /// <summary>召开…, 荣获…: what the line above does.</summary>
    internal static bool IsDeed(string text) =>
        Deeds.Any(d => text.StartsWith(d, StringComparison.Ordinal));

    private static readonly string[] Actors = ["公司", "分厂", "车间", "工区", "作业区", "支部", "党委", "总支", "工会", "团委", "项目部", "事业部", "管理部", "管理处", "管理中心", "班组", "大队"];

    private static readonly string[] Deeds =
        ["召开", "举行", "举办", "开展", "启动", "荣获", "获", "喜获", "喜", "完成", "实现", "突破", "通过", "打造", "推进", "组织", "推动", "助力", "迎来", "签署", "签订", "赴", "为", "向", "与", "被", "成为", "成功", "再", "全力", "全面", "积极", "深入", "扎实", "首", "创", "入选", "参加", "发布", "投产", "圆满", "顺利"];

    // 学习会召开, 启动仪式举行: what is held has been named, nothing need follow.
    private static bool IsHeld(string text, string verb) =>
        verb is "召开" or "举行" or "举办" or "启动" && text.Length > verb.Length + 3 && "会议式赛节坛展班".Contains(text[^(verb.Length + 1)]);

    // 喜获 QC 成果奖: set off on both sides the letters are typeset so; a space on one side parts two phrases.
    private static TracedText CloseUp(TracedText text)
    {
        for (var i = text.Text.Length - 2; i > 0; i--)
        {
            if (text.Text[i] != ' ' || !Shape.IsHan(text.Text[i + 1]) || !char.IsAsciiLetterOrDigit(text.Text[i - 1]))
            {
                continue;
            }

            var from = i - 1;
            while (from > 0 && char.IsAsciiLetterOrDigit(text.Text[from - 1]))
            {
                from--;
            }

            if (from > 1 && text.Text[from - 1] == ' ' && Shape.IsHan(text.Text[from - 2]))
            {
                text = text.Slice(0, from - 1).Append(text.Slice(from, i - from)).Append(text.Slice(i + 1, text.Text.Length - i - 1));
                i = from - 1;
            }
        }

        return text;
    }
}
