using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Follows an article over pages: what stands between （下转第3版） and （上接第1版） was thrown into it.</summary>
internal static partial class Jumps
{
    // （下转第3版） | 下转2版 | （下转第三版左上角）
    [GeneratedRegex(@"(?:[（(]?\s*下转|[（(]\s*转)\s*第?\s*[A-D]?[\d一二三四五六七八九十]{1,2}\s*版[^）)。，]{0,8}[）)]?\s*$")]
    private static partial Regex To();

    [GeneratedRegex(@"^\s*(?:[（(]?\s*(?:上接|紧接)|[（(]\s*接)\s*第?\s*[A-D]?[\d一二三四五六七八九十]{1,2}\s*版[^）)。，]{0,12}[）)]?")]
    private static partial Regex From();

    /// <summary>Where a jump mark begins at a text's end, or -1.</summary>
    public static int At(string text)
    {
        var from = Math.Max(0, text.Length - 30);
        return To().Match(text, from) is { Success: true } match ? match.Index : -1;
    }

    /// <summary>How long the jump mark at a text's beginning is, or 0.</summary>
    public static int Length(string text) => From().Match(text.Length > 40 ? text[..40] : text) is { Success: true } match ? match.Length : 0;

    /// <summary>Takes the jump marks out; the blocks between a pair of them are inside the block that the first one follows.</summary>
    public static List<Block> Follow(List<Block> blocks, List<Block> furniture)
    {
        var froms = new Queue<int>(Enumerable.Range(0, blocks.Count).Where(i => Length(blocks[i].Text) == blocks[i].Text.Length));
        var result = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (At(blocks[i].Text) == 0)
            {
                furniture.Add(blocks[i]);
                while (froms.Count > 0 && froms.Peek() <= i)
                {
                    froms.Dequeue();
                }

                if (result.Count > 0 && froms.Count > 0)
                {
                    var from = froms.Dequeue();
                    result[^1].Thrown.AddRange(blocks.GetRange(i + 1, from - i - 1).Where(b => At(b.Text) != 0));
                    furniture.AddRange(blocks.GetRange(i + 1, from - i - 1).Where(b => At(b.Text) == 0));
                    furniture.Add(blocks[from]);
                    i = from;
                    if (i + 1 < blocks.Count)
                    {
                        blocks[i + 1].StartsPage = false;
                    }
                }
            }
            else if (Length(blocks[i].Text) == blocks[i].Text.Length)
            {
                furniture.Add(blocks[i]);
            }
            else
            {
                result.Add(blocks[i]);
            }
        }

        return result;
    }
}
