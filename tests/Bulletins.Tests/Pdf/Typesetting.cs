using System.Text;

namespace Bulletins.Tests.Pdf;

/// <summary>Breaks text into lines, Latin letters half an em wide.</summary>
internal static class Typesetting
{
    /// <summary>Lines of so many ems: no stop begins one, no number and no Latin word is cut.</summary>
    public static List<string> Wrap(string text, double ems, double indent)
    {
        var lines = new List<string>();
        var (line, width, room) = (new List<Rune>(), 0.0, ems - indent);
        foreach (var rune in text.EnumerateRunes())
        {
            if (width + Ems(rune) > room + 0.01 && !"，。、；：！？”’）》】,.;:!?)%…".Contains(rune.ToString(), StringComparison.Ordinal))
            {
                var cut = line.Count;
                while (cut > 1 && IsWord(rune) && IsWord(line[cut - 1]))
                {
                    cut--;
                }

                cut = cut <= 1 ? line.Count : "“‘（《".Contains(line[cut - 1].ToString(), StringComparison.Ordinal) ? cut - 1 : cut;
                lines.Add(string.Concat(line.Take(cut)));
                line.RemoveRange(0, cut);
                (width, room) = (line.Sum(Ems), ems);
            }

            line.Add(rune);
            width += Ems(rune);
        }

        lines.Add(string.Concat(line));
        return lines;

        static bool IsWord(Rune r) => r.Value < 128 && r.Value != ' ' && r.Value != ',';
    }

    /// <summary>A paragraph's lines, all but the last as wide as the column.</summary>
    /// <param name="width">Of the column, in ems like the first line's <paramref name="indent"/>.</param>
    public static IEnumerable<SetLine> Justified(string text, PaperFont font, double size, double width, double indent)
    {
        var lines = Wrap(text, width, indent);
        for (var i = 0; i < lines.Count; i++)
        {
            var first = i == 0 ? indent : 0;
            var free = (width - first - Ems(lines[i])) * size;
            yield return new SetLine(lines[i], font, size)
            {
                Indent = first * size,
                Spacing = i + 1 < lines.Count ? free / (lines[i].EnumerateRunes().Count() - 1) : Math.Min(0, free / Math.Max(1, lines[i].Length - 1)),
            };
        }
    }

    public static double Ems(Rune rune) => rune.Value < 128 ? 0.5 : 1;

    public static double Ems(string text) => text.EnumerateRunes().Sum(Ems);
}
