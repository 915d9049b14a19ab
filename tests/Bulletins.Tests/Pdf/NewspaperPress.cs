using System.Globalization;
using static Bulletins.Tests.Pdf.Typesetting;

namespace Bulletins.Tests.Pdf;

/// <summary>What stands in one box of a newspaper page.</summary>
internal sealed record PressArticle(string? Kicker, string? Headline, string? Subtitle, string? Byline, IReadOnlyList<string> Paragraphs);

internal enum BoxRules { None, Between, Frames }

internal enum BylinePlace { OverColumns, InColumn }

/// <summary>How a newspaper is set. Widths in ems of the body, sizes in points.</summary>
internal sealed record PressSettings
{
    public int Columns { get; init; } = 5;

    public double Width { get; init; } = 15;

    public double Size { get; init; } = 9.5;

    public double Gutter { get; init; } = 1.2;

    /// <summary>What is added to the gutter between two boxes.</summary>
    public double BetweenBoxes { get; init; }

    public BoxRules Rules { get; init; }

    public bool IsCentered { get; init; } = true;

    public BylinePlace Byline { get; init; }

    public double Height { get; init; } = 1200;

    public int Seed { get; init; } = 1;

    public ContentOrder Order { get; init; }
}

/// <summary>Sets articles on newspaper pages: boxes of one to all columns beside and under each other, headlines over all of a box's columns,
/// the body in columns of equal height.</summary>
internal sealed class NewspaperPress
{
    private const double Margin = 36;
    private const int FewestLines = 4;
    private const int MostLines = 42;

    private readonly PressSettings settings;
    private readonly Random random;
    private readonly PaperFont body = new("AAAAAA+FZSSK", "F1");
    private readonly PaperFont display = new("BBBBBB+FZXBSK-Bold", "F2");
    private readonly List<PaperPage> pages = [];
    private readonly List<IReadOnlyList<string>> boxes = [];
    private double top;

    private NewspaperPress(PressSettings settings)
    {
        this.settings = settings;
        random = new Random(settings.Seed);
    }

    private double Em => settings.Size;

    private double Leading => settings.Size * 1.45;

    private double ColumnWidth => settings.Width * Em;

    private double Step => ColumnWidth + ((settings.Gutter + settings.BetweenBoxes) * Em);

    private double FullHeight => settings.Height - (2 * Margin);

    public static byte[] Set(IEnumerable<PressArticle> articles, PressSettings settings) => Set(articles, settings, out _);

    /// <param name="boxes">Of each article the lines, in reading order.</param>
    public static byte[] Set(IEnumerable<PressArticle> articles, PressSettings settings, out IReadOnlyList<IReadOnlyList<string>> boxes)
    {
        var press = new NewspaperPress(settings);
        press.NewPage();
        var waiting = new Queue<PressArticle>(articles);
        while (waiting.Count > 0)
        {
            press.Band(waiting);
        }

        boxes = press.boxes;
        return press.Save();
    }

    // Boxes beside each other, and under the shorter ones what still fits.
    private void Band(Queue<PressArticle> waiting)
    {
        var stacks = new List<(int First, int Span, List<PressArticle> Articles)>();
        for (var free = settings.Columns; free > 0 && waiting.Count > 0;)
        {
            var article = waiting.Peek();
            var spans = Enumerable.Range(1, free).Where(w => LinesPerColumn(article, w) is >= FewestLines and <= MostLines).ToList();
            if (spans.Count == 0)
            {
                if (stacks.Count > 0 && LinesPerColumn(article, free) > MostLines)
                {
                    stacks[^1] = stacks[^1] with { Span = stacks[^1].Span + free };
                    break;
                }

                spans = [LinesPerColumn(article, 1) < FewestLines ? 1 : free];
            }

            var span = spans[random.Next(spans.Count)];
            stacks.Add((settings.Columns - free, span, [waiting.Dequeue()]));
            free -= span;
        }

        var height = stacks.Max(s => HeightOf(s.Articles[0], s.Span));
        foreach (var (_, span, articles) in stacks)
        {
            var used = HeightOf(articles[0], span);
            while (waiting.Count > 0 && waiting.Peek() is var next && used + Leading + HeightOf(next, span) <= height + (2 * Leading))
            {
                articles.Add(waiting.Dequeue());
                used += Leading + HeightOf(next, span);
            }

            height = Math.Max(height, used);
        }

        if (top - height < Margin && top < settings.Height - Margin)
        {
            NewPage();
        }

        var (start, lowest) = (top, top);
        foreach (var (first, span, articles) in stacks)
        {
            var page = pages.Count - 1;
            top = start;
            foreach (var article in articles)
            {
                Place(article, first, span);
                top -= Leading;
            }

            lowest = pages.Count - 1 > page ? top : Math.Min(lowest, top);
        }

        if (settings.Rules == BoxRules.Between && lowest < start)
        {
            foreach (var (first, _, _) in stacks.Skip(1))
            {
                pages[^1].AddRule(Margin + (first * Step) - (Step - ColumnWidth) / 2, lowest + Leading, 0.4, start - lowest - Leading);
            }

            pages[^1].AddRule(Margin, lowest + (0.5 * Leading), (settings.Columns * Step) - (Step - ColumnWidth), 0.4);
        }

        top = lowest;
    }

    private int LinesPerColumn(PressArticle article, int span) => (Body(article).Count + span - 1) / span;

    private double HeightOf(PressArticle article, int span) =>
        Head(article, span).Sum(l => l.Above + l.Size) + (0.6 * Leading) + (LinesPerColumn(article, span) * Leading);

    private List<SetLine> Body(PressArticle article)
    {
        var lines = article.Paragraphs.SelectMany(p => Justified(p, body, Em, settings.Width, Ems(p) > settings.Width ? 2 : 0)).ToList();
        if (article.Byline is { } byline && settings.Byline == BylinePlace.InColumn)
        {
            lines.Insert(0, new SetLine(byline, body, Em) { Indent = Math.Max(0, (ColumnWidth - (Ems(byline) * Em)) / 2) });
        }

        return lines;
    }

    private List<SetLine> Head(PressArticle article, int span)
    {
        var room = (span * Step) - (Step - ColumnWidth);
        var size = Em * span switch { 1 => 1.6, 2 => 2.2, 3 => 2.6, _ => 3.2 };
        var lines = new List<SetLine>();
        Add(article.Kicker, span == 1 ? 1.1 * Em : 1.35 * Em, 0.8);
        Add(article.Headline, Math.Max(1.25 * Em, Math.Min(size, 2 * room / (Ems(article.Headline ?? "") + 2))), 0.5);
        Add(article.Subtitle, 1.2 * Em, 0.4);
        if (settings.Byline == BylinePlace.OverColumns)
        {
            Add(article.Byline, Em, 0.5);
        }

        return lines;

        void Add(string? text, double size, double above)
        {
            foreach (var (line, i) in Wrap(text ?? "", room / size, 0).Where(l => l.Length > 0).Select((l, i) => (l.TrimEnd(), i)))
            {
                lines.Add(new SetLine(line, size > Em ? display : body, size) { Above = (i == 0 ? above : 0.2) * size, Indent = settings.IsCentered ? Math.Max(0, (room - (Ems(line) * size)) / 2) : 0, Spacing = Math.Min(0, (room - (Ems(line) * size)) / line.Length) });
            }
        }
    }

    private void Place(PressArticle article, int first, int span)
    {
        var start = top;
        var head = Head(article, span);
        foreach (var line in head)
        {
            top -= line.Above + line.Size;
            Put(line, first);
        }

        top -= 0.6 * Leading;
        var lines = Body(article);
        boxes.Add([.. head.Concat(lines).Select(l => l.Text)]);
        for (var at = 0; at < lines.Count;)
        {
            var each = Math.Min((lines.Count - at + span - 1) / span, (int)((top - Margin) / Leading) + 1);
            for (var k = 0; k < span && at < lines.Count; k++)
            {
                foreach (var (line, i) in lines.Skip(at).Take(each).Select((l, i) => (l, i)))
                {
                    line.Y = top - (i * Leading) - Em;
                    line.X = Margin + ((first + k) * Step) + line.Indent;
                    pages[^1].Lines.Add(line);
                }

                at += each;
            }

            if (at < lines.Count)
            {
                NewPage();
                start = top;
            }
            else
            {
                top -= each * Leading;
            }
        }

        if (settings.Rules == BoxRules.Frames)
        {
            pages[^1].AddFrame(Margin + (first * Step) - 4, top - 5, (span * Step) - (Step - ColumnWidth) + 8, start - top + 5);
        }
    }

    private void Put(SetLine line, int column)
    {
        (line.X, line.Y) = (Margin + (column * Step) + line.Indent, top);
        pages[^1].Lines.Add(line);
    }

    // What stands on top of every page; only its number differs.
    private void NewPage()
    {
        var page = new PaperPage();
        pages.Add(page);
        var right = Margin + (settings.Columns * Step) - (Step - ColumnWidth);
        page.Lines.Add(new SetLine("海川报", display, 2 * Em) { X = Margin, Y = settings.Height - 26 });
        var said = string.Create(CultureInfo.InvariantCulture, $"2023年9月12日 星期二 第{pages.Count}版");
        page.Lines.Add(new SetLine(said, body, Em) { X = right - (Ems(said) * Em), Y = settings.Height - 26 });
        page.AddRule(Margin, settings.Height - 31, right - Margin, 1);
        top = settings.Height - Margin;
    }

    private byte[] Save() => PaperPage.Save(pages, (2 * Margin) + (settings.Columns * Step), settings.Height, settings.Order, body, display);
}
