namespace Bulletins.Checking.Compare;

/// <summary>Pairs the expected with the extracted figures of one article: equal ones first, then by what least likely changes.</summary>
internal static class FigureMatcher
{
    // From what says most to what says least; a figure whose words grew or shrank (近10万元, 10万元) keeps its sentence and value.
    private static readonly Func<Figure, object>[] Keys =
    [
        f => (f.Sentence, f.Text, f.Value, f.Unit, f.Category),
        f => (f.Sentence, f.Text, f.Value),
        f => (f.Sentence, f.Text),
        f => (f.Sentence, f.Value, f.Unit),
        f => (f.Sentence, f.Value),
        f => (f.Text, f.Value, f.Unit),
        f => f.Spans.Count > 0 ? f.Spans[0] : f,
        f => f.Text,
    ];

    /// <summary>For each expected figure the index of the extracted one, or -1.</summary>
    public static int[] Match(IReadOnlyList<Figure> expected, IReadOnlyList<Figure> actual)
    {
        var match = new int[expected.Count];
        Array.Fill(match, -1);
        var free = Enumerable.Range(0, actual.Count).ToHashSet();
        foreach (var key in Keys)
        {
            if (free.Count == 0 || !match.Contains(-1))
            {
                break;
            }

            var queues = new Dictionary<object, Queue<int>>();
            foreach (var a in free.Order())
            {
                var k = key(actual[a]);
                (queues.TryGetValue(k, out var queue) ? queue : queues[k] = new()).Enqueue(a);
            }

            for (var e = 0; e < expected.Count; e++)
            {
                if (match[e] < 0 && queues.TryGetValue(key(expected[e]), out var queue) && queue.TryDequeue(out var a))
                {
                    match[e] = a;
                    free.Remove(a);
                }
            }
        }

        return match;
    }
}
