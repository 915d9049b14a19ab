using System.Globalization;
using System.Text;
using Bulletins.Figures;

namespace Bulletins.Tests.Figures;

/// <summary>A figure on one line: <c>从8.7%降至0.7% = 8.7→0.7 % rate decrease previous {再酸洗率} @2024</c>; what is exact or null is left out.</summary>
internal static class FigureDump
{
    public static string Line(FigureDraft f, string text)
    {
        var line = new StringBuilder(text.Substring(f.Start, f.Length)).Append(" = ");
        if (f.FromValue is { } from)
        {
            line.Append(Number(from)).Append('→');
        }

        line.Append(Number(f.Value));
        if (f.ValueMax is { } max)
        {
            line.Append("..").Append(Number(max));
        }

        line.Append(' ').Append(f.Unit).Append(' ').Append(Snake(f.Category.ToString()));
        if (f.Qualifier != FigureQualifier.Exact)
        {
            line.Append(' ').Append(Snake(f.Qualifier.ToString()));
        }

        if (f.Direction is { } direction)
        {
            line.Append(' ').Append(Snake(direction.ToString()));
        }

        if (f.Basis is { } basis)
        {
            line.Append(' ').Append(Snake(basis.ToString()));
        }

        if (f.Measure is not null)
        {
            line.Append(" {").Append(f.Measure).Append('}');
        }

        if (f.Period is not null)
        {
            line.Append(" @").Append(f.Period);
        }

        return line.ToString();
    }

    public static List<string> Lines(string text, string? issueDate = null) =>
        [.. FigureExtractor.Extract(new FigureInput([(new FigurePlace(FigurePart.Paragraph), text)], issueDate)).Select(f => Line(f, text))];

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
