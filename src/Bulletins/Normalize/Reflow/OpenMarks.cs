namespace Bulletins.Normalize.Reflow;

/// <summary>The quotation marks and brackets that a paragraph has opened and not yet closed.</summary>
internal sealed class OpenMarks
{
    private const string Opening = "“（《";
    private const string Closing = "”）》";
    private readonly int[] depth = new int[3];

    public void Clear() => Array.Clear(depth);

    public void Read(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var kind = Opening.IndexOf(text[i], StringComparison.Ordinal);
            if (kind >= 0)
            {
                depth[kind]++;
                continue;
            }

            kind = Closing.IndexOf(text[i], StringComparison.Ordinal);
            if (kind >= 0 && depth[kind] > 0)
            {
                depth[kind]--;
            }
        }
    }

    /// <summary>Whether a line closes, before it opens one itself, a mark that is open.</summary>
    public bool ClosedBy(string text, int start, int end)
    {
        for (var kind = 0; kind < depth.Length; kind++)
        {
            if (depth[kind] == 0)
            {
                continue;
            }

            var line = text.AsSpan(start, end - start);
            var closing = line.IndexOf(Closing[kind]);
            var opening = line.IndexOf(Opening[kind]);
            if (closing >= 0 && (opening < 0 || closing < opening))
            {
                return true;
            }
        }

        return false;
    }
}
