namespace Bulletins.Ingest;

/// <summary>Finds the pairs of <c>**</c> (and <c>***</c>) that set words in bold, paragraph by paragraph.</summary>
/// <remarks>
/// CommonMark's rule of which run opens and which closes was made for words between spaces: in <c>传承**“匠心”**致敬</c> it sees no
/// emphasis. Here a run opens before anything but a space or a closing mark, and closes behind anything but a space or an opening one.
/// Masked names and numbers (张**、李**, 138**5678) and rows of stars stay.
/// </remarks>
internal static class StrongScanner
{
    private const int MaxReach = 2000;
    private const string Opening = "（《“‘【〔「『([<";
    private const string Closing = "）》”’】〕」』)]>，。、；：！？,.;:!?";

    // The hundred most frequent surnames, which stand before the stars of a masked name.
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";

    /// <summary>Calls <paramref name="found"/> with each pair's runs, in order of their ends.</summary>
    public static void Scan(string text, Action<(int Start, int Length), (int Start, int Length)> found)
    {
        (int Start, int Length) open = default;
        for (var i = 0; text.AsSpan(i).IndexOf("**") is var next and >= 0;)
        {
            var start = i + next;
            var length = RunLength(text, start);
            i = start + length;
            var (opens, closes) = length is 2 or 3 && !IsEscaped(text, start) ? Roles(text, start, i) : default;
            if (closes && open.Length == length && start - open.Start <= MaxReach && !HasBlankLine(text.AsSpan(open.Start, start - open.Start)))
            {
                if (!IsMasked(text, open.Start, start))
                {
                    found(open, (start, length));
                }

                open = default;
            }
            else if (opens)
            {
                open = (start, length);
            }
        }
    }

    private static (bool Opens, bool Closes) Roles(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : '\n';
        var after = end < text.Length ? text[end] : '\n';
        if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
        {
            return default;
        }

        var opens = !char.IsWhiteSpace(after) && !Closing.Contains(after);
        var closes = !char.IsWhiteSpace(before) && !Opening.Contains(before);
        return (opens, closes);
    }

    // 张**和李**两人: both runs stand behind a surname.
    private static bool IsMasked(string text, int open, int close) =>
        open > 0 && Surnames.Contains(text[open - 1]) && Surnames.Contains(text[close - 1]);

    private static bool IsEscaped(string text, int at) => at > 0 && text[at - 1] == '\\';

    private static int RunLength(string text, int at) =>
        text.AsSpan(at).IndexOfAnyExcept('*') is var length and >= 0 ? length : text.Length - at;

    private static bool HasBlankLine(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\n') is var at and >= 0)
        {
            text = text[(at + 1)..];
            if (text.TrimStart(" \t\u3000\r") is ['\n', ..])
            {
                return true;
            }
        }

        return false;
    }
}
