using System.Globalization;
using System.Text;
using static Bulletins.Tests.Pdf.Typesetting;

namespace Bulletins.Tests.Pdf;

internal enum ContentOrder { Reading, Rows, Shuffled }

/// <summary>How a paper is set. Sizes in points, gaps in lines.</summary>
internal sealed record PaperSettings
{
    public int Columns { get; init; } = 4;

    /// <summary>Characters of a column, where the text does not bring its own lines.</summary>
    public int Width { get; init; } = 18;

    public double Size { get; init; } = 9.5;

    public double Gutter { get; init; } = 16;

    public double Height { get; init; } = 1000;

    /// <summary>Paragraphs begin with two ems of white space; otherwise half a line stands between them.</summary>
    public bool Indents { get; init; } = true;

    /// <summary>A headline stands over two columns with its body in both; otherwise in its own column.</summary>
    public bool SpansHeadlines { get; init; }

    public ContentOrder Order { get; init; }

    /// <summary>A headline's letters are set apart.</summary>
    public double HeadlineSpacing { get; init; }
}

/// <summary>Sets a text as a newspaper does. A line that begins with # is a headline; lines that a column has wrapped already are kept as they are.</summary>
internal sealed class PaperSetter
{
    private const double Margin = 30;
    private const int WidestWrapped = 40;
    private static readonly double[] HeadlineSizes = [2.4, 1.8, 1.3];

    private readonly PaperSettings settings;
    private readonly PaperFont body = new("AAAAAA+FZSSK", "F1");
    private readonly PaperFont display = new("BBBBBB+FZHTK-Bold", "F2");
    private readonly List<PressPage> pages = [];
    private readonly double column;
    private readonly bool isWrapped;

    private PaperSetter(string text, PaperSettings settings)
    {
        this.settings = settings;
        var longest = text.Split('\n').Where(l => !l.StartsWith('#')).Max(l => l.EnumerateRunes().Count());
        isWrapped = longest <= WidestWrapped;
        column = (isWrapped ? text.Split('\n').Where(l => !l.StartsWith('#')).Max(Ems) : settings.Width) * settings.Size;
    }

    private double Leading => settings.Size * 1.45;

    public static byte[] Set(string text, PaperSettings settings) => Set(text, settings, out _);

    /// <param name="lines">What was set, in reading order.</param>
    public static byte[] Set(string text, PaperSettings settings, out IReadOnlyList<string> lines)
    {
        var setter = new PaperSetter(text, settings);
        var parts = setter.Parts(text);
        if (settings.SpansHeadlines)
        {
            setter.Boxes(parts);
        }
        else
        {
            setter.Flow(parts.SelectMany(p => p), 0, settings.Columns, settings.Columns);
        }

        lines = [.. setter.pages.SelectMany(p => p.Lines).Select(l => l.Text)];
        return setter.Save();
    }

    // The lines of each article: what begins at a headline of the two upper levels.
    private List<List<SetLine>> Parts(string text)
    {
        var parts = new List<List<SetLine>> { new() };
        var isBlank = false;
        foreach (var source in text.Split('\n'))
        {
            var line = source.Replace("**", "", StringComparison.Ordinal).TrimEnd();
            if (line.Length == 0)
            {
                isBlank = true;
                continue;
            }

            var level = line.Length - line.TrimStart('#').Length;
            if (level is 1 or 2 && settings.SpansHeadlines)
            {
                parts.Add([]);
            }

            var above = isBlank && (isWrapped || !settings.Indents) ? 0.5 * Leading : 0;
            parts[^1].AddRange(level > 0 ? Headline(line.TrimStart('#').Trim(), level) : Paragraph(line, above));
            isBlank = false;
        }

        parts.RemoveAll(p => p.Count == 0);
        return parts;
    }

    private IEnumerable<SetLine> Headline(string text, int level)
    {
        var size = HeadlineSizes[Math.Min(level, 3) - 1] * settings.Size;
        var room = settings.SpansHeadlines && level < 3 ? (2 * column) + settings.Gutter : column;
        size = Math.Max(settings.Size * 1.15, Math.Min(size, 2 * room / (Ems(text) + 1)));
        foreach (var (line, i) in Wrap(text, room / (size * (1 + settings.HeadlineSpacing)), 0).Select((l, i) => (l, i)))
        {
            yield return new SetLine(line.TrimEnd(), display, size) { Above = i == 0 ? size * 0.6 : size * 0.2, Spacing = settings.HeadlineSpacing * size, IsHeadline = level < 3 };
        }
    }

    private IEnumerable<SetLine> Paragraph(string text, double above)
    {
        if (isWrapped)
        {
            yield return new SetLine(text.TrimStart(), body, settings.Size) { Above = above, Indent = (text.Length - text.TrimStart().Length) * settings.Size / 2 };
            yield break;
        }

        var ems = column / settings.Size;
        var indent = settings.Indents && Ems(text) > ems ? 2 : 0;
        foreach (var (line, i) in Justified(text, body, settings.Size, ems, indent).Select((l, i) => (l, i)))
        {
            yield return i == 0 ? line with { Above = above } : line;
        }
    }

    // Articles in boxes two columns wide, one under the other, then in the next two columns.
    private void Boxes(List<List<SetLine>> parts)
    {
        var pair = 0;
        var top = settings.Height - Margin;
        foreach (var part in parts)
        {
            var head = part.TakeWhile(l => l.IsHeadline).ToList();
            var rest = part.Skip(head.Count).ToList();
            if (top - head.Sum(l => l.Above + l.Size) < Margin + (6 * Leading))
            {
                (pair, top) = (pair + 2, settings.Height - Margin);
            }

            foreach (var line in head)
            {
                top -= line.Above + line.Size;
                Place(line, pair, top);
            }

            top -= head.Count > 0 ? 0.6 * Leading : 0;
            for (var at = 0; at < rest.Count;)
            {
                var room = (int)((top - Margin) / Leading) - 3;
                var needed = (rest.Count - at + 1) / 2;
                var each = Math.Min(room, needed);
                var lowest = top;
                for (var k = 0; k < 2; k++)
                {
                    var y = top;
                    foreach (var line in rest.Skip(at).Take(each))
                    {
                        y -= (y == top ? 0 : line.Above) + Math.Max(Leading, line.Size * 1.25);
                        Place(line, pair + k, y);
                    }

                    (at, lowest) = (Math.Min(rest.Count, at + each), Math.Min(lowest, y));
                }

                (pair, top) = at < rest.Count ? (pair + 2, settings.Height - Margin) : (pair, lowest - (0.8 * Leading));
            }
        }
    }

    private void Flow(IEnumerable<SetLine> lines, int first, int count, int step)
    {
        var (at, y) = (first, settings.Height - Margin);
        foreach (var line in lines)
        {
            var height = Math.Max(Leading, line.Size * 1.25);
            if (y - line.Above - height < Margin)
            {
                at = at + 1 < first + count ? at + 1 : first + step;
                (first, y) = (at >= first + count ? at : first, settings.Height - Margin);
            }

            y -= (y < settings.Height - Margin ? line.Above : 0) + height;
            Place(line, at, y);
        }
    }

    private void Place(SetLine line, int column, double y)
    {
        var page = column / settings.Columns;
        while (pages.Count <= page)
        {
            pages.Add(new PressPage());
        }

        line.X = Margin + (column % settings.Columns * (this.column + settings.Gutter)) + line.Indent;
        line.Y = y;
        pages[page].Lines.Add(line);
    }

    private byte[] Save()
    {
        var maker = new PdfMaker { PageEntries = string.Create(CultureInfo.InvariantCulture, $"/MediaBox [0 0 {(2 * Margin) + (settings.Columns * (column + settings.Gutter)) - settings.Gutter:F0} {settings.Height}]") };
        var contents = pages.ConvertAll(p => p.Content(settings.Order));
        var resources = $"/Font << /F1 {body.AddTo(maker)} 0 R /F2 {display.AddTo(maker)} 0 R >>";
        foreach (var content in contents)
        {
            var stream = maker.AddStream("/Filter /FlateDecode", PdfMaker.Deflate(content));
            maker.AddPage(resources, $"{stream} 0 R", "");
        }

        return maker.Save();
    }
}
