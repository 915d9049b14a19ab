using System.Buffers;

namespace Bulletins.Normalize.Rules;

/// <summary>Gives straight quotation marks their direction, paragraph by paragraph.</summary>
public sealed class QuoteRule : NormalizeRule
{
    private static readonly SearchValues<char> Straight = SearchValues.Create("\"'");
    private static readonly SearchValues<char> Double = SearchValues.Create("\"“”");

    public override RuleDoc Doc { get; } = new(
        "quote",
        new RuleText(
            "Quotation marks",
            "Makes straight quotation marks “ ” and ‘ ’; turns marks that all point the same way.",
            "The paragraph's marks come out in pairs, and Chinese words stand inside or beside them.",
            "A paragraph whose marks do not come out in pairs (a doubt is reported), apostrophes, inches and minutes, code and foreign sentences."),
        new RuleText(
            "引号",
            "把直引号改为“ ”和‘ ’；方向全部相同的引号配成对。",
            "一段之内引号恰好成对，且引号里外有汉字。",
            "不成对的段落（给出提示）、撇号、英寸和角分符号、代码和外文句子。"),
        "开展\"安康杯\"竞赛",
        "开展“安康杯”竞赛");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        if (text.AsSpan().IndexOfAny(Straight) < 0 && text.AsSpan().IndexOfAny(Double) < 0)
        {
            return edits;
        }

        foreach (var (start, end) in TextLines.Of(text))
        {
            var line = text.AsSpan(start, end - start);
            if (!line.ContainsAny(Double) && line.IndexOf('\'') < 0)
            {
                continue;
            }

            var straight = line.Contains('"');
            if (!straight && line.IndexOf('\'') < 0 && line.Contains('“') && line.Contains('”'))
            {
                continue;
            }

            var profile = LineProfile.Of(text, start, end);
            if (profile.Han == 0 || profile.IsCode || profile.IsForeign)
            {
                continue;
            }

            if (straight)
            {
                Doubles(text, start, end, edits, context);
            }
            else if (line.Contains('“') != line.Contains('”'))
            {
                SameWay(text, start, end, edits);
            }

            Singles(text, start, end, edits);
        }

        edits.Sort((a, b) => a.Start.CompareTo(b.Start));
        return edits;
    }

    private void Doubles(string text, int start, int end, List<TextEdit> edits, RuleContext context)
    {
        var found = new List<TextEdit>();
        var open = -1;
        for (var i = start; i < end; i++)
        {
            switch (text[i])
            {
                case '“' when open >= 0:
                case '”' when open < 0:
                    Fail(i);
                    return;
                case '“':
                    open = i;
                    break;
                case '”':
                    if (text[open] == '"')
                    {
                        found.Add(new TextEdit(open, 1, "“", Id));
                    }

                    open = -1;
                    break;
                case '"' when IsPrime(text, start, end, i, open):
                    break;
                case '"' when open < 0:
                    open = i;
                    break;
                case '"':
                    if (text[open] == '“')
                    {
                        found.Add(new TextEdit(i, 1, "”", Id));
                    }
                    else if (IsChinese(text, start, end, open, i))
                    {
                        found.Add(new TextEdit(open, 1, "“", Id));
                        found.Add(new TextEdit(i, 1, "”", Id));
                    }

                    open = -1;
                    break;
            }
        }

        if (open >= 0 && (found.Count > 0 || text[open] == '"'))
        {
            Fail(open);
            return;
        }

        edits.AddRange(found);

        void Fail(int at) => context.Doubt(at, "quote-unpaired", "这一段的引号不成对，直引号未改动 / the quotation marks of this paragraph do not come out in pairs; straight ones were left");
    }

    // 24"显示屏, 39°54'20": a mark of measure follows a digit and closes nothing.
    private static bool IsPrime(string text, int start, int end, int at, int open)
    {
        if (open >= 0 || at == start || !Script.IsDigit(text[at - 1]))
        {
            return false;
        }

        var next = text.AsSpan(at + 1, Math.Min(end - at - 1, 40)).IndexOf('"');
        return next < 1 || Script.IsDigit(text[at + next]);
    }

    private static bool IsChinese(string text, int start, int end, int open, int close)
    {
        if (open > start && Script.IsChinese(text, open - 1) || close + 1 < end && Script.IsChinese(text, close + 1))
        {
            return true;
        }

        return Script.IsHanAt(text, open + 1) || Script.IsHanAt(text, close - 1);
    }

    // ”双随机”检查: an even number of marks, all the same way.
    private void SameWay(string text, int start, int end, List<TextEdit> edits)
    {
        var places = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (text[i] is '“' or '”')
            {
                places.Add(i);
            }
        }

        if (places.Count % 2 != 0)
        {
            return;
        }

        for (var k = 0; k < places.Count; k += 2)
        {
            // A phrase stands between them, and none of the two touches a line end from the wrong side.
            if (places[k + 1] - places[k] is < 2 or > 60 || places[k] + 1 >= end || text.AsSpan(places[k], places[k + 1] - places[k]).ContainsAny('。', '！', '？'))
            {
                return;
            }
        }

        for (var k = 0; k < places.Count; k++)
        {
            var right = k % 2 == 0 ? '“' : '”';
            if (text[places[k]] != right)
            {
                edits.Add(new TextEdit(places[k], 1, right.ToString(), Id, 0.9));
            }
        }
    }

    // Single marks in pairs, each beside Chinese or a quotation mark; an apostrophe stands between letters.
    private void Singles(string text, int start, int end, List<TextEdit> edits)
    {
        var open = -1;
        for (var i = start; i < end; i++)
        {
            if (text[i] != '\'' || i > start && (Script.IsLetter(text[i - 1]) && i + 1 < end && Script.IsLetter(text[i + 1]) || Script.IsDigit(text[i - 1])))
            {
                continue;
            }

            if (open < 0)
            {
                open = i;
            }
            else
            {
                if (Script.IsHanAt(text, open + 1) && (Script.IsHanAt(text, i - 1) || Script.IsPause(text[i - 1])) && i - open <= 60)
                {
                    edits.Add(new TextEdit(open, 1, "‘", Id));
                    edits.Add(new TextEdit(i, 1, "’", Id));
                }

                open = -1;
            }
        }
    }
}
