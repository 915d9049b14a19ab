using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Fonts;

/// <summary>The advances of a simple font's codes, in ems.</summary>
internal static class SimpleWidths
{
    // Widths of " " to "~" in the two standard families (Adobe's font metrics, bold and italic differ little), in 1/1000 em.
    private static readonly short[] Sans =
        [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
         1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
         333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584];

    private static readonly short[] Serif =
        [250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
         921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
         333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541];

    public static Func<int, double> Of(PdfFile file, PdfDictionary font, PdfDictionary? descriptor, string name)
    {
        var scale = 0.001;
        if (file.GetName(font, "Subtype") == "Type3" && file.GetNumbers(font, "FontMatrix") is { Length: >= 1 } matrix)
        {
            scale = Math.Abs(matrix[0]);
        }

        var missing = descriptor is not null && file.GetNumber(descriptor, "MissingWidth") is { } m ? m : 0;
        var first = file.GetNumber(font, "FirstChar") ?? 0;
        if (file.GetNumbers(font, "Widths") is { } widths)
        {
            return code => (code - first is >= 0 and var at && at < widths.Length ? widths[(int)at] : missing) * scale;
        }

        var standard = name.StartsWith("Times", StringComparison.Ordinal) ? Serif : Sans;
        return name.StartsWith("Courier", StringComparison.Ordinal) ? _ => 0.6
            : ChineseFontNames.IsChinese(name) ? _ => 0.5
            : code => code is >= 32 and <= 126 ? standard[code - 32] / 1000d : 0.556;
    }
}
