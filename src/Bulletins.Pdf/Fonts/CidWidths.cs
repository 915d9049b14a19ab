using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Fonts;

/// <summary>The W, DW, W2 and DW2 entries of a CID font.</summary>
internal sealed class CidWidths
{
    private const int MaxEntries = 200_000;
    private readonly Dictionary<int, double> widths = [];
    private readonly CodeRanges<double> ranges = new();
    private readonly Dictionary<int, (double Down, double X, double Y)> verticals = [];
    private readonly CodeRanges<(double Down, double X, double Y)> verticalRanges = new();
    private readonly double usual;
    private readonly (double Down, double Y) usualVertical;

    public CidWidths(PdfFile file, PdfDictionary font)
    {
        usual = (file.GetNumber(font, "DW") ?? 1000) / 1000;
        usualVertical = file.GetNumbers(font, "DW2") is { Length: >= 2 } dw2 ? (-dw2[1] / 1000, dw2[0] / 1000) : (1, 0.88);
        Read(file, file.Get<PdfArray>(font, "W"), 1, (cid, n) => widths[cid] = n[0] / 1000, (low, high, n) => ranges.Add(low, high, n[0] / 1000));
        Read(file, file.Get<PdfArray>(font, "W2"), 3, (cid, n) => verticals[cid] = Vertical(n), (low, high, n) => verticalRanges.Add(low, high, Vertical(n)));
    }

    public double Width(int cid) => widths.TryGetValue(cid, out var width) || ranges.TryFind(cid, out width, out _) ? width : usual;

    /// <summary>The advance downwards and the vertical origin; no X means half the width.</summary>
    public (double Down, double? X, double Y) Vertical(int cid) =>
        verticals.TryGetValue(cid, out var v) || verticalRanges.TryFind(cid, out v, out _) ? (v.Down, v.X, v.Y) : (usualVertical.Down, null, usualVertical.Y);

    private static (double Down, double X, double Y) Vertical(ReadOnlySpan<double> n) => (-n[0] / 1000, n[1] / 1000, n[2] / 1000);

    private delegate void One(int cid, ReadOnlySpan<double> numbers);

    private delegate void Range(int low, int high, ReadOnlySpan<double> numbers);

    // "c [n n n …]" lists from c on, "c1 c2 n" is for a range; n is one number or, for W2, three.
    private static void Read(PdfFile file, PdfArray? array, int size, One one, Range range)
    {
        var entries = 0;
        Span<double> n = stackalloc double[3];
        for (var i = 0; array is not null && i + 1 < array.Count && entries < MaxEntries;)
        {
            file.Budget.Tick();
            if (file.Resolve(array.Items[i]) is not double first)
            {
                i++;
                continue;
            }

            var second = file.Resolve(array.Items[i + 1]);
            if (second is PdfArray list)
            {
                for (var k = 0; k + size <= list.Count && entries < MaxEntries; k += size, entries++)
                {
                    Numbers(list, k, n);
                    one(Cid(first) + (k / size), n);
                }

                i += 2;
            }
            else if (second is double last && i + 1 + size < array.Count)
            {
                Numbers(array, i + 2, n);
                range(Cid(first), Cid(last), n);
                entries++;
                i += 2 + size;
            }
            else
            {
                return;
            }
        }

        void Numbers(PdfArray from, int at, Span<double> to)
        {
            for (var k = 0; k < size; k++)
            {
                to[k] = file.Resolve(from.Items[at + k]) is double d ? d : 0;
            }
        }
    }

    private static int Cid(double number) => (int)Math.Clamp(number, 0, 65535);
}
