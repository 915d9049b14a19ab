using System.Buffers;

namespace Bulletins.Normalize.Rules;

/// <summary>Makes half-width punctuation full-width where it belongs to Chinese words.</summary>
public sealed class PunctuationRule : NormalizeRule
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(",:;!?().");

    public override RuleDoc Doc { get; } = new(
        "punctuation",
        new RuleText(
            "Half-width punctuation beside Chinese",
            "Makes , : ; ! ? and ( ) full-width where they stand beside Chinese words, and the point that ends a Chinese sentence 。",
            "Chinese is set with full-width marks; the half-width ones come from recognition or from an input method.",
            "Marks inside numbers (1,234), times (10:30), ratios (1:1), addresses, code, formulas (Al(OH)3) and sentences in another language."),
        new RuleText(
            "汉字旁的半角标点",
            "把汉字旁边的 , : ; ! ? ( ) 改为全角，汉语句末的小数点改为句号。",
            "中文排版用全角标点，半角来自识别软件或输入法。",
            "数字（1,234）、时刻（10:30）、比值（1:1）、网址、代码、化学式（Al(OH)3）以及外文句子中的标点。"),
        "今年,该厂(二车间)提出:降本!",
        "今年，该厂（二车间）提出：降本！");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return [];
        }

        var edits = new List<TextEdit>();
        foreach (var (start, end) in TextLines.Of(text))
        {
            if (!text.AsSpan(start, end - start).ContainsAny(Marks))
            {
                continue;
            }

            var profile = LineProfile.Of(text, start, end);
            if (profile.Han > 0 && !profile.IsCode)
            {
                Line(text, start, end, profile, edits);
            }
        }

        edits.Sort((a, b) => a.Start.CompareTo(b.Start));
        return edits;
    }

    private void Line(string text, int start, int end, LineProfile profile, List<TextEdit> edits)
    {
        var open = new Stack<int>();
        var tokenEnd = start;
        var isAddress = false;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (i >= tokenEnd)
            {
                (tokenEnd, isAddress) = Token(text, i, end);
            }

            if (isAddress)
            {
                continue;
            }

            switch (c)
            {
                case ',' or ':' or ';' or '!' or '?':
                    if (IsChinese(text, start, end, i, profile))
                    {
                        edits.Add(new TextEdit(i, 1, Wide(c), Id));
                    }

                    break;
                case '.' when EndsSentence(text, start, end, i, profile):
                    edits.Add(new TextEdit(i, 1, "。", Id, 0.95));
                    break;
                case '(' or '（':
                    open.Push(i);
                    break;
                case ')' or '）':
                    Bracket(text, start, end, i, open, profile.IsForeign, edits);
                    break;
            }
        }

        foreach (var i in open)
        {
            // A bracket that the line's end cut, with a word on both sides.
            if (text[i] == '(' && Script.IsHanAt(text, i - 1) && Script.IsHanAt(text, i + 1))
            {
                edits.Add(new TextEdit(i, 1, "（", Id));
            }
        }
    }

    // A run of characters that is an address or a path: it holds ://, @ between letters, or letters around a point or stroke.
    private static (int End, bool IsAddress) Token(string text, int start, int end)
    {
        var address = false;
        var i = start;
        for (; i < end && text[i] is > ' ' and < '\u007f'; i++)
        {
            address |= text[i] == ':' && i + 2 < end && text[i + 1] == '/' && text[i + 2] == '/'
                || text[i] is '@' && i > start && i + 1 < end && Script.IsLetterOrDigit(text[i - 1]) && Script.IsLetter(text[i + 1])
                || text[i] is '.' or '_' && i > start && i + 1 < end && Script.IsLetter(text[i - 1]) && Script.IsLetter(text[i + 1])
                || text[i] is '\\' || text[i] is ':' && i + 1 < end && text[i + 1] is '\\';
        }

        // The mark that ends the run belongs to the sentence: 见www.a.cn,再… has no space before the comma's word.
        while (address && i - 1 > start && text[i - 1] is ',' or ';' or ')' or '!' or '?' or ':')
        {
            i--;
        }

        return (Math.Max(i, start + 1), address);
    }

    // …落实责任. – a point behind a Chinese word that ends the line or the quotation, in a line that has other marks of sentences.
    private static bool EndsSentence(string text, int start, int end, int at, LineProfile profile) =>
        profile.Han >= 10 && profile.Pauses + profile.Stops > 0 && !profile.IsForeign && at - 2 >= start && Script.IsHanAt(text, at - 1) && Script.IsHanAt(text, at - 2)
        && (at + 1 == end || Script.IsClosing(text[at + 1]) && text[at + 1] is '”' or '’' && (at + 2 == end || Script.IsHanAt(text, at + 2)));

    private static bool IsChinese(string text, int start, int end, int at, LineProfile profile)
    {
        var before = at - 1;
        while (before >= start && (Script.IsSpace(text[before]) || text[before] is '!' or '?'))
        {
            before--;
        }

        var after = at + 1;
        while (after < end && (Script.IsSpace(text[after]) || text[after] is '!' or '?'))
        {
            after++;
        }

        if (before < start)
        {
            return false;
        }

        var chineseBefore = Script.IsHanAt(text, before) || Script.IsClosing(text[before]) || text[before] == '…';
        var chineseAfter = after < end && (Script.IsHanAt(text, after) || Script.IsOpening(text[after]));

        // A name in a foreign sentence: the mark is Chinese only between Chinese.
        if (profile.IsForeign)
        {
            return chineseBefore && (chineseAfter || after == end && text[at] is '!' or '?');
        }

        // 产量:12 is Chinese, 10:30 is not; PVC,同时 is Chinese, GB:1 is not. A smiley follows no word.
        if (chineseBefore)
        {
            return !(text[at] is ':' or ';' && after == at + 1 && after < end && text[after] is ')' or '(' or '-' or 'D' or 'P');
        }

        // 达99.6%,B级品…: no number goes on behind a percent sign, and a list in Chinese has no half-width ; or ,
        if (text[before] is '%' or '‰' or '℃' or '²' or '³' && text[at] is ',' or ';' && profile.Han >= 10)
        {
            return true;
        }

        var word = Script.IsLetterOrDigit(text[before]) || text[before] is '%' or '‰' or '℃' or '°' or ')' or '）' or '"' or '\'' or '²' or '³' or ']';
        return word && chineseAfter || word && after == end && text[at] is ',' or ';' && Script.IsDigit(text[before]) is false && profile.Han >= 10;
    }

    // Both brackets, when there is Chinese inside or before them; a half that is full-width already decides too.
    private void Bracket(string text, int start, int end, int at, Stack<int> open, bool foreign, List<TextEdit> edits)
    {
        if (!open.TryPop(out var from))
        {
            // 一)、 and a half whose partner a line end cut; a) and :) stay.
            if (text[at] == ')' && Script.IsHanAt(text, at - 1) && (at + 1 == end || Script.IsChinese(text, at + 1)))
            {
                edits.Add(new TextEdit(at, 1, "）", Id));
            }

            return;
        }

        if (text[from] == '（' != (text[at] == '）') || text[from] == '(' && !foreign && (ChineseBeside(text, start, from) || HoldsChinese(text, from + 1, at) || IsItem(text, start, end, from, at)))
        {
            if (text[from] == '(')
            {
                edits.Add(new TextEdit(from, 1, "（", Id));
            }

            if (text[at] == ')')
            {
                edits.Add(new TextEdit(at, 1, "）", Id));
            }
        }
    }

    private static bool ChineseBeside(string text, int start, int from)
    {
        var before = from - 1;
        while (before >= start && text[before] == ' ')
        {
            before--;
        }

        return before >= start && Script.IsChinese(text, before);
    }

    // (1)加强…: a number of a Chinese list.
    private static bool IsItem(string text, int start, int end, int from, int at) =>
        at - from is 2 or 3 && Script.IsDigit(text[from + 1]) && Script.IsDigit(text[at - 1]) && at + 1 < end && Script.IsHanAt(text, at + 1)
        && text.AsSpan(start, from - start).IsWhiteSpace();

    // Nested brackets would make this quadratic; what is far from the opening bracket says little.
    private static bool HoldsChinese(string text, int from, int to)
    {
        for (var i = from; i < Math.Min(to, from + 100); i++)
        {
            if (Script.IsHanAt(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static string Wide(char c) => ((char)(c + 0xfee0)).ToString();
}
