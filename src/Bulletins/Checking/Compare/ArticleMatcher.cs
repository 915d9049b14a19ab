namespace Bulletins.Checking.Compare;

/// <summary>
/// Pairs expected with extracted articles by what they say, not by their ordinals: one article more or less leaves all others paired.
/// First those with the same words, then, by the share of three-character pieces that they have in common, those that resemble one another.
/// </summary>
internal sealed class ArticleMatcher
{
    private const double LeastResemblance = 0.3;
    private const int PieceLength = 3;
    private const int MostArticlesOfAPiece = 12; // 有限公司 says nothing about which article it is

    private readonly string[] expected;
    private readonly string[] actual;
    private readonly int[] match;
    private readonly bool[] free;

    private ArticleMatcher(IReadOnlyList<Article> expected, IReadOnlyList<Article> actual)
    {
        this.expected = [.. expected.Select(Words)];
        this.actual = [.. actual.Select(Words)];
        match = new int[expected.Count];
        Array.Fill(match, -1);
        free = new bool[actual.Count];
        Array.Fill(free, true);
    }

    /// <summary>For each expected article the index of the extracted one, or -1.</summary>
    public static int[] Match(IReadOnlyList<Article> expected, IReadOnlyList<Article> actual)
    {
        var matcher = new ArticleMatcher(expected, actual);
        matcher.PairEqual();
        matcher.PairAlike();
        return matcher.match;
    }

    /// <summary>Those expected articles that came in another order: the fewest that had to move.</summary>
    public static HashSet<int> Moved(int[] match)
    {
        // The longest rising run stays; for each length the expected article that ends the best one is remembered.
        var (ends, values, before) = (new List<int>(), new List<int>(), new int[match.Length]);
        var moved = new HashSet<int>();
        for (var i = 0; i < match.Length; i++)
        {
            if (match[i] < 0)
            {
                continue;
            }

            moved.Add(i);
            var at = ~values.BinarySearch(match[i]);
            before[i] = at == 0 ? -1 : ends[at - 1];
            if (at == ends.Count)
            {
                ends.Add(i);
                values.Add(match[i]);
            }
            else
            {
                (ends[at], values[at]) = (i, match[i]);
            }
        }

        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            moved.Remove(i);
        }

        return moved;
    }

    /// <summary>What an article says, without marks and spaces: these are what repairs change.</summary>
    private static string Words(Article article) =>
        string.Concat(new[] { article.Kicker, article.Headline, article.Subtitle }.Concat(article.Paragraphs.Select(p => p.Text)).Select(t => string.Concat((t ?? "").Where(char.IsLetterOrDigit))));

    // In order, so that of two equal articles the first belongs to the first.
    private void PairEqual()
    {
        var byWords = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var a = 0; a < actual.Length; a++)
        {
            (byWords.TryGetValue(actual[a], out var queue) ? queue : byWords[actual[a]] = new()).Enqueue(a);
        }

        for (var e = 0; e < expected.Length; e++)
        {
            if (byWords.TryGetValue(expected[e], out var queue) && queue.TryDequeue(out var same))
            {
                (match[e], free[same]) = (same, false);
            }
        }
    }

    // The most alike first, the nearest first among equals.
    private void PairAlike()
    {
        var pieces = new Dictionary<int, List<int>>();
        for (var a = 0; a < actual.Length; a++)
        {
            foreach (var piece in free[a] ? Pieces(actual[a]) : [])
            {
                (pieces.TryGetValue(piece, out var list) ? list : pieces[piece] = []).Add(a);
            }
        }

        var sizes = new int[actual.Length];
        foreach (var list in pieces.Values.Where(l => l.Count <= MostArticlesOfAPiece))
        {
            list.ForEach(a => sizes[a]++);
        }

        var pairs = new List<(double Score, int Expected, int Actual)>();
        for (var e = 0; e < expected.Length; e++)
        {
            var (common, size) = (new Dictionary<int, int>(), 0);
            foreach (var piece in match[e] < 0 ? Pieces(expected[e]) : [])
            {
                var articles = pieces.GetValueOrDefault(piece, []);
                if (articles.Count <= MostArticlesOfAPiece)
                {
                    size++;
                    articles.ForEach(a => common[a] = common.GetValueOrDefault(a) + 1);
                }
            }

            pairs.AddRange(common.Select(c => (2.0 * c.Value / (size + sizes[c.Key]), e, c.Key)).Where(p => p.Item1 >= LeastResemblance));
        }

        foreach (var (_, e, a) in pairs.OrderByDescending(p => p.Score).ThenBy(p => Math.Abs(p.Expected - p.Actual)).ThenBy(p => p.Expected))
        {
            if (match[e] < 0 && free[a])
            {
                (match[e], free[a]) = (a, false);
            }
        }
    }

    private static HashSet<int> Pieces(string words)
    {
        var pieces = new HashSet<int>();
        for (var i = 0; i + PieceLength <= words.Length; i++)
        {
            pieces.Add(string.GetHashCode(words.AsSpan(i, PieceLength), StringComparison.Ordinal));
        }

        if (words.Length is > 0 and < PieceLength)
        {
            pieces.Add(string.GetHashCode(words, StringComparison.Ordinal));
        }

        return pieces;
    }
}
