namespace Bulletins.Segment;

/// <summary>Compares the words of a display line with those of the bodies before and behind it, rare ones above all.</summary>
internal sealed class PageWords
{
    public const int Window = 1200; // characters of a neighbouring body that are compared

    private readonly IReadOnlyList<Block> blocks;
    private readonly Dictionary<int, int> frequency = [];

    public PageWords(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        var seen = new HashSet<int>();
        foreach (var block in blocks)
        {
            seen.Clear();
            foreach (var bigram in Bigrams(block.Text))
            {
                if (seen.Add(bigram))
                {
                    frequency[bigram] = frequency.GetValueOrDefault(bigram) + 1;
                }
            }
        }
    }

    /// <summary>From −1, a display line's rare words are the next body's, to 1, they are the body's before it.</summary>
    public double Lean(int i)
    {
        var back = Similarity(i, Neighbour(i, -1));
        var ahead = Similarity(i, Neighbour(i, 1));
        return back - ahead;
    }

    private static IEnumerable<int> Bigrams(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i]))
            {
                yield return (text[i - 1] << 16) | text[i];
            }
        }
    }

    // The bigrams of the body next to a display line, as far as that body plausibly goes.
    private HashSet<int> Neighbour(int i, int step)
    {
        var found = new HashSet<int>();
        var budget = Window;
        var skipped = 0;
        for (var k = i + step; k >= 0 && k < blocks.Count && budget > 0; k += step)
        {
            var block = blocks[k];
            if (!block.IsProse)
            {
                if (found.Count > 0 || ++skipped > 5)
                {
                    break;
                }

                continue;
            }

            if (step < 0 && found.Count > 0 && block.Signature is not null || step > 0 && found.Count > 0 && block.Lead.IsMarker)
            {
                break;
            }

            foreach (var bigram in Bigrams(block.Text.Length > budget ? block.Text[..budget] : block.Text))
            {
                found.Add(bigram);
            }

            budget -= block.Text.Length;
            if (step < 0 && block.Lead.IsMarker || step > 0 && block.Signature is not null)
            {
                break;
            }
        }

        return found;
    }

    private double Similarity(int i, HashSet<int> body)
    {
        double hit = 0, all = 0;
        foreach (var bigram in Bigrams(blocks[i].Text))
        {
            var weight = 1.0 / frequency.GetValueOrDefault(bigram, 1);
            all += weight;
            hit += body.Contains(bigram) ? weight : 0;
        }

        return all == 0 ? 0 : hit / all;
    }
}
