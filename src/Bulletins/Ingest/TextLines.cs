namespace Bulletins.Ingest;

/// <summary>The lines of a text as ranges, without their line ends and without a copy.</summary>
internal readonly ref struct TextLines(string text)
{
    public Enumerator GetEnumerator() => new(text);

    public ref struct Enumerator(string text)
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
