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

    private static readonly string[] Openers = [.. Tables.TableReader.Rows("sentence-openers.tsv").Select(r => r[0])];

    private static readonly (char Open, char Close)[] Enclosing = [('“', '”'), ('（', '）'), ('《', '》')];

    private readonly HashSet<long> trigrams = [];
    private readonly Dictionary<int, int> frequency = []; // in how many blocks a pair of characters stands
    private readonly List<Warning> warnings;

    private readonly bool itemsFinish; // the page's bulleted items end in a full stop
    private readonly bool itemsAreText; // nearly all of them, and they are most of what is on the page

    private Continuations(List<Block> blocks, List<Warning> warnings)
    {
        this.warnings = warnings;
        var items = blocks.Where(b => b.Bullet == BulletSort.Ornament && b.Text.Length >= 15).ToList();
        var finished = items.Count(b => b.EndsSentence || b.Signature is not null);
        itemsFinish = items.Count >= 3 && finished * 10 >= items.Count * 6;
        itemsAreText = PageContext.HasItemsForText(blocks);
        foreach (var block in blocks)
        {
            trigrams.UnionWith(Seam.Trigrams(block.Text));
            foreach (var pair in Seam.Pairs(block.Text))
            {
                frequency[pair] = frequency.GetValueOrDefault(pair) + 1;
            }

        }
    }

    /// <summary>The blocks with cut ones joined; thrown-in blocks are inside the one they interrupt.</summary>
    public static List<Block> Join(List<Block> blocks, List<Warning> warnings)
    {
        Continuations? matcher = null;
        var result = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var at = i;
            var plain = at == i && i > 0 && blocks[i - 1].Level > 0 && IsPlainUnderHeading(block);
            while (plain || IsCut(block) || IsOpenItem(block))
            {
                matcher ??= new Continuations(blocks, warnings);
                if (!plain && !IsCut(block) && !(matcher.itemsFinish && IsCutItem(block)) && !matcher.itemsAreText)
                {
                    break;
                }

                var doubt = plain ? Math.Min(1, Doubt(block)) : matcher.itemsAreText && IsOpenItem(block) ? Math.Min(0.4, Doubt(block)) : Doubt(block);
                var next = matcher.Best(block, blocks, at, doubt);
                plain = false;
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

    // ▶ 公司团委组织青年职工开展为期 / 2个月的竞赛。: where the page's items are sentences, one without an end is cut.
    private static bool IsCutItem(Block block) => IsOpenItem(block) && block.Text.Length >= 12 && !block.IsUnitLine;

    // ◆ 云溪公司采购 / 中心推行…: where every item is a text, a short one too, but not ◆ 基层动态, a section's name.
    private static bool IsOpenItem(Block block) =>
        block is { Bullet: BulletSort.Ornament, IsTable: false, EndsSentence: false, Signature: null, Header: null, Byline: null, KindLabel: null } && block.Text.Length >= 8 && (block.Text.Length >= 12 || SectionNames.Score(block.Plain) == 0);

    // A short line may be a heading: only marks inside it, or a quote left open, make it a cut sentence at all.
    private static double Doubt(Block block)
    {
        if (block.IsProse || block.IsWrapped || block.Lead.IsMarker)
        {
            return 0;
        }

        var text = block.Text.AsSpan();
        return IsCutItem(block) ? text.IndexOf('，') >= 0 ? 0.4 : !Shape.IsBalanced(block.Text) ? 0.6 : 2.4 : text.Length < 6 || block.IsUnitLine || block.Bullet != BulletSort.None ? 9
            : text.IndexOfAny('。', '；') >= 0 ? 0
            : Shape.EndsOpen(text) && text.Length >= 8 ? 0.4
            : EndsInSubject(block.Text) ? 0.2
            : text.IndexOf('，') >= 0 ? 1
            : text.IndexOf('、') >= 0 && text.Length >= 14 ? 1.4
            : !Shape.IsBalanced(block.Text) ? 2.4
            : text.Length < 12 ? 9
            : "把将与对在由从向使让被以及并和或而则因于至".Contains(text[^1]) ? 1
            : IsOpener(block.Text) ? 1.4
            : text[^1] == '一' && text.Length >= 20 ? 2 // 把两件事拧成一 / 股绳
            : char.IsAsciiDigit(text[^1]) || text[^1] is '为' or '作' or '的' or '年' or '千' ? 2 : 9;
    }

    // Under a marked heading a long line without a mark and without an end is hardly another heading.
    private static bool IsPlainUnderHeading(Block block) =>
        block is { Level: 0, IsTable: false, IsLetterSpaced: false, IsVerse: false, EndsSentence: false, IsUnitLine: false, Bold: false, Signature: null, Header: null, Byline: null, KindLabel: null, Bullet: BulletSort.None }
        && block.Text.Length >= 18 && block.Text[0] is not ('—' or '-' or '（') && !block.Text.Contains(' ', StringComparison.Ordinal);

    // 为抢回工期，该部 / 把焊工分成四组: behind a comma nothing but who acts.
    private static bool EndsInSubject(string text) =>
        text.LastIndexOf('，') is >= 4 and var comma && text.Length - comma is >= 2 and <= 6 && text[(comma + 1)..] is var last
        && (last[0] is '该' or '他' or '她' || last is "公司" or "我们" or "大家" or "职工" or "员工" or "集团" or "支部" or "党委");

    private int Best(Block block, List<Block> blocks, int at, double doubt)
    {
        var best = -1;
        var bestScore = 0.0;
        var secondScore = 0.0;
        var announced = false;
        var note = Note(blocks, at);
        var crossed = 0.0; // headings and other display lines between cost
        var own = Seam.Trigrams(block.Text.AsSpan(Math.Max(0, block.Text.Length - 250)));
        var story = Story(block, blocks, at);
        var surely = block.IsProse && block.Text.Length >= 40;
        for (var k = at + 1; k < Math.Min(blocks.Count, at + 1 + Reach); k++)
        {
            // A word, a quote or a mark that the neighbour carries on settles it.
            if (k == at + 2 && bestScore >= 2.2 && note == 0)
            {
                break;
            }

            crossed += k > at + 1 && blocks[k - 1] is { IsProse: false, EndsSentence: false, Signature: null, Byline: null, KindLabel: null } ? 0.7 : 0;
            var distance = k - at - 1;
            // The other half of a paragraph that is cut for certain stands somewhere near, and speaks of what the paragraph speaks of.
            var near = distance == 0 ? 1.2 : (announced ? 1.5 : 0) - (0.15 * distance) - crossed + (surely && distance <= 4 && crossed == 0 ? 0.9 : 0);
            var score = Score(block, blocks[k], own) - doubt + near + (surely ? Kinship(blocks[k], story) : 0) - (blocks[k].Text.Length <= 400 && KindReader.IsAnnouncement(blocks[k].Text) ? 1 : 0);
            // What stands between a cut and a note's last words is the note, and behind them the sentence goes on.
            score += note == 0 ? 0 : distance < note ? -1.6 : distance == note ? 0.6 : 0;
            var needed = distance == 0 ? 0.4 : distance == note ? 1.2 : 1.6;
            // What stands next is taken before what stands further off, unless that is plainly the better half.
            if (score >= needed && score > bestScore + (best == at + 1 ? 0.8 : 0))
            {
                secondScore = bestScore;
                (best, bestScore) = (k, score);
            }
            else if (score >= needed && score > secondScore)
            {
                secondScore = score;
            }

            crossed += Fragment(blocks[k]);
            announced |= blocks[k].Text.Length <= 400 && KindReader.IsAnnouncement(blocks[k].Text);
        }

        // A half that hardly beat the next best place, or the thought that the paragraph merely lacks its stop.
        var lead = best < 0 ? 0 : bestScore - Math.Max(secondScore, best == at + 1 ? 0 : 1.6);
        if (best > at + 1 && lead < 1)
        {
            var (line, _) = block.Source.Source.Places.Locate(block.Source.SourceStart(block.Start));
            var confidence = Math.Round((decimal)(1 / (1 + Math.Exp(-2 * Math.Max(0, lead)))), 2);
            warnings.Add(new Warning("break-uncertain", $"joined over {best - at - 1} blocks between: …{Tail(block.Text)} + {Head(blocks[best].Text)}…", line) { Confidence = confidence });
        }
        else if (best < 0 && surely && block.Text.AsSpan().IndexOfAny('，', '。') >= 0 && !Islands.IsImprint(block) && block.Text[^1] is not ('：' or ':') && Shape.IsHan(block.Text[^1]))
        {
            var (line, _) = block.Source.Source.Places.Locate(block.Source.SourceStart(block.Start));
            warnings.Add(new Warning("break-uncertain", $"breaks off, and nothing goes on: …{Tail(block.Text)}", line) { Confidence = 0.5m });
        }

        return best;
    }

    private double Score(Block a, Block b, HashSet<long> own)
    {
        if (b.IsTable || b.Level > 0 || b.IsLetterSpaced || b.Lead.IsMarker || b.Bullet == BulletSort.Ornament || b.Header is not null || b.KindLabel is not null || b.Byline is { Strength: >= 0.6 } || b.IsVerse)
        {
            return -9;
        }

        var score = 0.0;
        var x = a.Text.AsSpan();
        var y = b.Text.AsSpan();
        if (x.Length > 1 && y.Length > 0 && trigrams.Contains(Seam.Key(x[^2], x[^1], y[0])))
        {
            score += 2;
        }

        if (y.Length > 1 && trigrams.Contains(Seam.Key(x[^1], y[0], y[1])))
        {
            score += 2;
        }

        score += Math.Min(2.5, 0.4 * Seam.Straddle(x, y));
        score += b.Blank > 1 ? 0.7 : 0;
        var shared = 0;
        foreach (var trigram in Seam.Trigrams(y[..Math.Min(250, y.Length)]))
        {
            shared += own.Contains(trigram) ? 1 : 0;
        }

        score += Math.Min(1.2, 0.2 * shared);
        foreach (var (open, close) in Enclosing)
        {
            var opened = Shape.Open(x, open, close) > 0;
            var closed = Shape.Unopened(y, open, close) > 0;
            score += opened && closed ? 3 : opened != closed ? -1 : 0;
        }

        score -= x[^1] is '：' && !(y.Length > 0 && y[0] == '“') ? 2.5 : 0;
        score += Shape.StartsInside(y) ? 2.5 : 0;
        // Behind a comma a sentence goes on, whatever begins the next half.
        score += x.TrimEnd()[^1] is '，' or '、' or ',' ? 2.4 : Shape.EndsOpen(x) ? 0.8 : 0;
        score += b.EndsSentence || b.Signature is not null || b.IsProse ? 0 : -1.6;
        score += b.IsIndented ? -1.5 : 0;
        score += b.Bullet == BulletSort.Number ? -1.5 : 0;
        score += b.IsUnitLine ? -1.5 : 0;
        score += y.Length > 0 && "等的了着过们之及与并".Contains(y[0]) ? 1 : 0;
        score += IsOpener(b.Text) || b.IsNews && a.Bullet == BulletSort.Ornament ? -1.5 : 0;
        // 装上64 / 个定位基站
        score += char.IsAsciiDigit(x[^1]) ? char.IsAsciiDigit(y[0]) ? 0.5 : "个次名台套人项万亿吨米元年月日公千百多余件家座条处批度天小分倍%％℃".Contains(y[0]) ? 2 : 0 : 0;
        return score;
    }

    // How many whole paragraphs behind a cut a paper's note takes: up to its words of what it prints, where a paragraph stands behind them.
    private static int Note(List<Block> blocks, int at)
    {
        var note = 0;
        for (var k = at + 1; k <= at + 4 && k + 1 < blocks.Count && blocks[k] is { IsProse: true, EndsSentence: true, Signature: null, Lead.IsMarker: false, Bullet: BulletSort.None, Text.Length: <= 400 }; k++)
        {
            note = KindReader.IsAnnouncement(blocks[k].Text) && blocks[k + 1] is { IsProse: true, Lead.IsMarker: false } ? k - at : note;
        }

        return note;
    }

    // The pairs of characters in what the article has said so far.
    private static HashSet<int> Story(Block block, List<Block> blocks, int at)
    {
        var story = Seam.Pairs(block.Text.Length > 600 ? block.Text[^600..] : block.Text);
        for (var k = at - 1; k >= 0 && at - k <= 3 && blocks[k].IsProse; k--)
        {
            story.UnionWith(Seam.Pairs(blocks[k].Text.Length > 400 ? blocks[k].Text[^400..] : blocks[k].Text));
        }

        return story;
    }

    // What is left alone when a distant half is taken must be able to stand alone: a short piece, or one that begins within a
    // sentence, is rather the half itself.
    private static double Fragment(Block block) =>
        !block.IsProse || KindReader.IsAnnouncement(block.Text) ? 0 : Shape.StartsInside(block.Text) ? 2 : block.Text.Length < 40 && !IsOpener(block.Text) && block.KindLabel is null && !block.Lead.IsMarker ? 1 : 0;

    private double Kinship(Block block, HashSet<int> story)
    {
        var shared = 0.0;
        foreach (var pair in Seam.Pairs(block.Text.Length > 160 ? block.Text[..160] : block.Text))
        {
            shared += story.Contains(pair) && frequency.GetValueOrDefault(pair) is > 1 and <= 5 ? 1 : 0;
        }

        return Math.Min(0.9, 0.15 * shared);
    }

    internal static bool IsOpener(string text)
    {
        foreach (var opener in Openers)
        {
            if (text.StartsWith(opener, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
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

    private static string Tail(string text) => text.Length > 8 ? text[^8..] : text;

    private static string Head(string text) => text.Length > 8 ? text[..8] : text;
}
