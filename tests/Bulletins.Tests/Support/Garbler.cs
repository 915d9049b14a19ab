using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>What a Founder font garbles; the test's own words for it, apart from the library's.</summary>
[Flags]
public enum Shifted
{
    None = 0,
    Punctuation = 1,
    Numbers = 2,
    Latin = 4,
    Everything = Punctuation | Numbers | Latin,
}

/// <summary>Makes Founder garble of clean text by the arithmetic alone: encode in GB 2312, raise the lead byte by 0x31, decode.</summary>
public static class Garbler
{
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static string Garble(string clean, Shifted what)
    {
        var result = new StringBuilder(clean.Length);
        for (var i = 0; i < clean.Length; i++)
        {
            result.Append(Garble(clean, i, what));
        }

        return result.ToString();
    }

    /// <summary>The garbled form of one character; the character itself where its class is not shifted or no symbol.</summary>
    public static char Garble(string clean, int at, Shifted what)
    {
        var c = clean[at];
        var between = at > 0 && at + 1 < clean.Length && char.IsAsciiDigit(clean[at - 1]) && char.IsAsciiDigit(clean[at + 1]);
        return c switch
        {
            '.' when between => Or(Shifted.Numbers, 0xaab1),
            ',' when between => Or(Shifted.Numbers, 0xaab0),
            '-' or '/' or '+' when between => Or(Shifted.Numbers, 0xa380 + c),
            '%' or (>= '0' and <= '9') => Or(Shifted.Numbers, 0xa380 + c),
            '～' or '℃' or '‰' or '°' or '×' => Or(Shifted.Numbers, Code(c)),
            >= 'A' and <= 'Z' or >= 'a' and <= 'z' => Or(Shifted.Latin, 0xa380 + c),
            >= '\u4e00' and <= '\u9fff' or < '\u0080' => c,
            _ when Code(c) >> 8 is 0xa1 or 0xa3 or 0xa6 => Or(Shifted.Punctuation, Code(c)),
            _ => c,
        };

        char Or(Shifted needs, int code) => (what & needs) == Shifted.None ? c : Shift(code);
    }

    public static char Shift(int code) => Gb.GetString([(byte)((code >> 8) + 0x31), (byte)code])[0];

    private static int Code(char c)
    {
        var bytes = Gb.GetBytes([c]);
        return bytes.Length == 2 ? (bytes[0] << 8) | bytes[1] : 0;
    }

    /// <summary>Breaks a paragraph into lines of a column; a mark that may not begin a line stays with the line before.</summary>
    public static string Wrap(string paragraph, int width, string newline = "\n")
    {
        var result = new StringBuilder();
        var column = 0;
        for (var i = 0; i < paragraph.Length; i++)
        {
            if (column >= width && !"，。、；：！？）”’》〉】〕…—·～%℃".Contains(paragraph[i]) && !"（“‘《〈【〔".Contains(paragraph[i - 1]) && !(char.IsAscii(paragraph[i]) && char.IsAscii(paragraph[i - 1])))
            {
                result.Append(newline);
                column = 0;
            }

            result.Append(paragraph[i]);
            column++;
        }

        return result.ToString();
    }
}
