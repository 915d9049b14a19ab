using Bulletins.Normalize;

namespace Bulletins.Segment;

/// <summary>
/// Makes paragraphs whole again that a column, a page, a picture or a note cut. Every paragraph that breaks off is
/// matched with the blocks behind it: words that straddle the cut and stand elsewhere in the text, quotes that the one
/// half opens and the other closes, a second half that cannot begin a sentence. The best match wins; a neighbour needs
/// little evidence, a distant block much. What lies between was thrown in.
/// </summary>
internal sealed class Continuations
{
    private const int Reach = 14; // blocks

    private readonly HashSet<long> trigrams = [];
    private readonly List<Warning> warnings;

    private Continuations(NormalizedText text, List<Warning> warnings)
    {
        this.warnings = warnings;
        var words = text.Text;
        for (var i = 2; i < words.Length; i++)
        {
            if (Shape.IsHan(words[i]) && Shape.IsHan(words[i - 1]) && Shape.IsHan(words[i - 2]))
            {
                trigrams.Add(Key(words[i - 2], words[i - 1], words[i]));
            }
        }
    }

    /// <summary>The blocks with cut ones joined; thrown-in blocks are inside the one they interrupt.</summary>
    public static List<Block> Join(NormalizedText text, List<Block> blocks, List<Warning> warnings)
    {
        Continuations? matcher = null;
        var result = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var at = i;
            while (IsCut(block))
            {
                matcher ??= new Continuations(text, warnings);
                var next = matcher.Best(block, blocks, at);
                if (next < 0)
                {
                    break;
                }

                block.Thrown.AddRange(blocks.GetRange(at + 1, next - at - 1));
                block = Together(block, blocks[next]);
                at = next;
            }

            i = at;
            result.Add(block);
        }

        return result;
    }

    /// <summary>Running text that breaks off: a display line or a list item that merely has no full stop is not cut.</summary>
    internal static bool IsCut(Block block) =>
        !block.IsTable && block.Level == 0 && !block.IsLetterSpaced && !block.IsVerse && !block.EndsSentence && block.Signature is null && block.Header is null
        && block.Byline is not { Strength: >= 0.6 }
        && (block.IsProse || block.IsWrapped || block.Lead.IsMarker || Doubt(block) < 9);

    // A short line may be a heading: only marks inside it, or a quote left open, make it a cut sentence at all.
    private static double Doubt(Block block)
    {
        if (block.IsProse || block.IsWrapped || block.Lead.IsMarker)
        {
            return 0;
        }

        var text = block.Text.AsSpan();
        return text.Length < 6 || block.IsUnitLine || block.Bullet != BulletSort.None ? 9
            : text.IndexOfAny('。', '；') >= 0 ? 0
            : Shape.EndsOpen(text) && text.Length >= 8 ? 0.4
            : text.IndexOf('，') >= 0 ? 1
            : !Shape.IsBalanced(block.Text) ? 2.4 : 9;
    }

    private int Best(Block block, List<Block> blocks, int at)
    {
        var best = -1;
        var bestScore = 0.0;
        for (var k = at + 1; k < Math.Min(blocks.Count, at + 1 + Reach); k++)
        {
            var distance = k - at - 1;
            var score = Score(block, blocks[k]) - Doubt(block) + (distance == 0 ? 1.2 : -0.15 * distance);
            var needed = distance == 0 ? 0.4 : 1.6;
            if (score >= needed && score > bestScore)
            {
                (best, bestScore) = (k, score);
            }
        }

        if (best > at + 1 && bestScore < 2.6)
        {
            var (line, _) = block.Source.Source.Lines.Locate(block.Source.SourceStart(block.Start));
            warnings.Add(new Warning("break-uncertain", $"joined over {best - at - 1} blocks between: …{Tail(block.Text)} + {Head(blocks[best].Text)}…", line));
        }

        return best;
    }

    private double Score(Block a, Block b)
    {
        if (b.IsTable || b.Level > 0 || b.IsLetterSpaced || b.Lead.IsMarker || b.Bullet == BulletSort.Ornament || b.Header is not null || b.KindLabel is not null || b.Byline is { Strength: >= 0.6 } || b.IsVerse)
        {
            return -9;
        }

        var score = 0.0;
        var x = a.Text.AsSpan();
        var y = b.Text.AsSpan();
        if (x.Length > 1 && y.Length > 0 && trigrams.Contains(Key(x[^2], x[^1], y[0])))
        {
            score += 2;
        }

        if (y.Length > 1 && trigrams.Contains(Key(x[^1], y[0], y[1])))
        {
            score += 2;
        }

        foreach (var (open, close) in ((char, char)[])[('“', '”'), ('（', '）'), ('《', '》')])
        {
            var opened = Shape.Open(x, open, close) > 0;
            var closed = Shape.Unopened(y, open, close) > 0;
            score += opened && closed ? 3 : opened != closed ? -1 : 0;
        }

        score -= x[^1] is '：' && !(y.Length > 0 && y[0] == '“') ? 2.5 : 0;
        score += Shape.StartsInside(y) ? 2.5 : 0;
        score += Shape.EndsOpen(x) ? 0.8 : 0;
        score += b.EndsSentence || b.Signature is not null || b.IsProse ? 0 : -1.6;
        score += b.IsIndented ? -1.5 : 0;
        score += b.Bullet == BulletSort.Number ? -1.5 : 0;
        score += b.IsUnitLine ? -1.5 : 0;
        score += y.StartsWith("图为") || y.StartsWith("近日") || y.StartsWith("日前") || y.StartsWith("编者按") ? -1.5 : 0;
        score += char.IsAsciiDigit(x[^1]) && char.IsAsciiDigit(y[0]) ? 0.5 : 0;
        return score;
    }

    private static Block Together(Block a, Block b)
    {
        var whole = new Block
        {
            Source = a.Source,
            Slices = [.. a.Slices, .. b.Slices],
            Blank = a.Blank,
            IsMarkedItem = a.IsMarkedItem,
            IsIndented = a.IsIndented,
            Bold = a.Bold,
            IsWrapped = true,
        };
        whole.Thrown.AddRange(a.Thrown);
        whole.Thrown.AddRange(b.Thrown);
        BlockFeatures.Describe(whole);
        return whole;
    }

    private static long Key(char a, char b, char c) => ((long)a << 32) | ((long)b << 16) | c;

    private static string Tail(string text) => text.Length > 8 ? text[^8..] : text;

    private static string Head(string text) => text.Length > 8 ? text[..8] : text;
}
