using System.Buffers;

namespace Bulletins.Pdf.Layout;

/// <summary>Spots in the order of the content, in a lent array: a page has thousands, and the next page as many.</summary>
internal sealed class SpotList(int capacity) : IDisposable
{
    // Empty ones: whoever gives it back clears it.
    private readonly Spot[] items = ArrayPool<Spot>.Shared.Rent(capacity);

    public int Count { get; private set; }

    public Span<Spot> All => items.AsSpan(0, Count);

    public ref Spot this[int index] => ref items[index];

    public ArraySegment<Spot> Slice(int first, int count) => new(items, first, count);

    public void Add(Letter letter, in PdfBox box) => items[Count++].Fill(letter, box);

    public void RemoveDoubles()
    {
        var kept = 0;
        foreach (ref readonly var spot in All)
        {
            if (!spot.IsDouble)
            {
                items[kept++] = spot;
            }
        }

        Array.Clear(items, kept, Count - kept);
        Count = kept;
    }

    public void Dispose()
    {
        Array.Clear(items, 0, Count);
        ArrayPool<Spot>.Shared.Return(items);
    }
}
