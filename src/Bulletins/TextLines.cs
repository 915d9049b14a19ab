namespace Bulletins;

/// <summary>The lines of a text, each without its line end: <c>foreach (var (start, end) in TextLines.Of(text))</c>.</summary>
internal readonly struct TextLines(string text)
{
    public static TextLines Of(string text) => new(text);

    public Enumerator GetEnumerator() => new(text);

    public struct Enumerator(string text)
    {
        private int next;
        private bool done;

        public (int Start, int End) Current { get; private set; }

        public bool MoveNext()
        {
            if (done)
            {
                return false;
            }

            var length = text.AsSpan(next).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : next + length;
            Current = (next, end);
            done = length < 0;
            next = end + 1;
            if (!done && text[end] == '\r' && next < text.Length && text[next] == '\n')
            {
                next++;
            }

            return true;
        }
    }
}
