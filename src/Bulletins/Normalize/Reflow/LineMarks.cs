using System.Buffers;
using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Normalize.Reflow;

/// <summary>What the first and last characters of a line say about its neighbours.</summary>
internal static class LineMarks
{
    private static readonly string[] Openers = [.. TableReader.Rows("sentence-openers.tsv").Select(row => row[0])];
    private static readonly SearchValues<char> OpenerHeads = SearchValues.Create([.. Openers.Select(word => word[0]).Distinct()]);

    private static readonly FrozenSet<string> Labels = TableReader.Rows("line-labels.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsFinal(string text, int at) =>
        text[at] is '。' or '！' or '？' or '…' || text[at] is '!' or '?' && at > 0 && Script.IsChinese(text, at - 1);

    public static LineEnding Ending(string text, int start, int end, int final)
    {
        var at = end - 1;
        while (at >= start && (Script.IsClosing(text[at]) || text[at] is ')' or '"'))
        {
            at--;
        }

        if (at < start)
        {
            return LineEnding.Word;
        }

        if (IsFinal(text, at))
        {
            return LineEnding.Final;
        }

        if (at == end - 1 && text[at] is '，' or '、' or ',' or '（' or '《' or '“' or '—' or '-' or '(')
        {
            return LineEnding.Open;
        }

        if (text[at] is '：' or '；' or ':' or ';' or '~' or '.')
        {
            return LineEnding.Neutral;
        }

        // 。（张三）, 。摄影 李四: what follows the last sentence is a signature.
        var tail = final + 1;
        while (final >= 0 && tail < end && (Script.IsClosing(text[tail]) || Script.IsSpace(text[tail])))
        {
            tail++;
        }

        if (final >= 0 && end - tail <= 40 && IsSignature(text, tail, end))
        {
            return LineEnding.Closed;
        }

        return final < 0 && end - start <= 40 && IsSignature(text, start, end) ? LineEnding.Closed : LineEnding.Word;
    }

    /// <summary>Whether a line begins something new: an item, a report with its marker, a signature.</summary>
    public static bool IsFresh(string text, int start, int end)
    {
        if (start == end)
        {
            return false;
        }

        var c = text[start];
        if (c is '●' or '○' or '■' or '□' or '◆' or '◇' or '★' or '☆' or '▲' or '△' or '▶' or '►' or '•' or '※' or '◎' or '✦' or '❖' or '➢' or '✔' or '|' or '【' or '#' or '>' or '*'
            or >= '①' and <= '⓿' or >= '㈠' and <= '㈩' || c is >= '\ud83c' and <= '\ud83e')
        {
            return true;
        }

        return IsLabelled(text, start, end) || IsNumbered(text, start, end) || IsMarked(text, start, end) || end - start <= 40 && IsSignature(text, start, end);
    }

    /// <summary>Whether a line begins with a word that opens a report or a paragraph.</summary>
    public static bool IsOpener(string text, int start, int end)
    {
        if (start >= end || !OpenerHeads.Contains(text[start]))
        {
            return false;
        }

        var line = text.AsSpan(start, end - start);
        foreach (var word in Openers)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line has the small words of sentences, which headlines do without.</summary>
    public static bool ReadsAsText(string text, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += "是的了该其我他她它你们这那就都也已还将被把".Contains(text[i], StringComparison.Ordinal) ? 1 : 0;
        }

        return count >= 2;
    }

    /// <summary>2023年…, 5月3日…: a date, which opens a sentence far more often than it carries one on.</summary>
    public static bool IsDate(string text, int start, int end)
    {
        var at = start;
        while (at < end && at - start < 4 && Script.IsDigit(text[at]))
        {
            at++;
        }

        while (at < end && text[at] == ' ')
        {
            at++;
        }

        return at > start && at < end && text[at] is '年' or '月';
    }

    // 一、 （一） 1. 1、 1） 第一条
    private static bool IsNumbered(string text, int start, int end)
    {
        var at = start;
        var bracket = text[at] is '（' or '(';
        at += bracket ? 1 : 0;
        var from = at;
        while (at < end && at - from < 3 && (Script.IsDigit(text[at]) || "一二三四五六七八九十百".Contains(text[at], StringComparison.Ordinal)))
        {
            at++;
        }

        if (at == from || at >= end)
        {
            return text[start] == '第' && end - start > 2 && text.AsSpan(start, Math.Min(end - start, 6)).IndexOfAny("章条节篇") > 1;
        }

        if (bracket)
        {
            return text[at] is '）' or ')';
        }

        // 3.5万吨 goes on, 3.加强, 3.2024年全国… and 一、加强 begin; 三、四号炉 goes on.
        return text[at] is '．' or ')' or '）' || text[at] is '.' && !(at + 1 < end && Script.IsDigit(text[at + 1]) && !IsDate(text, at + 1, end))
            || text[at] is '、' && at + 1 < end && !Script.IsDigit(text[at + 1]) && !"一二三四五六七八九十两".Contains(text[at + 1], StringComparison.Ordinal);
    }

    /// <summary>钢城讯 近日…, 本报讯（记者…: a report with its marker.</summary>
    public static bool IsMarked(string text, int start, int end)
    {
        var head = text.AsSpan(start, Math.Min(end - start, 9));
        var at = head.IndexOf('讯');
        at = at < 0 && head.IndexOf("消息", StringComparison.Ordinal) is >= 1 and var news ? news + 1 : at;
        if (at < 1 || start + at + 1 >= end)
        {
            return false;
        }

        var next = text[start + at + 1];
        return Script.IsSpace(next) || next is '（' or '(' or '：' or ':';
    }

    // 抄送：…, 电话：…: the head of an imprint's line.
    private static bool IsLabelled(string text, int start, int end)
    {
        var colon = text.AsSpan(start, Math.Min(end - start, 8)).IndexOfAny('：', ':');
        return colon > 0 && Labels.Contains(text.AsSpan(start, colon).ToString());
    }

    // （张三 李四）, 摄影 王五, 通讯员 赵六: no pause, and a credit word or nothing but a bracket.
    private static bool IsSignature(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        if (line.IndexOfAny("，。；！？") >= 0 || line.Length < 2)
        {
            return false;
        }

        if (line[0] is '（' or '(')
        {
            return line[^1] is '）' or ')' && line.Length <= 30 && line[1..].IndexOfAny('（', '(') < 0;
        }

        return line.Length <= 30 && line.IndexOfAny(' ', '／', '/') > 0 && GapLine.HasCreditWord(line[..Math.Min(line.Length, 8)]);
    }
}
