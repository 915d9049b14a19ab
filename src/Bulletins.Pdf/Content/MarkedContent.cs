using System.Text;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Content;

/// <summary>What stands between BDC and EMC: layers that may be off, and spans that say which text their letters are.</summary>
internal sealed class MarkedContent(PageCollector collector)
{
    private const int MaxOpen = 4096;
    private readonly List<(bool IsHidden, string? Text, int First)> open = [];
    private int hidden;
    private int uncounted;

    public bool IsHidden => hidden > 0;

    public int Count => open.Count;

    /// <param name="properties">The span's own entries, of which ActualText is read.</param>
    public void Begin(bool isHidden, PdfDictionary? properties)
    {
        if (open.Count >= MaxOpen)
        {
            uncounted++;
            return;
        }

        open.Add((isHidden, properties?.Raw("ActualText") is PdfString text ? Decode(text.Bytes) : null, collector.Letters.Count));
        hidden += isHidden ? 1 : 0;
    }

    public void End()
    {
        if (uncounted > 0)
        {
            uncounted--;
        }
        else if (open.Count > 0)
        {
            var (isHidden, text, first) = open[^1];
            open.RemoveAt(open.Count - 1);
            hidden -= isHidden ? 1 : 0;
            if (text is not null)
            {
                collector.Retell(first, text);
            }
        }
    }

    /// <summary>Ends what a form left open: it holds for the form only.</summary>
    public void EndDownTo(int count)
    {
        uncounted = 0;
        while (open.Count > count)
        {
            End();
        }
    }

    // A text string: UTF-16 or UTF-8 by its mark, otherwise near enough to Latin-1.
    private static string Decode(byte[] bytes) => bytes switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, (bytes.Length - 2) & ~1),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
        _ => Encoding.Latin1.GetString(bytes),
    };
}
