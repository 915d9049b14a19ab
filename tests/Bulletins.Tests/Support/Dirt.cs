using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>What happens to a text on its way through OCR, PDF and word processors.</summary>
internal static class Dirt
{
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static readonly Func<Random, string, string>[] Kinds =
    [
        (_, line) => line.Replace('，', ',').Replace('：', ':').Replace('；', ';').Replace('（', '(').Replace('）', ')'),
        (_, line) => Spaced(line),
        (_, line) => string.Concat(line.Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + '０') : c)),
        (_, line) => Founder(line, everything: true),
        (_, line) => Founder(line, everything: false),
        (random, line) => random.Next(1, Math.Max(2, line.Length)) is var at && at < line.Length && !char.IsLowSurrogate(line[at]) ? line.Insert(at, "\u200b") : line,
        (_, line) => line.Replace('力', '⼒').Replace('工', '⼯'),
        (_, line) => line + "  ",
    ];

    /// <summary>Soils some of the lines, each in its own way, and now and then the line ends of the whole text.</summary>
    public static string Spread(Random random, string text)
    {
        var often = random.NextDouble();
        var lines = text.Split('\n').Select(line => line.Length > 0 && random.NextDouble() < often * 0.5 ? Kinds[random.Next(Kinds.Length)](random, line) : line);
        return string.Join(random.Next(4) == 0 ? "\r\n" : "\n", lines);
    }

    /// <summary>Founder garble: the right GB 2312 symbol with its lead byte 0x31 too high.</summary>
    public static string Founder(string text, bool everything)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var wide = everything && c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c;
            var bytes = Gb.GetBytes([wide]);
            result.Append(bytes is [>= 0xA1 and <= 0xA9, >= 0xA1] && (everything || !char.IsLetterOrDigit(c)) ? Gb.GetString([(byte)(bytes[0] + 0x31), bytes[1]]) : c.ToString());
        }

        return result.ToString();
    }

    private static string Spaced(string line)
    {
        var result = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(line[i]) != char.IsAsciiDigit(line[i - 1]) && line[i] > '\u3000' != line[i - 1] > '\u3000')
            {
                result.Append(' ');
            }

            result.Append(line[i]);
        }

        return result.ToString();
    }
}
