namespace Bulletins.Pdf.Content;

/// <summary>Marked content within each other, some of it hidden.</summary>
internal sealed class MarkedContent
{
    private readonly List<bool> marked = [];
    private int hidden;

    public bool IsHidden => hidden > 0;

    public void Begin(bool isHidden)
    {
        marked.Add(isHidden);
        hidden += isHidden ? 1 : 0;
    }

    public void End()
    {
        if (marked.Count > 0)
        {
            hidden -= marked[^1] ? 1 : 0;
            marked.RemoveAt(marked.Count - 1);
        }
    }
}
