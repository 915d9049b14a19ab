namespace Bulletins.Figures;

/// <summary>Reads the quantities that an article states. It keeps no state: any number of threads may call it.</summary>
public static class FigureExtractor
{
    /// <returns>In reading order; the ranges do not overlap.</returns>
    /// <param name="unknown">Takes the numbers whose unit no table knows.</param>
    public static IReadOnlyList<FigureDraft> Extract(FigureInput input, ICollection<UnknownUnit>? unknown = null)
    {
        var figures = new List<FigureDraft>();
        var periods = new PeriodScanner(input.IssueDate);
        var frame = default(Frame);
        foreach (var (place, text) in input.Texts)
        {
            if (text.Contains('\n', StringComparison.Ordinal) || TableReading.IsRow(text))
            {
                new TableReading(text, place, input.IssueDate).Read(figures);
                continue;
            }

            // 2023年以来 at the head of a report is its year, further on
            frame = frame.Period is { Length: 7 } open && open.EndsWith("/..", StringComparison.Ordinal) ? frame with { Period = open[..4] } : frame;
            var reader = new TextReader(text, place, periods, frame);
            reader.Read(figures, unknown);

            // What the headline or the first paragraph says of time holds for the article.
            if (place is not { Part: FigurePart.Paragraph, Paragraph: > 0 } && reader.FirstFrame is { Words: not null } first)
            {
                frame = first;
            }
        }

        return figures;
    }

    /// <summary>A period that is carried on, and the words that stated it.</summary>
    private readonly record struct Frame(string? Period, string? Words);

    /// <summary>Reads one of the article's texts.</summary>
    private sealed class TextReader
    {
        private readonly FigureText text;
        private readonly FigurePlace place;
        private readonly PeriodScanner periods;
        private readonly List<PeriodStatement> statements;
        private Frame carried;
        private FigureReading? told;

        public TextReader(string text, FigurePlace place, PeriodScanner periods, Frame carried)
        {
            this.text = new FigureText(text);
            this.place = place;
            this.periods = periods;
            this.carried = carried;
            statements = periods.Scan(this.text);
            this.text.Times = statements;
        }

        /// <summary>The first period of the text that others may be carried by.</summary>
        public Frame FirstFrame { get; private set; }

        public void Read(List<FigureDraft> figures, ICollection<UnknownUnit>? unknown)
        {
            var places = new List<(int Start, int End)>();
            var quantities = QuantityScanner.Scan(text.Text, places);
            foreach (var (start, end) in places)
            {
                unknown?.Add(new UnknownUnit(place, start, end - start));
            }

            foreach (var quantity in quantities)
            {
                QualifierReader.Read(text, quantity);
            }

            var next = 0;
            var nextStatement = 0;
            foreach (var (start, end) in Sentences.Split(text.Text))
            {
                var first = next;
                while (next < quantities.Count && quantities[next].Start < end)
                {
                    next++;
                }

                var said = nextStatement;
                while (nextStatement < statements.Count && statements[nextStatement].Start < end)
                {
                    nextStatement++;
                }

                var own = statements.GetRange(said, nextStatement - said);
                if (next > first)
                {
                    ReadSentence(quantities.GetRange(first, next - first), start, end, own, figures);
                }

                var lasting = own.FindLast(s => s.Scope == PeriodScope.Paragraph);
                if (lasting.End > 0)
                {
                    carried = new Frame(lasting.Period, text.Text[lasting.Start..lasting.End]);
                    FirstFrame = FirstFrame.Words is null ? carried : FirstFrame;
                }
            }
        }

        private void ReadSentence(List<Quantity> quantities, int start, int end, List<PeriodStatement> own, List<FigureDraft> figures)
        {
            var reader = new SentenceReader(text, start, end, quantities, YearOf(own.FindLast(s => !s.IsBase && s.Period is not null).Period ?? carried.Period) ?? periods.CurrentYear, told);
            told = null;
            var sentence = text.Text[start..end].Trim();
            foreach (var reading in reader.Read())
            {
                told = reading;
                var q = reading.Quantity;
                var period = PeriodAt(own, q);
                if (period.Period is not null)
                {
                    q.Because(FigureFields.Period, period.Words!, own.Exists(s => s.Period == period.Period) ? "stated in the sentence" : "carried from before");
                }

                figures.Add(new FigureDraft
                {
                    Place = place,
                    Start = q.Start,
                    Length = q.End - q.Start,
                    Value = Plain(q.Value),
                    ValueMax = q.Max is { } max ? Plain(max) : null,
                    FromValue = q.From is { } from ? Plain(from) : null,
                    Unit = q.Unit.Code,
                    UnitText = text.Text[q.UnitStart..q.UnitEnd],
                    Category = reading.Category,
                    Qualifier = q.Qualifier,
                    Direction = reading.Direction,
                    Basis = reading.Basis,
                    Measure = reading.Measure,
                    Period = period.Period,
                    Sentence = sentence,
                    Reasons = q.Reasons,
                });
            }
        }

        private static int? YearOf(string? period) => period is { Length: >= 4 } && int.TryParse(period.AsSpan(0, 4), out var year) ? year : null;

        // The latest statement before the figure's number; before the first of the sentence, what was carried on.
        private Frame PeriodAt(List<PeriodStatement> own, Quantity q)
        {
            for (var last = Ordered.Leading(own, q.Number.Start, static (statement, start) => statement.Start <= start) - 1; last >= 0; last--)
            {
                var s = own[last];
                if (s.Scope == PeriodScope.Clause && text.ClauseStart(q.Start, s.End) > s.End)
                {
                    continue;
                }

                if (!s.IsBase || IsOfFigure(s, q))
                {
                    return new Frame(s.Period, text.Text[s.Start..s.End]);
                }
            }

            return carried;
        }

        // 从2020年的72%降至2023年的59%: 2023 is the end's year; 较2010年的33.9万吨 is of 2010, 是2020年的3倍 of neither.
        private bool IsOfFigure(PeriodStatement s, Quantity q)
        {
            if (q.IsChange)
            {
                return s.Start >= q.FromEnd && s.Start > q.Start;
            }

            var of = s.End < text.Text.Length && text.Text[s.End] == '的' ? 1 : 0;
            var against = s.Start > 0 && text.Text[s.Start - 1] is '较' or '比' or '于';
            var directly = s.End + of == q.Start || (against && q.Start - s.End is > 0 and <= 10 && text.Text[q.Start - 1] == '的' && text.ClauseStart(q.Start, s.Start) == s.Start);
            return directly && (q.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.Count || (against && q.Kind == UnitKind.Percent));
        }

        // 40.0 is printed 40; the value is the same.
        private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000000m;
    }
}
