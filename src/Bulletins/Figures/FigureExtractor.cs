namespace Bulletins.Figures;

/// <summary>Reads the quantities that an article states. It keeps no state: any number of threads may call it.</summary>
public static class FigureExtractor
{
    /// <returns>In reading order; the ranges do not overlap.</returns>
    public static IReadOnlyList<FigureDraft> Extract(FigureInput input)
    {
        var figures = new List<FigureDraft>();
        var periods = new PeriodScanner(input.IssueDate);
        string? carried = null;
        foreach (var (place, text) in input.Texts)
        {
            carried = new TextReader(text, place, periods, carried).Read(figures);
        }

        return figures;
    }

    /// <summary>Reads one of the article's texts.</summary>
    private sealed class TextReader
    {
        private readonly FigureText text;
        private readonly FigurePlace place;
        private readonly PeriodScanner periods;
        private readonly List<PeriodStatement> statements;
        private string? carried;

        public TextReader(string text, FigurePlace place, PeriodScanner periods, string? carried)
        {
            this.text = new FigureText(text);
            this.place = place;
            this.periods = periods;
            this.carried = carried;
            statements = periods.Scan(text);
            this.text.Times = statements;
        }

        /// <returns>The period that carries on to the next text.</returns>
        public string? Read(List<FigureDraft> figures)
        {
            var quantities = QuantityScanner.Scan(text.Text);
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

                var lasting = own.FindLast(s => !s.IsDay);
                carried = lasting.End > 0 ? lasting.Period : carried;
            }

            return carried;
        }

        private void ReadSentence(List<Quantity> quantities, int start, int end, List<PeriodStatement> own, List<FigureDraft> figures)
        {
            var reader = new SentenceReader(text, start, end, quantities, YearOf(own.Count > 0 ? own[^1].Period : carried) ?? periods.CurrentYear);
            var sentence = text.Text[start..end].Trim();
            foreach (var reading in reader.Read())
            {
                var q = reading.Quantity;
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
                    Period = PeriodAt(own, q),
                    Sentence = sentence,
                });
            }
        }

        private static int? YearOf(string? period) => period is { Length: >= 4 } && int.TryParse(period.AsSpan(0, 4), out var year) ? year : null;

        // The latest statement before the figure's number; before the first of the sentence, what was carried on.
        private string? PeriodAt(List<PeriodStatement> own, Quantity q)
        {
            int low = 0, high = own.Count - 1;
            while (low <= high)
            {
                var mid = (low + high) / 2;
                (low, high) = own[mid].Start <= q.Number.Start ? (mid + 1, high) : (low, mid - 1);
            }

            // In 从2020年的72%降至59% the year is the start's.
            while (high >= 0 && q.IsChange && own[high].Start >= q.Start && own[high].Start < q.FromEnd)
            {
                high--;
            }

            return high < 0 ? carried : own[high].Period;
        }

        // 40.0 is printed 40; the value is the same.
        private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000000m;
    }
}
