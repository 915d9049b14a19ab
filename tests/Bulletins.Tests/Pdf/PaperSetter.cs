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

    public ContentOrder Order { get; init; }

    /// <summary>A headline's letters are set apart.</summary>
    public double HeadlineSpacing { get; init; }
}

/// <summary>Sets a text in narrow columns, headlines in their own column. A line that begins with # is a headline; lines that a column has wrapped already are kept as they are.</summary>
internal sealed class PaperSetter
{
    private const double Margin = 30;
    private const int WidestWrapped = 40;
    private static readonly double[] HeadlineSizes = [2.4, 1.8, 1.3];

    private readonly PaperSettings settings;
    private readonly PaperFont body = new("AAAAAA+FZSSK", "F1");
    private readonly PaperFont display = new("BBBBBB+FZHTK-Bold", "F2");
    private readonly List<PaperPage> pages = [];
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
        setter.Flow(setter.Lines(text));
        lines = [.. setter.pages.SelectMany(p => p.Lines).Select(l => l.Text)];
        return setter.Save();
    }

    private IEnumerable<SetLine> Lines(string text)
    {
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
            var above = isBlank && (isWrapped || !settings.Indents) ? 0.5 * Leading : 0;
            foreach (var set in level > 0 ? Headline(line.TrimStart('#').Trim(), level) : Paragraph(line, above))
            {
                yield return set;
            }

            isBlank = false;
        }
    }

    private IEnumerable<SetLine> Headline(string text, int level)
    {
        var size = HeadlineSizes[Math.Min(level, 3) - 1] * settings.Size;
        size = Math.Max(settings.Size * 1.15, Math.Min(size, 2 * column / (Ems(text) + 1)));
        foreach (var (line, i) in Wrap(text, column / (size * (1 + settings.HeadlineSpacing)), 0).Select((l, i) => (l, i)))
        {
            yield return new SetLine(line.TrimEnd(), display, size) { Above = i == 0 ? size * 0.6 : size * 0.2, Spacing = settings.HeadlineSpacing * size };
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

    private void Flow(IEnumerable<SetLine> lines)
    {
        var (at, y) = (0, settings.Height - Margin);
        foreach (var line in lines)
        {
            var height = Math.Max(Leading, line.Size * 1.25);
            if (y - line.Above - height < Margin)
            {
                (at, y) = (at + 1, settings.Height - Margin);
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
            pages.Add(new PaperPage());
        }

        line.X = Margin + (column % settings.Columns * (this.column + settings.Gutter)) + line.Indent;
        line.Y = y;
        pages[page].Lines.Add(line);
    }

    private byte[] Save() =>
        PaperPage.Save(pages, (2 * Margin) + (settings.Columns * (column + settings.Gutter)) - settings.Gutter, settings.Height, settings.Order, body, display);
}
