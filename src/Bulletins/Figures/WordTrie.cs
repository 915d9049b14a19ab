namespace Bulletins.Figures;

/// <summary>Words and what each stands for; finds the longest one that begins at a place.</summary>
internal sealed class WordTrie<T>
{
    private readonly Node root = new();

    public void Add(string word, T value)
    {
        var node = root;
        foreach (var c in word)
        {
            node.Next ??= [];
            if (!node.Next.TryGetValue(c, out var next))
            {
                node.Next.Add(c, next = new Node());
            }

            node = next;
        }

        node.Value = value;
        node.IsWord = true;
    }

    public bool TryGet(string word, out T value)
    {
        var length = Longest(word, 0, word.Length, out value);
        return length == word.Length;
    }

    /// <returns>The length of the longest word at <paramref name="start"/>, 0 where none begins.</returns>
    public int Longest(string text, int start, int end, out T value)
    {
        value = default!;
        var found = 0;
        var node = root;
        for (var i = start; i < end && node.Next is not null && node.Next.TryGetValue(text[i], out var next); i++)
        {
            node = next;
            if (node.IsWord)
            {
                found = i + 1 - start;
                value = node.Value;
            }
        }

        return found;
    }

    private sealed class Node
    {
        public Dictionary<char, Node>? Next;
        public T Value = default!;
        public bool IsWord;
    }
}
