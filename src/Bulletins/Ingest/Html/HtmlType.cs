using System.Globalization;
using System.Text.RegularExpressions;

namespace Bulletins.Ingest.Html;

/// <summary>The type that a page's elements and styles ask for, sizes in pixels.</summary>
internal static partial class HtmlType
{
    // CSS's seven sizes of the old font element.
    private static readonly double[] FontSizes = [10, 13, 16, 18, 24, 32, 48];

    [GeneratedRegex(@"font-size\s*:\s*(?<n>\d{1,3}(?:\.\d{1,3})?)\s*(?<unit>px|pt|em|rem|%)", RegexOptions.IgnoreCase)]
    private static partial Regex SizeInStyle();

    [GeneratedRegex(@"font-weight\s*:\s*(?<w>bold(?:er)?|normal|[1-9]00)", RegexOptions.IgnoreCase)]
    private static partial Regex WeightInStyle();

    /// <summary>The type inside a node whose surroundings are set in <paramref name="outer"/>.</summary>
    public static Typography Of(HtmlNode node, Typography outer)
    {
        var (bold, size) = (outer.IsBold || node.Name is "b" or "strong" or "th", outer.Size);
        if (node.Name == "font" && int.TryParse(node.Attribute("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is >= 1 and <= 7)
        {
            size = FontSizes[step - 1];
        }

        if (node.Attribute("style") is { Length: > 0 and < 2000 } style)
        {
            bold = WeightInStyle().Match(style) is { Success: true } weight
                ? weight.Groups["w"].Value is ['b' or 'B', ..] or ['6' or '7' or '8' or '9', ..]
                : bold;
            size = SizeInStyle().Match(style) is { Success: true } found ? Pixels(found, size) : size;
        }

        return new Typography(bold, size);
    }

    private static double Pixels(Match size, double outer)
    {
        var n = double.Parse(size.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        return size.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "px" => n,
            "pt" => n * 4 / 3,
            "%" => (outer == 0 ? 16 : outer) * n / 100,
            "rem" => 16 * n,
            _ => (outer == 0 ? 16 : outer) * n,
        };
    }
}
