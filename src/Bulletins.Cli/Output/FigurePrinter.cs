using System.Text;
using Bulletins.Checking;
using Bulletins.Cli.Run;
using Bulletins.Export;

namespace Bulletins.Cli.Output;

/// <summary>Figures for a person to read: each in a line, with <c>--explain</c> what decided each of its fields below it.</summary>
internal sealed class FigurePrinter(Style style, int width)
{
    private const int FieldWidth = 12;
    private const int ValueWidth = 14;

    public string Print(IReadOnlyList<Figure> figures, bool withReasons)
    {
        var text = new StringBuilder();
        string? sentence = null;
        foreach (var figure in figures)
        {
            if (figure.Sentence != sentence)
            {
                text.Append(sentence is null ? "" : "\n");
                sentence = figure.Sentence;
                foreach (var row in DisplayWidth.Wrap(Printable.Line(sentence), width))
                {
                    text.Append(style.Dim(row)).Append('\n');
                }
            }

            text.Append("  ").Append(style.Bold(Printable.Line(Describe.Figure(figure)))).Append('\n');
            if (withReasons)
            {
                Explain(text, figure);
            }
        }

        text.Append(figures.Count == 0 ? "no figures\n" : $"\n{style.Dim(Tally.Count(figures.Count, "figure"))}\n");
        return text.ToString();
    }

    private void Explain(StringBuilder text, Figure figure)
    {
        foreach (var (field, value) in Fields(figure))
        {
            var reason = figure.Reasons.FirstOrDefault(r => r.Field == field);
            var words = reason.Words is { Length: > 0 } ? $"“{reason.Words}”" : "";
            var why = reason.Why is { Length: > 0 } && field != "recognizer" ? (words.Length > 0 ? "  " : "") + reason.Why : "";
            var because = reason.Field is null ? "nothing says otherwise" : words + why;
            var shown = DisplayWidth.Pad(DisplayWidth.Clip(value ?? "—", ValueWidth), ValueWidth);
            var row = "    " + style.Dim(field.PadRight(FieldWidth)) + shown + "  " + Printable.Line(because);
            text.Append(row).Append('\n');
        }
    }

    private static IEnumerable<(string Field, string? Value)> Fields(Figure f)
    {
        yield return ("recognizer", f.Reasons.FirstOrDefault(r => r.Field == "recognizer").Why);
        yield return ("unit", f.Unit);
        yield return ("category", EnumWords<FigureCategory>.Of(f.Category));
        yield return ("qualifier", EnumWords<FigureQualifier>.Of(f.Qualifier));
        yield return ("direction", f.Direction is { } d ? EnumWords<FigureDirection>.Of(d) : null);
        yield return ("basis", f.Basis is { } b ? EnumWords<FigureBasis>.Of(b) : null);
        yield return ("measure", f.Measure);
        yield return ("period", f.Period);
    }
}
